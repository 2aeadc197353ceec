package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;

/** Elements of the plugin's configuration, ready to be pasted. */
final class Snippets {

    private Snippets() {}

    static String call(Workload source, Service service, String port) {
        return "<call><from>" + source.id() + "</from><to>" + service.name() + "</to><port>" + port + "</port></call>";
    }

    static String ignoredCall(Workload source, String host) {
        return "<ignoredCall><from>" + source.id() + "</from><to>" + host + "</to></ignoredCall>";
    }
}

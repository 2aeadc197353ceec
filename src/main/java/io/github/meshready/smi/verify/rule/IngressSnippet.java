package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Exposure;

/** What says in the pom who is in front of an exposed Service, ready to be completed. */
final class IngressSnippet {

    private IngressSnippet() {}

    static String of(Exposure exposure) {
        String caller = exposure.isDirect()
                ? "<ranges>203.0.113.0/24</ranges>"
                : "<service>ingress-nginx/ingress-nginx-controller</service>";
        return "<ingress>\n  <from>\n    " + caller + "\n  </from>\n</ingress>";
    }
}

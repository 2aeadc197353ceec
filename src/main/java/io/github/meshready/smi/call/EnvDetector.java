package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.EnvVar;
import io.github.meshready.smi.app.Workload;
import java.util.function.Consumer;

/** Literal values of environment variables. */
final class EnvDetector implements Detector {

    @Override
    public void detect(Workload workload, Consumer<Mention> mentions) {
        for (Container container : workload.pod().containers()) {
            for (EnvVar env : container.env()) {
                mentions.accept(
                        new Mention(workload, Evidence.Place.ENV, env.name(), container, env.value(), env.location()));
            }
        }
    }
}

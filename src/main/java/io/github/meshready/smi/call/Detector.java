package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import java.util.function.Consumer;

/** Finds the texts that a container is given, in one kind of place. */
interface Detector {

    void detect(Workload workload, Container container, Environment environment, Consumer<Mention> mentions);
}

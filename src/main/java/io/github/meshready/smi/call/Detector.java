package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Workload;
import java.util.function.Consumer;

/** Finds the texts that a workload is given, in one kind of place. */
interface Detector {

    void detect(Workload workload, Consumer<Mention> mentions);
}

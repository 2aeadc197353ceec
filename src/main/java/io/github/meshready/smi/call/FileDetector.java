package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ConfigData;
import io.github.meshready.smi.app.ConfigMount;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Files that a container is given out of ConfigMaps and Secrets. */
final class FileDetector implements Detector {

    private final Application application;
    private final FileFormat formats = new FileFormat();

    FileDetector(Application application) {
        this.application = application;
    }

    @Override
    public void detect(Workload workload, Container container, Environment environment, Consumer<Mention> mentions) {
        for (ConfigMount mount : container.mounts()) {
            Optional<ConfigData> data = application.config(workload.namespace(), mount.source());
            data.map(ConfigData::entries).orElse(Map.of()).forEach((key, entry) -> {
                if (mount.takes(key)) {
                    String name = mount.fileName(key);
                    Mention file = Mention.ofFile(workload, container, name, mount.source(), entry, environment);
                    if (ShellText.isScript(name, entry.value())) {
                        ShellScript.read(file, environment.values(), mentions);
                        return;
                    }
                    formats.parts(name, file)
                            .map(part ->
                                    part.key().equals(name) ? part.from(Origin.of(Optional.of(mount.source()))) : part)
                            .forEach(mentions);
                }
            });
        }
    }
}

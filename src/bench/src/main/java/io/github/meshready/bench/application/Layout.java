package io.github.meshready.bench.application;

import io.github.meshready.bench.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How manifests are spread over files. */
public enum Layout {
    /** All in one. */
    ONE,
    /** One for each workload. */
    WORKLOAD,
    /** One for each object, named as JKube wants them. */
    OBJECT;

    /** @throws UsageException if none is called so */
    public static Layout of(String name) {
        return Stream.of(values())
                .filter(layout -> layout.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("manifests are spread by one, workload or object, not " + name));
    }

    /** Writes an application into a folder, which is made. */
    public void write(int size, Path folder) throws IOException {
        Files.createDirectories(folder);
        Application application = new Application(size);
        if (this == ONE) {
            Files.writeString(folder.resolve("application.yaml"), application.text());
            return;
        }
        for (Member member : application.members().toList()) {
            List<Application.Item> items = application.items(member);
            if (this == WORKLOAD) {
                Files.writeString(folder.resolve(member.name() + ".yaml"), Application.joined(items));
            } else {
                for (Application.Item item : items) {
                    Files.writeString(folder.resolve(item.file()), item.text());
                }
            }
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

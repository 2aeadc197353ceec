package io.github.meshready.smi.module;

import io.github.meshready.smi.module.BuildModule.ConfigFile;
import java.util.ArrayList;
import java.util.List;

/** Reads the variables that a Dockerfile gives to containers of its image. */
final class DockerfileText {

    private static final String ENV = "ENV ";

    private DockerfileText() {}

    /** The variables as lines of {@code key=value}: {@code ENV A=b C="d e"}, and {@code ENV A b} of old. */
    static ConfigFile variables(ConfigFile dockerfile) {
        List<String> lines = new ArrayList<>();
        for (String line : dockerfile
                .text()
                .replace("\\\r\n", " ")
                .replace("\\\n", " ")
                .lines()
                .toList()) {
            String text = line.strip();
            if (text.regionMatches(true, 0, ENV, 0, ENV.length())) {
                String rest = text.substring(ENV.length()).strip();
                int blank = rest.indexOf(' ');
                int equals = rest.indexOf('=');
                if (equals < 0 || blank >= 0 && blank < equals) {
                    lines.add(
                            blank < 0
                                    ? rest + "="
                                    : rest.substring(0, blank) + "="
                                            + rest.substring(blank).strip());
                } else {
                    lines.addAll(List.of(rest.split("\\s+(?=[A-Za-z_][A-Za-z0-9_]*=)")));
                }
            }
        }
        return new ConfigFile(dockerfile.name() + ".env", dockerfile.path(), String.join("\n", lines));
    }
}

package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Argument;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Command lines, those of probes and hooks included, and the programs that they are known to run. */
final class ArgumentDetector implements Detector {

    @Override
    public void detect(Workload workload, Container container, Environment environment, Consumer<Mention> mentions) {
        Stream.concat(Stream.of(container.arguments()), container.hooks().stream())
                .map(line -> line.stream()
                        .map(word -> mention(workload, container, word, environment))
                        .toList())
                .forEach(line -> read(line, environment.values(), mentions));
    }

    private static Mention mention(Workload workload, Container container, Argument word, Environment environment) {
        String text = environment.expanded(word.value());
        return new Mention(workload, Evidence.Place.ARGUMENT, "", container, text, word.location());
    }

    private static void read(List<Mention> words, Map<String, String> variables, Consumer<Mention> mentions) {
        int script = script(words);
        if (script < 0) {
            ShellScript.command(words, mentions);
        } else {
            ShellScript.command(words.subList(0, script - 1), mentions);
            ShellScript.read(words.get(script), variables, mentions);
            ShellScript.command(words.subList(script + 1, words.size()), mentions);
        }
    }

    /** Where the text stands that a shell is told to run, as in {@code sh -ec "…"}; -1 if there is none. */
    private static int script(List<Mention> words) {
        boolean shell = false;
        for (int i = 0; i + 1 < words.size(); i++) {
            String word = words.get(i).value();
            shell |= ShellText.isShell(word);
            if (shell && word.startsWith("-") && !word.startsWith("--") && word.endsWith("c")) {
                return i + 1;
            }
        }
        return -1;
    }
}

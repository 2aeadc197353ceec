package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What the commands of a script, or of one command line, are told to call. */
final class ShellScript {

    /** Print what they are given. */
    private static final Set<String> PRINTERS = Set.of("echo", "printf", ":", "logger");

    private static final Set<String> NOWHERE = Set.of("&1", "&2", "/dev/stdout", "/dev/stderr", "/dev/null");

    private ShellScript() {}

    /**
     * Reads a script.
     *
     * @param script the script, with its place
     * @param variables the environment that it runs in
     */
    static void read(Mention script, Map<String, String> variables, Consumer<Mention> mentions) {
        for (List<String> words : ShellText.commands(script.value(), variables)) {
            if (!isPrinted(words)) {
                List<Mention> parts = new ArrayList<>();
                words.forEach(word -> parts.add(script.part(script.place(), "", word, Neighbours.NONE)));
                command(parts, mentions);
            }
        }
    }

    /** Reads one command. */
    static void command(List<Mention> words, Consumer<Mention> mentions) {
        KnownPrograms programs =
                new KnownPrograms(words.stream().map(Mention::value).toList());
        new CommandLine(words).read(mention -> {
            if (!programs.reads(mention.key())) {
                mentions.accept(mention);
            }
        });
        if (!words.isEmpty()) {
            Mention last = words.get(words.size() - 1);
            programs.addresses()
                    .forEach(address -> mentions.accept(last.part(last.place(), "", address, Neighbours.NONE)));
        }
    }

    /** What is printed into a file may be configuration. */
    private static boolean isPrinted(List<String> words) {
        int redirect = words.lastIndexOf(">");
        String target = redirect < 0 || redirect + 1 == words.size() ? "&1" : words.get(redirect + 1);
        return PRINTERS.contains(words.get(0)) && NOWHERE.contains(target);
    }
}

package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Argument;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import java.util.List;
import java.util.function.Consumer;

/** Words of command lines: {@code --key=value}, {@code --key value}, {@code KEY=value}, and words without a key. */
final class ArgumentDetector implements Detector {

    @Override
    public void detect(Workload workload, Consumer<Mention> mentions) {
        for (Container container : workload.pod().containers()) {
            List<Argument> words = container.arguments();
            for (int i = 0; i < words.size(); i++) {
                Argument word = words.get(i);
                int equals = endOfKey(word.value());
                if (equals > 0) {
                    String key = word.value().substring(0, equals);
                    mentions.accept(
                            mention(workload, container, key, word, word.value().substring(equals + 1)));
                } else if (isOption(word.value())
                        && i + 1 < words.size()
                        && !isOption(words.get(i + 1).value())) {
                    Argument next = words.get(++i);
                    mentions.accept(mention(workload, container, word.value(), next, next.value()));
                } else {
                    mentions.accept(mention(workload, container, "", word, word.value()));
                }
            }
        }
    }

    private static boolean isOption(String word) {
        return word.startsWith("-") && word.length() > 1;
    }

    /** Where {@code =} ends a key made of letters, digits, dots, dashes and underscores; -1 if the word has no key. */
    private static int endOfKey(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '=') {
                return i;
            }
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
                return -1;
            }
        }
        return -1;
    }

    private static Mention mention(Workload workload, Container container, String key, Argument word, String value) {
        return new Mention(workload, Evidence.Place.ARGUMENT, key, container, value, word.location());
    }
}

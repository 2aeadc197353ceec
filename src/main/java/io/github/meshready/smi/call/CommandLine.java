package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Words of a command line: {@code --key=value}, {@code --key value}, {@code KEY=value}, words without a key, and what
 * some programs are known to take for a host.
 */
final class CommandLine {

    private final List<Mention> words;

    /** @param words the words, each with its place */
    CommandLine(List<Mention> words) {
        this.words = words.stream().flatMap(CommandLine::split).toList();
    }

    /** Options in one text, such as those of a Java machine. */
    CommandLine(Mention options) {
        this.words = pieces(options).toList();
    }

    /** Several options in one word are several words. */
    private static Stream<Mention> split(Mention word) {
        boolean several = word.value().startsWith("-") && word.value().contains(" -");
        return several ? pieces(word) : Stream.of(word);
    }

    private static Stream<Mention> pieces(Mention text) {
        return Pieces.of(text.value().strip(), Pieces.BLANKS).stream()
                .map(word -> text.part(text.place(), text.key(), word, text.siblings()));
    }

    /** Whether a text is nothing but options. */
    static boolean isOne(String text) {
        return text.strip().startsWith("-D") || text.contains(" -D");
    }

    void read(Consumer<Mention> mentions) {
        if (words.isEmpty()) {
            return;
        }
        List<Mention> keyed = keyed();
        Map<String, String> beside = new HashMap<>(words.get(0).siblings().values());
        keyed.forEach(each -> beside.put(each.key(), each.value()));
        Neighbours siblings = new Neighbours(beside);
        keyed.forEach(each -> mentions.accept(each.part(each.place(), each.key(), each.value(), siblings)));
    }

    private List<Mention> keyed() {
        List<Mention> keyed = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Mention word = words.get(i);
            int equals = endOfKey(word.value());
            if (equals > 0) {
                keyed.add(keyed(
                        word, word.value().substring(0, equals), word.value().substring(equals + 1)));
            } else if (isOption(word.value())
                    && i + 1 < words.size()
                    && !isOption(words.get(i + 1).value())) {
                Mention next = words.get(++i);
                keyed.add(keyed(next, word.value(), next.value()));
            } else {
                keyed.add(keyed(word, "", word.value()));
            }
        }
        return keyed;
    }

    private static Mention keyed(Mention word, String key, String value) {
        return word.part(word.place(), key, value, word.siblings());
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
}

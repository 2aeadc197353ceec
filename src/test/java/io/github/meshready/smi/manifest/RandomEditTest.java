package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Random edits of random documents, in any style, with anchors: what is read afterwards, by another reader, is what was
 * read before with exactly these changes, and lines that an edit does not touch keep their bytes.
 */
class RandomEditTest {

    private static final int CASES = 2000;

    @Test
    void changesExactlyWhatIsAskedFor() {
        int refused = 0;
        int edited = 0;
        for (long seed = 0; seed < CASES; seed++) {
            RandomDocument document = new RandomDocument(seed);
            Object before = load(document.text());
            List<Edit> edits = edits(before, new Random(seed));
            Object wanted = copy(before);
            // Positions count in the document as it was: what goes, goes last, and from the end.
            edits.stream().filter(edit -> !(edit instanceof Edit.Remove)).forEach(edit -> apply(wanted, edit));
            edits.stream()
                    .filter(Edit.Remove.class::isInstance)
                    .sorted(Comparator.comparing((Edit edit) -> edit.path().toString())
                            .reversed())
                    .forEach(edit -> apply(wanted, edit));
            try {
                String after = edit(document.text(), edits);
                assertThat(load(after)).as(described(seed, document, edits)).isEqualTo(wanted);
                assertThat(strayComments(document.text(), after, edits))
                        .as(described(seed, document, edits))
                        .isEmpty();
                edited += after.equals(document.text()) ? 0 : 1;
            } catch (InputException e) {
                refused++;
            }
        }
        assertThat(refused).as("refused").isLessThan(CASES / 50);
        assertThat(edited).as("edited").isGreaterThan(CASES / 2);
    }

    private static String edit(String text, List<Edit> edits) {
        ManifestFile file = ManifestFile.parse("x.yaml", new SourceText("x.yaml", text));
        return new FileEditor().apply(file, edits).source().text();
    }

    private static Object load(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(1000);
        return copy(new Yaml(options).load(text));
    }

    /** Aliases are the same object to that reader; a copy has none. */
    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(key, copy(each)));
            return copy;
        }
        return value instanceof List<?> list
                ? new ArrayList<>(list.stream().map(RandomEditTest::copy).toList())
                : value == null ? "~" : value;
    }

    /** One to three edits of different places, none inside of another. */
    private static List<Edit> edits(Object root, Random random) {
        List<Edit> edits = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            List<Object> path = new ArrayList<>();
            Edit edit = edit(root, path, random);
            String name = edit.path() + "";
            String place = name.substring(0, name.length() - 1);
            boolean free = taken.stream().noneMatch(other -> other.startsWith(place) || place.startsWith(other));
            if (free) {
                taken.add(place);
                edits.add(edit);
            }
        }
        return edits;
    }

    private static Edit edit(Object value, List<Object> path, Random random) {
        if (value instanceof Map<?, ?> map) {
            List<Object> keys = new ArrayList<>(map.keySet());
            keys.remove(RandomDocument.LAST);
            Object key = keys.isEmpty() || random.nextInt(4) == 0 ? "added" : keys.get(random.nextInt(keys.size()));
            Object child = map.get(key);
            path.add(key);
            boolean down = (child instanceof Map || child instanceof List) && random.nextInt(4) != 0;
            if (down) {
                return edit(child, path, random);
            }
            boolean scalar = !(child instanceof Map || child instanceof List);
            return switch (random.nextInt(3)) {
                case 0 -> scalar ? set(path, random) : new Edit.Remove(0, path);
                case 1 -> child == null ? new Edit.AddItem(0, path, item(random)) : new Edit.Remove(0, path);
                default -> scalar ? set(path, random) : new Edit.Remove(0, path);
            };
        }
        List<?> list = (List<?>) value;
        if (list.isEmpty() || random.nextInt(3) == 0) {
            return new Edit.AddItem(0, path, item(random));
        }
        int index = random.nextInt(list.size());
        Object child = list.get(index);
        path.add(index);
        if ((child instanceof Map || child instanceof List) && random.nextBoolean()) {
            return edit(child, path, random);
        }
        return child instanceof Map || child instanceof List || random.nextBoolean()
                ? new Edit.Remove(0, path)
                : set(path, random);
    }

    private static Edit set(List<Object> path, Random random) {
        String[] texts = {"web", "yes", "0644", "a: b", "", "#", "é\n"};
        return new Edit.SetText(0, path, texts[random.nextInt(texts.length)], List.of("k1", "k0"));
    }

    private static Map<String, String> item(Random random) {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("kind", "X" + random.nextInt(100));
        item.put("name", "on");
        return item;
    }

    @SuppressWarnings("unchecked")
    private static void apply(Object root, Edit edit) {
        Object place = root;
        List<Object> path = edit.path();
        for (Object step : path.subList(0, path.size() - 1)) {
            place = place instanceof Map<?, ?> map ? map.get(step) : ((List<Object>) place).get((Integer) step);
        }
        if (path.isEmpty()) {
            ((List<Object>) root).add(((Edit.AddItem) edit).item());
            return;
        }
        Object last = path.get(path.size() - 1);
        if (edit instanceof Edit.SetText set) {
            if (place instanceof Map<?, ?> map) {
                ((Map<Object, Object>) map).put(last, set.value());
            } else {
                ((List<Object>) place).set((Integer) last, set.value());
            }
        } else if (edit instanceof Edit.AddItem add) {
            Object list = place instanceof Map<?, ?> map
                    ? ((Map<Object, Object>) map).computeIfAbsent(last, key -> new ArrayList<>())
                    : ((List<Object>) place).get((Integer) last);
            if (list.equals("~")) {
                list = new ArrayList<>();
                ((Map<Object, Object>) place).put(last, list);
            }
            ((List<Object>) list).add(add.item());
        } else if (place instanceof Map<?, ?> map) {
            map.remove(last);
        } else {
            ((List<Object>) place).remove(((Integer) last).intValue());
        }
    }

    /** Comment lines that came into being, and, where nothing is taken out, those that were lost. */
    private static List<String> strayComments(String before, String after, List<Edit> edits) {
        List<String> old = comments(before);
        List<String> now = comments(after);
        List<String> stray = new ArrayList<>(now);
        old.forEach(stray::remove);
        if (edits.stream().noneMatch(Edit.Remove.class::isInstance)) {
            now.forEach(old::remove);
            stray.addAll(old);
        }
        return stray;
    }

    private static List<String> comments(String text) {
        return new ArrayList<>(text.lines()
                .filter(line -> line.strip().startsWith("#"))
                .map(String::stripTrailing)
                .toList());
    }

    private static String described(long seed, RandomDocument document, List<Edit> edits) {
        return "seed " + seed + "\n" + document.text() + "\n" + edits;
    }
}

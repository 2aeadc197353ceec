package io.github.meshready.smi.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the documents of a YAML file: those in common style at once, the others through the parser. */
final class YamlReader {

    private final SourceText source;
    private final Limits limits;
    private final SeparatorLines separators;

    /** @throws InputException if a line that separates documents holds more, which kubectl refuses */
    YamlReader(SourceText source, Limits limits) {
        this.source = source;
        this.limits = limits;
        this.separators = new SeparatorLines(source);
    }

    /**
     * The documents of the file that are not empty.
     *
     * @throws InputException at the first thing that is no YAML, or that kubectl would read differently
     */
    List<Document> read() {
        return documents(source, trees());
    }

    static List<Document> documents(SourceText source, List<DocumentTree> trees) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++) {
            DocumentTree tree = trees.get(i);
            if (!tree.isEmpty()) {
                int start = i == 0 ? 0 : tree.start();
                int end = i + 1 < trees.size()
                        ? trees.get(i + 1).start()
                        : source.text().length();
                documents.add(new Document(
                        source, documents.size(), tree.root(), start, end, tree.shared(), tree.repeatsKey()));
            }
        }
        return documents;
    }

    private List<DocumentTree> trees() {
        Optional<List<DocumentTree>> trees = source.hasOnlyLineFeeds() ? treesOfParts() : Optional.empty();
        return trees.orElseGet(() -> parsed(0, source.text().length(), true));
    }

    /** What stands between separators, read one by one; empty if the parser has to see the whole file at once. */
    private Optional<List<DocumentTree>> treesOfParts() {
        CommonTreeReader common = new CommonTreeReader(separators.parserText(), limits);
        List<DocumentTree> trees = new ArrayList<>();
        int start = 0;
        while (start < source.text().length()) {
            int end = separators.nextBehind(start);
            boolean separated = separators.areAt(start);
            Optional<DocumentTree> tree = common.read(start, end, separated);
            if (tree.isEmpty()) {
                tree = parsedPart(start, end, trees.isEmpty());
            }
            if (tree.isEmpty()) {
                return Optional.empty();
            }
            if (separated || !tree.get().isEmpty()) {
                trees.add(tree.get());
            }
            start = end;
        }
        return Optional.of(trees);
    }

    private Optional<DocumentTree> parsedPart(int start, int end, boolean first) {
        int line = source.text().indexOf("\n%", start);
        if (source.text().startsWith("%", start) || line >= 0 && line < end) {
            return Optional.empty(); // a directive is about the next document
        }
        try {
            List<DocumentTree> trees = parsed(start, end, first);
            return trees.size() == 1 ? Optional.of(trees.get(0)) : Optional.empty();
        } catch (InputException e) {
            return Optional.empty(); // what is wrong is said of the whole file
        }
    }

    private List<DocumentTree> parsed(int start, int end, boolean first) {
        return new TreeReader(source, separators, start, end, limits).read(first);
    }
}

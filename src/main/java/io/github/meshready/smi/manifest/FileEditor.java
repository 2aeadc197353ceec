package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.Splice.OverlapException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Edits a file by inserting and replacing text at positions. The result is parsed again and compared with what was
 * planned; if anything else changed, the file is refused.
 */
public final class FileEditor {

    private final List<String> remarks = new ArrayList<>();

    /**
     * Applies edits to a file.
     *
     * @return the edited file; the same one where every value already stands as wanted
     * @throws InputException if a value cannot be set without changing more than planned
     */
    public ManifestFile apply(ManifestFile file, List<Edit> edits) {
        Map<Integer, EditTree> wanted = byDocument(edits);
        List<Splice> splices = new ArrayList<>();
        for (Document document : file.documents()) {
            if (wanted.containsKey(document.index())) {
                DocumentEditor editor = new DocumentEditor(document);
                splices.addAll(editor.edit(wanted.get(document.index())));
                remarks.addAll(editor.remarks());
            }
        }
        if (splices.isEmpty()) {
            return file;
        }
        Location place = file.source()
                .locate(splices.stream().mapToInt(Splice::start).min().orElseThrow());
        return checked(file, splices, wanted, place);
    }

    /** What was changed beyond the edits themselves, in words. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    private static Map<Integer, EditTree> byDocument(List<Edit> edits) {
        Map<Integer, List<Edit>> grouped = edits.stream().collect(Collectors.groupingBy(Edit::document));
        Map<Integer, EditTree> trees = new HashMap<>();
        grouped.forEach((document, some) -> trees.put(document, EditTree.of(some)));
        return trees;
    }

    private static ManifestFile checked(
            ManifestFile file, List<Splice> splices, Map<Integer, EditTree> wanted, Location place) {
        ManifestFile result;
        try {
            result = ManifestFile.parse(file.path(), Splice.apply(file.source(), splices));
        } catch (InputException | OverlapException e) {
            // The file was sound before: the fault is the edit's, and the place means nothing to the user.
            throw refusal(place);
        }
        boolean same = file.documents().size() == result.documents().size();
        for (int i = 0; same && i < file.documents().size(); i++) {
            Document before = file.documents().get(i);
            Document after = result.documents().get(i);
            EditTree plan = wanted.getOrDefault(i, EditTree.NOTHING);
            same = plan.isNothing() && before.hasTextOf(after)
                    || EditCheck.isAsPlanned(before.root(), after.root(), plan);
        }
        if (!same) {
            throw refusal(place);
        }
        return result;
    }

    private static InputException refusal(Location place) {
        return new InputException(new InputProblem(
                place,
                "cannot be edited near here without changing more than planned; nothing was written",
                "write the edited objects in plain block style, without anchors around them"));
    }
}

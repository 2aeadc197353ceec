package io.github.meshready.smi.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * Edits a file by inserting and replacing text at positions. The result is parsed again and compared with what was
 * planned; if anything else changed, the file is refused.
 */
public final class FileEditor {

    /**
     * Applies edits to a file.
     *
     * @return the edited file; the same one where every value already stands as wanted
     * @throws InputException if a value cannot be set without changing more than planned
     */
    public ManifestFile apply(ManifestFile file, List<Edit> edits) {
        List<Splice> splices = new ArrayList<>();
        for (Document document : file.documents()) {
            EditTree wanted = treeFor(document, edits);
            new DocumentEditor(document, splices).edit(document.root(), wanted);
        }
        if (splices.isEmpty()) {
            return file;
        }
        SourceText edited =
                new SourceText(file.source().name(), Splice.apply(file.source().text(), splices));
        return checked(file, edited, edits);
    }

    private static ManifestFile checked(ManifestFile file, SourceText edited, List<Edit> edits) {
        ManifestFile result;
        try {
            result = ManifestFile.parse(file.path(), edited);
        } catch (InputException e) {
            // The file was sound before: the fault is the edit's, and the place means nothing to the user.
            throw refusal(file);
        }
        if (!isAsPlanned(file, result, edits)) {
            throw refusal(file);
        }
        return result;
    }

    private static EditTree treeFor(Document document, List<Edit> edits) {
        return EditTree.of(edits.stream()
                .filter(edit -> edit.document() == document.index())
                .toList());
    }

    private static boolean isAsPlanned(ManifestFile before, ManifestFile after, List<Edit> edits) {
        boolean same = before.documents().size() == after.documents().size();
        for (int i = 0; same && i < before.documents().size(); i++) {
            Document document = before.documents().get(i);
            same = EditCheck.isAsPlanned(
                    document.root(), after.documents().get(i).root(), treeFor(document, edits));
        }
        return same;
    }

    private static InputException refusal(ManifestFile file) {
        return new InputException(new InputProblem(
                file.source().name(),
                "cannot be edited without changing more than planned; nothing was written",
                "write the edited objects in plain block style, without anchors around them"));
    }
}

package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.manifest.Document;
import io.github.meshready.smi.manifest.FileEditor;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.policy.Plan;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application's own files after the edits of a plan; those without an edit are the same, byte for byte. */
final class EditedFiles {

    private final Map<ManifestFile, ManifestFile> edited = new IdentityHashMap<>();
    private final FileEditor editor = new FileEditor();
    private final List<ManifestFile> original;
    private final Map<String, KubeObject> namespaces = new HashMap<>();
    private final Map<Document, String> namespaceDocuments = new IdentityHashMap<>();

    EditedFiles(Plan plan, Application application, List<ManifestFile> files, Settings settings) {
        this.original = files;
        PlannedEdits edits = new PlannedEdits(plan, settings, application.objects());
        files.forEach(file -> edited.put(file, editor.apply(file, edits.of(file))));
        for (KubeObject object : application.objects("", "Namespace")) {
            KubeObject now = object.in(edited.get(object.file()));
            namespaces.putIfAbsent(now.name(), now);
            if (now.path().isEmpty()) {
                namespaceDocuments.put(now.document(), now.name());
            }
        }
    }

    List<ManifestFile> all() {
        return original.stream().map(edited::get).toList();
    }

    /** What was changed beyond the edits themselves, in words. */
    List<String> remarks() {
        return editor.remarks();
    }

    /** A namespace as its manifest defines it now. */
    Optional<KubeObject> namespace(String name) {
        return Optional.ofNullable(namespaces.get(name));
    }

    /** The name of the namespace that a document of these files defines, if it defines one and nothing else. */
    Optional<String> namespaceIn(Document document) {
        return Optional.ofNullable(namespaceDocuments.get(document));
    }
}

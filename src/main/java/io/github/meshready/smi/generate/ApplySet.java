package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.YamlWriter;
import io.github.meshready.smi.policy.Inheritance;
import io.github.meshready.smi.policy.NamespacePlan;
import io.github.meshready.smi.policy.OsmPolicyDocuments;
import io.github.meshready.smi.policy.Plan;
import io.github.meshready.smi.policy.PlannedTarget;
import io.github.meshready.smi.policy.PolicyDocuments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files that {@code kubectl apply -R} applies, in its order: namespaces, accounts, the application, policies. A
 * namespace that a manifest defines stands both in its own file and among the namespaces, with the same content,
 * because kubectl goes by file names and everything else needs it first.
 */
final class ApplySet {

    private static final String NAMESPACES = "00-namespaces.yaml";
    private static final String ACCOUNTS = "10-service-accounts.yaml";
    private static final String APPLICATION = "50-app/";
    private static final String POLICIES = "90-policies.yaml";

    private static final List<String> HEADER =
            List.of(YamlWriter.MARK + " (smi:generate). Changes here are lost at the next run.");
    private static final List<String> ALLOW_ALL_COMMENT =
            List.of("Allows every path, because the routes of this account are not known.");
    private static final List<String> SPLIT_COMMENT = List.of("From <splits> in the build's configuration.");

    private static final String NOT_YET = "Not enforced yet: permissive mode is on.";

    private final Plan plan;
    private final EditedFiles application;
    private final MeshMode mode;
    private final String meshName;
    private final String folder;
    private final String namespaceDocuments;
    private final String accountDocuments;
    private final String policyDocuments;

    /** @param folder name of the output folder, in front of file names in messages */
    ApplySet(Plan plan, EditedFiles application, MeshMode mode, String meshName, String folder) {
        this.plan = plan;
        this.application = application;
        this.mode = mode;
        this.meshName = meshName;
        this.folder = folder;
        this.namespaceDocuments = writeNamespaces(new YamlWriter()).toString();
        this.accountDocuments = writeAccounts(new YamlWriter()).toString();
        this.policyDocuments = writePolicies(new YamlWriter()).toString();
    }

    /** All files, in the order of application. */
    List<ManifestFile> files() {
        List<ManifestFile> files = new ArrayList<>();
        if (!namespaces().isEmpty()) {
            files.add(generated(NAMESPACES, namespaceDocuments));
        }
        if (!plan.accounts().created().isEmpty()) {
            files.add(generated(ACCOUNTS, accountDocuments));
        }
        for (ManifestFile file : application.all()) {
            String path = APPLICATION + file.path();
            files.add(file.copied(path, name(path)));
        }
        if (plan.hasPolicies()) {
            files.add(generated(POLICIES, policyDocuments));
        }
        return files;
    }

    /** Everything in one text; a namespace stands in it once. */
    byte[] combined() {
        YamlWriter writer = newFile().documents(namespaceDocuments).documents(accountDocuments);
        Set<String> written = namespaces().stream().map(NamespacePlan::name).collect(Collectors.toSet());
        for (ManifestFile file : application.all()) {
            file.documents().stream()
                    .filter(document -> application
                            .namespaceIn(document)
                            .filter(written::contains)
                            .isEmpty())
                    .forEach(writer::copy);
        }
        return writer.documents(policyDocuments).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static YamlWriter newFile() {
        return new YamlWriter().comment(HEADER);
    }

    private List<NamespacePlan> namespaces() {
        return plan.namespaces().values().stream()
                .filter(namespace -> namespace.obstacle().isEmpty())
                .toList();
    }

    private YamlWriter writeNamespaces(YamlWriter writer) {
        for (NamespacePlan namespace : namespaces()) {
            Optional<KubeObject> declared = application.namespace(namespace.name());
            if (declared.isEmpty()) {
                Map<String, String> labels = Map.of(mode.dialect().monitoredBy(), meshName);
                writer.document(
                        List.of(), PolicyDocuments.namespace(namespace.name(), labels, namespace.annotations()));
            } else if (isBlockDocument(declared.get())) {
                writer.copy(declared.get().document());
            } else {
                writer.document(List.of(), declared.get().root().flattened());
            }
        }
        return writer;
    }

    private static boolean isBlockDocument(KubeObject object) {
        return object.path().isEmpty() && !object.root().flow();
    }

    private YamlWriter writeAccounts(YamlWriter writer) {
        Map<ObjectName, Inheritance> inheritances = plan.accounts().inheritanceByAccount();
        plan.accounts()
                .created()
                .forEach(account -> writer.document(
                        List.of(),
                        PolicyDocuments.serviceAccount(account, Optional.ofNullable(inheritances.get(account)))));
        return writer;
    }

    private YamlWriter writePolicies(YamlWriter writer) {
        plan.policies()
                .routeGroups()
                .forEach(group -> writer.document(
                        group.isAllowAll() ? ALLOW_ALL_COMMENT : List.of(), PolicyDocuments.routeGroup(group)));
        plan.policies().tcpRoutes().forEach(route -> writer.document(List.of(), PolicyDocuments.tcpRoute(route)));
        for (PlannedTarget target : plan.policies().targets()) {
            List<String> comment = new ArrayList<>(target.reasons());
            if (mode.permissive()) {
                comment.add(NOT_YET);
            }
            writer.document(comment, PolicyDocuments.trafficTarget(target));
        }
        OsmPolicyDocuments documents = new OsmPolicyDocuments(mode.dialect());
        plan.splits().forEach(split -> writer.document(SPLIT_COMMENT, documents.trafficSplit(split)));
        plan.ingress().backends().forEach(each -> writer.document(each.how(), documents.ingressBackend(each)));
        plan.egress().policies().forEach(each -> writer.document(each.reasons(), documents.egress(each)));
        return writer;
    }

    private ManifestFile generated(String path, String documents) {
        String content = newFile().documents(documents).toString();
        return ManifestFile.parse(path, name(path), content.getBytes(StandardCharsets.UTF_8));
    }

    private String name(String path) {
        return folder.equals(".") ? path : folder + "/" + path;
    }
}

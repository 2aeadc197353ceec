package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.Smi;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Retries that the API server rejects or the mesh skips (crds/policy_retry.yaml; pkg/catalog/retry.go). */
final class BadRetry implements Rule {

    private static final String RETRY = "Retry";
    private static final List<String> REQUIRED =
            List.of("retryOn", "perTryTimeout", "numRetries", "retryBackoffBaseInterval");

    @Override
    public String id() {
        return "SMI-RTY-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        if (facts.dialect().hasTrafficSettings()) {
            for (KubeObject retry : facts.application().objects(facts.dialect().group("policy"), RETRY)) {
                retry.fields().mapping("spec").ifPresent(spec -> check(facts, retry, spec, findings));
            }
        }
        return findings;
    }

    private void check(Facts facts, KubeObject retry, Fields spec, List<Finding> findings) {
        Optional<Fields> policy = spec.mapping("retryPolicy");
        REQUIRED.stream()
                .filter(field ->
                        policy.filter(fields -> fields.value(field).isPresent()).isEmpty())
                .findFirst()
                .ifPresent(field -> findings.add(finding(
                        retry,
                        Severity.ERROR,
                        spec.location("retryPolicy"),
                        "retryPolicy has no " + field,
                        "the API server rejects the Retry",
                        "give " + String.join(", ", REQUIRED))));
        spec.mapping("source").ifPresent(source -> {
            kind(retry, source, Smi.SERVICE_ACCOUNT).ifPresent(findings::add);
            ObjectName account = name(source);
            boolean runs = facts.application().workloads().stream()
                    .anyMatch(workload -> workload.account().equals(account));
            boolean known = facts.application().workloads().stream()
                    .anyMatch(workload -> workload.namespace().equals(account.namespace()));
            if (known && !runs) {
                findings.add(unknown(retry, source, "no workload of the manifests runs as account " + account));
            }
        });
        for (Fields destination : spec.mappings("destinations")) {
            kind(retry, destination, "Service").ifPresent(findings::add);
            ObjectName service = name(destination);
            boolean known = facts.application().services().stream()
                    .anyMatch(each -> each.name().namespace().equals(service.namespace()));
            if (known && facts.application().service(service).isEmpty()) {
                findings.add(unknown(retry, destination, "no manifest defines Service " + service));
            }
        }
    }

    private static ObjectName name(Fields reference) {
        return new ObjectName(
                Printable.text(reference.text("namespace").orElse("")),
                Printable.text(reference.text("name").orElse("")));
    }

    private Optional<Finding> kind(KubeObject retry, Fields reference, String wanted) {
        return reference
                .text("kind")
                .filter(kind -> !kind.equals(wanted))
                .map(kind -> finding(
                        retry,
                        Severity.ERROR,
                        reference.location("kind"),
                        "kind is " + Printable.text(kind) + ", not " + wanted,
                        "the mesh skips it",
                        "write kind: " + wanted));
    }

    private Finding unknown(KubeObject retry, Fields reference, String message) {
        return finding(
                retry,
                Severity.WARNING,
                reference.location("name"),
                message,
                "nothing is tried again",
                "correct the name");
    }

    private Finding finding(
            KubeObject retry, Severity severity, Location location, String message, String consequence, String fix) {
        return Finding.of(this, severity, retry, location, message, consequence, fix);
    }
}

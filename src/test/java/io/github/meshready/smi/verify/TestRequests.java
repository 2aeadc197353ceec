package io.github.meshready.smi.verify;

import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.verify.rule.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Requests to verify manifests that stand in a test, and what all rules say to them. */
public final class TestRequests {

    private TestRequests() {}

    public static VerifyRequest of(String... documents) {
        return of(Settings.DEFAULT, documents);
    }

    public static VerifyRequest of(Settings settings, String... documents) {
        return of(settings, Declarations.NONE, Set.of(), documents);
    }

    public static VerifyRequest of(
            Settings settings, Declarations declarations, Set<ObjectName> externalAccounts, String... documents) {
        return new VerifyRequest(
                List.of(TestManifests.file(String.join("---\n", documents))),
                settings,
                declarations,
                externalAccounts,
                new FileNames(Path.of("")));
    }

    public static VerifyRequest of(Settings settings, BuildSettings build, String... documents) {
        VerifyRequest plain = of(settings, documents);
        return new VerifyRequest(
                plain.files(),
                settings,
                build.declarations(),
                plain.externalAccounts(),
                plain.names(),
                build.invariants());
    }

    public static List<Finding> findings(VerifyRequest request) {
        return new Verifier(Rules.all()).verify(request).findings();
    }

    public static List<Finding> findings(String... documents) {
        return findings(of(documents));
    }
}

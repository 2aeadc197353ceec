package io.github.meshready.smi.policy;

import static io.github.meshready.smi.TestManifests.app;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.Declarations;
import java.util.List;
import java.util.Set;

/** Plans for manifests that stand in a test, and how they are shown. */
final class TestPlans {

    private TestPlans() {}

    static Plan plan(String... documents) {
        return plan(Set.of(), documents);
    }

    static Plan plan(Set<ObjectName> externalAccounts, String... documents) {
        return plan(AccountMode.MISSING, externalAccounts, documents);
    }

    static Plan plan(AccountMode mode, Set<ObjectName> externalAccounts, String... documents) {
        return plan(Declarations.NONE, mode, externalAccounts, documents);
    }

    static Plan plan(Declarations declarations, String... documents) {
        return plan(declarations, AccountMode.MISSING, Set.of(), documents);
    }

    static Plan plan(
            Declarations declarations, AccountMode mode, Set<ObjectName> externalAccounts, String... documents) {
        Application application = app(documents);
        return new Planner(
                        application,
                        new CallFinder(application, declarations).find(),
                        new PolicyReader(Dialect.DEFAULT).read(application),
                        PlanRequest.of(Settings.DEFAULT, mode, externalAccounts),
                        new MeshMode(false, "test"))
                .plan();
    }

    static List<String> shown(PolicyPlan policies) {
        return policies.targets().stream()
                .map(each -> each.name() + ": " + each.source() + " -> " + each.destination() + " "
                        + each.routes().stream()
                                .map(routes -> routes.group() + routes.matches())
                                .toList()
                        + " " + each.tcpRoute().orElse("-"))
                .toList();
    }
}

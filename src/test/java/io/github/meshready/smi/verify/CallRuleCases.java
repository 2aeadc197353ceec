package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.verify.RuleManifests.API;
import static io.github.meshready.smi.verify.RuleManifests.ASKS_KUBERNETES;
import static io.github.meshready.smi.verify.RuleManifests.CALLER;
import static io.github.meshready.smi.verify.RuleManifests.CALLS_LEGACY;
import static io.github.meshready.smi.verify.RuleManifests.HTTP;
import static io.github.meshready.smi.verify.RuleManifests.LEGACY;
import static io.github.meshready.smi.verify.RuleManifests.PERMISSIVE;
import static io.github.meshready.smi.verify.RuleManifests.ROUTES;
import static io.github.meshready.smi.verify.RuleManifests.TARGET;
import static io.github.meshready.smi.verify.RuleManifests.WEB;
import static io.github.meshready.smi.verify.RuleManifests.workload;

/** Cases of the rules about calls. */
final class CallRuleCases {

    private CallRuleCases() {}

    static void addTo(RuleCases cases) {
        cases.rule("SMI-CALL-01")
                .says("error: its call web -> api:80", "'http://api'", CALLER, API, HTTP)
                .keepsStill(CALLER, API, HTTP, TARGET, ROUTES);

        cases.rule("SMI-CALL-02")
                .says("error: lets account a/web call", "apiVersion: access", WEB, API, HTTP, TARGET, ROUTES)
                .keepsStill(CALLER, API, HTTP, TARGET, ROUTES);

        cases.rule("SMI-CALL-03")
                .says("warning: is told to call nowhere:1", "'http", workload("web", env("X", "http://nowhere:1")))
                .keepsStill(workload("web", env("X", "http://localhost:1")))
                .keepsStill(CALLS_LEGACY, LEGACY)
                .keepsStill(ASKS_KUBERNETES);

        cases.rule("SMI-CALL-04")
                .says("info: may call", "api", workload("web", "env: [{name: UPSTREAM_X, value: api}]"), API, HTTP)
                .keepsStill(CALLER, API, HTTP);

        cases.rule("SMI-CALL-05")
                .says("info: its call web -> api:80", "'http://api'", CALLER, API, HTTP, PERMISSIVE)
                .keepsStill(CALLER, API, HTTP);
    }
}

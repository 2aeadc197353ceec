package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.verify.RuleManifests.CALLER;
import static io.github.meshready.smi.verify.RuleManifests.HTTP;
import static io.github.meshready.smi.verify.RuleManifests.ROUTES;
import static io.github.meshready.smi.verify.RuleManifests.RULE;
import static io.github.meshready.smi.verify.RuleManifests.object;
import static io.github.meshready.smi.verify.RuleManifests.over;
import static io.github.meshready.smi.verify.RuleManifests.service;
import static io.github.meshready.smi.verify.RuleManifests.workload;

import java.util.stream.Stream;

/** Cases of the rules about TrafficSplits. */
final class SplitRuleCases {

    private SplitRuleCases() {}

    static void addTo(RuleCases cases) {
        String[] base = {CALLER, workload("v1"), service("v1", "{port: 80}"), over(HTTP, "v1")};
        String sound = split("api", "{service: v1, weight: 1}");
        cases.rule("SMI-SPLIT-01")
                .says(
                        "error: ",
                        "{service: none",
                        with(base, split("api", "{service: v1, weight: 1}, {service: none, weight: 1}")))
                .keepsStill(with(base, sound));

        cases.rule("SMI-SPLIT-02")
                .says(
                        "error: ",
                        "{service: v2",
                        with(
                                base,
                                over(service("v2", "{port: 81}"), "v1"),
                                split("api", "{service: v1, weight: 1}, {service: v2, weight: 1}")))
                .keepsStill(with(base, sound));

        cases.rule("SMI-SPLIT-03")
                .says("error: weight 0.5", "{service: v1", with(base, split("api", "{service: v1, weight: 0.5}")))
                .keepsStill(with(base, sound));

        cases.rule("SMI-SPLIT-04")
                .says("error: ", "", with(base, sound, sound.replace("name: s,", "name: s2,")))
                .keepsStill(with(base, sound));

        cases.rule("SMI-SPLIT-05")
                .says(
                        "error: ",
                        "{service: api2",
                        with(
                                base,
                                service("api2", "{port: 80}"),
                                split("api", "{service: v1, weight: 1}, {service: api2, weight: 1}")))
                .keepsStill(with(base, sound));

        cases.rule("SMI-SPLIT-06")
                .says(
                        "warning: port 80 leads to 80 of the pods, and to 90",
                        "",
                        with(
                                base,
                                over(service("v2", "{port: 80, targetPort: 90}"), "v1"),
                                split("api", "{service: v2, weight: 1}")))
                .keepsStill(with(base, sound));

        cases.rule("SMI-SPLIT-07")
                .says(
                        "error: ",
                        "{service: v2",
                        with(
                                base,
                                workload("v2").replace("app: v2", "app: v1, n: v2"),
                                service("v2", "{port: 80}").replace("app: v2", "n: v2"),
                                split("api", "{service: v1, weight: 1}, {service: v2, weight: 1}"),
                                target("a", "t", "v1", "web", RULE),
                                ROUTES))
                .keepsStill(with(base, sound, target("a", "t", "v1", "web", RULE), ROUTES));

        cases.rule("SMI-SPLIT-08")
                .says(
                        "warning: the mesh takes spec.service x.api for pod x",
                        "x.api",
                        with(base, split("x.api", "{service: v1, weight: 1}")))
                .keepsStill(with(base, sound));
    }

    private static String split(String apex, String backends) {
        return object(
                "split.smi-spec.io/v1alpha2",
                "TrafficSplit",
                "s",
                "{service: " + apex + ", backends: [" + backends + "]}");
    }

    private static String[] with(String[] base, String... more) {
        return Stream.concat(Stream.of(base), Stream.of(more)).toArray(String[]::new);
    }
}

package io.github.meshready.smi.report.ci;

import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Wildcard;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.Baseline;
import io.github.meshready.smi.verify.gate.FailOn;
import io.github.meshready.smi.verify.gate.Gate;
import io.github.meshready.smi.verify.gate.GateSettings;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.gate.RuleIds;
import io.github.meshready.smi.verify.gate.SeverityRule;
import io.github.meshready.smi.verify.gate.Suppression;
import io.github.meshready.smi.verify.rule.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A judgement with a finding of every kind, and what manifests would put into it if they could. */
final class Judgements {

    /** What every kind of output takes for something else than text. */
    static final String HOSTILE = "\u001b[31m\r\n::error::x ##vso[task.complete result=Succeeded;] ##[add-mask]y"
            + " ]]> <script>&amp;\" [x](http://evil) {0} %0A,: \u202e";

    static final Places PLACES = new Places("app/", Optional.of("pom.xml"));

    private static final Set<String> IDS =
            Set.of("SMI-TT-05", "SMI-ID-01", "SMI-PROTO-01", "SMI-POD-03", "SMI-CALL-01", "SMI-ID-02", "SMI-HTTP-13");

    static final Finding OPEN = finding("SMI-TT-05", Severity.ERROR, "k8s/shop.yaml", 71, "TrafficTarget shop/t");
    static final Finding KNOWN = finding("SMI-ID-01", Severity.WARNING, "../deploy/a b.yaml", 3, "Deployment shop/old");
    static final Finding WARNING = finding("SMI-POD-03", Severity.WARNING, "k8s/shop.yaml", 9, "Deployment shop/web");
    static final Finding ACCEPTED = finding("SMI-PROTO-01", Severity.ERROR, "k8s/shop.yaml", 40, "Service shop/db");
    static final Finding ACCEPTED_IN_POM =
            finding("SMI-PROTO-01", Severity.ERROR, "k8s/shop.yaml", 50, "Service shop/mq");
    static final Finding OFF = finding("SMI-ID-02", Severity.ERROR, "k8s/shop.yaml", 60, "Deployment shop/web");
    static final Finding UNPLACED = new Finding(
            "SMI-CALL-01", Severity.INFO, Optional.empty(), "call web -> db", "is declared", "nothing", "-", List.of());

    private Judgements() {}

    static RuleIds ids() {
        return new RuleIds(
                Rules.all().stream().filter(rule -> IDS.contains(rule.id())).toList());
    }

    static List<String> allIds() {
        return Rules.all().stream().map(Rule::id).toList();
    }

    static Finding finding(String rule, Severity severity, String file, int line, String object) {
        Location place = new Location(file, line, 5);
        return new Finding(rule, severity, Optional.of(place), object, "is wrong", "it breaks", "mend it", List.of());
    }

    static Finding hostile(Severity severity) {
        String file = "k8s/" + HOSTILE + ".yaml";
        return new Finding(
                "SMI-TT-05",
                severity,
                Optional.of(new Location(file, 1, 2)),
                "TrafficTarget " + HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                List.of(HOSTILE));
    }

    static Judgement mixed() {
        List<Finding> findings = Stream.of(OPEN, ACCEPTED, ACCEPTED_IN_POM, OFF, KNOWN, WARNING, UNPLACED)
                .sorted(Finding.ORDER)
                .toList();
        GateSettings settings = new GateSettings(
                ids(),
                List.of(new SeverityRule(new Wildcard("SMI-ID-02"), Wildcard.ANY, Optional.empty())),
                List.of(
                        new Suppression(
                                new Wildcard("SMI-PROTO-01"),
                                new Wildcard("Service shop/db"),
                                "read only",
                                Optional.of(LocalDate.of(2027, 6, 30)),
                                Optional.of(new Location("k8s/shop.yaml", 38, 7))),
                        new Suppression(
                                new Wildcard("SMI-PROTO-*"),
                                new Wildcard("Service shop/m?"),
                                "goes in spring",
                                Optional.empty(),
                                Optional.empty())),
                false,
                LocalDate.of(2026, 11, 23),
                FailOn.ERROR);
        Baseline baseline = Baseline.of(of(KNOWN));
        return new Gate(settings).judge(new VerifyResult(null, findings), Optional.of(baseline));
    }

    static Judgement of(Finding... findings) {
        return Judgement.of(new VerifyResult(null, List.of(findings)));
    }
}

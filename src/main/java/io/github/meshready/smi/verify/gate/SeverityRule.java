package io.github.meshready.smi.verify.gate;

import io.github.meshready.smi.manifest.Wildcard;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import java.util.Optional;

/**
 * How bad the build says that findings are.
 *
 * @param rule the rules that it is about
 * @param object the objects that it is about, such as {@code Deployment shop/*}
 * @param severity empty where such findings are not wanted at all
 */
public record SeverityRule(Wildcard rule, Wildcard object, Optional<Severity> severity) {

    boolean matches(Finding finding) {
        return rule.matches(finding.rule()) && object.matches(finding.object());
    }
}

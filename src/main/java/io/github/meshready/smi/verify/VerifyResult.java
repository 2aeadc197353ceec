package io.github.meshready.smi.verify;

import java.util.List;

/**
 * What came out.
 *
 * @param facts what was looked at
 * @param findings what is to be mended, worst first
 */
public record VerifyResult(Facts facts, List<Finding> findings) {

    public VerifyResult {
        findings = List.copyOf(findings);
    }
}

package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** What may be a call and is not sure enough to be allowed. */
final class UnsureCall implements Rule {

    @Override
    public String id() {
        return "SMI-CALL-04";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.graph().suggestions().stream().map(this::finding).toList();
    }

    private Finding finding(Call call) {
        return Finding.of(
                this,
                Severity.INFO,
                call.source().object(),
                call.location(),
                "may call " + call.described(),
                "no policy is written for it",
                "if it is a call, declare it: "
                        + Snippets.call(
                                call.source(),
                                call.service(),
                                Integer.toString(call.port().number())));
    }
}

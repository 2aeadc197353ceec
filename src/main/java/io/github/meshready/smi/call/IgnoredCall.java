package io.github.meshready.smi.call;

/**
 * What looks like a call and is none, as the build's configuration says.
 *
 * @param call what was found
 * @param reason why it is none, in the words of who declared it; possibly empty
 */
public record IgnoredCall(Call call, String reason) {

    /** In a few words. */
    public String described() {
        return reason.isEmpty() ? call.described() : call.described() + ": " + reason;
    }
}

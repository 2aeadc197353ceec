package io.github.meshready.smi.explain;

import io.github.meshready.smi.mesh.Decision;
import java.util.List;

/**
 * What happens to a call, and why.
 *
 * @param question the call
 * @param decision what the mesh does with it
 * @param chain what leads to the decision, from the caller to the called pods
 * @param missing what is missing for the call to pass, at the policy that comes nearest, one for each called account that
 *     refuses it; none if it may pass
 * @param evidence what says that the application makes the call, or that nothing does
 */
public record Explanation(
        Question question, Decision decision, List<Step> chain, List<Step> missing, List<Step> evidence)
        implements Answer {

    public Explanation {
        chain = List.copyOf(chain);
        missing = List.copyOf(missing);
        evidence = List.copyOf(evidence);
    }
}

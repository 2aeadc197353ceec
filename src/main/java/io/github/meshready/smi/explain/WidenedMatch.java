package io.github.meshready.smi.explain;

import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.HttpRouteGroup;
import java.util.List;

/**
 * A match that lets in more than the routes that it stands for, because these cannot be written as they are.
 *
 * @param group the group that holds it
 * @param match the match, with the wider form
 * @param why what cannot be written, and what is let in instead, in words with a request that shows it
 */
public record WidenedMatch(HttpRouteGroup group, HttpMatch match, List<String> why) {

    public WidenedMatch {
        why = List.copyOf(why);
    }
}

package io.github.meshready.smi.policy;

import java.util.List;

/**
 * Where the routes of an account are from, and who gets which.
 *
 * @param served the account, how many it serves and what tells them, in words
 * @param callers what each caller gets and why, in words
 */
public record ToldRoutes(String served, List<String> callers) {

    public ToldRoutes {
        callers = List.copyOf(callers);
    }
}

package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.manifest.Printable;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Something that has to hold of what the mesh lets through, whoever writes the policies. Its text reads like a sentence. */
public sealed interface Invariant {

    /** Who it is about. */
    Ends ends();

    /** The methods of requests that it has nothing against; none if it is against all calls. */
    SortedSet<String> methods();

    /**
     * Who it is about, by name.
     *
     * @param from who calls
     * @param to who is called
     * @param except callers that it is not about
     */
    record Ends(List<String> from, List<String> to, List<String> except) {

        public Ends {
            from = List.copyOf(from);
            to = List.copyOf(to);
            except = List.copyOf(except);
        }

        @Override
        public String toString() {
            String exception = except.isEmpty() ? "" : " except " + joined(except);
            return "from " + joined(from) + " to " + joined(to) + exception;
        }
    }

    /** No call from the ones to the others passes. */
    record Deny(Ends ends) implements Invariant {

        @Override
        public SortedSet<String> methods() {
            return Collections.emptySortedSet();
        }

        @Override
        public String toString() {
            return "deny " + ends;
        }
    }

    /** No call passes, and no chain of calls leads there through others. */
    record NoPath(Ends ends) implements Invariant {

        @Override
        public SortedSet<String> methods() {
            return Collections.emptySortedSet();
        }

        @Override
        public String toString() {
            return "no path " + ends;
        }
    }

    /** Only HTTP requests with these methods pass. */
    record Only(Ends ends, SortedSet<String> methods) implements Invariant {

        public Only {
            methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
        }

        @Override
        public String toString() {
            return "only " + joined(List.copyOf(methods)) + " " + ends;
        }
    }

    private static String joined(List<String> names) {
        return Printable.text(String.join(", ", names));
    }
}

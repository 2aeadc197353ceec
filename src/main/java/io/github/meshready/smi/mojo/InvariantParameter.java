package io.github.meshready.smi.mojo;

import io.github.meshready.smi.verify.invariant.Invariant.Ends;
import java.util.List;
import java.util.stream.Stream;

/** A {@code <deny>} or {@code <noPath>} element; Maven fills the fields. */
public class InvariantParameter {

    static final String PARAMETER = "invariants";

    private String from;
    private String to;
    private String except;

    /** @param element the element's name, for messages */
    Ends toEnds(String element) {
        return new Ends(required(element, "from", from), required(element, "to", to), texts(except));
    }

    static List<String> required(String element, String name, String value) {
        List<String> texts = texts(value);
        if (texts.isEmpty()) {
            throw new ParameterException(
                    PARAMETER,
                    "a <" + element + "> has no <" + name + ">",
                    "add one; several names are separated by commas");
        }
        return texts;
    }

    static List<String> texts(String list) {
        return list == null
                ? List.of()
                : Stream.of(list.split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }
}

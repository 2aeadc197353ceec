package io.github.meshready.smi.explain;

import io.github.meshready.smi.manifest.Location;
import java.util.List;

/**
 * A link of the chain that leads to a decision.
 *
 * @param topic what it is about, in a word
 * @param text what holds there
 * @param places where that stands
 */
public record Step(String topic, String text, List<Location> places) {

    public Step {
        places = List.copyOf(places);
    }

    Step(String topic, String text, Location place) {
        this(topic, text, List.of(place));
    }
}

package io.github.meshready.smi.lastrun;

import io.github.meshready.smi.manifest.Sighting;
import java.util.List;

/**
 * A run that succeeded.
 *
 * @param conditions what it was told besides files, each behind its name; another run has to be told the same
 * @param days when it comes to the same
 * @param sightings what it saw of files, and left there
 * @param said what it printed
 */
public record PastRun(List<String> conditions, Days days, List<Sighting> sightings, List<Said> said) {

    public PastRun {
        conditions = List.copyOf(conditions);
        sightings = List.copyOf(sightings);
        said = List.copyOf(said);
    }
}

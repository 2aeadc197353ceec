package io.github.meshready.smi.diff;

import io.github.meshready.smi.manifest.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that may pass, door by door. */
final class Openings {

    private final boolean wholePath;
    private final SortedMap<Door, SortedMap<Permission, SortedSet<Location>>> doors = new TreeMap<>();

    /** @param wholePath whether path expressions have to match whole paths */
    Openings(boolean wholePath) {
        this.wholePath = wholePath;
    }

    void add(Door door, Permission permission, List<Location> by) {
        doors.computeIfAbsent(door, key -> new TreeMap<>())
                .computeIfAbsent(permission, key -> new TreeSet<>())
                .addAll(by);
    }

    SortedSet<Door> doors() {
        return new TreeSet<>(doors.keySet());
    }

    boolean has(Door door) {
        return doors.containsKey(door);
    }

    /** What passes at a door and nowhere among the others, shortest form: what another permission covers is left out. */
    List<Passage> notIn(Openings others, Door door) {
        List<Passage> passages = new ArrayList<>();
        SortedMap<Permission, SortedSet<Location>> here = doors.getOrDefault(door, new TreeMap<>());
        for (Map.Entry<Permission, SortedSet<Location>> entry : here.entrySet()) {
            Permission permission = entry.getKey();
            boolean repeated = here.keySet().stream()
                    .anyMatch(each -> !each.equals(permission) && each.covers(permission, wholePath));
            if (!repeated && !others.lets(door, permission)) {
                boolean byOrder =
                        permission.scope() == Permission.Scope.REQUESTS && others.lets(door, permission.byOrder());
                passages.add(new Passage(permission, List.copyOf(entry.getValue()), byOrder));
            }
        }
        return passages;
    }

    private boolean lets(Door door, Permission permission) {
        return lets(doors.get(door), permission)
                || doors.entrySet().stream()
                        .filter(entry ->
                                entry.getKey().isGeneral() && entry.getKey().covers(door))
                        .anyMatch(entry -> lets(entry.getValue(), permission));
    }

    private boolean lets(SortedMap<Permission, SortedSet<Location>> permissions, Permission permission) {
        return permissions != null
                && permissions.keySet().stream().anyMatch(each -> each.covers(permission, wholePath));
    }
}

package io.github.meshready.smi.generate;

import io.github.meshready.smi.call.DeclaredCall;
import java.util.List;

/**
 * A call of a random application.
 *
 * @param toPods whether it dials single pods by their names
 * @param key the variable or argument that tells the address; empty for a call that the build declares
 * @param address the address as it is spelled there
 */
record RandomCall(
        RandomPods client, RandomFront front, RandomFront.Port port, boolean toPods, String key, String address) {

    /** Whom it means: pods that call a Service which they are behind themselves mean the others, if there are any. */
    List<RandomPods> callees() {
        return front.behind().size() == 1
                ? front.behind()
                : front.behind().stream().filter(each -> !each.equals(client)).toList();
    }

    boolean isDeclared() {
        return key.isEmpty();
    }

    DeclaredCall declaration() {
        return new DeclaredCall(client.id(), front.fullName(), Integer.toString(port.number()));
    }

    boolean isWithinMesh() {
        return client.sidecar() && front.behind().stream().allMatch(RandomPods::sidecar);
    }

    @Override
    public String toString() {
        return client.id() + " -> " + front.fullName() + ":" + port.number();
    }
}

package io.github.meshready.smi.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws who calls whom in a random application, and how the addresses are spelled. */
final class RandomCalls {

    private final Random random;
    private final RandomWorld world;

    RandomCalls(Random random, RandomWorld world) {
        this.random = random;
        this.world = world;
    }

    List<RandomCall> draw() {
        List<RandomCall> calls = new ArrayList<>();
        for (RandomPods client : world.pods()) {
            boolean serves = client.labels().size() > 1 || !client.ports().isEmpty();
            for (RandomFront front : world.fronts()) {
                for (RandomFront.Port port : front.ports()) {
                    boolean peers = front.name().equals(client.governing());
                    if (peers || random.nextInt(serves ? 10 : 4) == 0) {
                        calls.add(call(client, front, port));
                    }
                }
            }
        }
        return calls;
    }

    private RandomCall call(RandomPods client, RandomFront front, RandomFront.Port port) {
        boolean toPods = front.name().endsWith("-peers") && front.namespace().equals(client.namespace());
        boolean own = front.behind().equals(List.of(client));
        if (own && !toPods || random.nextInt(10) == 0) {
            return new RandomCall(client, front, port, false, "", "");
        }
        String key = "X" + front.namespace() + front.name().replace('-', '_') + port.number();
        boolean argument = random.nextInt(5) == 0;
        return new RandomCall(
                client,
                front,
                port,
                toPods,
                argument ? "--" + key.toLowerCase(Locale.ROOT) + "-url" : key,
                own ? peers(front, port) : scheme(port, argument) + host(client, front, toPods) + ":" + port.number());
    }

    /** Several pods of its own are a workload's peers; its own Service, or one pod, is what it is known by itself. */
    private static String peers(RandomFront front, RandomFront.Port port) {
        return IntStream.range(0, 3)
                .mapToObj(i -> front.behind().get(0).name() + "-" + i + "." + front.name() + ":" + port.number())
                .collect(Collectors.joining(","));
    }

    private String host(RandomPods client, RandomFront front, boolean toPods) {
        if (toPods) {
            return front.behind().get(0).name() + "-" + random.nextInt(3) + "." + front.name();
        }
        return front.namespace().equals(client.namespace()) && random.nextBoolean()
                ? front.name()
                : front.name() + "." + front.namespace()
                        + List.of("", ".svc", ".svc.cluster.local").get(random.nextInt(3));
    }

    private String scheme(RandomFront.Port port, boolean needed) {
        return needed || random.nextBoolean() ? port.http() ? "http://" : "tcp://" : "";
    }
}

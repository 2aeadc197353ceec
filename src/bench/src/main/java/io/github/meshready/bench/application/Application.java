package io.github.meshready.bench.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * An application of any size, as a team might keep it in its repository: workloads that speak http, gRPC and TCP, each with a Service,
 * configuration, comments, and calls in the spellings that people use. Beside them stands what no mesh looks at. The same size gives
 * the same bytes; a workload takes about 3.5 kB.
 */
public final class Application {

    private final int size;
    private final int fewestCalls;
    private final Random random = new Random(42);

    /**
     * @param size number of workloads
     * @param fewestCalls how many calls each workload makes at least that makes any, before those that it would make twice are
     *     counted once; two more at most
     */
    public Application(int size, int fewestCalls) {
        this.size = size;
        this.fewestCalls = fewestCalls;
    }

    /** One of a size whose workloads make two to four calls. */
    public Application(int size) {
        this(size, 2);
    }

    /** An object and the name of its file where each object has one. */
    record Item(String file, String text) {}

    /** Everything in one text. To be taken once, as chance goes on. */
    public String text() {
        StringBuilder text = new StringBuilder();
        members().forEach(member -> text.append(joined(items(member))));
        return text.toString();
    }

    Stream<Member> members() {
        return Stream.iterate(0, number -> number + 1).limit(size).map(Member::new);
    }

    static String joined(List<Item> items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append("---\n").append(item.text()));
        return text.toString();
    }

    /** The objects of a workload, to be asked for one workload after the other. */
    List<Item> items(Member member) {
        Calls calls = new Calls(member);
        int count = fewestCalls + random.nextInt(3);
        if (member.kind().calls()) {
            for (int nth = 0; nth < count; nth++) {
                calls.add(called(member.number()), nth);
            }
        }
        String name = member.name();
        ObjectText objects = new ObjectText(member);
        List<Item> items = new ArrayList<>();
        items.add(new Item(name + "-cm.yml", objects.configMap(calls.config())));
        items.add(new Item(
                name + (member.kind() == Kind.DATABASE ? "-statefulset.yml" : "-deployment.yml"),
                new WorkloadText(member).workload(calls.env(), calls.arguments())));
        items.add(new Item(name + "-service.yml", objects.service()));
        if (member.number() % 2 == 0 && member.kind() != Kind.DATABASE) {
            items.add(new Item(name + "-hpa.yml", objects.autoscaler()));
        }
        if (member.number() % 5 == 1) {
            items.add(new Item(name + "-pdb.yml", objects.budget()));
        }
        return items;
    }

    /** A neighbour mostly. */
    private Member called(int from) {
        int start = from - from % Member.PER_NAMESPACE;
        int to = random.nextInt(5) == 0
                ? random.nextInt(size)
                : start + random.nextInt(Math.min(Member.PER_NAMESPACE, size - start));
        return new Member(to == from ? (to + 1) % size : to);
    }
}

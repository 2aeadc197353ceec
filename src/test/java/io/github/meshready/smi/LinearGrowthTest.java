package io.github.meshready.smi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twice as many workloads take about twice the work. Work is counted, because no clock says the same on every machine: what is
 * allocated, and how often a method of ours begins or a loop of ours goes round, which a stage that compares everything with
 * everything shows even if it makes nothing.
 */
class LinearGrowthTest {

    private static final double MOST_GROWTH = 2.2;
    private static final double MOST_GROWTH_OF_METHOD = 2.6;

    @TempDir
    private Path base;

    @Test
    void stagesAllocateInProportion() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        LongSupplier bytes = threads::getCurrentThreadAllocatedBytes;
        run(10, bytes); // classes and what is made once
        assertProportional(run(1_000, bytes), run(2_000, bytes));
    }

    /** Sorting takes a little more than twice as long for twice as much; comparing all with all, four times. */
    @Test
    void methodsAreBusyInProportion() throws Exception {
        int size = 400;
        ClassLoader counting = new CountingLoader(getClass().getClassLoader());
        Map<String, Long> once = counted(counting, size);
        Map<String, Long> twice = counted(counting, 2 * size);
        SoftAssertions all = new SoftAssertions();
        once.forEach((method, count) -> {
            if (twice.get(method) > 2 * size) {
                all.assertThat((double) twice.get(method) / count).as(method).isLessThan(MOST_GROWTH_OF_METHOD);
            }
        });
        all.assertAll();
        assertThat(once.values().stream().filter(count -> count > size)).hasSizeGreaterThan(500);
    }

    private Map<String, Long> run(int size, LongSupplier meter) throws Exception {
        return new Stages(folder(size), meter).run(size);
    }

    /** How often each method began or went round in a loop. */
    private Map<String, Long> counted(ClassLoader counting, int size) throws Exception {
        Class<?> stages = counting.loadClass(Stages.class.getName());
        var constructor = stages.getDeclaredConstructor(Path.class, LongSupplier.class);
        constructor.setAccessible(true);
        var run = stages.getDeclaredMethod("run", int.class);
        run.setAccessible(true);
        OperationCount.clear();
        LongSupplier nothing = () -> 0;
        run.invoke(constructor.newInstance(folder(size), nothing), size);
        return OperationCount.byMethod();
    }

    private Path folder(int size) throws Exception {
        return Files.createTempDirectory(base, "of-" + size);
    }

    private static void assertProportional(Map<String, Long> once, Map<String, Long> twice) {
        SoftAssertions all = new SoftAssertions();
        once.forEach((stage, cost) ->
                all.assertThat((double) twice.get(stage) / cost).as(stage).isBetween(1.5, MOST_GROWTH));
        all.assertAll();
        assertThat(once).hasSize(8);
    }
}

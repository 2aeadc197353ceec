package io.github.meshready.smi.mojo;

import io.github.meshready.smi.lastrun.Days;
import io.github.meshready.smi.lastrun.LastRun;
import io.github.meshready.smi.lastrun.PastRun;
import io.github.meshready.smi.lastrun.Said;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.manifest.Sighting;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.gate.SuppressionUse;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What becomes of a run that would only repeat the last one. */
abstract class AbstractRememberedMojo extends AbstractSmiMojo {

    private static final String FORCE = "force";

    /**
     * Whether to run although nothing changed since the last run that succeeded. By default such a run is not made again: its
     * messages are printed once more, from {@code target/smi-last-run}. Compared are the contents of all files that the
     * run looked at or wrote, those that it looked for and did not find, all parameters, and the plugin itself. Goals that
     * {@code smi.kustomize} lets run kubectl are always run, and so are those that update a baseline.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.force", defaultValue = "false")
    private boolean force;

    private final List<Said> said = new ArrayList<>();

    private final Progress progress = new Progress(System::nanoTime);

    AbstractRememberedMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    /** Runs the goal, unless the last run would be repeated. */
    @Override
    final void start() throws IOException, MojoFailureException {
        LastRun last = build().lastRun();
        Optional<List<String>> told = isAlwaysRun() ? Optional.empty() : told();
        if (!force && told.isPresent() && isRepeated(last, told.get())) {
            return;
        }
        last.forget();
        Optional<Judgement> judgement = notedRun();
        if (told.isPresent() && judgement.isPresent()) {
            remember(last, told.get(), judgement.get());
        }
    }

    /** What this goal is told besides files; empty if nobody can tell. */
    private Optional<List<String>> told() {
        Conditions conditions = new Conditions(base());
        build().addTo(conditions);
        conditions.addParameters(this, FORCE);
        return conditions.lines();
    }

    private boolean isRepeated(LastRun last, List<String> told) throws IOException {
        Optional<PastRun> past = last.read();
        if (past.isEmpty()) {
            return false;
        }
        Optional<String> difference =
                past.get().days().areAll() || past.get().days().contains(today())
                        ? last.difference(past.get(), told, shared())
                        : Optional.of("day");
        if (difference.isPresent()) {
            getLog().debug("Not as at the last run: " + Printable.line(difference.get()));
            return false;
        }
        skipped();
        getLog().info("Nothing changed since the last run, which said (to run it again: -Dsmi.force):");
        for (Said each : past.get().said()) {
            say(each);
        }
        return true;
    }

    private Optional<Judgement> notedRun() throws IOException, MojoFailureException {
        Log log = getLog();
        said.clear();
        progress.start(log::info); // past what is remembered: how long a run took is nothing to say again
        setLog(new NotedLog(log, said));
        try {
            return run(manifests());
        } finally {
            setLog(log);
        }
    }

    private void remember(LastRun last, List<String> told, Judgement judgement) throws IOException {
        Optional<List<Sighting>> sightings = disk().sightings();
        if (sightings.isPresent()) {
            last.remember(new PastRun(told, days(judgement), sightings.get(), said));
        }
    }

    private static Days days(Judgement judgement) {
        Days days = Days.ALL;
        for (SuppressionUse use : judgement.suppressions()) {
            Optional<LocalDate> until = use.suppression().until();
            if (until.isPresent()) {
                days = days.with(until.get(), use.expired());
            }
        }
        return days;
    }

    /** Whether this run is to be made in any case, and not to be remembered. */
    abstract boolean isAlwaysRun();

    /** The day that expiries are compared with. */
    LocalDate today() {
        return Today.date();
    }

    /** The output itself: Maven's log puts its own words before a line, and Maven 4 before what goes to System.out too. */
    PrintStream console() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    }

    /**
     * Runs the goal.
     *
     * @return what it came to; empty if there was nothing to do
     */
    abstract Optional<Judgement> run(Manifests found) throws IOException, MojoFailureException;

    /** Does what other goals of this build rely on when a run is not made. */
    abstract void skipped();

    /** The name of a file that another goal writes as well. */
    abstract Optional<String> shared();

    /** Is told each stage of a run that is done. */
    final Consumer<String> progress() {
        return progress;
    }

    /** Prints a text past Maven's log; it is printed again when a run is not made. */
    final void sayToConsole(String text) {
        Said line = new Said(Said.Level.CONSOLE, text);
        said.add(line);
        say(line);
    }

    private void say(Said each) {
        switch (each.level()) {
            case INFO -> getLog().info(each.text());
            case WARN -> getLog().warn(each.text());
            case ERROR -> getLog().error(each.text());
            case CONSOLE -> {
                PrintStream console = console();
                console.print(each.text());
                console.flush();
            }
        }
    }
}

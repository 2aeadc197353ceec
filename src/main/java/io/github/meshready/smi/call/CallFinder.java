package io.github.meshready.smi.call;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds who calls whom, from the manifests and from what the build's configuration declares. */
public final class CallFinder {

    private static final Comparator<Call> ORDER = Comparator.comparing(
                    (Call call) -> call.source().objectName())
            .thenComparing(call -> call.source().kind().kind())
            .thenComparing(call -> call.service().name())
            .thenComparing(call -> call.port().number())
            .thenComparing(call -> call.port().index());

    private final Application application;
    private final Declarations declarations;

    public CallFinder(Application application, Declarations declarations) {
        this.application = application;
        this.declarations = declarations;
    }

    /**
     * Finds the calls.
     *
     * @throws InputException if a declaration names nothing, or more than one thing
     */
    public CallGraph find() {
        List<ParsedModule> modules =
                declarations.modules().stream().map(ParsedModule::new).toList();
        LibraryClasses libraries = new LibraryClasses(modules);
        EvidenceFinder evidence = new EvidenceFinder(application, modules, libraries);
        evidence.search();
        List<Candidate> candidates = new ArrayList<>(evidence.candidates());
        DeclarationReader reader = new DeclarationReader(application);
        List<Candidate> declared = declared(reader);
        candidates.addAll(declared);
        Map<PortKey, PortProtocol> protocols = new PortProtocols(application, candidates, reader.protocols()).decide();
        List<Call> all = merge(candidates, protocols);

        Ignores ignores = new Ignores(application, declarations.ignored());
        List<Call> calls = new ArrayList<>();
        List<Call> suggestions = new ArrayList<>();
        List<IgnoredCall> ignored = new ArrayList<>();
        for (Call call : all) {
            Optional<DeclaredCall> ignoring = ignores.covering(call);
            if (ignoring.isPresent()) {
                ignored.add(new IgnoredCall(call, ignoring.get().reason()));
            } else {
                (call.confidence() == Confidence.LOW ? suggestions : calls).add(call);
            }
        }
        List<Unresolved> unresolved = sorted(evidence.unresolved()).stream()
                .filter(each -> !ignores.covers(each))
                .filter(each -> declared.stream().noneMatch(call -> call.answers(each)))
                .toList();
        RouteBook routes =
                new RouteFinder(application, modules, declarations.routes()).find(calls, declarations.calls());
        return new CallGraph(
                calls,
                suggestions,
                ignored,
                unresolved,
                ignores.unused(),
                protocols,
                routes,
                new ApiClients(application, modules, libraries).find());
    }

    private List<Candidate> declared(DeclarationReader reader) {
        List<Candidate> declared = new ArrayList<>();
        List<InputProblem> problems = new ArrayList<>();
        for (DeclaredCall call : declarations.calls()) {
            try {
                declared.add(reader.read(call));
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return declared;
    }

    private static List<Call> merge(List<Candidate> candidates, Map<PortKey, PortProtocol> protocols) {
        Map<Candidate.Key, List<Candidate>> byCall = new LinkedHashMap<>();
        candidates.forEach(candidate -> byCall.computeIfAbsent(candidate.key(), key -> new ArrayList<>())
                .add(candidate));
        return byCall.values().stream()
                .map(pieces -> call(pieces, protocols))
                .sorted(ORDER)
                .toList();
    }

    private static Call call(Collection<Candidate> pieces, Map<PortKey, PortProtocol> protocols) {
        Candidate first = pieces.iterator().next();
        Confidence surest = pieces.stream()
                .map(Candidate::confidence)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<Evidence> evidence = pieces.stream()
                .filter(piece -> piece.confidence() != Confidence.LOW || surest == Confidence.LOW)
                .map(Candidate::evidence)
                .distinct()
                .sorted(Evidence.ORDER)
                .toList();
        AppProtocol protocol =
                protocols.get(PortKey.of(first.service(), first.port())).protocol();
        boolean toPods = pieces.stream().allMatch(Candidate::toPod);
        return new Call(first.source(), first.service(), first.port(), protocol, surest, toPods, evidence);
    }

    private static List<Unresolved> sorted(List<Unresolved> unresolved) {
        return unresolved.stream()
                .distinct()
                .sorted(Comparator.comparing((Unresolved each) -> each.source().id())
                        .thenComparing(each -> each.address().toString())
                        .thenComparing(Unresolved::evidence, Evidence.ORDER))
                .toList();
    }
}

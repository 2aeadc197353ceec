package io.github.meshready.smi.mojo;

import io.github.meshready.smi.app.Cidr;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.DnsName;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import io.github.meshready.smi.call.RouteInputs;
import io.github.meshready.smi.manifest.Input;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.KubectlKustomize;
import io.github.meshready.smi.manifest.KustomizationRenderer;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.manifest.PathPattern;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.policy.AccountMode;
import io.github.meshready.smi.policy.DeclaredIngress;
import io.github.meshready.smi.policy.DeclaredSplit;
import io.github.meshready.smi.policy.PolicyMode;
import io.github.meshready.smi.route.DeclaredRoutes;
import io.github.meshready.smi.route.RouteSources;
import io.github.meshready.smi.verify.gate.FailOn;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns what Maven put into fields, where absent is null, into what the use cases take; refuses what means nothing. */
final class ParameterValues {

    private static final String NAME_FIX = "use lower-case letters, digits and inner dashes";

    private ParameterValues() {}

    static Settings settings(
            String namespace,
            String mesh,
            String meshName,
            String permissive,
            String egress,
            Optional<Path> meshConfig) {
        String used =
                namespace == null || namespace.isBlank() ? Settings.DEFAULT.defaultNamespace() : namespace.strip();
        if (!DnsName.isLabel(used)) {
            throw new ParameterException("namespace", "\"" + used + "\" is no name of a namespace", NAME_FIX);
        }
        Dialect dialect = dialect(mesh.strip());
        String name = meshName == null || meshName.isBlank() ? dialect.product().toString() : meshName.strip();
        if (!DnsName.isLabel(name)) {
            throw new ParameterException("meshName", "\"" + name + "\" is no name of a mesh", NAME_FIX);
        }
        return new Settings(
                used,
                name,
                dialect,
                Optional.ofNullable(permissive).map(ParameterValues::bool),
                egressMode(egress),
                meshConfig);
    }

    private static Dialect dialect(String mesh) {
        return Dialect.of(mesh)
                .orElseThrow(() -> new ParameterException(
                        "mesh",
                        "\"" + mesh + "\" is no mesh of which it is known what it does",
                        "use one of: "
                                + String.join(
                                        ", ",
                                        Dialect.KNOWN.stream()
                                                .map(Dialect::toString)
                                                .toList())));
    }

    /** Maven takes every text but {@code true} for false. */
    private static boolean bool(String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ParameterException("permissive", "\"" + text + "\" is neither", "use true or false");
        };
    }

    static Declarations declarations(
            List<CallParameter> calls, List<CallParameter> ignored, List<BuildModule> modules, RouteInputs routes) {
        return new Declarations(
                calls(calls, CallParameter::toCall), calls(ignored, CallParameter::toIgnoredCall), modules, routes);
    }

    static List<DeclaredRoutes> routes(List<RoutesParameter> parameters) {
        return parameters == null
                ? List.of()
                : parameters.stream().map(RoutesParameter::toRoutes).toList();
    }

    static RouteSources routeSources(String text) {
        return switch (text.strip()) {
            case "all" -> RouteSources.ALL;
            case "declared" -> RouteSources.DECLARED;
            case "none" -> RouteSources.NONE;
            default ->
                throw new ParameterException(
                        "routeSources", "\"" + text + "\" is none of them", "use all, declared or none");
        };
    }

    private static List<DeclaredCall> calls(
            List<CallParameter> parameters, Function<CallParameter, DeclaredCall> meaning) {
        return parameters == null ? List.of() : parameters.stream().map(meaning).toList();
    }

    /** @param base the project's folder, which everything is relative to */
    static Inputs inputs(Path base, List<String> manifests, List<String> excludes, Limits limits, boolean kustomize) {
        List<PathPattern> patterns = texts(excludes).map(PathPattern::new).toList();
        Optional<KustomizationRenderer> renderer =
                kustomize ? Optional.of(new KubectlKustomize("kubectl")) : Optional.empty();
        return new Inputs(texts(manifests).map(text -> input(base, text)).toList(), patterns, limits, renderer);
    }

    private static Stream<String> texts(List<String> texts) {
        return texts == null
                ? Stream.empty()
                : texts.stream().map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Input input(Path base, String text) {
        if (!PathPattern.isPattern(text)) {
            return new Input(path(base, text));
        }
        PathPattern pattern = new PathPattern(text);
        return new Input(path(base, pattern.fixedStart()), Optional.of(pattern));
    }

    private static Path path(Path base, String text) {
        try {
            return base.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new ParameterException("manifests", "\"" + text + "\" is no path", "name a file or folder");
        }
    }

    static Limits limits(int fileSize, int files, int depth, int expansion) {
        return new Limits(
                within("maxFileSize", fileSize, Limits.LARGEST.fileSize()),
                within("maxFiles", files, Limits.LARGEST.files()),
                within("maxDepth", depth, Limits.LARGEST.depth()),
                within("maxExpansion", expansion, Limits.LARGEST.expansion()));
    }

    private static int within(String parameter, int value, int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(parameter, value + " is not possible", "use a number from 1 to " + most);
        }
        return value;
    }

    /** Reads a text, because Maven compares the constants of an enum in capitals only. */
    static FailOn failOn(String text) {
        return switch (text.strip()) {
            case "error" -> FailOn.ERROR;
            case "warning" -> FailOn.WARNING;
            case "never" -> FailOn.NEVER;
            default ->
                throw new ParameterException(
                        "failOn", "\"" + text + "\" is no severity", "use error, warning or never");
        };
    }

    static AccountMode accountMode(String text) {
        return switch (text.strip()) {
            case "missing" -> AccountMode.MISSING;
            case "dedicated" -> AccountMode.DEDICATED;
            default ->
                throw new ParameterException(
                        "serviceAccounts", "\"" + text + "\" is neither", "use missing or dedicated");
        };
    }

    static PolicyMode policyMode(String text) {
        return switch (text.strip()) {
            case "always" -> PolicyMode.ALWAYS;
            case "enforced" -> PolicyMode.ENFORCED;
            case "never" -> PolicyMode.NEVER;
            default ->
                throw new ParameterException(
                        "policies", "\"" + text + "\" is none of them", "use always, enforced or never");
        };
    }

    private static EgressMode egressMode(String text) {
        return switch (text.strip()) {
            case "write" -> EgressMode.WRITE;
            case "warn" -> EgressMode.WARN;
            case "off" -> EgressMode.OFF;
            default ->
                throw new ParameterException("egress", "\"" + text + "\" is none of them", "use write, warn or off");
        };
    }

    static Optional<String> kubernetesApi(String text) {
        Optional<String> range = Optional.ofNullable(text).map(String::strip).filter(each -> !each.isEmpty());
        if (range.filter(each -> !Cidr.isRange(each)).isPresent()) {
            throw new ParameterException(
                    "kubernetesApi",
                    "\"" + text + "\" is no range of IPv4 addresses",
                    "use the cluster IP of the Service kubernetes, such as 10.0.0.1/32");
        }
        return range;
    }

    static List<DeclaredIngress> ingress(List<IngressParameter> parameters) {
        return parameters == null
                ? List.of()
                : parameters.stream().map(IngressParameter::toIngress).toList();
    }

    static List<DeclaredSplit> splits(List<SplitParameter> parameters) {
        return parameters == null
                ? List.of()
                : parameters.stream().map(SplitParameter::toSplit).toList();
    }

    static Set<ObjectName> accounts(List<String> texts) {
        Set<ObjectName> accounts = new HashSet<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            String[] parts = text.strip().split("/", -1);
            if (parts.length != 2 || !DnsName.isLabel(parts[0]) || !DnsName.isSubdomain(parts[1])) {
                throw new ParameterException(
                        "externalAccounts", "\"" + text + "\" names no account", "write namespace/name");
            }
            accounts.add(new ObjectName(parts[0], parts[1]));
        }
        return accounts;
    }
}

package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.verify.Rule;
import java.util.List;

/** All rules. A new one is a class of its own and a line here. */
public final class Rules {

    private Rules() {}

    public static List<Rule> all() {
        return List.of(
                new NamespaceNotOnboarded(),
                new InvalidInjection(),
                new DefaultAccount(),
                new UndefinedAccount(),
                new DottedAccount(),
                new SharedAccount(),
                new PartlyAllowedService(),
                new TargetInOtherNamespace(),
                new TargetWithoutRules(),
                new ForeignRuleKind(),
                new ForeignAccountKind(),
                new RuleWithoutMatches(),
                new SourceWithoutNamespace(),
                new TargetWithoutSources(),
                new UnknownRoute(),
                new RouteInOtherNamespace(),
                new OpenTcpPorts(),
                new UnservedVersion(),
                new HeadersAsMap(),
                new CrowdedHeader(),
                new BadRegex(),
                new ConflictingRoutes(),
                new RepeatedMatch(),
                new BadMethod(),
                new WildcardMatch(),
                new ServicePortInTcpRoute(),
                new PortOutOfRange(),
                new TcpOnlyToHttp(),
                new HttpPortNotInTcpRoute(),
                new TcpRouteWithoutPorts(),
                new UdpRoute(),
                new MisreadPort(),
                new UnsupportedProtocol(),
                new RepeatedPortNumber(),
                new SharedTargetPort(),
                new SplitWithoutService(),
                new SplitWithoutPort(),
                new SplitWeights(),
                new RepeatedSplit(),
                new SplitWithoutSelector(),
                new SplitMismatch(),
                new PartlyAllowedSplit(),
                new SplitHostForm(),
                new EndlessJob(),
                new InitContainerCall(),
                new ExposedWithoutIngress(),
                new CallRefused(),
                new NeedlessAccess(),
                new UnresolvedAddress(),
                new UnsureCall(),
                new RefusedOnceEnforced(),
                new ExternalCallRefused());
    }
}

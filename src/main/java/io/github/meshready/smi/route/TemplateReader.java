package io.github.meshready.smi.route;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.route.TemplateToken.Braces;
import io.github.meshready.smi.route.TemplateToken.Fixed;
import io.github.meshready.smi.route.TemplateToken.Slash;
import io.github.meshready.smi.route.TemplateToken.Stars;
import io.github.meshready.smi.route.regex.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads templates: OpenAPI 3.1, 4.8.8; Spring's PathPattern; Jakarta REST 3.1, 3.4 and 3.7.3; Micronaut's UriMatchTemplate. Variables are
 * texts of at least one character without a slash; texts are compared as they are sent, so {@code %62ooks} is not {@code books} here,
 * even though a program may take it for that.
 */
final class TemplateReader {

    private final RouteTemplate template;
    private final TreeSet<String> widened = new TreeSet<>();
    private final List<String> remarks = new ArrayList<>();

    TemplateReader(RouteTemplate template) {
        this.template = template;
    }

    TemplatePaths read() {
        try {
            TemplateTokens tokens = new TemplateTokens(template);
            List<List<TemplateToken>> segments = segments(tokens.read());
            if (!tokens.query().isEmpty()) {
                remarks.add(Printable.text(tokens.query()) + " at its end is no part of a path: it is left out");
            }
            List<PathPattern> patterns = template.syntax() == PathSyntax.MICRONAUT
                    ? new MicronautPaths(widened, remarks).of(segments)
                    : List.of(pattern(segments));
            return new TemplatePaths(patterns, List.copyOf(widened), remarks, Optional.empty());
        } catch (TemplateException e) {
            return TemplatePaths.problem(e.getMessage());
        }
    }

    private static List<List<TemplateToken>> segments(List<TemplateToken> tokens) {
        List<List<TemplateToken>> segments = new ArrayList<>();
        for (TemplateToken token : tokens) {
            if (token instanceof Slash) {
                segments.add(new ArrayList<>());
            } else {
                segments.get(segments.size() - 1).add(token);
            }
        }
        return segments;
    }

    private PathPattern pattern(List<List<TemplateToken>> segments) throws TemplateException {
        List<Segment> done = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            List<TemplateToken> tokens = segments.get(i);
            boolean last = i == segments.size() - 1;
            if (isRest(tokens)) {
                if (!last) {
                    widened.add("it has ** in its middle, so everything below is let in");
                }
                return new PathPattern(done, done.isEmpty() ? PathPattern.Tail.BELOW : PathPattern.Tail.OPEN);
            }
            Optional<Variable> deep = slashed(tokens);
            if (deep.isPresent()) {
                return deep(done, deep.get(), last && tokens.size() == 1);
            }
            done.add(segment(tokens));
        }
        return new PathPattern(done, PathPattern.Tail.NONE);
    }

    /** Spring: any number of segments, none included. */
    private boolean isRest(List<TemplateToken> tokens) {
        if (template.syntax() != PathSyntax.SPRING || tokens.size() != 1) {
            return false;
        }
        TemplateToken token = tokens.get(0);
        return token instanceof Stars stars && stars.count() > 1
                || token instanceof Braces braces && braces.content().startsWith("*");
    }

    /** The first variable that may have slashes: in Jakarta REST an expression is part of one for the whole path. */
    private Optional<Variable> slashed(List<TemplateToken> tokens) throws TemplateException {
        if (template.syntax() == PathSyntax.JAKARTA_REST) {
            for (TemplateToken token : tokens) {
                if (token instanceof Braces braces) {
                    Variable variable = Variable.of(braces.content());
                    if (!variable.expression().isEmpty() && VariableText.canHaveSlash(variable.expression())) {
                        return Optional.of(variable);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private PathPattern deep(List<Segment> before, Variable variable, boolean isRest) {
        boolean all = variable.expression().equals(".*");
        if (isRest && variable.expression().equals(".+")) {
            List<Segment> segments = new ArrayList<>(before);
            segments.add(Segment.of(new Part.Variable(variable.name(), WireText.ANY)));
            return new PathPattern(segments, PathPattern.Tail.OPEN);
        }
        if (!isRest || !all) {
            widened.add("{" + Printable.text(variable.name()) + "} may have slashes, so everything below is let in");
        }
        return new PathPattern(before, PathPattern.Tail.BELOW);
    }

    private Segment segment(List<TemplateToken> tokens) throws TemplateException {
        List<Part> parts = new ArrayList<>();
        for (TemplateToken token : tokens) {
            if (token instanceof Fixed fixed) {
                parts.add(new Part.Text(WireText.encoded(fixed.text())));
            } else if (token instanceof Braces braces) {
                parts.add(variable(braces.content()));
            } else if (token instanceof Stars) {
                parts.add(new Part.Variable("any", tokens.size() == 1 ? WireText.ANY : WireText.ANY_OR_EMPTY));
            } else {
                parts.add(new Part.Variable("any", Regex.chars(WireText.SEGMENT)));
            }
        }
        return new Segment(parts);
    }

    private Part variable(String content) throws TemplateException {
        if (template.syntax() == PathSyntax.OPENAPI) {
            return new Part.Variable(content, WireText.ANY);
        }
        if (content.startsWith("*")) {
            throw new TemplateException("{" + Printable.text(content) + "} is not a segment of its own");
        }
        return Variable.of(content).part(widened);
    }
}

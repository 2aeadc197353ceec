package io.github.meshready.smi.route;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.route.TemplateToken.Braces;
import io.github.meshready.smi.route.TemplateToken.Fixed;
import io.github.meshready.smi.route.regex.Regex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Micronaut's templates (UriMatchTemplate, after RFC 6570): {@code {/id}} and {@code {.ext}} may be left out, {@code {+path}} may have
 * slashes, {@code {id:4}} has four characters at most, and {@code {?max}} and {@code {&max}} are queries.
 */
final class MicronautPaths {

    private static final int MAX_FORMS = 16;

    private final Collection<String> widened;
    private final Collection<String> remarks;

    /** A path as far as it is read. */
    private record Form(List<Segment> segments, List<Part> parts, boolean complete, PathPattern.Tail tail) {

        Form with(Part part) {
            List<Part> more = new ArrayList<>(parts);
            more.add(part);
            return new Form(segments, more, complete, tail);
        }

        Form nextSegment() {
            List<Segment> more = new ArrayList<>(segments);
            more.add(new Segment(parts));
            return new Form(more, List.of(), complete, tail);
        }

        Form openBelow(PathPattern.Tail opened) {
            return new Form(segments, parts, true, opened);
        }

        PathPattern pattern() {
            boolean below = tail == PathPattern.Tail.BELOW;
            return new PathPattern(below ? segments : nextSegment().segments(), tail);
        }
    }

    MicronautPaths(Collection<String> widened, Collection<String> remarks) {
        this.widened = widened;
        this.remarks = remarks;
    }

    List<PathPattern> of(List<List<TemplateToken>> segments) throws TemplateException {
        List<Form> forms = List.of(new Form(List.of(), List.of(), false, PathPattern.Tail.NONE));
        for (int i = 0; i < segments.size(); i++) {
            if (i > 0) {
                forms = forms.stream()
                        .map(form -> form.complete() ? form : form.nextSegment())
                        .toList();
            }
            for (TemplateToken token : segments.get(i)) {
                forms = read(forms, token);
            }
        }
        return forms.stream().map(Form::pattern).distinct().toList();
    }

    private List<Form> read(List<Form> forms, TemplateToken token) throws TemplateException {
        List<Form> read = new ArrayList<>();
        for (Form form : forms) {
            if (isQuery(token) || form.complete() && isExtension(token)) {
                read.add(form);
            } else if (form.complete()) {
                widened.add("something follows a variable that may have slashes, so everything below is let in");
                read.add(form);
            } else if (token instanceof Fixed fixed) {
                read.add(form.with(new Part.Text(WireText.encoded(fixed.text()))));
            } else {
                read.addAll(variable(form, ((Braces) token).content()));
            }
        }
        if (read.size() > MAX_FORMS) {
            throw new TemplateException("it has more than " + MAX_FORMS + " forms, as its parts may be left out");
        }
        return read;
    }

    private static boolean isQuery(TemplateToken token) {
        return token instanceof Braces braces
                && (braces.content().startsWith("?") || braces.content().startsWith("&"));
    }

    /** It is part of what may have slashes before it. */
    private static boolean isExtension(TemplateToken token) {
        return token instanceof Braces braces && braces.content().startsWith(".");
    }

    private List<Form> variable(Form form, String content) throws TemplateException {
        char operator = content.isEmpty() ? ' ' : content.charAt(0);
        String rest = content.isEmpty() ? content : content.substring(1);
        return switch (operator) {
            case '#', ';' -> {
                String braces = "{" + Printable.text(content) + "}";
                if (!remarks.contains(braces + " is left out")) {
                    remarks.add(braces + " is left out");
                }
                yield List.of(form);
            }
            case '+' ->
                List.of(form.with(new Part.Variable(Variable.of(rest).name(), WireText.ANY))
                        .openBelow(PathPattern.Tail.OPEN));
            case '/' -> optionalSegment(form, Variable.of(rest));
            case '.' -> List.of(form, form.with(new Part.Text(".")).with(part(Variable.of(rest))));
            default -> List.of(form.with(part(Variable.of(content))));
        };
    }

    private List<Form> optionalSegment(Form form, Variable variable) {
        Form next = form.nextSegment();
        boolean deep = !variable.expression().isEmpty()
                && !isLength(variable.expression())
                && VariableText.canHaveSlash(variable.expression());
        if (!deep) {
            return List.of(form, next.with(part(variable)));
        }
        if (!variable.expression().equals(".*")) {
            widened.add("{/" + Printable.text(variable.name()) + "} may have slashes, so everything below is let in");
        }
        return List.of(form.openBelow(PathPattern.Tail.OPEN));
    }

    private Part part(Variable variable) {
        return isLength(variable.expression())
                ? new Part.Variable(
                        variable.name(),
                        new Regex.Repeat(Regex.chars(WireText.SEGMENT), 1, Integer.parseInt(variable.expression())))
                : variable.part(widened);
    }

    private static boolean isLength(String expression) {
        return !expression.isEmpty()
                && expression.length() < 4
                && expression.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(expression) > 0;
    }
}

package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No parameter can be set to something else without a difference to what is compared. */
class ConditionsTest {

    private static final Path BASE = Path.of("/project");

    @ParameterizedTest
    @ValueSource(strings = {"generate", "verify"})
    void everyParameterCounts(String goal) throws IOException {
        TestProject project = new TestProject(BASE, BASE.resolve("plugin.jar"));
        Set<String> tried = new TreeSet<>();
        List<String> before = told(project.goal(goal, null));
        for (Class<?> type = project.goal(goal, null).getClass();
                type != AbstractMojo.class;
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!isSetByMaven(field) || field.getName().equals("execution")) {
                    continue;
                }
                for (Object value : others(field.getGenericType(), get(field, project.goal(goal, null)))) {
                    AbstractRememberedMojo other = project.goal(goal, null);
                    TestProject.set(other, field, value);
                    if (field.getName().equals("force")) {
                        assertThat(told(other)).isEqualTo(before);
                    } else {
                        assertThat(told(other)).as(field + " = " + value).isNotEqualTo(before);
                    }
                }
                tried.add(field.getName());
            }
        }
        tried.add("execution");
        assertThat(tried).as("all that the plugin's descriptor tells of").isEqualTo(described(goal));
    }

    /** What is told of parameters to Maven and people. */
    private static Set<String> described(String goal) throws IOException {
        try (InputStream content = ConditionsTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            String mojo = text.substring(text.indexOf("<goal>" + goal + "</goal>"));
            mojo = mojo.substring(mojo.indexOf("<parameters>"), mojo.indexOf("</parameters>"));
            Set<String> names = new TreeSet<>();
            for (String part : mojo.split("<name>")) {
                if (part.contains("</name>")) {
                    names.add(part.substring(0, part.indexOf("</name>")));
                }
            }
            return names;
        }
    }

    @Test
    void valuesOfEveryElementCount() throws ReflectiveOperationException {
        for (Class<?> type : List.of(
                CallParameter.class,
                RoutesParameter.class,
                RouteParameter.class,
                SplitParameter.class,
                BackendParameter.class,
                IngressParameter.class,
                SeverityParameter.class,
                SuppressionParameter.class,
                InvariantParameter.class,
                OnlyParameter.class)) {
            List<String> before = told(type.getDeclaredConstructor().newInstance());
            for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
                for (Field field : each.getDeclaredFields()) {
                    if (isSetByMaven(field)) {
                        for (Object value : others(field.getGenericType(), null)) {
                            Object other = type.getDeclaredConstructor().newInstance();
                            TestProject.set(other, field, value);
                            assertThat(told(other)).as(field.toString()).isNotEqualTo(before);
                        }
                    }
                }
            }
        }
    }

    @Test
    void nothingIsWrittenLikeAnythingElse() {
        List<Object> values = new ArrayList<>(List.of(
                "", "-", "t0:", "a", "ab", "b", "l1:t1:a", List.of(), List.of(""), List.of("a"), List.of("a", "b")));
        values.addAll(List.of(
                List.of("ab"), List.of("a,b"), List.of("at1:b"), List.of(List.of("a"), "b"), true, 1, 11, "1", "true"));
        values.addAll(List.of(
                Map.of("a", "b"),
                Map.of("b", "a"),
                List.of(List.of("a", "b")),
                new CallParameter(),
                new RoutesParameter()));
        values.addAll(List.of(deny("a"), noPath("a"), deny("b"), List.of(deny("a"))));
        Set<List<String>> told = new HashSet<>();
        values.forEach(value ->
                assertThat(told.add(told(value))).as(String.valueOf(value)).isTrue());
        assertThat(told.add(told((Object) null))).isTrue();
        assertThat(told(new File("a/../b"))).isEqualTo(told(new File("/project/b")));
        assertThat(told(Map.of("a", "1", "b", "2"))).isEqualTo(told(new TreeMap<>(Map.of("b", "2", "a", "1"))));
    }

    private static InvariantsParameter deny(String from) {
        InvariantsParameter invariants = new InvariantsParameter();
        invariants.addDeny(invariant(from));
        return invariants;
    }

    private static InvariantsParameter noPath(String from) {
        InvariantsParameter invariants = new InvariantsParameter();
        invariants.addNoPath(invariant(from));
        return invariants;
    }

    private static InvariantParameter invariant(String from) {
        InvariantParameter parameter = new InvariantParameter();
        TestProject.set(parameter, "from", from);
        return parameter;
    }

    @Test
    void whatIsNotKnownIsNotCompared() {
        Conditions conditions = new Conditions(BASE);
        conditions.add("something", List.of("a", new StringBuilder("b")));
        assertThat(conditions.lines()).isEmpty();
    }

    private static boolean isSetByMaven(Field field) {
        return !Modifier.isFinal(field.getModifiers())
                && !Modifier.isStatic(field.getModifiers())
                && !field.isSynthetic();
    }

    private static List<String> told(AbstractRememberedMojo goal) {
        Conditions conditions = new Conditions(BASE);
        conditions.addParameters(goal, "force");
        return conditions.lines().orElseThrow();
    }

    private static List<String> told(Object value) {
        Conditions conditions = new Conditions(BASE);
        conditions.add("it", value);
        return conditions.lines().orElseThrow();
    }

    private static Object get(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some values other than the one that is there. */
    private static List<Object> others(Type type, Object now) {
        if (type == String.class) {
            return List.of("other", "");
        }
        if (type == boolean.class) {
            return List.of(!((boolean) now));
        }
        if (type == int.class) {
            return List.of(17);
        }
        if (type == File.class) {
            return List.of(new File("other"));
        }
        if (type == InvariantsParameter.class) {
            return List.of(new InvariantsParameter(), deny("a"));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return List.of(Map.of("a", "b"));
        }
        Type element = ((ParameterizedType) type).getActualTypeArguments()[0];
        if (element == String.class || element == File.class) {
            return List.of(List.of(element == String.class ? "other" : new File("other")));
        }
        try {
            return List.of(List.of(((Class<?>) element).getDeclaredConstructor().newInstance()));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no value is known for " + type, e);
        }
    }
}

package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code <invariants>} may say, and what it may not. */
class InvariantsParameterTest {

    @Test
    void readsLikeSentencesInTheirOrder() throws ReflectiveOperationException {
        InvariantsParameter parameter = new InvariantsParameter();
        parameter.addOnly(only("GET, HEAD", " reports ", "orders"));
        parameter.addDeny(fill(new InvariantParameter(), "*", " shop/payments,\n a/b ", "orders, refunds"));
        parameter.addNoPath(fill(new InvariantParameter(), "web", "db", null));
        parameter.addNoPath(fill(new InvariantParameter(), "web", "db", " "));
        assertThat(parameter.toInvariants())
                .as("each once")
                .extracting(Object::toString)
                .containsExactly(
                        "only GET, HEAD from reports to orders",
                        "deny from * to shop/payments, a/b except orders, refunds",
                        "no path from web to db");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            deny   | null | db   | null     | a <deny> has no <from>                    | add one; several names
            noPath | web  | ' '  | null     | a <noPath> has no <to>                    | add one; several names
            only   | web  | db   | null     | a <only> has no <methods>                 | add one; several names
            only   | null | db   | GET      | a <only> has no <from>                    | add one; several names
            only   | web  | db   | GET, get | "get" in <methods> is no method           | use some of: CONNECT, DELETE, GET
            only   | web  | db   | *        | "*" in <methods> is no method             | use some of: CONNECT, DELETE, GET
            none   | null | null | null     | it is there and says nothing, so nothing  | add <deny>, <noPath> or <only>
            """)
    void refuseWhatProvesNothing(String element, String from, String to, String methods, String message, String fix)
            throws ReflectiveOperationException {
        InvariantsParameter parameter = new InvariantsParameter();
        switch (element) {
            case "deny" -> parameter.addDeny(fill(new InvariantParameter(), from, to, null));
            case "noPath" -> parameter.addNoPath(fill(new InvariantParameter(), from, to, null));
            case "only" -> parameter.addOnly(only(methods, from, to));
            default -> {}
        }
        assertThatThrownBy(parameter::toInvariants)
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("parameter <invariants>: " + message)
                .hasMessageContaining("fix: " + fix);
    }

    private static OnlyParameter only(String methods, String from, String to) throws ReflectiveOperationException {
        OnlyParameter only = fill(new OnlyParameter(), from, to, null);
        set(OnlyParameter.class, only, "methods", methods);
        return only;
    }

    private static <T extends InvariantParameter> T fill(T parameter, String from, String to, String except)
            throws ReflectiveOperationException {
        set(InvariantParameter.class, parameter, "from", from);
        set(InvariantParameter.class, parameter, "to", to);
        set(InvariantParameter.class, parameter, "except", except);
        return parameter;
    }

    /** As Maven does. */
    private static void set(Class<?> type, Object parameter, String name, String value)
            throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        field.set(parameter, value);
    }
}

package io.github.meshready.smi.call;

import io.github.meshready.smi.module.ClassTexts;
import io.github.meshready.smi.module.ClassTexts.Annotation;
import io.github.meshready.smi.module.RelaxedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a class calls by what is written in it: the annotations of its clients, URLs and {@code host:port} among its
 * constants, and the word that stands beside the name of a variable, {@code getenv("CART_HOST", "cart")}.
 */
final class ClassClients {

    private static final char NOT_CONSTANT = '\u0001';

    private final UnaryOperator<String> filled;
    private final Set<String> known;

    /**
     * A text that may be an address.
     *
     * @param key where it stands, or the name of the variable that replaces it
     * @param value the text
     */
    record Client(String key, String value) {}

    /**
     * @param filled fills in what placeholders in a text stand for
     * @param known the variables and properties that are set, as {@link RelaxedName} spells them
     */
    ClassClients(UnaryOperator<String> filled, Set<String> known) {
        this.filled = filled;
        this.known = known;
    }

    List<Client> of(ClassTexts texts) {
        List<Client> clients = new ArrayList<>();
        texts.annotations().forEach(annotation -> annotated(annotation).ifPresent(clients::add));
        List<String> names = texts.constants().stream()
                .filter(text -> KeyHint.of(text) == KeyHint.ADDRESS && text.indexOf(' ') < 0)
                .toList();
        for (String constant : texts.constants()) {
            constant(constant, names).ifPresent(clients::add);
        }
        return clients;
    }

    private Optional<Client> annotated(Annotation annotation) {
        return switch (annotation.name()) {
            case "FeignClient" ->
                address(annotation, "url").or(() -> service(annotation, "name", "value", "serviceId"));
            case "RegisterRestClient" -> address(annotation, "baseUri");
            case "HttpExchange" -> address(annotation, "url", "value");
            case "Client" -> address(annotation, "value").or(() -> service(annotation, "id", "value"));
            case "GrpcClient", "LoadBalancerClient", "RibbonClient" -> service(annotation, "value", "name");
            case "Value" -> placeholder(annotation.text("value"));
            case "ConfigProperty" ->
                placeholder("${" + annotation.text("name") + ":" + annotation.text("defaultValue") + "}");
            case "Property" ->
                placeholder("${" + annotation.text("name") + ":" + annotation.text("defaultValue") + "}");
            default -> Optional.empty();
        };
    }

    private Optional<Client> address(Annotation annotation, String... elements) {
        String value = filled.apply(annotation.text(elements));
        return isAddress(value) ? Optional.of(new Client("@" + annotation.name() + " url", value)) : Optional.empty();
    }

    private Optional<Client> service(Annotation annotation, String... elements) {
        String value = filled.apply(annotation.text(elements));
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Client("@" + annotation.name() + " service", value));
    }

    /** {@code ${catalog.host:catalog}} is as much an address as the property is; what is set counts where it is set. */
    private Optional<Client> placeholder(String text) {
        if (!text.startsWith("${")) {
            return isAddress(filled.apply(text))
                    ? Optional.of(new Client("@Value url", filled.apply(text)))
                    : Optional.empty();
        }
        String name = text.substring(2).split("[:}]", 2)[0];
        return known.contains(RelaxedName.of(name)) && text.indexOf("${", 2) < 0
                ? Optional.empty()
                : Optional.of(new Client(name, filled.apply(text)));
    }

    private Optional<Client> constant(String constant, List<String> names) {
        String text = fixedPart(constant);
        Optional<String> variable = names.stream()
                .filter(name -> !name.equals(constant) && isNamedAfter(name, text))
                .findFirst();
        if (variable.map(RelaxedName::of).filter(known::contains).isPresent()) {
            return Optional.empty(); // only what is taken for want of the variable
        }
        boolean address = isAddress(text);
        return address || variable.isPresent() && HostText.host(text).isPresent()
                ? Optional.of(new Client(variable.orElse(address ? "url" : ""), text))
                : Optional.empty();
    }

    /** Whether a variable is called after the host in a text: {@code CART_HOST} after {@code cart:8080}. */
    private static boolean isNamedAfter(String name, String text) {
        String rest = text.substring(text.indexOf("://") < 0 ? 0 : text.indexOf("://") + 3);
        String host = RelaxedName.of(rest.split("[.:/]", 2)[0]);
        return !host.isEmpty() && !text.equals(name) && RelaxedName.of(name).contains(host);
    }

    /** What is certain of a concatenation: nothing of a host whose name goes on. */
    private static String fixedPart(String constant) {
        int end = constant.indexOf(NOT_CONSTANT);
        if (end < 0) {
            return constant;
        }
        String fixed = constant.substring(0, end);
        int authority = fixed.indexOf("://") < 0 ? 0 : fixed.indexOf("://") + 3;
        boolean whole = fixed.indexOf('/', authority) >= 0;
        return whole ? fixed : fixed.endsWith(":") && authority > 0 ? fixed.substring(0, end - 1) : "";
    }

    /** Of a constant only what can hardly be anything else. */
    private static boolean isAddress(String value) {
        boolean url = value.indexOf("://") > 0 && value.indexOf(' ') < 0;
        return url || value.toLowerCase(Locale.ROOT).matches("[a-z0-9.-]+:[0-9]{2,5}(/\\S*)?");
    }
}

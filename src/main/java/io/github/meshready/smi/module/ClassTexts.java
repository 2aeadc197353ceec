package io.github.meshready.smi.module;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts in a compiled class. They may hold credentials, so none is ever printed.
 *
 * @param path the class file as people know it
 * @param constants its string constants; the parts of a concatenation that are not constant are {@code \u0001}
 * @param annotations those that may name what the class calls, or which configuration it reads
 * @param kubernetesClient the client of the Kubernetes API that the class uses, if it uses one
 * @param names which classes it names; empty where nobody asked
 */
public record ClassTexts(
        String path,
        List<String> constants,
        List<Annotation> annotations,
        Optional<String> kubernetesClient,
        Optional<NamedClasses> names) {

    /** A class of which nobody asked which classes it names. */
    public ClassTexts(
            String path, List<String> constants, List<Annotation> annotations, Optional<String> kubernetesClient) {
        this(path, constants, annotations, kubernetesClient, Optional.empty());
    }

    public ClassTexts {
        constants = List.copyOf(constants);
        annotations = List.copyOf(annotations);
    }

    /** Whether it says anything but which classes it names. */
    public boolean isTelling() {
        return !constants.isEmpty() || !annotations.isEmpty() || kubernetesClient.isPresent();
    }

    /**
     * An annotation.
     *
     * @param name its type's simple name, such as {@code FeignClient}
     * @param elements the texts that are written in it, by element; of several the first
     */
    public record Annotation(String name, Map<String, String> elements) {

        public Annotation {
            elements = Map.copyOf(elements);
        }

        /** The first of these elements that is written and not empty; else the empty text. */
        public String text(String... names) {
            for (String element : names) {
                if (!elements.getOrDefault(element, "").isEmpty()) {
                    return elements.get(element);
                }
            }
            return "";
        }
    }
}

package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.verify.invariant.Invariant.Ends;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads an {@code <invariants>} element as documentation shows it. */
public final class InvariantXml {

    private InvariantXml() {}

    public static List<Invariant> read(String xml) {
        try {
            NodeList children = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement()
                    .getChildNodes();
            List<Invariant> invariants = new ArrayList<>();
            for (int i = 0; i < children.getLength(); i++) {
                if (children.item(i) instanceof Element element) {
                    invariants.add(read(element));
                }
            }
            return invariants;
        } catch (Exception e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    private static Invariant read(Element element) {
        Ends ends = new Ends(texts(element, "from"), texts(element, "to"), texts(element, "except"));
        return switch (element.getTagName()) {
            case "deny" -> new Invariant.Deny(ends);
            case "noPath" -> new Invariant.NoPath(ends);
            case "only" -> new Invariant.Only(ends, new TreeSet<>(texts(element, "methods")));
            default -> throw new IllegalArgumentException(element.getTagName());
        };
    }

    private static List<String> texts(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0
                ? List.of()
                : Stream.of(found.item(0).getTextContent().split(","))
                        .map(String::strip)
                        .toList();
    }
}

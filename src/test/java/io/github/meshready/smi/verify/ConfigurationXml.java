package io.github.meshready.smi.verify;

import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import io.github.meshready.smi.call.RouteInputs;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.route.DeclaredRoutes;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteSources;
import io.github.meshready.smi.route.RouteText;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads {@code <routes>} and {@code <calls>} as documentation shows them. */
final class ConfigurationXml {

    private ConfigurationXml() {}

    static Declarations read(String xml) {
        Element root = root("<configuration>" + xml + "</configuration>");
        List<DeclaredRoutes> served = new ArrayList<>();
        for (Element of : elements(root, "of")) {
            List<HttpRoute> routes =
                    texts(of, "route").stream().map(RouteText::read).toList();
            served.add(new DeclaredRoutes(texts(of, "service").get(0), Optional.empty(), routes));
        }
        List<DeclaredCall> calls = new ArrayList<>();
        for (Element call : elements(root, "call")) {
            calls.add(new DeclaredCall(
                    texts(call, "from").get(0),
                    texts(call, "to").get(0),
                    "",
                    Optional.empty(),
                    "",
                    texts(call, "route")));
        }
        RouteInputs inputs = new RouteInputs(
                RouteSources.ALL, served, List.of(), new FileNames(Path.of("")), Limits.DEFAULT, Path.of(""));
        return new Declarations(calls, List.of(), List.of(), inputs);
    }

    private static Element root(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<String> texts(Element parent, String name) {
        return elements(parent, name).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }
}

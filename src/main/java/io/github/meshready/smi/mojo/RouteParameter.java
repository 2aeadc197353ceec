package io.github.meshready.smi.mojo;

import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteText;
import java.util.Map;

/** A {@code <route>} element: a text such as {@code GET /books/{id}}, or its parts. Maven fills the fields. */
public class RouteParameter {

    private String text;
    private String name;
    private String methods;
    private String path;
    private Map<String, String> headers;

    /** What Maven calls with the text of an element that has no others in it. */
    public void set(String content) {
        this.text = content;
    }

    HttpRoute toRoute() {
        if (text != null) {
            return RouteText.read(text.strip());
        }
        return RouteText.read(strip(name), strip(methods), strip(path), headers == null ? Map.of() : headers);
    }

    private static String strip(String value) {
        return value == null ? "" : value.strip();
    }
}

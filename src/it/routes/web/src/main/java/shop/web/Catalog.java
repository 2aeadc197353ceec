package shop.web;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Needs two of the four routes of its provider. */
@HttpExchange("http://catalog/items")
interface Catalog {

    @GetExchange("/{id}")
    String item(@PathVariable String id);

    @GetExchange("/search")
    String search();
}

package shop.catalog;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/items")
class Items {

    @GetMapping("/{id}")
    String item(@PathVariable String id) {
        return id;
    }

    @GetMapping("/search")
    String search() {
        return "";
    }

    @PostMapping
    void add() {}

    @DeleteMapping("/{id}")
    void remove(@PathVariable String id) {}
}

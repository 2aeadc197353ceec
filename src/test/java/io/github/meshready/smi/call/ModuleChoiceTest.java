package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.module.BuildModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which module a container runs: each is written as the folders that it lies in. */
class ModuleChoiceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # folders of modules           | workload | image         | label | chosen
            shop/orders shop/catalog       | orders   | orders:1      | shop  | orders
            shop/orders shop/catalog       | orders   | base:1        | shop  | orders
            shop/orders shop/catalog       | web      | web:1         | shop  | orders catalog
            shop/orders shop/catalog       | web      | web:1         | web   | ''
            shop/orders shop/catalog       | x        | x:1           | catalog | catalog
            shop/orders shop/orders-rest   | orders   | orders:1      | x     | orders
            orders/app orders/rest         | orders   | orders:1      | x     | app rest
            shop/orders shop/catalog       | catalog  | r/orders:1    | x     | orders
            """)
    void isTheOneThatIsCalledMostLikeIt(String folders, String name, String image, String label, String chosen) {
        Workload workload = workload(
                app(deployment("a", name)
                        .replace("example/" + name, image)
                        .replace("labels: {app: " + name + "}}", "labels: {app: " + label + "}}")),
                name);
        List<ParsedModule> modules =
                Stream.of(folders.split(" ")).map(ModuleChoiceTest::module).toList();
        assertThat(new ModuleChoice(modules)
                        .of(workload, workload.pod().containers().get(0)).stream()
                                .map(each -> each.module().name())
                                .map(each -> each.substring(each.lastIndexOf('/') + 1))
                                .collect(Collectors.joining(" ")))
                .isEqualTo(chosen);
    }

    private static ParsedModule module(String folders) {
        Path folder = Path.of(folders);
        return new ParsedModule(new BuildModule(
                folders,
                Set.of(folders.split("/")),
                List.of(),
                List.of(),
                Optional.of(new BuildModule.Folders(folder, folder.resolve("target/classes"))),
                Optional.empty()));
    }
}

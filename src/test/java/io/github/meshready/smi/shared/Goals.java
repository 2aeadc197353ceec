package io.github.meshready.smi.shared;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.generate.GenerateRequest;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.generate.Generator;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.ManifestReader;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Both use cases, run one after the other as the goals do, with files on disk in between. */
final class Goals {

    private final Path base;
    private final Declarations declarations;

    Goals(Path base, Declarations declarations) {
        this.base = base;
        this.declarations = declarations;
    }

    GenerateResult generate(List<Path> manifests) throws IOException {
        return new Generator()
                .generate(new GenerateRequest(
                        new FileNames(base),
                        Inputs.of(manifests),
                        base.resolve("target/smi"),
                        base.resolve("target/smi.yml"),
                        declarations,
                        PlanRequest.of(Settings.DEFAULT)));
    }

    VerifyResult verify() {
        return verify(List.of(base.resolve("target/smi")));
    }

    VerifyResult verify(List<Path> manifests) {
        FileNames names = new FileNames(base);
        return new Verifier(Rules.all())
                .verify(new VerifyRequest(
                        ManifestReader.ofAnything(names)
                                .read(Inputs.of(manifests))
                                .files(),
                        Settings.DEFAULT,
                        declarations,
                        Set.of(),
                        names));
    }
}

package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.verify.Facts;
import java.util.List;
import java.util.Optional;

/** The UpstreamTrafficSettings of the manifests. */
final class TrafficSettings {

    static final String KIND = "UpstreamTrafficSetting";

    private TrafficSettings() {}

    static List<KubeObject> of(Facts facts) {
        return facts.dialect().hasTrafficSettings()
                ? facts.application().objects(facts.dialect().group("policy"), KIND)
                : List.of();
    }

    /** The host as written, possibly empty. */
    static String host(KubeObject setting) {
        return spec(setting).flatMap(spec -> spec.text("host")).orElse("");
    }

    static Location hostLocation(KubeObject setting) {
        return spec(setting).map(spec -> spec.location("host")).orElse(setting.location());
    }

    static Optional<Fields> spec(KubeObject setting) {
        return setting.fields().mapping("spec");
    }
}

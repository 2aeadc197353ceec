package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Argument;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Command lines, and the programs that they are known to run. */
final class ArgumentDetector implements Detector {

    @Override
    public void detect(Workload workload, Container container, Environment environment, Consumer<Mention> mentions) {
        List<Mention> words = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (Argument argument : container.arguments()) {
            String word = environment.expanded(argument.value());
            words.add(new Mention(workload, Evidence.Place.ARGUMENT, "", container, word, argument.location()));
            line.append(word).append(' ');
        }
        new CommandLine(words).read(mentions);
        if (!words.isEmpty()) {
            Mention all =
                    words.get(words.size() - 1).part(Evidence.Place.ARGUMENT, "", line.toString(), java.util.Map.of());
            KnownPrograms.addresses(all.value())
                    .forEach(address -> mentions.accept(
                            all.part(Evidence.Place.ARGUMENT, "", address.toString(), java.util.Map.of())));
        }
    }
}

package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import java.util.List;
import java.util.function.Consumer;

/** Environment variables, wherever their values stand. */
final class EnvDetector implements Detector {

    private final FileFormat formats = new FileFormat();
    private final UnreadKeys unread;

    EnvDetector(UnreadKeys unread) {
        this.unread = unread;
    }

    @Override
    public void detect(Workload workload, Container container, Environment environment, Consumer<Mention> mentions) {
        Neighbours all = new Neighbours(environment.values());
        UnreadKeys.Reader code = unread.of(workload, container);
        for (Environment.Variable variable : environment.variables()) {
            Mention mention = new Mention(
                    workload,
                    container,
                    code.isUnread(variable) ? Evidence.Place.UNREAD : Evidence.Place.ENV,
                    variable.name(),
                    environment.expanded(variable.value()),
                    all,
                    Origin.of(variable.from()),
                    variable.location());
            List<Mention> parts = formats.parts(mention);
            if (CommandLine.isOne(mention.value())) {
                new CommandLine(mention).read(mentions);
            } else if (parts.isEmpty()) {
                mentions.accept(mention);
            } else {
                parts.forEach(mentions);
            }
        }
    }
}

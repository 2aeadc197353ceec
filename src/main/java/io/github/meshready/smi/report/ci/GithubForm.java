package io.github.meshready.smi.report.ci;

import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Finding;

/** Workflow commands, escaped as the runner reads them (actions/runner, ActionCommand.TryParseV2). */
final class GithubForm implements LogCommands.Form {

    @Override
    public String annotation(Finding finding, Places places, String text) {
        StringBuilder command = new StringBuilder("::" + finding.severity() + " ");
        places.file(finding)
                .ifPresent(
                        file -> command.append("file=").append(property(file)).append(','));
        if (finding.location().isPresent()) {
            Location place = finding.location().get();
            command.append("line=")
                    .append(place.line())
                    .append(",col=")
                    .append(place.column())
                    .append(',');
        }
        return command + "title=" + property(finding.rule()) + "::" + data(text);
    }

    @Override
    public String remark(String text) {
        return "::notice::" + data(text);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String value) {
        return data(Printable.line(value)).replace(":", "%3A").replace(",", "%2C");
    }
}

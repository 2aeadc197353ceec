package io.github.meshready.smi.report.ci;

import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Finding;

/** Logging commands, escaped as the agent reads them (azure-pipelines-agent, Command.TryParse). */
final class AzureForm implements LogCommands.Form {

    @Override
    public String annotation(Finding finding, Places places, String text) {
        StringBuilder command = new StringBuilder("##vso[task.logissue type=" + finding.severity() + ";");
        places.file(finding)
                .ifPresent(file ->
                        command.append("sourcepath=").append(property(file)).append(';'));
        if (finding.location().isPresent()) {
            Location place = finding.location().get();
            command.append("linenumber=")
                    .append(place.line())
                    .append(";columnnumber=")
                    .append(place.column())
                    .append(';');
        }
        return command + "code=" + property(finding.rule()) + ";]" + data(text);
    }

    @Override
    public String remark(String text) {
        return "##vso[task.logissue type=warning;]" + data(text);
    }

    private static String data(String text) {
        return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String value) {
        return data(Printable.line(value)).replace(";", "%3B").replace("]", "%5D");
    }
}

package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.OwnedFile;
import io.github.meshready.smi.report.ci.JunitReport;
import io.github.meshready.smi.report.ci.LogCommands;
import io.github.meshready.smi.report.ci.Places;
import io.github.meshready.smi.report.ci.SarifReport;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.gate.RuleIds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The outputs for CI, all made from one judgement. */
final class Reports {

    private final Set<ReportKind> kinds;
    private final OwnedFile sarif;
    private final OwnedFile junit;

    /** @param folder where the files go */
    Reports(Set<ReportKind> kinds, Path folder, FileNames names) {
        this.kinds = kinds;
        this.sarif = owned(folder.resolve("smi.sarif"), names, SarifReport.MARK);
        this.junit = owned(folder.resolve("TEST-smi.xml"), names, JunitReport.MARK);
    }

    private static OwnedFile owned(Path file, FileNames names, String mark) {
        return new OwnedFile(file, names, mark);
    }

    /** Makes sure that everything can be written. */
    void check() throws IOException {
        if (kinds.contains(ReportKind.SARIF)) {
            sarif.check("smi.reportDirectory");
        }
        if (kinds.contains(ReportKind.JUNIT)) {
            junit.check("smi.reportDirectory");
        }
    }

    /** @param log where CI reads commands; they have to start a line, so it is not Maven's log */
    void write(Judgement judgement, RuleIds rules, Places places, Consumer<String> log) throws IOException {
        if (kinds.contains(ReportKind.SARIF)) {
            sarif.write(new SarifReport(judgement, rules, places).bytes());
        }
        if (kinds.contains(ReportKind.JUNIT)) {
            junit.write(new JunitReport(judgement, rules, places).bytes());
        }
        LogCommands commands = new LogCommands(judgement, places);
        if (kinds.contains(ReportKind.GITHUB)) {
            print(commands.forGithub(), log);
        }
        if (kinds.contains(ReportKind.AZURE)) {
            print(commands.forAzure(), log);
        }
    }

    /** In one piece, so that modules that are built at the same time do not mix their lines. */
    private static void print(List<String> lines, Consumer<String> log) {
        if (!lines.isEmpty()) {
            log.accept(String.join("\n", lines) + "\n");
        }
    }
}

package dev.fairlead.cli;

import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.check.Baseline;
import dev.fairlead.cli.check.Checked;
import dev.fairlead.cli.check.FileNames;
import dev.fairlead.cli.check.GithubReport;
import dev.fairlead.cli.check.JUnitFindings;
import dev.fairlead.cli.check.SarifReport;
import dev.fairlead.cli.document.DocumentException;
import dev.fairlead.cli.report.FindingText;
import dev.fairlead.cli.report.FindingsJson;
import dev.fairlead.cli.report.Paint;
import dev.fairlead.cli.report.Summary;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.ServiceNames;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** {@code fairlead check}: every finding of a fleet. */
final class CheckCommand implements Command {
    private static final Option FORMAT = Option.choice(
            "--format", List.of("text", "json", "sarif", "junit", "github"), "the form of the output (text)");
    private static final Option DENY_WARNINGS = Option.flag("--deny-warnings", "exits with 1 for warnings too");
    private static final Option BASELINE =
            Option.of("--baseline", "FILE", "passes over the findings that are known in FILE");
    private static final Option WRITE_BASELINE =
            Option.flag("--write-baseline", "makes all findings known: writes FILE of --baseline");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "check",
                "resolves the fleet and reports every finding",
                List.of(StandardOptions.FLEET),
                List.of(FORMAT, DENY_WARNINGS, BASELINE, WRITE_BASELINE),
                StandardOptions.ofFleet(),
                "fairlead check examples/homelab --deny-warnings");
    }

    @Override
    public int run(Call call) {
        String baseline = call.arguments().value(BASELINE);
        boolean writes = call.arguments().has(WRITE_BASELINE);
        if (writes && baseline == null) {
            throw new UsageException("--write-baseline needs --baseline FILE, the file to write");
        }
        Baseline known = baseline == null || writes ? Baseline.NONE : read(baseline, call);
        Fleet fleet = call.checkedFleetOfOperand();
        if (baseline != null && writes) {
            return write(baseline, fleet.resolution(), call);
        }
        Checked checked = Checked.of(fleet.resolution(), known);
        Summary summary = Summary.of(fleet.resolution(), checked.fresh());
        print(checked, summary, fleet, call);
        if (checked.gone() > 0) {
            call.console()
                    .complain("no longer there: " + Summary.plural(checked.gone(), "finding") + " of " + baseline
                            + "; --write-baseline brings it up to date");
        }
        boolean failed = summary.errors() > 0 || (denyWarnings(call) && summary.warnings() > 0);
        return failed ? ExitCode.ERRORS : ExitCode.DONE;
    }

    private static boolean denyWarnings(Call call) {
        return call.arguments().has(DENY_WARNINGS);
    }

    private static void print(Checked checked, Summary summary, Fleet fleet, Call call) {
        FileNames files = new FileNames(fleet.root(), call.console().directory());
        switch (call.arguments().choice(FORMAT)) {
            case "json" ->
                FindingsJson.write(checked.fresh(), summary, call.console().out());
            case "sarif" ->
                new SarifReport(
                                files,
                                VersionCommand.released(),
                                call.arguments().has(BASELINE))
                        .write(checked, call.console().out());
            case "junit" ->
                call.console()
                        .out()
                        .print(new JUnitFindings(files, text(fleet, Paint.PLAIN), denyWarnings(call))
                                .of(checked.resolution(), checked.fresh()));
            case "github" -> call.console().out().print(new GithubReport(files).of(checked.fresh()));
            default -> call.console().out().print(text(fleet, call.paint()).report(checked.fresh(), summary));
        }
    }

    private static FindingText text(Fleet fleet, Paint paint) {
        return new FindingText(fleet.sources(), ServiceNames.of(fleet.resolution()), paint);
    }

    private static Baseline read(String file, Call call) {
        try {
            return Baseline.read(call.path(file));
        } catch (NoSuchFileException missing) {
            throw new UnusableInputException("there is no baseline " + file + "; --write-baseline writes it");
        } catch (IOException unreadable) {
            throw UnusableInputException.unreadable(file, unreadable);
        } catch (DocumentException damaged) {
            throw new UnusableInputException("the baseline " + file + " " + damaged.getMessage());
        }
    }

    private static int write(String file, Resolution resolution, Call call) {
        try {
            Baseline.write(resolution.findings(), call.path(file));
        } catch (IOException failed) {
            throw new UnusableInputException(file + " cannot be written: " + failed);
        }
        call.console().complain(Summary.plural(resolution.findings().size(), "finding") + " written to " + file);
        return ExitCode.DONE;
    }
}

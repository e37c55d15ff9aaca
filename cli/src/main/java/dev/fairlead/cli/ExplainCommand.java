package dev.fairlead.cli;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.HelpPage;
import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.report.FindingPage;
import dev.fairlead.fleet.finding.FindingId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code fairlead explain}: the page of a finding, which {@code docs/findings} has too. */
final class ExplainCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "explain",
                "prints what a finding means and how to mend it",
                List.of(Operand.optional("ID", "the id in brackets; lists all ids if left out", known())),
                List.of(),
                StandardOptions.ofAny(),
                "fairlead explain missing-dependency");
    }

    @Override
    public int run(Call call) {
        String name = call.arguments().operand(0);
        call.console()
                .out()
                .print(name == null ? index() : FindingPage.of(id(name)).text());
        return ExitCode.DONE;
    }

    private static FindingId id(String name) {
        return FindingId.of(name).orElseThrow(() -> {
            return new UsageException("there is no finding '" + name + "'" + ArgumentParser.didYouMean(name, known())
                    + " (fairlead explain lists them)");
        });
    }

    private static List<String> known() {
        return Arrays.stream(FindingId.values()).map(FindingId::text).toList();
    }

    private static String index() {
        List<String[]> rows = new ArrayList<>();
        for (FindingId id : FindingId.values()) {
            rows.add(new String[] {id.text(), FindingPage.of(id).title()});
        }
        StringBuilder list = new StringBuilder();
        HelpPage.table(rows, list);
        return list.toString();
    }
}

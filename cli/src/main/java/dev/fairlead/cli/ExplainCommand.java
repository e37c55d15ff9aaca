package dev.fairlead.cli;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.HelpPage;
import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.fleet.finding.FindingId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
                List.of(Operand.optional("ID", "the id in brackets; lists all ids if left out")),
                List.of(),
                StandardOptions.ofAny(),
                "fairlead explain missing-dependency");
    }

    @Override
    public int run(Call call) {
        String name = call.arguments().operand(0);
        call.console().out().print(name == null ? index() : page(id(name)));
        return ExitCode.DONE;
    }

    private static FindingId id(String name) {
        return FindingId.of(name).orElseThrow(() -> {
            List<String> known =
                    Arrays.stream(FindingId.values()).map(FindingId::text).toList();
            return new UsageException("there is no finding '" + name + "'" + ArgumentParser.didYouMean(name, known)
                    + " (fairlead explain lists them)");
        });
    }

    private static String index() {
        List<String[]> rows = new ArrayList<>();
        for (FindingId id : FindingId.values()) {
            rows.add(new String[] {id.text(), title(page(id))});
        }
        StringBuilder list = new StringBuilder();
        HelpPage.table(rows, list);
        return list.toString();
    }

    /** The text of the first line, {@code # missing-dependency: title}, after the id. */
    private static String title(String page) {
        String line = page.substring(0, page.indexOf('\n'));
        return line.substring(line.indexOf(": ") + 2);
    }

    private static String page(FindingId id) {
        String resource = "/findings/" + id.text() + ".md";
        try (InputStream page = ExplainCommand.class.getResourceAsStream(resource)) {
            if (page == null) {
                throw new IllegalStateException("the program was packed without " + resource);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

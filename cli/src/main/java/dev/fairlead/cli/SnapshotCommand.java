package dev.fairlead.cli;

import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.report.TerminalText;
import dev.fairlead.cli.snapshot.Snapshot;
import dev.fairlead.cli.snapshot.SnapshotException;
import dev.fairlead.cli.snapshot.SnapshotFolder;
import dev.fairlead.cli.snapshot.SnapshotName;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code fairlead snapshot}: keeps what the fleet is now, to compare with later. */
final class SnapshotCommand implements Command {
    private static final Option DEPLOYED =
            Option.flag("--deployed", "this is what is deployed now; diff --since-deployed compares with it");
    private static final Option LIST = Option.flag("--list", "lists the snapshots, the last one first; keeps none");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "snapshot",
                "keeps the resolution under .fairlead, to compare with later",
                List.of(StandardOptions.FLEET),
                List.of(DEPLOYED, LIST),
                StandardOptions.ofFleet(),
                "fairlead snapshot --deployed");
    }

    @Override
    public int run(Call call) {
        boolean lists = call.arguments().has(LIST);
        if (lists && call.arguments().has(DEPLOYED)) {
            throw new UsageException("snapshot --list keeps nothing, so it takes no --deployed");
        }
        try {
            return lists ? list(call) : keep(call);
        } catch (SnapshotException unusable) {
            throw new UnusableInputException(String.valueOf(unusable.getMessage()));
        } catch (IOException failed) {
            throw new UnusableInputException("the snapshot cannot be written: " + failed);
        }
    }

    private static int keep(Call call) throws IOException, SnapshotException {
        Fleet fleet = call.fleetOfOperand();
        boolean deployed = call.arguments().has(DEPLOYED);
        Snapshot snapshot = SnapshotFolder.in(call.folderOfOperand())
                .keep(
                        fleet.resolution(),
                        deployed ? List.of(SnapshotName.LATEST, SnapshotName.DEPLOYED) : List.of(SnapshotName.LATEST));
        String line = TerminalText.visible(snapshot.words());
        call.console().out().println(snapshot.shortId() + "  " + line + (deployed ? "  (deployed)" : ""));
        return call.done(fleet);
    }

    private static int list(Call call) throws SnapshotException {
        SnapshotFolder folder = SnapshotFolder.in(call.folderOfOperand());
        List<Snapshot> kept = folder.history(SnapshotName.LATEST);
        List<Snapshot> deployed = folder.history(SnapshotName.DEPLOYED);
        Set<String> once = deployed.stream().map(Snapshot::id).collect(Collectors.toSet());
        for (Snapshot snapshot : kept.reversed()) {
            boolean now = !deployed.isEmpty() && deployed.getLast().id().equals(snapshot.id());
            String mark = now ? "  (deployed)" : once.contains(snapshot.id()) ? "  (was deployed)" : "";
            call.console().out().println(snapshot.shortId() + "  " + TerminalText.visible(snapshot.words()) + mark);
        }
        if (kept.isEmpty()) {
            call.console().complain("there are no snapshots yet; fairlead snapshot keeps one");
        }
        return ExitCode.DONE;
    }
}

package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Firing;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fleets in {@code resources/FOLDER}, each with what becomes of it: {@code NAME.fleet} has its files, and
 * {@code NAME.txt} its services with their requirements, its settings with their layers, its plan, and its findings with all
 * that they say.
 */
public final class GoldenFleet {
    private static final String ENDING = ".fleet";
    /** Before the name of each file. */
    private static final String MARK = "=== ";

    private final StringBuilder out = new StringBuilder();

    private GoldenFleet() {}

    private static Path folder(String folder) {
        return Repository.root().resolve("fleet/src/test/resources").resolve(folder);
    }

    /** The names of the fleets of a folder. */
    public static List<String> names(String folder) throws IOException {
        try (var files = Files.list(folder(folder))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /** Writes the files of a fleet: each begins behind a line {@code === FILE}, or it is one {@code fleet.nix}. */
    public static void write(Path directory, String text) throws IOException {
        if (!text.startsWith(MARK)) {
            Files.writeString(directory.resolve("fleet.nix"), text);
            return;
        }
        for (String file : text.substring(MARK.length()).split("\n" + MARK, -1)) {
            int title = file.indexOf('\n');
            Path path = directory.resolve(file.substring(0, title));
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.substring(title + 1));
        }
    }

    /** Resolves a fleet in an empty directory, and compares what becomes of it with the golden text. */
    public static void assertResolves(Path directory, String folder, String name)
            throws IOException, UnreadableFleetException {
        write(directory, Files.readString(folder(folder).resolve(name + ENDING)));
        Resolution resolution = FleetResolver.resolve(
                FleetFiles.read(directory, Options.DEFAULT, new Language(Nix::evaluator, Lib::of)));
        Golden.assertMatches(folder(folder).resolve(name + ".txt"), new GoldenFleet().text(resolution));
    }

    private String text(Resolution resolution) {
        resolution.scopes().stream()
                .filter(scope -> !scope.tags().isEmpty() || !scope.data().isEmpty())
                .forEach(this::scope);
        resolution.services().forEach(this::service);
        resolution.excluded().forEach(excluded -> line("excluded " + excluded.id()));
        for (int wave = 0; wave < resolution.plan().size(); wave++) {
            line("wave " + wave + ": " + String.join(" ", resolution.plan().get(wave)));
        }
        resolution
                .coordination()
                .settings()
                .forEach((viewer, settings) -> settings.forEach((path, setting) -> {
                    line("setting " + path + " of " + viewer + " = " + DataText.of(setting.value()));
                    setting(setting);
                }));
        resolution.coordination().claims().forEach(this::claim);
        resolution.coordination().rules().forEach(this::firing);
        resolution.findings().forEach(this::finding);
        return out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void scope(Scope scope) {
        line(scope.id() + scope.tags().stream().map(tag -> " #" + tag).collect(Collectors.joining()));
        scope.data().forEach((name, data) -> line("  " + name + " = " + DataText.of(data)));
    }

    private void service(Service service) {
        line(service.id() + " seen in " + service.visibility());
        service.provides()
                .forEach(provided -> line("  provides " + provided.capability() + " to " + provided.visibility() + " "
                        + DataText.of(provided.data())));
        service.requires().forEach(this::requirement);
    }

    private void requirement(Requirement requirement) {
        line("  requires " + requirement.cardinality() + (requirement.late() ? " late " : " ")
                + requirement.capability() + ": " + requirement.state());
        for (String bound : requirement.bound()) {
            line("    " + bound + " by "
                    + requirement.paths().getOrDefault(bound, List.of()).stream()
                            .map(step -> step.label() + " " + step.to())
                            .collect(Collectors.joining(", ")));
        }
    }

    private void setting(Setting setting) {
        line("  " + setting.strategy() + at(setting.strategyDeclared()) + ", declared" + at(setting.declared()));
        setting.sources()
                .forEach(source -> line("  " + source.layer() + " " + DataText.of(source.value())
                        + at(source.location()) + (source.effective() ? "" : " shadowed")));
        setting.items()
                .forEach(item -> line("    " + item.path() + " of " + item.layer() + at(item.location())
                        + (item.effective() ? "" : " shadowed")));
    }

    private void claim(PortClaim claim) {
        line("port " + claim.from() + (claim.to() == claim.from() ? "" : "-" + claim.to()) + " " + claim.protocol()
                + " of " + claim.by() + ", " + claim.origin() + (claim.open() ? " open " : " ") + claim.name()
                + (claim.setting() == null ? "" : ", from " + claim.setting())
                + (claim.layer() == null ? "" : " by " + claim.layer()));
    }

    private void firing(Firing firing) {
        line("rule " + firing.rule() + " on " + firing.fact() + ": " + firing.action() + " " + firing.target() + " "
                + firing.what().replace("\n", " "));
    }

    private void finding(Finding finding) {
        line(finding.severity().text() + "[" + finding.id().text() + "]" + at(finding.location()) + " "
                + finding.message());
        detail("subject", finding.subject());
        detail("rule", finding.rule());
        detail("chain", finding.chain().isEmpty() ? null : String.join(" > ", finding.chain()));
        detail("searched", finding.searched().isEmpty() ? null : String.join(" ", finding.searched()));
        finding.candidates()
                .forEach(each -> detail("rejected", each.subject() + ": " + each.reason() + at(each.location())));
        finding.related().forEach(each -> detail("related", each.message() + at(each.location())));
        detail("fix", finding.fix());
    }

    private void detail(String what, @Nullable String text) {
        if (text != null) {
            line("  " + what + " " + text.replace("\n", "\n    "));
        }
    }

    /** A place in {@code fleet.nix} is its line and column. */
    private static String at(@Nullable Place place) {
        return place == null ? "" : " @" + place.toString().replaceFirst("^fleet\\.nix:", "");
    }
}

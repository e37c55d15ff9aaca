package dev.fairlead.fleet.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.declare.DeclarationReader;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A fleet of files that a test writes. */
public final class WrittenFleet {
    public static final Language LANGUAGE = new Language(Nix::evaluator, Lib::of);

    /** What a file of {@link #den} may ask for. */
    private static final String ARGUMENTS = "{ den, lib, sel, fleet, actions, gen-derive, ... }:";

    private final Path directory;

    public WrittenFleet(Path directory) {
        this.directory = directory;
    }

    /** What becomes of a fleet of one file, of which {@code den} is what {@link #den} takes. */
    public static Resolution resolve(Path directory, String den) {
        return new WrittenFleet(directory).den(den).resolve();
    }

    /** Writes {@code fleet.nix}: {@code body} is what stands between its braces, {@code den.hosts.x.h = { };}. */
    public WrittenFleet den(String body) {
        return with("fleet.nix", ARGUMENTS + "\n{\n" + body + "\n}\n");
    }

    /** Writes a file, in place of what it held. */
    public WrittenFleet with(String file, String text) {
        try {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public FleetInput input() {
        try {
            return FleetFiles.read(directory, Options.DEFAULT, LANGUAGE);
        } catch (UnreadableFleetException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    public Resolution resolve() {
        return FleetResolver.resolve(input());
    }

    public Resolution resolve(Locked locked) {
        return FleetResolver.resolve(input(), locked);
    }

    public Declarations read() {
        return DeclarationReader.read(input());
    }

    /** The findings of reading files and declarations, a paragraph each. */
    public String findings() {
        FleetInput input = input();
        var findings = new Findings();
        findings.addAll(input.findings());
        findings.addAll(DeclarationReader.read(input).findings());
        return findings.sorted().stream().map(this::text).collect(Collectors.joining());
    }

    public void assertNoFindings() {
        assertThat(findings()).isEmpty();
    }

    private String text(Finding finding) {
        var out = new StringBuilder();
        out.append(finding.severity().text())
                .append('[')
                .append(finding.id().text())
                .append("] ")
                .append(finding.message())
                .append('\n');
        var place = finding.location();
        if (place != null) {
            out.append("  at ")
                    .append(place)
                    .append(" to ")
                    .append(place.endLine())
                    .append(':')
                    .append(place.endColumn())
                    .append('\n');
        }
        if (finding.subject() != null) {
            out.append("  subject ").append(finding.subject()).append('\n');
        }
        finding.related()
                .forEach(r -> out.append("  related ")
                        .append(r.location())
                        .append(' ')
                        .append(r.message())
                        .append('\n'));
        if (finding.fix() != null) {
            out.append("  fix ").append(finding.fix()).append('\n');
        }
        return out.toString()
                .replace(directory.toString(), "DIRECTORY")
                .replace(String.valueOf(directory.getParent()), "PARENT");
    }
}

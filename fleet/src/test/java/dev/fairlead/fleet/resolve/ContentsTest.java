package dev.fairlead.fleet.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolution.Coordination.Content;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes the content of a service the same, and what another. */
final class ContentsTest {
    private static final String HOSTS = """
            den.hosts.x86_64-linux.h = { address = "10.0.0.1"; includes = [ "a" ]; };
            den.aspects.a.settings.port = lib.mkOption { type = lib.types.int; default = 80; };
            """;

    @TempDir
    private Path directory;

    private int fleets;

    private Content content(String den) {
        return content(
                Map.of("fleet.nix", "{ lib, ... }: let one = 1; two = { one }: one; in {\n" + HOSTS + den + "\n}\n"));
    }

    private Content content(Map<String, String> files) {
        try {
            Path folder = Files.createDirectory(directory.resolve("f" + fleets++));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.createDirectories(
                        Objects.requireNonNull(folder.resolve(file.getKey()).getParent()));
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            Resolution resolution = FleetResolver.resolve(
                    FleetFiles.read(folder, Options.DEFAULT, new Language(Nix::evaluator, Lib::of)));
            assertThat(resolution.findings()).isEmpty();
            Map<String, Content> contents =
                    Objects.requireNonNull(resolution.coordination().contents().get("service:a@h"));
            return Objects.requireNonNull(contents.get("nixos"));
        } catch (IOException | UnreadableFleetException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void whatNeedsNothingOfTheTargetIsComparedByWhatItComesTo() {
        Content plain = content("den.aspects.a.nixos = { x = [ 80 \"10.0.0.1\" ]; };");
        assertThat(plain.how()).isEqualTo(Content.How.COMPUTED);
        assertThat(
                        content(
                                "den.aspects.a.nixos = { host, settings, ... }: { x = [ settings.port ] ++ [ host.address ]; };"))
                .isEqualTo(plain);
        assertThat(content("den.aspects.a.nixos = { x = [ 81 \"10.0.0.1\" ]; };"))
                .isNotEqualTo(plain);
        assertThat(content("den.aspects.a.nixos = { x = [ \"80\" \"10.0.0.1\" ]; };"))
                .isNotEqualTo(plain);
    }

    @Test
    void whatTheTargetDecidesIsComparedAsItIsWritten() {
        Content asked = content("den.aspects.a.nixos = { pkgs, ... }: { x = [ pkgs.hello ]; };");
        assertThat(asked.how()).isEqualTo(Content.How.WRITTEN);
        assertThat(content("den.aspects.a.nixos = { pkgs, ... }: {\n  # why\n  x = [\n    pkgs.hello\n  ];\n};"))
                .isEqualTo(asked);
        assertThat(content("den.aspects.a.nixos = { pkgs, ... }: { x = [ pkgs.jq ]; };"))
                .isNotEqualTo(asked);
    }

    @Test
    void whatItMayReadOfTheFleetBelongsToIt() {
        String reads = "den.aspects.a.nixos = { pkgs, settings, ... }: { x = [ pkgs.hello settings.port ]; };";
        assertThat(content(reads + "den.hosts.x86_64-linux.h.settings.a.port = 81;"))
                .isNotEqualTo(content(reads));
        String ignores = "den.aspects.a.nixos = { pkgs, ... }: { x = [ pkgs.hello ]; };";
        assertThat(content(ignores + "den.hosts.x86_64-linux.h.settings.a.port = 81;"))
                .isEqualTo(content(ignores));
        String around =
                "den.aspects.a.nixos = { host, ... }: { x = [ ({ pkgs, ... }: [ pkgs.hello host.address ]) ]; };";
        assertThat(content(around).how()).isEqualTo(Content.How.WRITTEN);
        assertThat(content(around + "den.hosts.x86_64-linux.h.rack = 7;")).isNotEqualTo(content(around));
    }

    @Test
    void whatItReadsOfTheDefinitionsAroundItBelongsToIt() {
        String file = "{ lib, ... }:\nlet one = 1; two = n: one + n; other = 3;\nin {\n" + HOSTS
                + "den.aspects.a.nixos = { pkgs, ... }: { x = [ pkgs.hello (two 4) ]; };\n}\n";
        Content content = content(Map.of("fleet.nix", file));
        assertThat(content(Map.of("fleet.nix", file.replace("one = 1", "one = 2"))))
                .isNotEqualTo(content);
        assertThat(content(Map.of("fleet.nix", file.replace("other = 3", "other = 5"))))
                .isEqualTo(content);
        assertThat(content(Map.of(
                        "fleet.nix",
                        file.replace(
                                "one = 1; two = n: one + n;",
                                "inherit (rec { one = 1; two = n: one + n; }) one two;"))))
                .isNotEqualTo(content);
    }

    @Test
    void whereItIsWrittenDoesNotMatter() {
        String aspect = "den.aspects.a.nixos = { pkgs, ... }: { x = [ pkgs.hello ./data.txt ]; };";
        String other = "den.aspects.a.nixos = { y = 1; };";
        String here = "{ lib, ... }:\n{\n" + HOSTS;
        Content one = content(Map.of(
                "fleet.nix", here + "}", "modules/x.nix", "{ " + aspect + " }", "modules/y.nix", "{ " + other + " }"));
        assertThat(content(Map.of(
                        "fleet.nix",
                        here + "}",
                        "modules/z.nix",
                        "{ " + aspect + " }",
                        "modules/a.nix",
                        "{ " + other + " }")))
                .isEqualTo(one);
        assertThat(content(Map.of("fleet.nix", here + "}", "modules/x.nix", "{ " + aspect + " }")))
                .isNotEqualTo(one);
    }

    @Test
    void whatCannotBeComputedIsNoFinding() {
        Content fails = content("den.aspects.a.nixos = { x = [ (throw \"no\") 1 ]; };");
        assertThat(fails.how()).isEqualTo(Content.How.WRITTEN);
        assertThat(content("den.aspects.a.nixos = { x = [ (throw \"no\") 2 ]; };"))
                .isNotEqualTo(fails);
        Content functions = content("den.aspects.a.nixos = { f = { config, ... }: { x = config.y; }; };");
        assertThat(functions.how()).isEqualTo(Content.How.WRITTEN);
        assertThat(content("den.aspects.a.nixos = { f = { config, ... }: { x = config.z; }; };"))
                .isNotEqualTo(functions);
    }

    @Test
    void whoLooksAtFindingsOnlyPaysForNoContent() throws IOException, UnreadableFleetException {
        Files.writeString(
                directory.resolve("fleet.nix"),
                "{ lib, ... }:\n{\n" + HOSTS
                        + "den.aspects.a.nixos = { x = 1; };\nden.aspects.a.meta.requires = [ \"gone\" ];\n}\n");
        FleetInput input = FleetFiles.read(directory, Options.DEFAULT, new Language(Nix::evaluator, Lib::of));
        Resolution checked = FleetResolver.withoutContents(input, new Locked.Absent());
        assertThat(checked.coordination().contents()).isEmpty();
        assertThat(checked.findings()).isEqualTo(FleetResolver.resolve(input).findings());
    }
}

package dev.fairlead.fleet.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.incremental.IncrementalResolver.Update;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolve.FleetResolver;
import dev.fairlead.fleet.resolve.WrittenFleet;
import dev.fairlead.nix.eval.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two hosts that read what one of them emits. */
final class RefreshedContentTest {
    private static final Locked NO_LOCK = new Locked.Absent();
    private static final String FILE = "modules/one.nix";
    private static final String ONE = "service:emits@one";
    private static final String TOO = "service:emits-too@one";
    private static final String CONTENT = "nixos = { pipes, ... }: { inherit (pipes) all; };";

    @TempDir
    private Path directory;

    @Test
    void whoOnlyWritesWhatComesOutOfAChannelIntoItsContentIsNotResolved() throws Exception {
        IncrementalResolver resolver = fleet(CONTENT);
        for (String data : List.of("2", "3", "[ 4 ]")) {
            Update update = edited(resolver, "\"emits\" \"reads\"", data);
            assertThat(update.hosts()).isEqualTo(1);
            assertThat(consumers(update)).containsExactly(List.of(ONE), List.of(ONE));
        }
    }

    @Test
    void whoGetsAnItemMoreIsNotResolvedEither() throws Exception {
        IncrementalResolver resolver = fleet(CONTENT);
        Update more = edited(resolver, "\"emits\" \"emits-too\" \"reads\"", "4");
        assertThat(more.hosts()).isEqualTo(1);
        assertThat(consumers(more)).containsExactly(List.of(TOO, ONE), List.of(TOO, ONE));
        Update less = edited(resolver, "\"emits-too\" \"reads\"", "4");
        assertThat(less.hosts()).isEqualTo(1);
        assertThat(consumers(less)).containsExactly(List.of(TOO), List.of(TOO));
    }

    @Test
    void contentThatReadsMoreOfTheFleetThanBeforeMakesItsHostChange() throws Exception {
        IncrementalResolver resolver =
                fleet("nixos = { pipes, bindings, ... }: if pipes.all == [ 2 ] then bindings.dns or { } else { };");
        assertThat(edited(resolver, "\"emits\"", "2").hosts()).isEqualTo(2);
        assertThat(edited(resolver, "\"emits\"", "3").hosts()).isEqualTo(1);
    }

    @Test
    void contentThatReadsAChannelThroughItsSettingsIsNotComputedAlone() throws Exception {
        IncrementalResolver resolver = fleet("""
                settings = { lib, pipes, ... }: { options.sum = lib.mkOption { default = builtins.length pipes.all; }; };
                nixos = { settings, ... }: { inherit (settings) sum; };
                """);
        assertThat(edited(resolver, "\"emits\" \"emits-too\"", "1").hosts()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on = \"channel\"; condition = c: c.items > 1;",
                "on = \"channel-item\"; nac = i: i.consumed;",
                "on = \"service\"; condition = s: let f = fleet.fact \"channel-item:emits@one/all\"; in f != null && !f.consumed;",
                "condition = f: (f.consumed or true) == false;"
            })
    void whatRulesKnowOfChannelsIsKnownOfTheWholeFleetOnly(String rule) throws Exception {
        write(
                "modules/rule.nix",
                "{ actions, fleet, ... }: { den.rules.r = { " + rule + " produce = _: actions.warn \"seen\"; }; }");
        IncrementalResolver resolver = fleet(CONTENT);
        for (String data : List.of("2", "3")) {
            write(FILE, host("one", "includes = [ \"emits\" \"emits-too\" ]; data = " + data + ";"));
            Update update = resolver.update(Set.of(FILE), NO_LOCK, this::read);
            assertThat(update.resolution()).isEqualTo(FleetResolver.resolve(read()));
        }
    }

    private IncrementalResolver fleet(String reading) throws Exception {
        write("fleet.nix", """
                {
                  den.environments.prod = { };
                  den.aspects.emits.pipe.x = { host, ... }: { channel = "all"; visibility = "fleet"; data = host.data; };
                  den.aspects.emits-too.pipe.x = { channel = "all"; visibility = "fleet"; data = 9; };
                  den.aspects.dns.meta.provides.dns.visibility = "fleet";
                  den.aspects.reads = { meta.requires.dns.cardinality = "optional"; %s };
                }
                """.formatted(reading));
        write(FILE, host("one", "includes = [ \"emits\" \"reads\" ]; data = 1;"));
        write("modules/two.nix", host("two", "includes = [ \"reads\" \"dns\" ];"));
        return new IncrementalResolver(read(), NO_LOCK, 1);
    }

    private static String host(String name, String says) {
        return "{ den.hosts.x86_64-linux." + name + " = { environment = \"prod\"; " + says + " }; }";
    }

    /** What becomes of the fleet where the one host includes and emits something else. */
    private Update edited(IncrementalResolver resolver, String includes, String data) throws Exception {
        write(FILE, host("one", "includes = [ " + includes + " ]; data = " + data + ";"));
        Update update = resolver.update(Set.of(FILE), NO_LOCK, this::read);
        assertThat(update.reason()).isEmpty();
        assertThat(update.resolution()).isEqualTo(FleetResolver.resolve(read()));
        return update;
    }

    private static List<List<String>> consumers(Update update) {
        Channel all = Objects.requireNonNull(
                update.resolution().coordination().channels().get("all"));
        return all.consumers().stream().map(Consumer::from).toList();
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private FleetInput read() throws UnreadableFleetException {
        return FleetFiles.read(directory, Options.DEFAULT, WrittenFleet.LANGUAGE);
    }
}

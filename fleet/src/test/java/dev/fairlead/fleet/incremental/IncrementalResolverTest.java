package dev.fairlead.fleet.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.claim.Lock;
import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.incremental.IncrementalResolver.Update;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolve.FleetResolver;
import dev.fairlead.fleet.resolve.WrittenFleet;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IncrementalResolverTest {
    private static final Locked NO_LOCK = new Locked.Absent();
    private static final int EDITS = 4;

    @TempDir
    private Path directory;

    @Test
    void whateverIsEditedTheResultIsThatOfTheWholeFleet() {
        var count = new Count();
        Property.tries(30).check(Gen.ints(0, 1_000_000), seed -> {
            var fleet = new RandomFleet(seed);
            empty();
            write("fleet.nix", fleet.others());
            for (int host = 0; host < fleet.hosts(); host++) {
                write(RandomFleet.file(host), fleet.host(host));
            }
            var resolver = new IncrementalResolver(read(), NO_LOCK, 1);
            var random = new SplittableRandom(seed);
            for (int edit = 0; edit < EDITS; edit++) {
                int host = random.nextInt(fleet.hosts());
                String before = fleet.host(host);
                fleet.edit(host);
                // There and back: what an edit of the same definitions reached is then known
                boolean again = random.nextInt(3) == 0;
                for (String text :
                        again ? List.of(fleet.host(host), before, fleet.host(host)) : List.of(fleet.host(host))) {
                    write(RandomFleet.file(host), text);
                    Update update = update(resolver, RandomFleet.file(host));
                    Resolution whole = FleetResolver.resolve(read());
                    assertThat(lines(update.resolution())).containsExactlyElementsOf(lines(whole));
                    assertThat(update.resolution()).isEqualTo(whole);
                    count.edits++;
                    if (update.reason().isEmpty() && update.hosts() < fleet.hosts()) {
                        count.parts++;
                    }
                }
            }
        });
        // The rest are fleets with errors or notes about the fleet as a whole, or nearly all of it can tell the
        // difference
        assertThat(count.parts).isGreaterThan(count.edits / 10);
    }

    /** How many edits there were, and after how many only a part was resolved. */
    private static final class Count {
        private int edits;
        private int parts;
    }

    @Test
    void anEditThatOthersCannotSeeResolvesOneHostAmongTheOthersAsTheyWere() throws Exception {
        IncrementalResolver resolver = threeHosts();
        write("modules/leaf.nix", host("leaf", "includes = [ \"web\" ]; settings.web.port = 81;"));
        Update update = update(resolver, "modules/leaf.nix");
        assertThat(update.reason()).isEmpty();
        assertThat(update.hosts()).isEqualTo(1);
        assertThat(update.resolution()).isEqualTo(FleetResolver.resolve(read()));
    }

    @Test
    void whoOnlyFindsWhatChangedIsNotResolved() throws Exception {
        IncrementalResolver resolver = threeHosts();
        write("modules/core.nix", host("core", "includes = [ \"dns\" ]; addr = \"10.0.0.2\";"));
        Update update = update(resolver, "modules/core.nix");
        assertThat(update.reason()).isEmpty();
        assertThat(update.hosts()).isEqualTo(1);
        assertThat(update.resolution()).isEqualTo(FleetResolver.resolve(read()));
    }

    @Test
    void whoComputesWithWhatChangedIsResolvedToo() throws Exception {
        threeHosts();
        write("fleet.nix", OTHERS.replace("requires.dns = { };", """
                requires.dns = { };
                meta.provides.site = { bindings, ... }: { via = bindings.dns.server; };
                """));
        var resolver = new IncrementalResolver(read(), NO_LOCK, 1);
        write("modules/core.nix", host("core", "includes = [ \"dns\" ]; addr = \"10.0.0.2\";"));
        Update update = update(resolver, "modules/core.nix");
        assertThat(update.reason()).isEmpty();
        assertThat(update.hosts()).isEqualTo(3);
        assertThat(update.resolution()).isEqualTo(FleetResolver.resolve(read()));
    }

    @Test
    void whatAnEditReachedBeforeIsNotResolvedAfterAnEditOfSomethingElse() throws Exception {
        threeHosts();
        write("fleet.nix", OTHERS.replace("requires.dns = { };", """
                requires.dns = { };
                meta.provides.site = { bindings, ... }: { via = bindings.dns.server; };
                """));
        var resolver = new IncrementalResolver(read(), NO_LOCK, 1);
        String core = "includes = [ \"dns\" \"web\" ]; settings.web.port = %d; addr = \"10.0.0.%d\";";
        for (int last = 2; last < 6; last++) {
            write("modules/core.nix", host("core", core.formatted(80, last)));
            assertThat(update(resolver, "modules/core.nix").hosts()).isEqualTo(3);
        }
        write("modules/core.nix", host("core", core.formatted(81, 5)));
        Update update = update(resolver, "modules/core.nix");
        assertThat(update.reason()).isEmpty();
        assertThat(update.hosts()).isEqualTo(1);
        assertThat(update.resolution()).isEqualTo(FleetResolver.resolve(read()));
    }

    @Test
    void whatAFunctionThatOthersSeeComputesFromIsLookedAtAnew() throws Exception {
        threeHosts();
        write("fleet.nix", OTHERS.replace("server = host.addr;", "at = port: host.addr + port;"));
        var resolver = new IncrementalResolver(read(), NO_LOCK, 1);
        write("modules/leaf.nix", host("leaf", "includes = [ \"web\" ]; settings.web.port = 81;"));
        Update update = update(resolver, "modules/leaf.nix");
        assertThat(update.reason()).isEmpty();
        assertThat(update.hosts()).isEqualTo(2);
        assertThat(update.resolution()).isEqualTo(FleetResolver.resolve(read()));
    }

    @Test
    void whatLeadsThroughAChannelThatConnectsVeryManyFollowsAnEdit() throws Exception {
        write("fleet.nix", """
                { den.environments.prod = { };
                  den.aspects.emits.pipe.x = { channel = "all"; visibility = "fleet"; data = 1; };
                  den.aspects.reads.nixos = { pipes, ... }: pipes.all; }
                """);
        for (int number = 0; number < 50; number++) {
            write("modules/h%d.nix".formatted(number), host("h" + number, "includes = [ \"emits\" \"reads\" ];"));
        }
        var resolver = new IncrementalResolver(read(), NO_LOCK, 1);
        assertThat(resolver.resolution().edges()).hasSize(100);
        write("modules/h7.nix", host("h7", "includes = [ \"reads\" ];"));
        Update update = update(resolver, "modules/h7.nix");
        assertThat(update.reason()).isEmpty();
        assertThat(update.resolution().edges()).hasSize(99);
        assertThat(update.resolution()).isEqualTo(FleetResolver.resolve(read()));
    }

    @Test
    void nothingIsResolvedWhereNothingChanged() throws Exception {
        IncrementalResolver resolver = threeHosts();
        Update update = resolver.update(Set.of(), NO_LOCK, this::read);
        assertThat(update.hosts()).isZero();
        assertThat(update.resolution()).isSameAs(resolver.resolution());
    }

    @Test
    void theWholeFleetIsResolvedWhereHostsDoNotExplainAChange() throws Exception {
        IncrementalResolver resolver = threeHosts();
        write("fleet.nix", OTHERS.replace("\"fleet\"", "\"environment\""));
        assertThat(update(resolver, "fleet.nix").reason()).contains("fleet.nix was not a file of nothing but hosts");
        write("modules/new.nix", host("new", "includes = [ \"web\" ];"));
        assertThat(update(resolver, "modules/new.nix").reason())
                .contains("modules/new.nix was not a file of nothing but hosts");
        write("modules/leaf.nix", host("twig", "includes = [ \"web\" ];"));
        assertThat(update(resolver, "modules/leaf.nix").reason()).contains("which hosts there are changed");
        write("modules/leaf.nix", "{");
        assertThat(update(resolver, "modules/leaf.nix").reason()).isPresent();
        write("modules/leaf.nix", host("twig", ""));
        assertThat(update(resolver, "modules/leaf.nix").reason()).contains("it has errors");
        Locked lock = new Locked.Present(Lock.EMPTY);
        assertThat(resolver.update(Set.of(), lock, this::read).reason()).contains("its lock changed");
        assertThat(resolver.resolution()).isEqualTo(FleetResolver.resolve(read(), lock));
    }

    @Test
    void whoLooksAtAllHostsDependsOnEach() throws Exception {
        threeHosts();
        write("modules/all.nix", """
                { actions, fleet, ... }: { den.rules.all = { on = "fleet"; condition = f: builtins.length fleet.hosts > 9;
                  produce = f: actions.note "many"; }; }
                """);
        var resolver = new IncrementalResolver(read(), NO_LOCK);
        write("modules/leaf.nix", host("leaf", "includes = [ \"web\" ]; settings.web.port = 82;"));
        Update update = update(resolver, "modules/leaf.nix");
        assertThat(update.reason()).contains("a rule looks at hosts in general");
        assertThat(update.resolution()).isEqualTo(FleetResolver.resolve(read()));
    }

    private static final String OTHERS = """
            {
              den.environments.prod = { };
              den.aspects.dns.meta.provides.dns = { host, ... }: { visibility = "fleet"; server = host.addr; };
              den.aspects.web = {
                meta.requires.dns = { };
                settings = { lib, ... }: { options.port = lib.mkOption { type = lib.types.port; default = 80; }; };
              };
            }
            """;

    /** A host that two others look at. */
    private IncrementalResolver threeHosts() throws Exception {
        write("fleet.nix", OTHERS);
        write("modules/core.nix", host("core", "includes = [ \"dns\" ]; addr = \"10.0.0.1\";"));
        write("modules/leaf.nix", host("leaf", "includes = [ \"web\" ];"));
        write("modules/other.nix", host("other", "includes = [ \"web\" ];"));
        return new IncrementalResolver(read(), NO_LOCK, 1);
    }

    private static String host(String name, String says) {
        return "{ den.hosts.x86_64-linux." + name + " = { environment = \"prod\"; " + says + " }; }";
    }

    private Update update(IncrementalResolver resolver, String file) throws UnreadableFleetException {
        return resolver.update(Set.of(file), NO_LOCK, this::read);
    }

    /** A line for each part, so that a failure shows what differs. */
    private static List<String> lines(Resolution resolution) {
        var lines = new ArrayList<String>();
        Coordination shared = resolution.coordination();
        for (List<?> each : List.of(
                resolution.scopes(),
                resolution.services(),
                resolution.excluded(),
                resolution.edges(),
                resolution.plan(),
                shared.claims(),
                shared.state(),
                shared.rules(),
                List.copyOf(shared.settings().entrySet()),
                List.copyOf(shared.channels().entrySet()),
                List.copyOf(shared.backends().entrySet()),
                resolution.findings())) {
            each.forEach(part -> lines.add(part.toString()));
        }
        return lines;
    }

    private void empty() throws IOException {
        Path modules = directory.resolve("modules");
        if (Files.isDirectory(modules)) {
            try (var files = Files.list(modules)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
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

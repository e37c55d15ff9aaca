package dev.fairlead.fleet.require;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.incremental.IncrementalResolver;
import dev.fairlead.fleet.incremental.IncrementalResolver.Update;
import dev.fairlead.fleet.resolve.ResolvedFleet;
import dev.fairlead.fleet.resolve.WrittenFleet;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What requirements find on hosts that are not resolved with them. */
final class SeenHostsTest {
    private static final Locked NO_LOCK = new Locked.Absent();

    @TempDir
    private Path directory;

    /** Writes a host in a file of its own. */
    private static WrittenFleet host(WrittenFleet fleet, String name, String body) {
        return fleet.with(
                "modules/" + name + ".nix",
                "{ den.hosts.x86_64-linux." + name + " = { environment = \"prod\"; " + body + " }; }");
    }

    @Test
    void aHostThatIsEditedFindsWhatOthersAndTheirUsersProvideAndComesAfterIt() throws Exception {
        var fleet = new WrittenFleet(directory).with("fleet.nix", """
                {
                  den.environments.prod = { };
                  den.aspects.dns.meta = { provides.dns.visibility = "fleet"; requires = [ "disk" ]; };
                  den.aspects.disk.meta = { provides.disk = { }; requires = [ "power" ]; };
                  den.aspects.power.meta.provides = [ "power" ];
                  den.aspects.agent.meta.provides.keys.visibility = "environment";
                  den.aspects.web.meta.requires = [ "dns" "keys" ];
                  den.aspects.page.meta.requires = [ "service:web" ];
                }
                """);
        host(fleet, "core", "includes = [ \"dns\" \"disk\" \"power\" ]; users.alice.includes = [ \"agent\" ];");
        host(fleet, "leaf", "includes = [ \"web\" ];");
        for (String name : List.of("a", "b", "c")) {
            host(fleet, name, "includes = [ \"power\" ];");
        }
        var resolver = new IncrementalResolver(fleet.input(), NO_LOCK);
        assertThat(new ResolvedFleet(resolver.resolution()).findings()).isEmpty();

        host(fleet, "leaf", "includes = [ \"web\" \"page\" ];");
        Update update = resolver.update(Set.of("modules/leaf.nix"), NO_LOCK, fleet::input);
        var resolved = new ResolvedFleet(update.resolution());
        assertThat(resolved.findings()).isEmpty();
        assertThat(update.reason()).isEmpty();
        assertThat(update.hosts()).isEqualTo(1);
        assertThat(resolved.bound("service:web@leaf", "dns")).containsExactly("service:dns@core");
        assertThat(resolved.bound("service:web@leaf", "keys")).containsExactly("service:agent@alice@core");
        assertThat(update.resolution().plan())
                .containsExactly(
                        List.of(
                                "service:agent@alice@core",
                                "service:power@a",
                                "service:power@b",
                                "service:power@c",
                                "service:power@core"),
                        List.of("service:disk@core"),
                        List.of("service:dns@core"),
                        List.of("service:web@leaf"),
                        List.of("service:page@leaf"));
        assertThat(update.resolution()).isEqualTo(fleet.resolve());
    }
}

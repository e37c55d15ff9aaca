package dev.fairlead.bridge.clan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClanInputTest {
    @TempDir
    private Path directory;

    private Resolution resolve(String inventory) throws IOException {
        Path file = directory.resolve("inventory.json");
        Files.writeString(file, inventory);
        Resolution resolution = Clan.resolve(file);
        // What is kept and not backed up is beside the point here
        assertThat(Clan.findings(resolution, FindingId.UNCOVERED_STATE)).isEmpty();
        return resolution;
    }

    private static Scope host(Resolution resolution, String name) {
        return resolution.scopes().stream()
                .filter(scope -> scope.id().equals("host:" + name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> bound(Resolution resolution, String service) {
        return resolution.service(service).orElseThrow().requires().stream()
                .flatMap(requirement -> requirement.bound().stream())
                .toList();
    }

    @Test
    void aDirectoryIsReadByItsInventoryJson() throws IOException {
        Files.writeString(directory.resolve("inventory.json"), "{ \"meta\": { \"name\": \"acme\" } }");
        assertThat(Clan.resolve(directory).fleet()).isEqualTo("acme");
    }

    @Test
    void whatIsNotThereCannotBeRead() {
        assertThatThrownBy(() -> Clan.input(directory.resolve("nothing.json")))
                .isInstanceOf(UnreadableFleetException.class)
                .hasMessageStartingWith("There is no file ");
        assertThatThrownBy(() -> Clan.input(directory))
                .isInstanceOf(UnreadableFleetException.class)
                .hasMessageEndingWith(" has no inventory.json.");
    }

    @Test
    void aFileLargerThanAnyInventoryIsNotRead() throws IOException {
        Path file = directory.resolve("large.json");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(100L << 20);
        }
        assertThatThrownBy(() -> Clan.input(file))
                .isInstanceOf(UnreadableFleetException.class)
                .hasMessageEndingWith(" is larger than 64 MiB, which no inventory is.");
    }

    @Test
    void machinesAreHostsWithTheirTagsAndThoseThatClanComputes() throws IOException {
        Resolution resolution = resolve("""
                { "machines": { "web1": { "tags": ["prod"], "description": "front" }, "mac": { "machineClass": "darwin" } },
                  "tags": { "edge": ["web1"] } }
                """);
        assertThat(host(resolution, "web1").tags()).containsExactlyInAnyOrder("all", "nixos", "prod", "edge");
        assertThat(host(resolution, "mac").tags()).containsExactlyInAnyOrder("all", "darwin");
        assertThat(host(resolution, "web1").data()).containsEntry("description", new Data.Text("front"));
    }

    @Test
    void aComputedTagCanBeRedefined() throws IOException {
        Resolution resolution = resolve("""
                { "machines": { "web1": {}, "web2": {} }, "tags": { "all": ["web1"] },
                  "instances": { "sshd": { "roles": { "server": { "tags": ["all"] } } } } }
                """);
        assertThat(resolution.services()).extracting(Service::id).containsExactly("service:sshd.server[sshd]@web1");
    }

    @Test
    void aMachineNamedTwiceHasARoleOnce() throws IOException {
        Resolution resolution = resolve("""
                { "machines": { "web1": { "tags": ["a", "b"] } },
                  "instances": { "sshd": { "roles": { "server": { "machines": ["web1"], "tags": { "a": {}, "b": {} } } } } } }
                """);
        assertThat(resolution.services()).hasSize(1);
    }

    @Test
    void aServicePointsAtTheMachineOrTagThatHasItsRole() throws IOException {
        Resolution resolution = resolve("""
                { "machines": { "web1": {}, "web2": {} },
                  "instances": { "sshd": { "roles": { "server": {
                    "machines": ["web1"],
                    "tags": ["all"] } } } } }
                """);
        assertThat(resolution.services().stream()
                        .map(service ->
                                String.valueOf(service.includedBy().getFirst().location())))
                .containsExactly("inventory.json:3:18", "inventory.json:4:14");
    }

    @Test
    void modulesOfOtherFlakesAreNotClansOwn() throws IOException {
        Resolution resolution = resolve("""
                { "machines": { "a": {} },
                  "instances": {
                    "x": { "module": { "name": "monitoring", "input": "community" }, "roles": { "client": { "tags": ["all"] } } },
                    "y": { "module": { "name": "@clan/sshd", "input": "anything" }, "roles": { "server": { "tags": ["all"] } } } } }
                """);
        assertThat(resolution.services())
                .extracting(Service::name)
                .containsExactly("community-monitoring.client", "sshd.server");
    }

    @Test
    void aMachineDoesNotGetAProgramBecauseItIsCalledSo() throws IOException {
        assertThat(resolve("{ \"machines\": { \"grafana\": {}, \"nginx\": {} } }")
                        .services())
                .isEmpty();
    }

    @Test
    void clientsAreBoundToTheServersOfTheirOwnInstance() throws IOException {
        Resolution resolution = resolve("""
                { "machines": { "a": {}, "b": {}, "c": {} },
                  "instances": {
                    "one": { "module": { "name": "monitoring" }, "roles": {
                      "server": { "machines": ["a"] }, "client": { "tags": ["all"] } } },
                    "two": { "module": { "name": "monitoring" }, "roles": {
                      "server": { "machines": ["b"] }, "client": { "machines": ["a", "c"] } } } } }
                """);
        assertThat(bound(resolution, "service:monitoring.client[one]@b"))
                .containsExactly("service:monitoring.server[one]@a");
        assertThat(bound(resolution, "service:monitoring.client[two]@a"))
                .containsExactly("service:monitoring.server[two]@b");
    }

    @Test
    void wrappedSettingsAreRead() throws IOException {
        Resolution resolution = resolve("""
                { "machines": { "a": {} },
                  "instances": { "monitoring": { "roles": { "server": {
                    "machines": { "a": { "settings": { "imports": [ { "_file": "x", "imports": [ { "host": "h" } ] } ] } } },
                    "settings": { "imports": [ { "_file": "x", "imports": [ { "grafana": { "enable": true } } ] } ] }
                  } } } } }
                """);
        assertThat(resolution.services()).extracting(Service::name).contains("grafana");
    }

    @Test
    void aSettingThatIsForcedWins() throws IOException {
        Resolution resolution = resolve("""
                { "machines": { "a": {} },
                  "instances": { "monitoring": { "roles": { "server": {
                    "machines": { "a": { "settings": { "grafana": { "enable": true } } } },
                    "settings": { "grafana": { "enable": { "_type": "override", "priority": 50, "content": false } } }
                  } } } } }
                """);
        assertThat(resolution.services()).extracting(Service::name).doesNotContain("grafana");
    }
}

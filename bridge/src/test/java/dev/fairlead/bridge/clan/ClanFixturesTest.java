package dev.fairlead.bridge.clan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.bridge.json.JsonReader;
import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Items;
import dev.fairlead.bridge.json.LocatedJson.Text;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.testing.Fixtures;
import dev.fairlead.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The inventories of the tests of Clan's own services, and what Clan itself makes of them. */
final class ClanFixturesTest {
    static List<String> inventories() {
        return Fixtures.list("clan", ".inventory.json").stream()
                .map(file -> String.valueOf(file.getFileName()).replace(".inventory.json", ""))
                .toList();
    }

    private static Path inventory(String name) {
        return Fixtures.path("clan/" + name + ".inventory.json");
    }

    private static Fields json(String fixture) {
        return (Fields) JsonReader.read(Fixtures.read(fixture).getBytes(StandardCharsets.UTF_8));
    }

    /** Instance, role, sorted machines, as Clan says. */
    private static Map<String, Map<String, List<String>>> expectedMembers(String name) {
        var members = new TreeMap<String, Map<String, List<String>>>();
        json("clan/" + name + ".resolved.json").fields().values().forEach(service -> {
            Fields instances = (Fields) Objects.requireNonNull(((Fields) service.value()).get("machines"));
            instances.fields().forEach((instance, roles) -> {
                var byRole = new TreeMap<String, List<String>>();
                ((Fields) roles.value())
                        .fields()
                        .forEach((role, machines) -> byRole.put(role, texts((Items) machines.value())));
                members.put(instance, byRole);
            });
        });
        return members;
    }

    private static List<String> texts(Items items) {
        return items.items().stream()
                .map((LocatedJson item) -> ((Text) item).value())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("inventories")
    void machinesHaveTheRolesThatClanGivesThem(String name) {
        Inventory inventory = Clan.inventory(inventory(name));
        var members = new TreeMap<String, Map<String, List<String>>>();
        inventory.instances().forEach(instance -> {
            var byRole = new TreeMap<String, List<String>>();
            instance.roles()
                    .forEach(role -> byRole.put(
                            role.name(),
                            Membership.of(role, inventory.machines().keySet(), inventory.machinesByTag())
                                    .keySet()
                                    .stream()
                                    .sorted()
                                    .toList()));
            members.put(instance.name(), byRole);
        });
        assertThat(members).isEqualTo(expectedMembers(name));
    }

    @ParameterizedTest
    @MethodSource("inventories")
    void everyRoleOfAMachineIsAServiceOfItsHost(String name) {
        var services = new TreeMap<String, Map<String, List<String>>>();
        for (Service service : Clan.resolve(inventory(name)).services()) {
            if (service.instance() != null && service.host() != null) {
                String role = service.name().substring(service.name().lastIndexOf('.') + 1);
                services.computeIfAbsent(service.instance(), key -> new TreeMap<>())
                        .merge(role, List.of(service.host()), ClanFixturesTest::concatenated);
            }
        }
        var expected = expectedMembers(name);
        expected.values().forEach(roles -> roles.values().removeIf(List::isEmpty));
        assertThat(services).isEqualTo(expected);
    }

    private static List<String> concatenated(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("inventories")
    void nothingIsFoundButWhatMonitoringLacks(String name) {
        String findings = Clan.findings(Clan.resolve(inventory(name)));
        if (name.equals("monitoring")) {
            Golden.assertMatches("clan/monitoring.findings", findings);
        } else {
            // Of the services in these inventories only monitoring and matrix-synapse keep state, and none has a
            // backup.
            assertThat(Clan.findings(Clan.resolve(inventory(name)), FindingId.UNCOVERED_STATE))
                    .isEmpty();
        }
    }

    @Test
    void aClientIsBoundToTheServerOfItsInstance() {
        Service client = Clan.resolve(inventory("borgbackup"))
                .service("service:borgbackup.client[borgone]@clientone")
                .orElseThrow();
        assertThat(client.requires().stream().map(Requirement::bound))
                .containsExactly(List.of("service:borgbackup.server[borgone]@serverone"));
    }

    @Test
    void dnsIsBoundToTheDataMesherOfItsMachine() {
        Service dns = Clan.resolve(inventory("dm-dns"))
                .service("service:dm-dns.default[dm-dns]@client")
                .orElseThrow();
        assertThat(dns.requires().stream().map(Requirement::bound))
                .containsExactly(List.of("service:data-mesher.default[data-mesher]@client"));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1000})
    void aLargeInventoryOnOneLineIsResolved(int machines) {
        Resolution resolution = Clan.resolve(Fixtures.path("clan/synthetic/inventory-" + machines + ".json"));
        assertThat(Clan.findings(resolution, FindingId.UNCOVERED_STATE)).isEmpty();
        assertThat(resolution.scopes().stream().filter(scope -> scope.kind().equals("host")))
                .hasSize(machines);
    }
}

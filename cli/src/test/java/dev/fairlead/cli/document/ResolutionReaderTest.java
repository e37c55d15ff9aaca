package dev.fairlead.cli.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.cli.report.ResolutionJson;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Coordination.Content;
import dev.fairlead.fleet.resolution.Coordination.Item;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.Source;
import dev.fairlead.fleet.resolution.Coordination.StateClaim;
import dev.fairlead.fleet.resolution.Firing;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Choice;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Excluded;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.State;
import dev.fairlead.fleet.resolution.Resolution.Step;
import dev.fairlead.testing.Choices;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResolutionReaderTest {
    private static final Gen<String> TEXTS = Gen.nastyStrings(8);

    private static byte[] written(Resolution resolution) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResolutionJson.write(resolution, out);
        return out.toByteArray();
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        Property.forAll(ResolutionReaderTest::resolution, resolution -> {
            byte[] document = written(resolution);
            Resolution read = ResolutionReader.parse(document);
            assertThat(new String(written(read), StandardCharsets.UTF_8))
                    .isEqualTo(new String(document, StandardCharsets.UTF_8));
        });
    }

    @Test
    void aFileIsReadAsItsText(@TempDir Path folder) {
        Path file = folder.resolve("resolution.json");
        Property.forAll(ResolutionReaderTest::resolution, resolution -> {
            byte[] document = written(resolution);
            Files.write(file, document);
            assertThat(ResolutionReader.read(file)).isEqualTo(ResolutionReader.parse(document));
        });
    }

    @Test
    void whatCannotBeReadIsNotCalledDamaged(@TempDir Path folder) {
        assertThatThrownBy(() -> ResolutionReader.read(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsDamagedIsRefusedWithItsPlace() {
        refused("", "is empty");
        refused("{", "is not JSON (");
        refused("{ \"schema\": \"fairlead/resolution/1\", \"schema\": 1 }", "is not JSON (");
        refused("{ \"schema\": \"fairlead/resolution/1\" } 1", "goes on after its end");
        refused("{ \"schema\": \"fairlead/resolution/1\" }", "has no fleet");
        refused("{ \"schema\": \"fairlead/resolution/1\", \"plan\": [ [ \"a\", 1 ] ] }", "plan[0][1] must be text");
        refused("{ \"schema\": \"fairlead/resolution/1\", \"edges\": [ { \"from\": \"a\" } ] }", "has no edges[0].to");
        refused("{ \"schema\": \"fairlead/resolution/7\" }", "is of a later version of Fairlead");
        refused("{ \"schema\": \"fairlead/findings/1\" }", "is fairlead/findings/1, not fairlead/resolution/1");
        refused("[".repeat(100_000), "is not JSON (");
        refused("{ \"schema\": 99999999999999999999999999 }", "is not JSON (");
    }

    private static void refused(String text, String complaint) {
        assertThatThrownBy(() -> ResolutionReader.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DocumentException.class)
                .hasMessageStartingWith(complaint);
    }

    private static Resolution resolution(Choices choices) {
        return new Resolution(
                TEXTS.draw(choices),
                list(ResolutionReaderTest::scope, choices),
                list(ResolutionReaderTest::service, choices),
                list(
                        each -> new Excluded(
                                TEXTS.draw(each),
                                TEXTS.draw(each),
                                TEXTS.draw(each),
                                list(ResolutionReaderTest::inclusion, each),
                                list(ResolutionReaderTest::inclusion, each)),
                        choices),
                list(ResolutionReaderTest::edge, choices),
                list(each -> list(TEXTS, each), choices),
                coordination(choices),
                list(ResolutionReaderTest::finding, choices));
    }

    private static <T> List<T> list(Gen<T> items, Choices choices) {
        return items.list(2).draw(choices);
    }

    private static <T> SortedMap<String, T> map(Gen<T> values, Choices choices) {
        var map = new TreeMap<String, T>();
        for (String key : list(TEXTS, choices)) {
            map.put(key, values.draw(choices));
        }
        return map;
    }

    private static @Nullable String maybe(Choices choices) {
        return choices.chance(2) ? TEXTS.draw(choices) : null;
    }

    private static @Nullable Place place(Choices choices) {
        return choices.chance(2) ? somewhere(choices) : null;
    }

    private static Place somewhere(Choices choices) {
        Gen<Integer> numbers = Gen.ints(1, 99);
        return new Place(
                TEXTS.draw(choices),
                numbers.draw(choices),
                numbers.draw(choices),
                numbers.draw(choices),
                numbers.draw(choices));
    }

    private static <E extends Enum<E>> E constant(Class<E> constants, Choices choices) {
        return Gen.elements(List.of(constants.getEnumConstants())).draw(choices);
    }

    private static Data data(Choices choices) {
        return Gen.<Data>nested(
                        2,
                        Gen.oneOf(
                                Gen.constant(new Data.Nothing()),
                                TEXTS.map(Data.Text::new),
                                Gen.longs(Long.MIN_VALUE, Long.MAX_VALUE).map(Data.Whole::new),
                                Gen.doubles().map(Data.Real::new),
                                Gen.booleans().map(Data.Truth::new),
                                TEXTS.map(text -> new Data.Opaque("function", text))),
                        part -> Gen.oneOf(part.list(2).map(Data.Items::new), each -> new Data.Fields(map(part, each))))
                .draw(choices);
    }

    private static Scope scope(Choices choices) {
        return new Scope(
                TEXTS.draw(choices),
                TEXTS.draw(choices),
                TEXTS.draw(choices),
                maybe(choices),
                list(TEXTS, choices),
                list(TEXTS, choices),
                map(ResolutionReaderTest::data, choices),
                place(choices));
    }

    private static Service service(Choices choices) {
        return new Service(
                TEXTS.draw(choices),
                TEXTS.draw(choices),
                maybe(choices),
                TEXTS.draw(choices),
                maybe(choices),
                maybe(choices),
                TEXTS.draw(choices),
                list(each -> new Provision(TEXTS.draw(each), TEXTS.draw(each), data(each), place(each)), choices),
                list(ResolutionReaderTest::requirement, choices),
                list(TEXTS, choices),
                list(ResolutionReaderTest::inclusion, choices),
                choices.chance(2) ? Gen.ints(0, 9).draw(choices) : null,
                place(choices));
    }

    private static Inclusion inclusion(Choices choices) {
        return new Inclusion(TEXTS.draw(choices), place(choices));
    }

    private static Requirement requirement(Choices choices) {
        return new Requirement(
                TEXTS.draw(choices),
                TEXTS.draw(choices),
                Gen.booleans().draw(choices),
                constant(State.class, choices),
                list(TEXTS, choices),
                map(each -> list(step -> new Step(TEXTS.draw(step), TEXTS.draw(step)), each), choices),
                choices.chance(2) ? null : new Choice(TEXTS.draw(choices), TEXTS.draw(choices), place(choices)),
                place(choices));
    }

    private static Edge edge(Choices choices) {
        return new Edge(
                TEXTS.draw(choices),
                TEXTS.draw(choices),
                constant(Edge.Kind.class, choices),
                TEXTS.draw(choices),
                constant(Edge.EdgeState.class, choices));
    }

    private static Coordination coordination(Choices choices) {
        return new Coordination(
                map(scope -> map(ResolutionReaderTest::setting, scope), choices),
                map(ResolutionReaderTest::channel, choices),
                list(ResolutionReaderTest::claim, choices),
                list(each -> new StateClaim(TEXTS.draw(each), data(each), list(TEXTS, each), place(each)), choices),
                map(scope -> map(TEXTS, scope), choices),
                list(
                        each -> new Firing(
                                TEXTS.draw(each),
                                TEXTS.draw(each),
                                TEXTS.draw(each),
                                TEXTS.draw(each),
                                TEXTS.draw(each),
                                place(each)),
                        choices),
                map(
                        service ->
                                map(each -> new Content(constant(Content.How.class, each), TEXTS.draw(each)), service),
                        choices));
    }

    private static Setting setting(Choices choices) {
        return new Setting(
                data(choices),
                TEXTS.draw(choices),
                place(choices),
                place(choices),
                list(
                        each -> new Source(
                                TEXTS.draw(each),
                                data(each),
                                place(each),
                                Gen.booleans().draw(each)),
                        choices),
                list(
                        each -> new Item(
                                TEXTS.draw(each),
                                TEXTS.draw(each),
                                place(each),
                                Gen.booleans().draw(each)),
                        choices));
    }

    private static Channel channel(Choices choices) {
        return new Channel(
                maybe(choices),
                list(each -> new ChannelItem(TEXTS.draw(each), data(each), TEXTS.draw(each), place(each)), choices),
                list(each -> new Consumer(TEXTS.draw(each), list(TEXTS, each), place(each)), choices));
    }

    private static PortClaim claim(Choices choices) {
        int from = Gen.ints(1, 9).draw(choices);
        return new PortClaim(
                TEXTS.draw(choices),
                TEXTS.draw(choices),
                TEXTS.draw(choices),
                from,
                from + Gen.ints(0, 9).draw(choices),
                TEXTS.draw(choices),
                Gen.booleans().draw(choices),
                TEXTS.draw(choices),
                TEXTS.draw(choices),
                maybe(choices),
                maybe(choices),
                place(choices));
    }

    private static Finding finding(Choices choices) {
        List<Finding.Related> related = new ArrayList<>();
        if (choices.chance(2)) {
            related.add(new Finding.Related(TEXTS.draw(choices), somewhere(choices)));
        }
        return new Finding(
                constant(FindingId.class, choices),
                constant(Severity.class, choices),
                TEXTS.draw(choices),
                maybe(choices),
                place(choices),
                list(TEXTS, choices),
                list(TEXTS, choices),
                list(each -> new Finding.Candidate(TEXTS.draw(each), TEXTS.draw(each), place(each)), choices),
                related,
                maybe(choices),
                maybe(choices));
    }
}

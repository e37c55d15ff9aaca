package dev.fairlead.bridge.den;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.fit.Budget;
import dev.fairlead.diagram.fit.Part;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.svg.Theme;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DenInputTest {
    private static Resolution fixture(String name) throws UnreadableFleetException {
        return DenInput.read(Fixtures.path("den/" + name + "-ir.json"));
    }

    @ParameterizedTest
    @CsvSource({"cortex, 450", "axon-01, 429"})
    void everyNodeOfAHostIsAServiceOrAPolicyThatIncludedSome(String name, int nodes) throws UnreadableFleetException {
        Resolution resolution = fixture(name);
        long policies = resolution.services().stream()
                .flatMap(service -> service.includedBy().stream())
                .filter(way -> way.by().startsWith("rule:"))
                .map(Resolution.Inclusion::by)
                .distinct()
                .count();
        assertThat(resolution.services().size() + policies).isBetween(nodes - 20L, (long) nodes);
        assertThat(resolution.services()).extracting(Service::id).doesNotHaveDuplicates();
    }

    @Test
    void whatAnotherHostLeakedStandsOnThatHost() throws UnreadableFleetException {
        Resolution cortex = fixture("cortex");
        assertThat(cortex.services())
                .filteredOn(service -> service.name().equals("agenix-identity") && "axon-01".equals(service.host()))
                .extracting(Service::scope)
                .contains("user:sini@axon-01", "user:vic@axon-01");
        assertThat(cortex.services())
                .filteredOn(service -> "cortex".equals(service.host()))
                .noneMatch(service -> service.id().contains("axon"));
        assertThat(cortex.scopes())
                .filteredOn(scope -> scope.kind().equals("user") && scope.name().equals("sini"))
                .extracting(Scope::id)
                .contains("user:sini@cortex", "user:sini@blade");
    }

    @Test
    void pipesAreChannelsThatFlowWhereTheGraphSays() throws UnreadableFleetException {
        Resolution fleet = fixture("fleet-demo");
        var backends = Objects.requireNonNull(
                fleet.coordination().channels().get("http-backends"), "there is no such channel");
        assertThat(backends.items()).hasSize(3);
        assertThat(backends.consumers())
                .filteredOn(consumer -> consumer.service().equals("host:lb-prod"))
                .singleElement()
                .satisfies(consumer -> assertThat(consumer.from())
                        .containsExactly("service:nginx@web-prod-1", "service:nginx@web-prod-2"));
    }

    @Test
    void environmentsHostsAndUsersOfAFleetAreNested() throws UnreadableFleetException {
        assertThat(fixture("fleet-demo").scopes())
                .extracting(Scope::id)
                .contains("env:prod", "env:staging", "host:lb-prod", "user:alice@lb-prod", "user:bob@web-staging");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cortex", "axon-01", "fleet-demo"})
    void everyViewOfEveryGraphIsWithinItsBudget(String name) throws UnreadableFleetException {
        Resolution resolution = fixture(name);
        for (View view : View.values()) {
            var diagram = Diagrams.view(resolution, Order.of(view));
            for (Format format : Format.values()) {
                if (format != Format.SVG && format != Format.HTML) {
                    within(Budget.MERMAID, diagram, format);
                    within(Budget.named("gitea").orElseThrow(), diagram, format);
                }
            }
            for (Part part : Diagrams.draw(diagram, Format.SVG, null, Theme.LIGHT)) {
                String size = part.text().substring(0, part.text().indexOf('>'));
                assertThat(Integer.parseInt(size.replaceAll(".* width=\"(\\d+)\".*", "$1")))
                        .isLessThanOrEqualTo(8_000);
                assertThat(Integer.parseInt(size.replaceAll(".* height=\"(\\d+)\".*", "$1")))
                        .isLessThanOrEqualTo(8_000);
            }
        }
    }

    private static void within(Budget budget, Diagram diagram, Format format) {
        for (Part part : Diagrams.draw(diagram, format, budget, Theme.LIGHT)) {
            // A box with all that is known of it may be more than a budget has for everything; then it stands alone.
            boolean alone = part.diagram().nodes().size() < 3;
            assertThat(alone || part.text().length() <= budget.characters())
                    .as(
                            "%s as %s: %d characters",
                            diagram.view(), format, part.text().length())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|the file is no object",
                "{}|it has no 'nodes'",
                "{'nodes':[]}|it has no 'edges'",
                "{'nodes':[],'edges':[]}|the file has no 'rootName'",
                "{'rootName':'x','nodes':[1],'edges':[]}|the file.nodes[0] is no object",
                "{'rootName':'x','nodes':[{}],'edges':[]}|the file.nodes[0] has no 'id'",
                "{'rootName':'x','nodes':[],'edges':[{}]}|the file.edges[0] has no 'from'",
                "{'rootName':'x','nodes':[],'edges':[],'scopes':[{'id':'a','name':'a','kind':'k','parent':'a'}]}"
                        + "|the scope 'a' is inside itself"
            })
    void whatIsNoGraphIsRefusedWithWhatIsWrong(String json, String complaint, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), json.replace('\'', '"'));
        assertThatThrownBy(() -> DenInput.read(file))
                .isInstanceOf(UnreadableFleetException.class)
                .hasMessageContaining("is no graph of den-diagram: " + complaint);
    }
}

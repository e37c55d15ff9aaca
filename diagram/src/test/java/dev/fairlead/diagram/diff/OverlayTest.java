package dev.fairlead.diagram.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Changes;
import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Drawings;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.Shared;
import dev.fairlead.diagram.diff.Difference.Kind;
import dev.fairlead.diagram.diff.Difference.ServiceChange;
import dev.fairlead.diagram.filter.Filter;
import dev.fairlead.diagram.fit.Budget;
import dev.fairlead.diagram.fit.Part;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.diagram.svg.Theme;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Property;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OverlayTest {
    private static final Order DEPENDENCIES = Order.of(View.DEPENDENCIES);

    private static Node node(Diagram diagram, String id) {
        return diagram.nodes().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatBecameOfEachServiceIsMarked() {
        Diagram changes = Changes.view(View.DEPENDENCIES);
        assertThat(node(changes, "service:old@a").origin()).isEqualTo(Origin.OLD);
        assertThat(node(changes, "service:end@new").origin()).isEqualTo(Origin.NEW);
        assertThat(node(changes, "service:db@b").origin()).isEqualTo(Origin.MOVED);
        assertThat(node(changes, "service:db@b").caption()).isEqualTo("db ← db@a (>moved)");
        assertThat(node(changes, "service:unbound@b").caption()).isEqualTo("unbound ← dns@b (=renamed)");
        assertThat(node(changes, "missing:gone").caption()).isEqualTo("gone (missing, +added)");
        assertThat(node(changes, "service:web@a").origin()).isNull();
        assertThat(changes.edges())
                .filteredOn(edge -> edge.to().equals("service:db@b"))
                .as("an arrow that went along with a service that moved")
                .singleElement()
                .extracting(Edge::origin)
                .isNull();
        assertThat(changes.groups()).extracting("label").contains("host:new (+added)");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"HTML"},
            mode = EnumSource.Mode.EXCLUDE)
    void aDifferenceLooksLikeThisInEveryFormat(Format format) {
        Golden.assertMatches(
                "diagrams/changes/dependencies." + format.extension(),
                Drawings.text(Changes.view(View.DEPENDENCIES), format));
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void aFleetThatIsTheSameHasNothingToShow(View view) {
        for (Resolution fleet : List.of(Shared.fleet(), Changes.after())) {
            Diagram changes = Diagrams.changes(fleet, fleet, Order.of(view));
            assertThat(changes.nodes()).isEmpty();
            assertThat(changes.edges()).isEmpty();
            assertThat(changes.notes()).contains("Nothing is different.");
        }
    }

    /** The twin: services and their connections as sets. */
    @Test
    void exactlyWhatIsDifferentIsMarked() {
        Property.forAll(Resolutions.random(), Resolutions.random(), (before, after) -> {
            Difference difference = Difference.between(before, after);
            Diagram changes = Diagrams.changes(before, after, DEPENDENCIES);
            for (Kind kind : List.of(Kind.ADDED, Kind.REMOVED, Kind.MOVED, Kind.RENAMED)) {
                assertThat(services(changes, origin(kind)))
                        .isEqualTo(difference.services().stream()
                                .filter(change -> change.kind() == kind)
                                .map(ServiceChange::id)
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
            Map<List<String>, Long> was = ends(Drawings.view(before, View.DEPENDENCIES), Identity.of(before, after));
            Map<List<String>, Long> is = ends(Drawings.view(after, View.DEPENDENCIES), null);
            assertThat(marked(changes, Origin.OLD)).isEqualTo(more(was, is));
            assertThat(marked(changes, Origin.NEW)).isEqualTo(more(is, was));
        });
    }

    private static Origin origin(Kind kind) {
        return switch (kind) {
            case ADDED -> Origin.NEW;
            case REMOVED -> Origin.OLD;
            case MOVED -> Origin.MOVED;
            case RENAMED -> Origin.RENAMED;
            case CHANGED -> Origin.CHANGED;
        };
    }

    private static Set<String> services(Diagram diagram, Origin origin) {
        return diagram.nodes().stream()
                .filter(node -> node.origin() == origin && node.kind().equals("service"))
                .map(Node::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<List<String>, Long> marked(Diagram diagram, Origin origin) {
        return ends(
                diagram.with(
                        diagram.nodes(),
                        diagram.edges().stream()
                                .filter(edge -> edge.origin() == origin)
                                .toList()),
                null);
    }

    /** How many arrows there are between any two. */
    private static Map<List<String>, Long> ends(Diagram diagram, @Nullable Identity identity) {
        return diagram.edges().stream()
                .map(edge -> identity == null
                        ? List.of(edge.from(), edge.to())
                        : List.of(identity.now(edge.from()), identity.now(edge.to())))
                .collect(Collectors.groupingBy(ends -> ends, Collectors.counting()));
    }

    private static Map<List<String>, Long> more(Map<List<String>, Long> counts, Map<List<String>, Long> others) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > others.getOrDefault(entry.getKey(), 0L))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue() - others.getOrDefault(entry.getKey(), 0L)));
    }

    @Test
    void aDifferenceThatIsTooLargeIsCollapsedAndKeepsItsMarks() {
        Diagram changes = Changes.view(View.DEPENDENCIES);
        List<Part> parts = Diagrams.draw(changes, Format.MERMAID, new Budget("small", 2_500, 500, 8_000), Theme.LIGHT);
        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.text())
                    .hasSizeLessThanOrEqualTo(2_500)
                    .contains("host:new (+added): 24 services, +24 added");
            assertThat(part.diagram().nodes().stream()
                            .map(Node::origin)
                            .filter(Objects::nonNull)
                            .toList())
                    .isNotEmpty();
        });
    }

    @Test
    void aFilterPicksFromTheChanges() {
        Order order = new Order(
                View.DEPENDENCIES, DEPENDENCIES.question(), Filter.of("host", "b"), null, false, null, Theme.LIGHT);
        Diagram changes = Diagrams.changes(Changes.before(), Changes.after(), order);
        assertThat(changes.nodes())
                .extracting(Node::id)
                .contains("service:db@b")
                .doesNotContain("service:end@new");
    }
}

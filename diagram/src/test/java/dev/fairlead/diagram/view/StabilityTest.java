package dev.fairlead.diagram.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Drawings;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.ShortId;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.testing.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One more service, which needs another, leaves what is drawn of the others as it is. */
final class StabilityTest {
    private static final String ADDED = "added";

    private static Resolution edited(Resolution before) {
        var services = new ArrayList<>(before.services());
        services.add(Resolutions.service(ADDED, "elsewhere"));
        var edges = new ArrayList<>(before.edges());
        edges.add(Resolutions.needs(
                "service:added@elsewhere", before.services().getFirst().id(), EdgeState.RESOLVED));
        services.sort((one, other) -> one.id().compareTo(other.id()));
        return Resolutions.of(before.fleet(), services, edges);
    }

    private static List<String> boxes(Diagram diagram, Set<String> ids) {
        return diagram.nodes().stream()
                .filter(node -> ids.contains(node.id()))
                .map(node -> node.id() + " " + ShortId.of(node.id()) + " " + node.caption() + " in " + node.group())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void boxesKeepTheirIdsCaptionsAndOrder(View view) {
        Property.tries(20).check(Resolutions.random(), before -> {
            // Without --of, the chain is that of whichever service is the deepest.
            if (view == View.CHAIN || before.services().isEmpty()) {
                return;
            }
            Diagram old = Drawings.view(before, view);
            Set<String> ids = old.nodes().stream().map(Node::id).collect(Collectors.toSet());
            assertThat(ids).hasSameSizeAs(old.nodes());
            assertThat(boxes(Drawings.view(edited(before), view), ids)).isEqualTo(boxes(old, ids));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOT", "STRUCTURIZR", "PLANTUML", "MERMAID"})
    void textsDifferInLinesAboutItAlone(String format) {
        Property.tries(30).check(Resolutions.random(), before -> {
            if (before.services().isEmpty()) {
                return;
            }
            Set<String> old = lines(before, format);
            Set<String> now = lines(edited(before), format);
            var gone = new TreeSet<>(old);
            gone.removeAll(now);
            assertThat(gone).isEmpty();
            var come = new HashSet<>(now);
            come.removeAll(old);
            assertThat(come).allMatch(line -> line.contains(ADDED) || line.contains("elsewhere") || line.isBlank());
        });
    }

    /** Mermaid styles arrows by their number, which is theirs as long as no arrow comes before them. */
    private static Set<String> lines(Resolution resolution, String format) {
        return Drawings.text(resolution, View.DEPENDENCIES, Format.valueOf(format))
                .lines()
                .filter(line -> !line.contains("linkStyle"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

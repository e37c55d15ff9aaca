package dev.fairlead.viewer.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import dev.fairlead.viewer.answer.Folded.Closed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Groups are closed so that all can be seen, and nothing is lost by it. */
final class FoldedTest {
    private static int size(Diagram diagram) {
        return diagram.nodes().size()
                + diagram.groups().size()
                + diagram.edges().size();
    }

    private static Set<String> closed(Folded folded) {
        return folded.closed().stream().map(Closed::id).collect(Collectors.toSet());
    }

    /** By definition: a node is hidden by the outermost of the groups around it that are closed. */
    private static List<String> hidden(Diagram diagram, String group, Set<String> closed) {
        var groups = new Groups(diagram);
        var hidden = new ArrayList<String>();
        for (Node node : diagram.nodes()) {
            List<Group> around = groups.around(node.group()).reversed();
            if (around.stream().anyMatch(each -> closed.contains(each.id()))
                    && around.stream()
                            .filter(each -> closed.contains(each.id()))
                            .findFirst()
                            .orElseThrow()
                            .id()
                            .equals(group)) {
                hidden.add(node.id());
            }
        }
        return hidden;
    }

    @Test
    void everyNodeIsSeenOrCountedInExactlyOneClosedGroup() {
        Gen<Set<String>> ids = Gen.ints(0, 7).map(i -> "host:" + i).list(4).map(Set::copyOf);
        Property.forAll(Drawings.random(12, 8), ids, (diagram, wanted) -> {
            Folded folded = Folded.of(diagram, new Depth(false, Set.of(), wanted));
            Set<String> closed = closed(folded);
            assertThat(wanted).containsAll(closed);
            int counted = 0;
            for (Closed group : folded.closed()) {
                List<String> hidden = hidden(diagram, group.id(), wanted);
                assertThat(group.nodes()).isEqualTo(hidden.size()).isPositive();
                assertThat(folded.diagram().nodes()).extracting(Node::id).doesNotContainAnyElementsOf(hidden);
                assertThat(group.problems()).isEqualTo((int) diagram.nodes().stream()
                        .filter(node ->
                                hidden.contains(node.id()) && node.tone().isProblem())
                        .count());
                counted += group.nodes();
            }
            assertThat(folded.diagram().nodes().size() - closed.size() + counted)
                    .isEqualTo(diagram.nodes().size());
        });
    }

    @Test
    void aFleetThatCanBeLookedAtStaysOpen() {
        Diagram small = Drawings.fleet(15, 10);
        Folded folded = Folded.of(small, Depth.AUTOMATIC);
        assertThat(folded.diagram()).isEqualTo(small);
        assertThat(folded.closed()).isEmpty();
    }

    @Test
    void aLargeFleetIsClosedUntilItCanBeLookedAt() {
        for (int hosts : List.of(100, 1_000, 2_000, 20_000)) {
            Diagram large = Bundles.of(Drawings.fleet(hosts, 10));
            Folded folded = Folded.of(large, Depth.AUTOMATIC);
            assertThat(size(folded.diagram())).as("%d hosts", hosts).isBetween(40, Folded.AT_FIRST);
            assertThat(folded.closed().stream().mapToInt(Closed::nodes).sum()
                            + folded.diagram().nodes().size()
                            - folded.closed().size())
                    .isEqualTo(hosts * 10);
        }
    }

    @Test
    void groupsBesideOneAnotherAreAllOpenOrAllClosed() {
        Folded folded = Folded.of(Drawings.fleet(100, 10), Depth.AUTOMATIC);
        assertThat(folded.closed()).hasSize(100);
        assertThat(folded.diagram().nodes()).hasSize(100);
    }

    @Test
    void whatSomebodyOpenedStaysOpenEvenSoAndWhatTheyClosedClosed() {
        Diagram large = Bundles.of(Drawings.fleet(2_000, 10));
        var depth = new Depth(true, Set.of(Drawings.host(1_234)), Set.of());
        Folded opened = Folded.of(large, depth);
        assertThat(opened.diagram().nodes()).extracting(Node::id).contains(Drawings.id(3, 1_234));
        Folded closed = Folded.of(large, new Depth(true, depth.expanded(), Set.of(Drawings.host(1_234))));
        assertThat(closed.diagram().nodes())
                .extracting(Node::id)
                .doesNotContain(Drawings.id(3, 1_234))
                .contains(Drawings.host(1_234));
    }

    @Test
    void ofTooManyArrowsTheProblemsStayAndANoteCountsTheOthers() {
        var nodes = new ArrayList<Node>();
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < 55; i++) {
            nodes.add(Node.of("n" + i, "n" + i, "service"));
            for (int j = 0; j < 40; j++) {
                boolean missing = i == 54 && j == 39;
                edges.add(Edge.of("n" + i, "n" + j, "", "requires").toned(missing ? Tone.MISSING : Tone.PLAIN));
            }
        }
        Diagram flat = Drawings.fleet(1, 0).with(nodes, edges);
        Diagram seen = Folded.of(flat, Depth.AUTOMATIC).diagram();
        assertThat(size(seen)).isEqualTo(Folded.MOST);
        assertThat(seen.edges()).anySatisfy(edge -> assertThat(edge.tone()).isEqualTo(Tone.MISSING));
        assertThat(seen.notes()).containsExactly("755 of 2200 arrows, the thinnest, are left out; filters show them.");
    }

    @Test
    void bundlesKeepEveryNodeAndLeaveNoCrowd() {
        Gen<Integer> counts = Gen.oneOf(Gen.ints(1, 130), Gen.ints(200, 5_000));
        Property.tries(20).check(counts, hosts -> {
            Diagram fleet = Drawings.fleet(hosts, 1);
            Diagram bundled = Bundles.of(fleet);
            assertThat(bundled.nodes())
                    .extracting(Node::id)
                    .containsExactlyElementsOf(
                            fleet.nodes().stream().map(Node::id).toList());
            assertThat(new HashSet<>(bundled.groups())).hasSameSizeAs(bundled.groups());
            var groups = new Groups(bundled);
            assertThat(groups.inside(null).size()).isLessThanOrEqualTo(120);
            for (Group group : bundled.groups()) {
                assertThat(groups.inside(group.id()).size()
                                + groups.nodes(group.id()).size())
                        .isBetween(1, 120);
            }
            for (int host = 0; host < hosts; host++) {
                assertThat(groups.around(Drawings.host(host)).stream()
                                .filter(group -> group.kind().equals("host")))
                        .hasSize(1);
            }
        });
    }
}

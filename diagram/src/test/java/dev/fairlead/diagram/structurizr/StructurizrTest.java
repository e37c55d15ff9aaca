package dev.fairlead.diagram.structurizr;

import static org.assertj.core.api.Assertions.assertThat;

import com.structurizr.Workspace;
import com.structurizr.dsl.StructurizrDslParser;
import com.structurizr.dsl.StructurizrDslParserException;
import com.structurizr.model.Element;
import com.structurizr.model.Relationship;
import dev.fairlead.diagram.Changes;
import dev.fairlead.diagram.Drawings;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Hostile;
import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.Shared;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Graphs;
import dev.fairlead.diagram.view.View;
import dev.fairlead.testing.Property;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the parser of Structurizr makes of our texts. */
final class StructurizrTest {
    private static Workspace parsed(String text) throws StructurizrDslParserException {
        var parser = new StructurizrDslParser();
        parser.parse(text);
        return parser.getWorkspace();
    }

    private static List<String> names(Workspace workspace) {
        return workspace.getModel().getElements().stream().map(Element::getName).toList();
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void everyViewIsParsed(View view) throws StructurizrDslParserException {
        assertThat(parsed(Drawings.text(Shared.fleet(), view, Format.STRUCTURIZR))
                        .getViews()
                        .getSystemLandscapeViews())
                .hasSize(1);
        assertThat(parsed(Drawings.text(Changes.view(view), Format.STRUCTURIZR)))
                .isNotNull();
    }

    @Test
    void servicesAreContainersOfTheirEnvironmentAndWhatTheyNeedRelations() throws StructurizrDslParserException {
        Workspace workspace =
                parsed(Drawings.text(Resolutions.example("homelab"), View.DEPENDENCIES, Format.STRUCTURIZR));
        assertThat(names(workspace)).contains("env:prod", "grafana", "reverse-proxy");
        assertThat(workspace.getModel().getRelationships())
                .extracting(Relationship::getDescription)
                .contains("needs");
    }

    @Test
    void namesAreWhatTheyAreWhateverTheyMeanToTheDsl() throws StructurizrDslParserException {
        List<String> names = names(parsed(Drawings.text(Hostile.diagram(Form.GRAPH), Format.STRUCTURIZR))).stream()
                .map(name -> name.replace("\u2060", ""))
                .toList();
        assertThat(names).containsAll(Hostile.NAMES);
    }

    @Test
    void charactersThatCannotBeShownDoNotBreakIt() throws StructurizrDslParserException {
        assertThat(names(parsed(Drawings.text(Hostile.diagram(Form.GRAPH, Hostile.INVISIBLE), Format.STRUCTURIZR))))
                .hasSizeGreaterThan(2 * Hostile.INVISIBLE.size());
    }

    @Test
    void randomDiagramsAreParsed() {
        Property.tries(60)
                .check(
                        Graphs.diagrams(8),
                        diagram -> assertThat(parsed(StructurizrRenderer.render(diagram)))
                                .isNotNull());
    }
}

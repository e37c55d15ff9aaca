package dev.fairlead.diagram.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.testing.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiagramJsonTest {
    private static final String HEAD = "{'schema':'fairlead/diagram/1','title':'t',";

    @Test
    void whatIsWrittenIsReadBackEqual() {
        Property.forAll(
                Graphs.diagrams(8),
                diagram -> assertThat(DiagramReader.read(DiagramWriter.write(diagram)))
                        .isEqualTo(diagram));
    }

    @Test
    void keysOfLaterVersionsArePassedOver() throws DiagramFormatException {
        Diagram diagram = DiagramReader.read((HEAD + "'mood':{'a':[1,2.5,true,null]},'nodes':[]}").replace('\'', '"'));
        assertThat(diagram.title()).isEqualTo("t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|it is no JSON object",
                "{|it is no JSON: ",
                "{} x|it is no JSON: ",
                "{} {}|something follows the JSON object",
                "{}|it names no schema; a diagram has \"schema\": \"fairlead/diagram/1\"",
                "{'schema':'fairlead/diagram/2'}|its schema is 'fairlead/diagram/2', and not 'fairlead/diagram/1'",
                "{'schema':'fairlead/diagram/1'}|'title' is missing",
                HEAD + "'nodes':1}|'nodes' is no list",
                HEAD + "'nodes':[1]}|'nodes[0]' is no object",
                HEAD + "'nodes':[{'id':1}]}|'nodes[0].id' is no text",
                HEAD + "'form':'blob'}|'form' is 'blob', which is none of [graph",
                HEAD + "'notes':[1]}|'notes' holds something that is no text",
                HEAD + "'edges':[{'from':'a','to':'b','weight':0}]}|'edges[0].weight' is 0, and the least is 1",
                HEAD + "'edges':[{'from':'a','to':'b'}]}|an edge ends at 'a', which is no node of it",
                HEAD + "'nodes':[{'id':'a','label':'','kind':''},{'id':'a','label':'','kind':''}]}"
                        + "|two nodes have the id 'a'",
                HEAD + "'groups':[{'id':'a','label':'','kind':'','parent':'b'}]}"
                        + "|the group 'a' stands before its parent 'b'"
            })
    void whatIsNoDiagramIsRefusedWithWhatIsWrong(String json, String complaint) {
        assertThatThrownBy(() -> DiagramReader.read(json.replace('\'', '"')))
                .isInstanceOf(DiagramFormatException.class)
                .hasMessageStartingWith(complaint);
    }
}

package dev.fairlead.diagram.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolution.Resolution.Data;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How values are written in pictures. */
final class DataTextTest {
    @Test
    void valuesAreWrittenAsInNixOnOneLine() {
        var fields = new TreeMap<String, Data>();
        fields.put("lines", new Data.Text("a \"b\"\n\t${c} \\"));
        fields.put("none", new Data.Items(List.of()));
        fields.put("web.port", new Data.Items(List.of(new Data.Whole(80), new Data.Truth(true), new Data.Nothing())));
        assertThat(DataText.of(new Data.Fields(fields)))
                .isEqualTo(
                        "{ lines = \"a \\\"b\\\"\\n\\t\\${c} \\\\\"; none = [ ]; \"web.port\" = [ 80 true null ]; }");
    }
}

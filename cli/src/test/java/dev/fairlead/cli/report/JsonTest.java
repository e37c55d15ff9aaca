package dev.fairlead.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Property;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

final class JsonTest {
    private static String text(Consumer<OutputStream> writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.accept(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void findingsHaveTheShapeThatIsPromised() {
        Resolution resolution = Samples.fleet(List.of(Samples.missing(), Samples.warning()));
        Golden.assertMatches(
                "report/findings.json",
                text(out -> FindingsJson.write(resolution.findings(), Summary.of(resolution), out)));
    }

    @Test
    void aResolutionHasTheShapeThatIsPromised() {
        Golden.assertMatches("report/resolution.json", text(out -> ResolutionJson.write(Samples.broken(), out)));
    }

    @Test
    void aPlanHasTheShapeThatIsPromised() {
        Plan plan = Plan.of(Samples.broken(), null, true);
        Golden.assertMatches("report/plan.json", text(out -> PlanJson.write(plan, out)));
    }

    @Test
    void anyTextSurvives() {
        Property.forAll(Gen.nastyStrings(20), written -> {
            TreeMap<String, Data> data = new TreeMap<>();
            data.put(written, new Data.Items(List.of(new Data.Text(written))));
            Scope scope = new Scope("fleet", "fleet", "x", null, List.of(), List.of(), data, null);
            Resolution resolution = new Resolution(
                    "x", List.of(scope), List.of(), List.of(), List.of(), List.of(), Coordination.NONE, List.of());
            assertThat(strings(text(out -> ResolutionJson.write(resolution, out))))
                    .containsSubsequence("data", written, written, "location");
        });
    }

    /** All names and strings of a document, in order. */
    private static List<String> strings(String json) {
        List<String> strings = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING) {
                    strings.add(parser.getString());
                }
            }
        }
        return strings;
    }
}

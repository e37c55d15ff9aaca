package dev.fairlead.bridge.clan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.bridge.json.JsonReader;
import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Items;
import dev.fairlead.bridge.json.LocatedJson.Nothing;
import dev.fairlead.bridge.json.LocatedJson.Real;
import dev.fairlead.bridge.json.LocatedJson.Text;
import dev.fairlead.bridge.json.LocatedJson.Truth;
import dev.fairlead.bridge.json.LocatedJson.Whole;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsMergeTest {
    @ParameterizedTest(name = "{0} and {1} give {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1}                                                    | {'b':2}            | {a=1, b=2}",
                "{'a':{'x':1}}                                              | {'a':{'y':2}}      | {a={x=1, y=2}}",
                "{'a':['m']}                                                | {'a':['r']}        | {a=[m, r]}",
                "{'a':1}                                                    | {'a':2}            | {a=1}",
                "{'a':1}                                                    | {'a':{'x':2}}      | {a=1}",
                "{'a':{'x':1}}                                              | {'a':2}            | {a={x=1}}",
                "{'a':1}                | {'a':{'_type':'override','priority':50,'content':2}}   | {a=2}",
                "{'a':['m']}            | {'a':{'_type':'override','priority':50,'content':['r']}} | {a=[r]}",
                "{'a':{'_type':'override','priority':1000,'content':1}}     | {'a':2}            | {a=2}",
                "{'a':{'_type':'override'}}                                 | {}                 | {a={_type=override}}",
                "{}                                                         | {}                 | {}",
            })
    void definitionsMergeAsInModules(String first, String second, String expected) {
        LocatedJson merged = SettingsMerge.of(
                Stream.of(first, second).map(SettingsMergeTest::json).toList());
        assertThat(text(merged)).isEqualTo(expected);
    }

    private static LocatedJson json(String text) {
        return JsonReader.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String text(LocatedJson json) {
        return switch (json) {
            case Fields fields -> {
                var sorted = new TreeMap<String, String>();
                fields.fields().forEach((name, field) -> sorted.put(name, text(field.value())));
                yield sorted.toString();
            }
            case Items items ->
                items.items().stream().map(SettingsMergeTest::text).toList().toString();
            case Text text -> text.value();
            case Whole whole -> String.valueOf(whole.value());
            case Real real -> String.valueOf(real.value());
            case Truth truth -> String.valueOf(truth.value());
            case Nothing _ -> "null";
        };
    }
}

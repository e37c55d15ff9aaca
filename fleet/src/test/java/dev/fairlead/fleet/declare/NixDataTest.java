package dev.fairlead.fleet.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class NixDataTest {
    private final Evaluator evaluator = Nix.evaluator(Options.DEFAULT);

    private Data data(String expression) {
        Places places = new Places(evaluator.sources(), Path.of("/fleet"));
        return evaluator.run(
                () -> NixData.of(evaluator.evalText(Bytes.encode(expression), "test", Path.of("/fleet")), places));
    }

    private static Data fields(Map<String, Data> fields) {
        return new Data.Fields(new TreeMap<>(fields));
    }

    @Test
    void dataIsComputedToTheBottom() {
        assertThat(data("{ a = [ 1 2.5 true null ]; b.c = \"x\" + \"y\"; }"))
                .isEqualTo(fields(Map.of(
                        "a",
                        new Data.Items(List.of(
                                new Data.Whole(1), new Data.Real(2.5), new Data.Truth(true), new Data.Nothing())),
                        "b",
                        fields(Map.of("c", new Data.Text("xy"))))));
    }

    @Test
    void textIsUnicode() {
        assertThat(data("{ \"größe\" = \"☃\"; }")).isEqualTo(fields(Map.of("größe", new Data.Text("☃"))));
    }

    @Test
    void whatJsonCannotHoldIsOpaque() {
        assertThat(data("x: x")).isEqualTo(new Data.Opaque("function", ""));
        assertThat(data("builtins.map")).isEqualTo(new Data.Opaque("function", "map"));
        assertThat(data("./files/motd")).isEqualTo(new Data.Opaque("path", "files/motd"));
        assertThat(data("{ type = \"derivation\"; name = \"hello\"; outPath = throw \"unread\"; }"))
                .isEqualTo(new Data.Opaque("derivation", "hello"));
    }

    @Test
    void aFailingPartLeavesTheRest() {
        assertThat(data("[ 1 (throw \"no\") ]"))
                .isEqualTo(new Data.Items(List.of(new Data.Whole(1), new Data.Opaque("error", "no"))));
    }

    @Test
    void dataThatContainsItselfEnds() {
        assertThat(data("let a = { inherit a; b = 1; }; in a"))
                .isEqualTo(fields(Map.of("a", new Data.Opaque("error", "contains itself"), "b", new Data.Whole(1))));
    }

    @Test
    void dataWithoutEndEnds() {
        assertThat(data("let deep = n: { next = deep (n + 1); }; in deep 0")).isInstanceOf(Data.Fields.class);
        assertThat(data("let wide = n: { a = wide (n + 1); b = wide (n + 1); }; in wide 0"))
                .isInstanceOf(Data.Fields.class);
    }

    @Test
    void aValueMetTwiceSideBySideIsGivenTwice() {
        assertThat(data("let a = { }; in [ a a ]"))
                .isEqualTo(new Data.Items(List.of(fields(Map.of()), fields(Map.of()))));
    }
}

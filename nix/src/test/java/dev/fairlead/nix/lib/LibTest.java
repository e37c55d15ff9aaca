package dev.fairlead.nix.lib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.nix.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LibTest {
    private final List<String> traced = new ArrayList<>();
    private final Evaluator evaluator =
            Nix.evaluator(Options.DEFAULT.withTrace(message -> traced.add(Bytes.decode(message))));

    @Test
    void functionsWrittenInJavaNeedNoSource() {
        int before = sources();
        assertThat(print("[ (lib.mkOption { }) (lib.genAttrs [ \"a\" ] lib.id) (lib.hasPrefix \"a\" \"ab\") ]"))
                .contains("_type = \"option\"");
        assertThat(sources() - before).isEqualTo(1);
    }

    @Test
    void aFunctionReadsOnlyTheSourceThatItIsIn() {
        int before = sources();
        assertThat(print("lib.versions.majorMinor \"1.2.3\"")).isEqualTo("\"1.2\"");
        assertThat(sources() - before).isEqualTo(2);
    }

    @Test
    void everyNameOfEveryNamespaceHasAValue() {
        evaluator.run(() -> {
            AttrsValue lib = Lib.of(evaluator);
            for (Namespace namespace : Catalogue.NAMESPACES) {
                AttrsValue set = (AttrsValue) member(lib, namespace.name()).force();
                for (Value member : set.values()) {
                    member.force();
                }
                for (String name : namespace.exported()) {
                    member(lib, name).force();
                }
            }
            return null;
        });
    }

    @Test
    void noNameIsTakenFromTwoNamespaces() {
        assertThat(Catalogue.NAMESPACES.stream().flatMap(namespace -> namespace.exported().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void anExtendedLibIsWhatItsFunctionsSee() {
        assertThat(
                        print(
                                "(lib.extend (final: prev: { toLower = _: \"seen\"; })).strings.levenshteinAtMost 1 \"a\" \"a\""))
                .isEqualTo("true");
        assertThat(
                        print(
                                "(lib.extend (final: prev: { versionOlder = _: _: true; })).kernel.whenHelpers \"9\" ? whenOlder"))
                .isEqualTo("true");
        assertThat(
                        print(
                                "((lib.extend (final: prev: { versionOlder = _: _: true; })).kernel.whenHelpers \"9\").whenOlder \"1\" 5"))
                .contains("condition = true");
    }

    @Test
    void positionsInLibNameItsSourceAndNoFile() {
        assertThatThrownBy(() -> print("lib.replaceElemAt [ ] 3 1"))
                .isInstanceOfSatisfying(EvalException.class, failure -> {
                    Source source = evaluator.sources().sourceOf(failure.position());
                    assertThat(source).extracting(Source::name).isEqualTo("<lib/lists.nix>");
                });
    }

    @Test
    void warningsGoWhereTracesGo() {
        assertThat(print("lib.warn \"careful\" 1")).isEqualTo("1");
        assertThat(print("lib.warnIf true \"twice\" 2")).isEqualTo("2");
        assertThat(traced).containsExactly("evaluation warning: careful", "evaluation warning: twice");
    }

    @Test
    void longListsDoNotNestTheStackWhereNixDoesNot() {
        assertThat(print("lib.foldl' (a: b: a + b) 0 (lib.range 1 100000)")).isEqualTo("5000050000");
        assertThat(print("lib.length (lib.unique (lib.range 1 2000 ++ lib.range 1 2000))"))
                .isEqualTo("2000");
        assertThat(print("lib.count (x: x > 5) (lib.flatten (lib.replicate 1000 [ [ 1 ] [ 9 ] ]))"))
                .isEqualTo("1000");
    }

    private static Value member(AttrsValue set, String name) {
        return Objects.requireNonNull(set.get(name), name);
    }

    /** How many sources there are; they lie end to end, one byte apart. */
    private int sources() {
        int count = 0;
        int position = 1;
        for (Source source = evaluator.sources().sourceOf(position); source != null; count++) {
            position += source.text().length() + 1;
            source = evaluator.sources().sourceOf(position);
        }
        return count;
    }

    private String print(String expression) {
        return Bytes.decode(evaluator.run(() -> {
            Value function = evaluator.evalText("lib: " + Bytes.encode(expression), "test", Path.of("/"));
            return Printer.printStrict(Functions.call(function, Lib.of(evaluator)));
        }));
    }
}

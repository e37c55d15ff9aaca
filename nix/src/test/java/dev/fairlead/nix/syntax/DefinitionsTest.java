package dev.fairlead.nix.syntax;

import static dev.fairlead.nix.syntax.Syntax.reprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            { a.b = 1; a.c = 2; }                       ¦ { a = { b = 1; c = 2; }; }
            { a.b = 1; a = { c = 2; }; }                ¦ { a = { b = 1; c = 2; }; }
            { a = { c = 2; }; a.b = 1; }                ¦ { a = { b = 1; c = 2; }; }
            { a = ({ c = 2; }); a.b = 1; }              ¦ { a = { b = 1; c = 2; }; }
            { a = { b.c = 1; }; a = { b.d = 2; }; }     ¦ { a = { b = { c = 1; d = 2; }; }; }
            { a.b = { c = 1; }; a = { b = { d = 2; }; }; } ¦ { a = { b = { c = 1; d = 2; }; }; }
            { "a".b = 1; ${"a"}.c = 2; }                ¦ { a = { b = 1; c = 2; }; }
            let a.b = 1; a.c = 2; in a                  ¦ (let a = { b = 1; c = 2; }; in a)
            """)
    void setsOfTheSameNameMerge(String text, String expected) {
        assertThat(reprint(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            { a = rec { b = 1; }; a.c = 2; }        ¦ { a = rec { b = 1; c = 2; }; }
            { a = rec { b = 1; }; a = { c = 2; }; } ¦ { a = rec { b = 1; c = 2; }; }
            { a.c = 2; a = rec { b = 1; }; }        ¦ { a = { b = 1; c = 2; }; }
            """)
    void theFirstOfMergedSetsSaysWhetherTheyAreRecursive(String text, String expected) {
        assertThat(reprint(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            { ${a} = 1; ${a} = 2; }              ¦ { "${a}" = 1; "${a}" = 2; }
            { ${a}.b = 1; ${a}.c = 2; }          ¦ { "${a}" = { b = 1; }; "${a}" = { c = 2; }; }
            { a.${b} = 1; a = { ${c} = 2; }; }   ¦ { a = { "${b}" = 1; "${c}" = 2; }; }
            { a.b.${c} = 1; a.b = { d = 2; }; }  ¦ { a = { b = { d = 2; "${c}" = 1; }; }; }
            let { ${a} = 1; body = 2; }          ¦ (rec { body = 2; "${a}" = 1; }).body
            let a.${b} = 1; in a                 ¦ (let a = { "${b}" = 1; }; in a)
            """)
    void computedNamesAreKeptApart(String text, String expected) {
        assertThat(reprint(text)).isEqualTo(expected);
    }

    @Test
    void inheritedSourcesKeepTheirNamesWhenSetsMerge() {
        assertThat(reprint("{ a = { inherit (x) b; }; a = { inherit (y) c d; inherit (z) e; inherit f; }; }"))
                .isEqualTo("{ a = { inherit f; inherit (x) b; inherit (y) c d; inherit (z) e; }; }");
        assertThat(reprint("{ a.b = 1; a = { inherit (x) c; }; a = { inherit (y) d; }; }"))
                .isEqualTo("{ a = { inherit (x) c; inherit (y) d; b = 1; }; }");
        assertThat(reprint("{ a.b = { inherit (x) c; }; a = { inherit (y) d; b = { inherit (z) e; }; }; }"))
                .isEqualTo("{ a = { inherit (y) d; b = { inherit (x) c; inherit (z) e; }; }; }");
        assertThat(reprint("{ inherit; inherit (x); inherit (y) \"a b\" ${\"c\"} or; }"))
                .isEqualTo("{ inherit (y) \"a b\" c or; }");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            { a = 1; a = 2; }                       ¦ a     ¦ 3  ¦ 10
            { a.b = 1; a.b = 2; }                   ¦ a.b   ¦ 3  ¦ 12
            { a = 1; a.b.c = 2; }                   ¦ a     ¦ 3  ¦ 10
            { a.b = 1; a.b.c = 2; }                 ¦ a.b   ¦ 3  ¦ 12
            { a.b = 1; a = { b = 2; }; }            ¦ a.b   ¦ 3  ¦ 18
            { a = { b = 2; }; a.b = 1; }            ¦ a.b   ¦ 9  ¦ 19
            { a = {}; a = 1; }                      ¦ a     ¦ 3  ¦ 11
            { a = {}; a = b; }                      ¦ a     ¦ 3  ¦ 11
            { a = 1; inherit a; }                   ¦ a     ¦ 3  ¦ 18
            { inherit a; a = {}; }                  ¦ a     ¦ 11 ¦ 14
            { inherit (x) a; a.b = 1; }             ¦ a     ¦ 15 ¦ 18
            { inherit a; inherit (x) a; }           ¦ a     ¦ 11 ¦ 26
            { a."b c" = 1; a."b c" = 2; }           ¦ a."b c" ¦ 3 ¦ 16
            { "if" = 1; "if" = 2; }                 ¦ "if"  ¦ 3  ¦ 13
            let a = 1; a = 2; in a                  ¦ a     ¦ 5  ¦ 12
            """)
    void aNameThatIsTakenIsRefusedWithBothPlaces(String text, String path, int earlier, int place) {
        assertThatThrownBy(() -> Syntax.parse(text)).isInstanceOfSatisfying(SyntaxException.class, e -> {
            assertThat(e.reason()).isEqualTo("attribute '" + path + "' already defined at here.nix:1:" + earlier);
            assertThat(e.location().column()).isEqualTo(place);
            assertThat(e.related()).isEqualTo(new SyntaxException.Related("first defined here", earlier - 1, earlier));
        });
    }

    @Test
    void manyNestedDefinitionsMergeInOneRun() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 50_000; i++) {
            text.append(" a.b.c").append(i).append(" = ").append(i).append(';');
        }
        Expr.Attrs set = (Expr.Attrs) Syntax.parse(text.append('}').toString());
        assertThat(set.bindings().attrs()).hasSize(1);
    }
}

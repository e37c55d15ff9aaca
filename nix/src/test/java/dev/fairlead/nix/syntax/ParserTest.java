package dev.fairlead.nix.syntax;

import static dev.fairlead.nix.syntax.Syntax.parse;
import static dev.fairlead.nix.syntax.Syntax.print;
import static dev.fairlead.nix.syntax.Syntax.reprint;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            a -> b -> c           ¦ (a -> (b -> c))
            a || b || c           ¦ ((a || b) || c)
            a && b || c && d      ¦ ((a && b) || (c && d))
            a || b -> c           ¦ ((a || b) -> c)
            a == b && c != d      ¦ ((a == b) && (c != d))
            a < b == c > d        ¦ ((__lessThan a b) == (__lessThan d c))
            a // b // c           ¦ (a // (b // c))
            a // b < c            ¦ (__lessThan (a // b) c)
            ! a // b              ¦ ((! a) // b)
            ! a + b               ¦ (! (a + b))
            ! a == b              ¦ ((! a) == b)
            a * ! b + c == d      ¦ ((__mul a (! (b + c))) == d)
            a ++ ! b ? c ++ d     ¦ (a ++ (! (((b) ? c) ++ d)))
            a + b + c             ¦ ((a + b) + c)
            a - b - c             ¦ (__sub (__sub a b) c)
            a * b / c             ¦ (__div (__mul a b) c)
            a + b * c             ¦ (a + (__mul b c))
            a ++ b ++ c           ¦ (a ++ (b ++ c))
            a * b ++ c            ¦ (__mul a (b ++ c))
            a ++ b ? c            ¦ (a ++ ((b) ? c))
            a ? b ? c             ¦ ((((a) ? b)) ? c)
            - a ? b               ¦ (((__sub 0 a)) ? b)
            - - a                 ¦ (__sub 0 (__sub 0 a))
            - a b                 ¦ (__sub 0 (a b))
            ! ! a                 ¦ (! (! a))
            f a.b c               ¦ (f (a).b c)
            a <= b                ¦ (! (__lessThan b a))
            a >= b                ¦ (! (__lessThan a b))
            """)
    void operatorsBindByPrecedence(String text, String expected) {
        assertThat(reprint(text)).isEqualTo(expected);
    }

    @Test
    void pipesBindLeastAndApply() {
        assertThat(print(Syntax.parseWithPipes("a |> b c |> d"))).isEqualTo("(d (b c a))");
        assertThat(print(Syntax.parseWithPipes("a <| b <| c + d"))).isEqualTo("(a (b (c + d)))");
        assertThat(print(Syntax.parseWithPipes("a -> b |> c"))).isEqualTo("(c (a -> b))");
        assertThat(print(Syntax.parseWithPipes("x: x |> f"))).isEqualTo("(x: (f x))");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            f a b                 ¦ (f a b)
            (f a) b               ¦ (f a b)
            f (a b)               ¦ (f (a b))
            (a - b) c             ¦ (__sub a b c)
            (a <= b) c            ¦ ((! (__lessThan b a)) c)
            <a/b> {}              ¦ (__findFile __nixPath "a/b" { })
            f or                  ¦ (f or)
            f or x                ¦ (f or x)
            f a or b              ¦ (f (a or) b)
            (f a) or b            ¦ ((f a) or b)
            [ f or x ]            ¦ [ ((f or)) (x) ]
            a.b or c              ¦ (a).b or (c)
            a.b or c.d or e f     ¦ ((a).b or ((c).d or (e)) f)
            a.or                  ¦ (a).or
            a."b c".${d}."e${f}"  ¦ (a)."b c"."${d}"."${("e" + f)}"
            a.${"b"}              ¦ (a).b
            a."${"b"}"            ¦ (a)."${("b")}"
            a ? b.${c}            ¦ ((a) ? b."${c}")
            1.a                   ¦ (1 a)
            __curPos.line         ¦ (__curPos).line
            [ 1 (a b) c.d ./e ]   ¦ [ (1) ((a b)) ((c).d) (/dir/e) ]
            f let { a = 1; }      ¦ (f (rec { a = 1; }).body)
            """)
    void applicationAndSelectionBindTightest(String text, String expected) {
        assertThat(reprint(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x: y: x               ¦ (x: (y: x))
            {}: 1                 ¦ ({  }: 1)
            {a}: a                ¦ ({ a }: a)
            {a,}: a               ¦ ({ a }: a)
            {b, a ? 1, ...}: a    ¦ ({ a ? 1, b, ... }: a)
            {...}@x: x            ¦ ({ ... } @ x: x)
            x@{a ? b: b}: x       ¦ ({ a ? (b: b) } @ x: x)
            { /* c */ a }: a      ¦ ({ a }: a)
            {}                    ¦ { }
            {} .a                 ¦ ({ }).a
            { a = 1; }            ¦ { a = 1; }
            { or = 1; if' = 2; }  ¦ { if' = 2; or = 1; }
            assert a; with b; c   ¦ assert a; (with b; c)
            let a = 1; in a       ¦ (let a = 1; in a)
            let in a              ¦ (let in a)
            if a then b else c    ¦ (if a then b else c)
            let { body = a; }     ¦ (rec { body = a; }).body
            rec { a = b; }.a      ¦ (rec { a = b; }).a
            """)
    void functionsAndKeywordsReachAsFarAsTheyCan(String text, String expected) {
        assertThat(reprint(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ./a                   ¦ /dir/a
            ./a/../b/.            ¦ /dir/b
            a/b                   ¦ /dir/a/b
            /../a                 ¦ /a
            ~/a                   ¦ ~/a
            ./${a}                ¦ (/dir/ + a)
            a/${b}c/d${e}         ¦ (/dir/a/ + b + "c/d" + e)
            /a/${b}/${c}.nix      ¦ (/a/ + b + "/" + c + ".nix")
            /a${b}                ¦ (/a + b)
            ./a${b}//${c}         ¦ (/dir/a + b + "/" + "/" + c)
            ./a ${"b"}.c or d     ¦ syntax error, unexpected '${', expecting end of file
            """)
    void pathsAreText(String text, String expected) {
        assertThat(reprintOrError(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ""                    ¦ ""
            "a\\n\\r\\t\\q\\"\\\\"  ¦ "a\\n\\r\\tq\\"\\\\"
            "$"                   ¦ "$"
            "a$b$$c"              ¦ "a$b$$c"
            "$${a}"               ¦ "$\\${a}"
            "$$${a}"              ¦ ("$$" + a)
            "\\${a}"              ¦ "\\${a}"
            "$\\${a}"             ¦ "$\\${a}"
            "${a}"                ¦ (a)
            "a${b}c${d}"          ¦ ("a" + b + "c" + d)
            "a${"b${c}"}"         ¦ ("a" + ("b" + c))
            "a${{b = "}";}.b}"    ¦ ("a" + ({ b = "}"; }).b)
            x:x                   ¦ "x:x"
            "é"                   ¦ "é"
            """)
    void stringsHaveEscapesAndInterpolation(String text, String expected) {
        assertThat(reprint(text)).isEqualTo(expected);
    }

    @Test
    void lineEndsInStringsAreNormalised() {
        assertThat(parse("\"a\r\nb\rc\\\r\n\"")).isEqualTo(new Expr.StringLiteral("a\nb\nc\r\n", 0, 11));
        assertThat(reprint("''a\r\nb''")).isEqualTo("\"a\\r\\nb\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ''a''                 ¦ "a"
            ''a$b''               ¦ "a$b"
            ''$${a}''             ¦ "$\\${a}"
            ''a'''b''             ¦ "a" + "''" + "b"
            ''a''${b}''           ¦ "a" + "$" + "{b}"
            ''a''\\nb''           ¦ "a" + "\\n" + "b"
            ''a'b'''              ¦ syntax error, unexpected end of file, expecting indented string or '${' or end of an indented string
            ''a' ''               ¦ "a' "
            ''$''                 ¦ "$"
            ''a$'''b''            ¦ "a" + "$" + "''" + "b"
            ''${"a"}''            ¦ "a"
            ''${a}''              ¦ a
            ''''                  ¦ ""
            """)
    void indentedStringsHaveEscapesOfTheirOwn(String text, String expected) {
        String sum = expected.contains(" + ") || expected.equals("a") ? "(" + expected + ")" : expected;
        assertThat(reprintOrError(text)).isEqualTo(sum);
    }

    @Test
    void positionsAreThoseOfTheText() {
        String text = "f (a) + b.c or d";
        Expr.Binary sum = (Expr.Binary) parse(text);
        assertThat(covered(text, sum)).isEqualTo(text);
        assertThat(text.substring(sum.operatorStart())).startsWith("+ b");
        assertThat(covered(text, sum.left())).isEqualTo("f (a)");
        assertThat(covered(text, sum.right())).isEqualTo("b.c or d");
        assertThat(covered(text, ((Expr.Apply) sum.left()).args().getFirst())).isEqualTo("a");
    }

    @Test
    void anAttributeStandsWhereItsPathBegins() {
        String text = "{ a.b = 1; inherit (x) c d; inherit e; ${f}.g = 2; }";
        Expr.Bindings bindings = ((Expr.Attrs) parse(text)).bindings();
        bindings.attrs()
                .forEach((name, binding) ->
                        assertThat(text.substring(binding.start())).startsWith(name));
        assertThat(text.substring(bindings.dynamic().getFirst().start())).startsWith("${f}");
    }

    @Test
    void aDocumentationCommentBelongsToTheFunctionAfterIt() {
        assertThat(doc("/** d */ x: x")).isEqualTo(" d ");
        assertThat(doc("/** d */ /* no */ # no\n {a}: a")).isEqualTo(" d ");
        assertThat(doc("/** d */ x: y: x")).isEqualTo(" d ");
        assertThat(doc("/* d */ x: x")).isNull();
        assertThat(doc("/*** d */ x: x")).isNull();
        assertThat(doc("/**/ x: x")).isNull();
        assertThat(doc("x: /** d */ x")).isNull();
        assertThat(doc("x /** d */ : x")).isNull();
    }

    @Test
    void aDocumentationCommentOfAnAttributeIsThatOfItsFunction() {
        String text = "{ /** d */ f = (x: /** e */ y: z: x); }";
        Expr.Attrs set = (Expr.Attrs) parse(text);
        Expr.Binding binding = requireNonNull(set.bindings().attrs().get("f"));
        Expr.Lambda f = (Expr.Lambda) ((Expr.Binding.Plain) binding).value();
        assertThat(f.doc()).isEqualTo(" d ");
        Expr.Lambda inner = (Expr.Lambda) f.body();
        assertThat(inner.doc()).isEqualTo(" e ");
        assertThat(((Expr.Lambda) inner.body()).doc()).isEqualTo(" e ");
    }

    private static @Nullable String doc(String text) {
        return ((Expr.Lambda) parse(text)).doc();
    }

    private static String covered(String text, Expr expression) {
        return text.substring(expression.start(), expression.end());
    }

    private static String reprintOrError(String text) {
        try {
            return reprint(text);
        } catch (SyntaxException e) {
            return Bytes.decode(e.reason());
        }
    }
}

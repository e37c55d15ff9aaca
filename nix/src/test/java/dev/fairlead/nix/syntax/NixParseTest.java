package dev.fairlead.nix.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Program;
import dev.fairlead.testing.Property;
import dev.fairlead.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code nix-instantiate --parse} understands, we understand the same. */
class NixParseTest {
    /** Forms that random trees do not have; each stands in a list, in the scope of a {@code with}. */
    private static final List<String> SNIPPETS = List.of(
            "f or",
            "(f a or b)",
            "(a.b or c.d or e)",
            "(assert a; b)",
            "x:x",
            "(x: x)",
            "1.5 .5 00.5 1. 01.5",
            "1e3",
            "(1.5e3 + 1.0e-9)",
            "a.b/c",
            "(a /b)",
            "(-1/2)",
            "(-1 / 2)",
            "./.",
            "../a/../b",
            "/a/./b",
            "./a/${b}/c.${d}e",
            "/${a}",
            "<a/b.c>",
            "a<b>c",
            "(a <b)",
            "\"a$b$$c$\"",
            "\"$${a}$$${a}\\${a}\"",
            "\"a\\nb\\qc\r\nd\re\"",
            "''a''\\nb''$c'''d$${e}$''",
            "''\n  a\n    b\n  ${c}\n   ''",
            "''  \n   a\n\n \n  ${c} d\n\te''",
            "''\n\ta\n  b''",
            "''\n    ''\\ta\n      b''",
            "''   ''",
            "''${a}${b}''",
            "(a ? b ? c)",
            "(a ? b.\"c\".${d} || ! a ? e)",
            "{ a.b.c = 1; a.b.d = 2; a.e = { f = 3; }; }",
            "{ a = { b = 1; }; a.c = 2; }",
            "{ a = rec { b = 1; }; a.c = b; }",
            "{ ${a}.b = 1; ${a}.c = 2; \"${a}b\" = 3; }",
            "{ inherit; inherit (a) \"b c\" or; inherit d; }",
            "let { body = 1; }",
            "(let a.b = 1; a.c = 2; in a)",
            "({ a, b ? c, ... }@d: e)",
            "(d@{ }: e)",
            "({ a }: a)",
            "(a: b: c a b)",
            "(- a - - b ++ c)",
            "(! a && ! b == c // d)",
            "(a * ! b + c)",
            "(a <= b && c >= d || e < f -> g > h)",
            "(if a then b else if c then d else e)",
            "(with a; with b; c)",
            "__curPos",
            "({}: { }) {}",
            "/* c */ a # d\r b /** e */");

    @Test
    void handwrittenFormsAreReadAsNixDoes(@TempDir Path folder) {
        Program nix = Tools.nixInstantiate();
        for (String snippet : SNIPPETS) {
            assertSame(nix, folder, "with {}; [ " + Bytes.encode(snippet) + " ]");
        }
    }

    @Test
    void randomFormsAreReadAsNixDoes(@TempDir Path folder) {
        Program nix = Tools.nixInstantiate();
        Property.tries(15).check(Sample.old(3).list(20, 20), samples -> {
            StringBuilder text = new StringBuilder("with {}; [\n");
            samples.forEach(sample -> text.append("(").append(sample.source()).append(")\n"));
            assertSame(nix, folder, text.append("]").toString());
        });
    }

    private static void assertSame(Program nix, Path folder, String text) {
        Path file = folder.resolve("here.nix");
        try {
            Files.write(file, Bytes.toArray(text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String theirs = Bytes.encode(
                nix.run("--parse", file.toString()).expectSuccess().stdout().strip());
        String ours = OldNotation.print(Parser.parse(source(folder, text)), folder.toString());
        assertThat(sorted(ours)).isEqualTo(sorted(theirs));
    }

    /**
     * The same print with names in order: older versions print those of {@code let} and of formals in the order in which
     * the process saw them first, and keep empty texts in indented strings. Text that is not an expression stays.
     */
    private static String sorted(String printed) {
        String text =
                printed.replace("(\"\" + ", "(").replace(" + \"\" + ", " + ").replace(" + \"\")", ")");
        try {
            return OldNotation.print(Parser.parse(source(Path.of("/"), text)), "/");
        } catch (SyntaxException e) {
            return text;
        }
    }

    private static Source source(Path folder, String text) {
        return new Sources().add("here.nix", folder.toString(), text);
    }
}

package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Program.Output;
import dev.fairlead.testing.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code eval} and {@code nix-instantiate --eval} of Nix 2.8, called the same way, in {@code eval-commands.table}: they
 * print the same, or fail with the same sentence and exit code, but for the {@link Difference differences} that a line
 * names.
 */
final class EvalDifferentialTest {
    /** What 2.8 does otherwise than current Nix does, or than Fairlead does. */
    private enum Difference {
        /** 2.8 ends JSON without a line break. */
        LINE_BREAK {
            @Override
            boolean isAll(String nix, String ours) {
                return ours.equals(nix + "\n");
            }
        },
        /** Fairlead computes what takes less than to put it off, and 2.8 shows what it put off. */
        PUT_OFF {
            @Override
            boolean isAll(String nix, String ours) {
                String shown = Arrays.stream(nix.split("<CODE>|<unevaluated />", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".+?"));
                return Pattern.compile(shown, Pattern.DOTALL).matcher(ours).matches();
            }
        },
        /** 2.8 prints formals in the order in which it first saw their names. */
        ORDER {
            private static final Pattern FORMALS = Pattern.compile("\\{ ([^{}]*) }(?= @ |:)");

            @Override
            boolean isAll(String nix, String ours) {
                return sorted(nix).equals(sorted(ours));
            }

            private static String sorted(String text) {
                return FORMALS.matcher(text)
                        .replaceAll(formals -> Matcher.quoteReplacement(
                                Arrays.stream(formals.group(1).split(", "))
                                        .sorted()
                                        .collect(Collectors.joining(", ", "{ ", " }"))));
            }
        },
        /** 2.8 has another name for the text after {@code -E}, and takes it for a path in XML. */
        SOURCE_NAME {
            @Override
            boolean isAll(String nix, String ours) {
                return nix.replace("(string)", "«string»")
                        .replaceAll(" path=\"[^\"/][^\"]*\"", "")
                        .equals(ours);
            }
        },
        /** Current Nix says in errors what the wrong value is; Fairlead what to do. */
        MORE_IS_TOLD {
            @Override
            boolean isAll(String nix, String ours) {
                return ours.startsWith(nix + ":") || ours.startsWith(nix + ";");
            }
        },
        /** Current Nix has other words. */
        WORDS {
            @Override
            boolean isAll(String nix, String ours) {
                return true;
            }
        };

        /** True if what differs between two outputs is no more than this. */
        abstract boolean isAll(String nix, String ours);
    }

    @TempDir
    Path directory;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(
                directory.resolve("default.nix"),
                "{ x ? 1, y ? x }: { a.b = [ x y ]; \"c.d\" = { e = \"é\"; }; f = z: z; }");
        Files.writeString(directory.resolve("f.nix"), "{ lib = import ./lib; n = import <o/n.nix>; }");
        Files.createDirectory(directory.resolve("lib"));
        Files.writeString(directory.resolve("lib/default.nix"), "{ n = 3; }");
        Files.writeString(directory.resolve("lib/n.nix"), "7");
    }

    @TestFactory
    Stream<DynamicTest> theSameCommandDoesTheSame() throws IOException {
        Program nix = Tools.nixInstantiate();
        try (InputStream table = EvalDifferentialTest.class.getResourceAsStream("/eval-commands.table")) {
            String text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> DynamicTest.dynamicTest(line, () -> compare(nix, line)));
        }
    }

    private void compare(Program nix, String line) throws IOException {
        int end = line.startsWith("!") ? line.indexOf(' ') : 0;
        String command = line.substring(end).strip().replace("DIR", directory.toString());
        Output theirs = nix.run(words("--eval", command));
        Result ours = CliRun.whole().run(words("eval", command));
        assertThat(ours.exit()).as(ours.err()).isEqualTo(theirs.exit());
        boolean fails = theirs.exit() != 0;
        String expected = fails ? sentence(theirs.stderr()) : theirs.stdout();
        String actual = fails ? sentence(ours.err()) : ours.out();
        if (end == 0) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).as("the difference is gone").isNotEqualTo(expected);
            Difference known = Difference.valueOf(line.substring(1, end));
            assertThat(known.isAll(expected, actual))
                    .as("%n%s%ninstead of%n%s", actual, expected)
                    .isTrue();
        }
    }

    private static String[] words(String first, String command) {
        return Stream.concat(Stream.of(first), Arrays.stream(command.split("\\|", -1)))
                .toArray(String[]::new);
    }

    /** The last line that is an error. */
    private static String sentence(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("error: "))
                .reduce("", (first, last) -> last);
    }
}

package dev.fairlead.nix.builtin.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Property;
import dev.fairlead.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegexTest {
    /** Small patterns over two letters, where ambiguity is the rule. */
    private static final Gen<String> PATTERNS = Gen.nested(
            4,
            Gen.elements("a", "b", "", ".", "[ab]", "^", "$"),
            parts -> Gen.oneOf(
                    parts.list(1, 3).map(items -> String.join("", items)),
                    parts.list(2, 3).map(items -> "(" + String.join("|", items) + ")"),
                    parts.map(item -> "(" + item + ")*"),
                    parts.map(item -> "(" + item + ")?"),
                    parts.map(item -> "(" + item + ")+")));

    private static final Gen<String> TEXTS = Gen.strings("ab", 7);

    @Test
    void matchesOfTheWholeTextAreThoseOfTheNaiveSearch() {
        Property.tries(400).check(PATTERNS, TEXTS, (pattern, text) -> {
            int[] expected = NaiveSearch.match(pattern, text, 0, true);
            Regex regex = Regex.compile(pattern);
            Regex.Match match = regex.match(text);
            assertThat(match == null ? null : groups(regex, match)).isEqualTo(groups(text, expected));
        });
    }

    @Test
    void theFirstMatchIsTheOneTheNaiveSearchFindsFurthestLeft() {
        Property.tries(400).check(PATTERNS, TEXTS, (pattern, text) -> {
            int[] expected = null;
            for (int start = 0; start <= text.length() && expected == null; start++) {
                expected = NaiveSearch.match(pattern, text, start, false);
            }
            Regex regex = Regex.compile(pattern);
            List<String> found = new ArrayList<>();
            regex.findAll(text, match -> {
                if (found.isEmpty()) {
                    found.add(match.start() + "-" + match.end() + " " + groups(regex, match));
                }
            });
            assertThat(found)
                    .isEqualTo(
                            expected == null
                                    ? List.of()
                                    : List.of(expected[0] + "-" + expected[1] + " " + groups(text, expected)));
        });
    }

    @Test
    void matchAndSplitGiveWhatNixGives(@TempDir Path folder) throws IOException {
        Program nix = Tools.nixInstantiate();
        StringBuilder program = new StringBuilder("[\n");
        List<String> expected = new ArrayList<>();
        Property.tries(500).check(PATTERNS, TEXTS, (pattern, text) -> {
            String arguments = " \"" + pattern.replace("$", "\\$") + "\" \"" + text + "\"";
            program.append("(builtins.match").append(arguments).append(")\n");
            program.append("(builtins.split").append(arguments).append(")\n");
            Regex regex = Regex.compile(pattern);
            Regex.Match match = regex.match(text);
            expected.add(pattern + " " + text + ": " + (match == null ? "null" : groups(regex, match)));
            expected.add(pattern + " " + text + ": " + split(regex, text));
        });
        Files.writeString(folder.resolve("all.nix"), program.append("]\n"));
        String json = nix.run(folder, "", Duration.ofMinutes(1), List.of("--eval", "--strict", "--json", "all.nix"))
                .expectSuccess()
                .stdout();
        List<String> actual = topLevelItems(json.strip());
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            String prefix = expected.get(i).substring(0, expected.get(i).indexOf(':'));
            assertThat(prefix + ": " + actual.get(i)).isEqualTo(expected.get(i));
        }
    }

    @Test
    void patternsThatTakeOthersForEverDoNotBlowUp() {
        String text = "a".repeat(20_000);
        for (String pattern : List.of("(a*)*b", "(a|a)*b", "(a|aa)+b", "(a*a*)*b", "((a?)*)*b", "(.*)(.*)(.*)(.*)b")) {
            assertThat(Regex.compile(pattern).match(text)).as(pattern).isNull();
            List<Integer> starts = new ArrayList<>();
            Regex.compile(pattern).findAll(text, match -> starts.add(match.start()));
            assertThat(starts).as(pattern).isEmpty();
        }
    }

    @Test
    void longTextsNeedNoStack() {
        String text = "ab\n".repeat(500_000);
        Regex.Match match = Regex.compile("((.|x)*)").match(text);
        assertThat(match)
                .isNotNull()
                .satisfies(found -> assertThat(found.group(1)).hasSameSizeAs(text));
    }

    @Test
    void patternsOfTooManyStatesAreRefusedBeforeTheyAreBuilt() {
        for (String pattern : List.of("a{200000}", "((a{100}){100}){100}", "a{0,2000000000}", "(".repeat(5000))) {
            assertThatThrownBy(() -> Regex.compile(pattern))
                    .isInstanceOfSatisfying(
                            InvalidRegexException.class,
                            refused -> assertThat(refused.isTooLarge()).isTrue());
        }
    }

    private static String groups(Regex regex, Regex.Match match) {
        List<String> groups = new ArrayList<>();
        for (int i = 1; i <= regex.groups(); i++) {
            groups.add(quoted(match.group(i)));
        }
        return "[" + String.join(",", groups) + "]";
    }

    private static @Nullable String groups(String text, int @Nullable [] slots) {
        if (slots == null) {
            return null;
        }
        List<String> groups = new ArrayList<>();
        for (int i = 2; i < slots.length; i += 2) {
            groups.add(quoted(slots[i + 1] < 0 ? null : text.substring(slots[i], slots[i + 1])));
        }
        return "[" + String.join(",", groups) + "]";
    }

    private static String quoted(@Nullable String group) {
        return group == null ? "null" : "\"" + group + "\"";
    }

    private static String split(Regex regex, String text) {
        List<String> parts = new ArrayList<>();
        int[] end = {0};
        regex.findAll(text, match -> {
            parts.add(quoted(text.substring(end[0], match.start())));
            parts.add(groups(regex, match));
            end[0] = match.end();
        });
        parts.add(quoted(text.substring(end[0])));
        return "[" + String.join(",", parts) + "]";
    }

    /** The items of a JSON list, as they are written; no string in it has brackets or commas. */
    private static List<String> topLevelItems(String json) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int start = 1;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if ((c == ',' && depth == 1) || (c == ']' && depth == 0)) {
                items.add(json.substring(start, i));
                start = i + 1;
            }
        }
        return items;
    }
}

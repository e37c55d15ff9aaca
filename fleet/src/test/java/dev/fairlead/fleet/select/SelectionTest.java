package dev.fairlead.fleet.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.fleet.resolution.Firing;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolve.WrittenFleet;
import dev.fairlead.nix.eval.Options;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What selectors choose of a resolution: the facts on which a rule with that condition fires. */
final class SelectionTest {
    private static final String FLEET = """
            { den, lib, sel, actions, ... }: {
              den.environments.prod = { tags = [ "live" ]; region = "eu"; };
              den.hosts.x86_64-linux.a = {
                environment = "prod";
                tags = [ "edge" ];
                addr = "10.0.0.1";
                users.ann.includes = [ "shell" ];
                includes = [ "web" { aspect = "web"; instance = "blog"; settings.port = 81; } ];
              };
              den.hosts.x86_64-linux.b.includes = [ "db" ];
              den.aspects.web = {
                meta.provides = [ "http" ];
                meta.requires.db = { cardinality = "optional"; };
                settings.port.default = 80;
                settings."my site".name.default = "x";
              };
              den.aspects.db = { state.paths = [ "/var/lib/db" ]; };
              den.aspects.shell = { };
              den.rules.marked = {
                on = "service";
                condition = sel.name "db";
                produce = s: actions.tag { tag = "data"; service = s.id; };
              };
              # more
            }
            """;

    @TempDir
    private Path directory;

    private Resolution resolve(String more) {
        return new WrittenFleet(directory)
                .with("fleet.nix", FLEET.replace("# more", more))
                .resolve();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sel.star",
                "sel.kind \"host\"",
                "sel.kind \"service\"",
                "sel.name \"web\"",
                "sel.tag \"edge\"",
                "sel.tag \"live\"",
                "sel.tag \"data\"",
                "sel.and [ (sel.tag \"edge\") (sel.kind \"service\") ]",
                "sel.not (sel.within (sel.name \"a\"))",
                "sel.any [ (sel.kind \"user\") (sel.name \"db\") ]",
                "sel.has (sel.name \"web\")",
                "sel.has (sel.has sel.star)",
                "sel.parentMatches (sel.kind \"user\")",
                "sel.child { parent = sel.name \"a\"; child = sel.name \"web\"; }",
                "sel.attrs { host = \"a\"; }",
                "sel.attrs { instance = \"blog\"; }",
                "sel.attrs { instance = null; }",
                "sel.attrs { provides = \"http\"; }",
                "sel.attrs { requires = \"db\"; }",
                "sel.attrs { environment = \"prod\"; }",
                "sel.attrs { region = \"eu\"; }",
                "sel.attrs { users = \"ann\"; }",
                "sel.attrs { user = \"ann\"; }",
                "sel.when (f: f ? addr)",
                "sel.when (id: f: lib.hasSuffix \"@a\" id)",
                "sel.when (f: (f.settings.port or 0) == 80)",
                "sel.when (f: f.kind == \"service\" && f.settings ? \"my site\".name)",
                "sel.when (f: f.kind == \"service\" && f.state or null != null)",
            })
    void whatIsChosenIsWhatARuleFiresOn(String selector) throws Exception {
        Resolution ruled = resolve(
                "den.rules.asked = { condition = (%s); produce = f: lib.optional ".formatted(selector)
                        + "(lib.elem f.kind [ \"fleet\" \"environment\" \"host\" \"user\" \"service\" ]) (actions.note \"x\"); };");
        Selection chosen = Selection.of(resolve(""), selector, "--select", WrittenFleet.LANGUAGE, Options.DEFAULT);
        var ids = new TreeSet<>(chosen.services());
        ids.addAll(chosen.scopes());
        assertThat(ids)
                .isEqualTo(ruled.coordination().rules().stream()
                        .filter(firing -> firing.rule().equals("asked"))
                        .map(Firing::fact)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sel.tag (|--select: syntax error, unexpected end of file (column 10)",
                "sel.tga \"x\"|--select: attribute 'tga' missing (column 1); did you mean tag?",
                "\"web\"|--select must be a selector, but is a string; write sel.name \"web\" or sel.tag \"web\"",
                "sel.and [ 1 ]|item 1 of sel.and of --select must be a selector",
                "sel.kind \"hosst\"|did you mean \"host\"?",
                "sel.when (f: f.nothing)|attribute 'nothing' missing (column 14)",
                "sel.when (f: 1)|must give a Boolean"
            })
    void whatIsNoSelectorIsRefusedInOneSentence(String expression, String complaint) throws Exception {
        Resolution resolution = resolve("");
        assertThatThrownBy(
                        () -> Selection.of(resolution, expression, "--select", WrittenFleet.LANGUAGE, Options.DEFAULT))
                .isInstanceOf(SelectionException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void namesOfAttributesAreReadAsTheLanguageWritesThem() {
        assertThat(AttributeNames.of("a.\"b.c\\\"\\n${\".d")).containsExactly("a", "b.c\"\n${", "d");
    }
}

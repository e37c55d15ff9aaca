package dev.fairlead.fleet.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.syntax.Parser;
import dev.fairlead.nix.syntax.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SelectionSearchTest {
    private static List<String> selected(String text) {
        return SelectionSearch.of(Parser.parse(new Sources().add("«test»", "/", text))).found().stream()
                .map(Selected::channel)
                .sorted()
                .toList();
    }

    @Test
    void whatAFunctionSelectsFromItsArgumentsIsFoundWhereverItStandsInIt() {
        assertThat(
                        selected(
                                "{ pipes, channels, ... }: { config, ... }: { a = pipes.x; b = map (i: i) channels.\"y z\".t; }"))
                .containsExactly("x", "y z");
    }

    @Test
    void allArgumentsMayGoByOneName() {
        assertThat(selected("{ nixos = args: [ args.pipes.x args.host.pipes.no ]; }"))
                .containsExactly("x");
        assertThat(selected("args@{ lib, ... }: args.channels.x")).containsExactly("x");
    }

    @Test
    void inheritedNamesAreSelections() {
        assertThat(selected("{ pipes, ... }: { inherit (pipes) x y; }")).containsExactly("x", "y");
        assertThat(selected("args@{ ... }: let inherit (args) pipes; in pipes.x"))
                .containsExactly("x");
    }

    @Test
    void namesThatMeanSomethingElseAreNotTakenForArguments() {
        assertThat(selected("{ pipes, ... }: let pipes = { x = 1; }; in pipes.x"))
                .isEmpty();
        assertThat(selected("{ pipes, ... }: map (pipes: pipes.x) [ ]")).isEmpty();
        assertThat(selected("{ den, ... }: den.channels.x")).isEmpty();
        assertThat(selected("{ lib, ... }: map (s: s.channels.x) [ ]")).isEmpty();
    }

    @Test
    void aNameThatIsComputedIsNotKnown() {
        assertThat(selected("{ pipes, name, ... }: pipes.${name}")).isEmpty();
    }

    @Test
    void namesThatAWithMayBringInAreSelectionsUnlessSomethingBindsThem() {
        assertThat(selected("{ pipes, lib, ... }: with pipes; map (x: x) logs")).containsExactly("logs", "map");
        assertThat(selected("args@{ ... }: let y = 1; in with args.pipes; { inherit logs; z = y; }"))
                .containsExactly("logs");
        assertThat(selected("{ lib, pipes, ... }: with lib; logs")).isEmpty();
        assertThat(selected("{ pipes, ... }: with pipes; let logs = 1; in rec { a = logs; b = a; }"))
                .isEmpty();
    }
}

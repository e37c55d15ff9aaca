package dev.fairlead.cli.args;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ArgumentParserTest {
    private static final Option FORMAT = Option.choice("--format", List.of("text", "json"), "the form");
    private static final Option STRICT = Option.flag("--strict", "strictly");
    private static final Option DIRECTORY = Option.of("-C", "DIR", "where");
    private static final Option ARGUMENT = Option.repeatable("--arg", List.of("NAME", "EXPR"), "an argument");
    private static final Synopsis SYNOPSIS = new Synopsis(
            "draw",
            "draws",
            List.of(Operand.required("FILE", "what"), Operand.optional("PART", "which part")),
            List.of(FORMAT, STRICT, ARGUMENT),
            List.of(DIRECTORY),
            "fairlead draw x");

    private static Arguments parse(String... words) {
        return ArgumentParser.parse(SYNOPSIS, List.of(words));
    }

    private static void complains(String complaint, String... words) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(UsageException.class)
                .hasMessage(complaint);
    }

    @Test
    void optionsMayStandAnywhereAmongOperands() {
        Arguments arguments = parse("--strict", "a", "--format", "json", "b");
        assertThat(arguments.required(0)).isEqualTo("a");
        assertThat(arguments.operand(1)).isEqualTo("b");
        assertThat(arguments.has(STRICT)).isTrue();
        assertThat(arguments.choice(FORMAT)).isEqualTo("json");
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        Arguments arguments = parse("a");
        assertThat(arguments.operand(1)).isNull();
        assertThat(arguments.has(STRICT)).isFalse();
        assertThat(arguments.choice(FORMAT)).isEqualTo("text");
        assertThat(arguments.value(DIRECTORY)).isNull();
        assertThat(arguments.all(ARGUMENT)).isEmpty();
    }

    @Test
    void valuesMayBeJoined() {
        assertThat(parse("--format=json").choice(FORMAT)).isEqualTo("json");
        assertThat(parse("-Cfleet").value(DIRECTORY)).isEqualTo("fleet");
        assertThat(parse("-C", "-dash").value(DIRECTORY)).isEqualTo("-dash");
    }

    @Test
    void aRepeatableOptionKeepsEachOfItsValues() {
        assertThat(parse("--arg", "a", "1", "--arg=b", "2").all(ARGUMENT))
                .containsExactly(List.of("a", "1"), List.of("b", "2"));
    }

    @Test
    void twoDashesEndTheOptionsAndOneIsAnOperand() {
        assertThat(parse("-", "--", "--strict").operand(1)).isEqualTo("--strict");
        assertThat(parse("-").operand(0)).isEqualTo("-");
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        complains("draw knows no option --strickt; did you mean --strict?", "--strickt");
        complains("draw knows no option --elaborate", "--elaborate=x");
        complains("draw knows no option -x", "-x");
        complains("draw takes no value for --strict", "--strict=yes");
        complains("draw needs a value after --format: --format text|json", "--format");
        complains("draw needs a value after --arg: --arg NAME EXPR", "--arg", "a");
        complains("draw knows no --format 'jso'; did you mean json? (text, json)", "--format", "jso");
        complains("draw was given --format twice", "--format", "text", "--format", "json");
        complains("draw does not know what to do with 'c'", "a", "b", "c");
    }

    @Test
    void aRequiredOperandIsAskedFor() {
        assertThatThrownBy(() -> ArgumentParser.requireOperands(SYNOPSIS, parse()))
                .isInstanceOf(UsageException.class)
                .hasMessage("draw needs FILE");
        ArgumentParser.requireOperands(SYNOPSIS, parse("a"));
    }
}

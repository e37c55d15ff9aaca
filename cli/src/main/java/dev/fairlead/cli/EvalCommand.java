package dev.fairlead.cli;

import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.report.FailureText;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.builtin.format.JsonWriter;
import dev.fairlead.nix.builtin.format.XmlWriter;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.nix.value.Value;
import java.util.List;

/** {@code fairlead eval}: the value of a Nix expression, printed as {@code nix-instantiate --eval} does. */
final class EvalCommand implements Command {
    private static final Option STRICT = Option.flag("--strict", "computes everything in the value");
    private static final Option JSON = Option.flag("--json", "prints JSON");
    private static final Option XML = Option.flag("--xml", "prints XML");
    private static final Option PARSE = Option.flag("--parse", "prints the tree of the expression instead");
    private static final Option ATTRIBUTE = Option.of("-A", "PATH", "takes this attribute of the value");
    private static final Option SHOW_TRACE = Option.flag("--show-trace", "tells what was being computed on errors");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "eval",
                "evaluates a Nix expression",
                List.of(EvalInput.FILE),
                List.of(
                        EvalInput.EXPRESSION,
                        STRICT,
                        JSON,
                        XML,
                        PARSE,
                        ATTRIBUTE,
                        EvalInput.ARG,
                        EvalInput.ARGSTR,
                        EvalInput.INCLUDE,
                        EvalInput.IMPURE,
                        EvalInput.DIRECTORY,
                        SHOW_TRACE),
                StandardOptions.ofAny(),
                "fairlead eval -E 'map (x: x * 2) [ 1 2 3 ]' --strict");
    }

    @Override
    public int run(Call call) {
        Arguments arguments = call.arguments();
        if (count(arguments, JSON, XML, PARSE) > 1) {
            throw new UsageException("eval prints one of --json, --xml and --parse");
        }
        EvalInput input = new EvalInput(call);
        Evaluator evaluator = Nix.evaluator(input.options());
        try {
            // Printed here, not there: a reader that has gone away is no failure of the evaluation.
            String printed = evaluator.run(() -> print(input, evaluator, arguments));
            call.console().out().print(Bytes.decode(printed));
            if (!printed.endsWith("\n")) {
                call.console().out().println();
            }
            return ExitCode.DONE;
        } catch (EvalException | SyntaxException failure) {
            FailureText text = new FailureText(evaluator.sources(), input.directory(), call.paint());
            call.console().err().print(text.of(failure, arguments.has(SHOW_TRACE)));
            return ExitCode.UNUSABLE;
        }
    }

    private static int count(Arguments arguments, Option... options) {
        int count = 0;
        for (Option option : options) {
            count += arguments.has(option) ? 1 : 0;
        }
        return count;
    }

    /** What is to be printed, a byte string. */
    private static String print(EvalInput input, Evaluator evaluator, Arguments arguments) {
        if (arguments.has(PARSE)) {
            return input.tree(evaluator);
        }
        AttributeWalk walk = new AttributeWalk(input.arguments(evaluator));
        Value value = walk.along(arguments.value(ATTRIBUTE), input.value(evaluator));
        if (arguments.has(JSON)) {
            return JsonWriter.write(value, true).text();
        }
        if (arguments.has(XML)) {
            return XmlWriter.write(value, arguments.has(STRICT)).text();
        }
        return arguments.has(STRICT) ? Printer.printStrict(value) : Printer.print(value);
    }
}

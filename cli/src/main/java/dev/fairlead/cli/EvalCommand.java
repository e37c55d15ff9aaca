package dev.fairlead.cli;

import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.report.ErrorText;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.builtin.format.JsonWriter;
import dev.fairlead.nix.builtin.format.XmlWriter;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.nix.value.Value;
import java.time.Duration;
import java.util.List;

/** {@code fairlead eval}: the value of a Nix expression, printed as {@code nix-instantiate --eval} does. */
final class EvalCommand implements Command {
    private static final Option STRICT = Option.flag("--strict", "computes everything in the value");
    private static final Option JSON = Option.flag("--json", "prints JSON");
    private static final Option XML = Option.flag("--xml", "prints XML");
    private static final Option PARSE = Option.flag("--parse", "prints the tree of the expression instead");
    private static final Option TIMEOUT = Option.of("--timeout", "SECONDS", "stops the evaluation after this time");
    private static final Option MAX_MEMORY =
            Option.of("--max-memory", "MIB", "stops the evaluation when it needs more memory");

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
                        EvaluationOptions.ATTRIBUTE,
                        EvaluationOptions.ARG,
                        EvaluationOptions.ARGSTR,
                        EvaluationOptions.INCLUDE,
                        EvaluationOptions.IMPURE,
                        EvaluationOptions.DIRECTORY,
                        TIMEOUT,
                        MAX_MEMORY,
                        EvaluationOptions.SHOW_TRACE),
                StandardOptions.ofEvaluation(),
                "fairlead eval -E 'map (x: x * 2) [ 1 2 3 ]' --strict");
    }

    @Override
    public int run(Call call) {
        Arguments arguments = call.arguments();
        if (count(arguments, JSON, XML, PARSE) > 1) {
            throw new UsageException("eval prints one of --json, --xml and --parse");
        }
        AttributeWalk walk = new AttributeWalk(arguments.value(EvaluationOptions.ATTRIBUTE));
        EvaluationOptions given = new EvaluationOptions(call);
        EvalInput input = EvalInput.of(call, given);
        Evaluator evaluator = Nix.evaluator(limited(arguments, given.options(input.directories())));
        try {
            // Printed here, not there: a reader that has gone away is no failure of the evaluation.
            String printed = evaluator.run(() -> arguments.has(PARSE)
                    ? input.tree(evaluator)
                    : print(arguments, value(input.value(evaluator), walk, given, evaluator), evaluator));
            call.console().out().print(Bytes.decode(printed));
            if (!printed.endsWith("\n")) {
                call.console().out().println();
            }
            return ExitCode.DONE;
        } catch (EvalException | SyntaxException failure) {
            ErrorText text = new ErrorText(evaluator.sources(), call.paint());
            call.console().err().print(text.of(failure, arguments.has(EvaluationOptions.SHOW_TRACE)));
            return ExitCode.ERRORS;
        }
    }

    private static Options limited(Arguments arguments, Options options) {
        Duration time = EvaluationOptions.seconds(arguments, TIMEOUT);
        Options timed = time == null ? options : options.withTimeout(time);
        Integer mebibytes = EvaluationOptions.count(arguments, MAX_MEMORY);
        return mebibytes == null ? timed : timed.withMaxMemory((long) mebibytes << 20);
    }

    private static int count(Arguments arguments, Option... options) {
        int count = 0;
        for (Option option : options) {
            count += arguments.has(option) ? 1 : 0;
        }
        return count;
    }

    private static Value value(Value whole, AttributeWalk walk, EvaluationOptions given, Evaluator evaluator) {
        AutoCall functions = new AutoCall(given.arguments(evaluator).build());
        Value value = walk.from(whole, functions);
        // As Nix does: a function at the end is what was asked for, unless there is something to call it with.
        return functions.arguments().size() == 0 ? value : functions.result(value);
    }

    /** What is to be printed, a byte string. */
    private static String print(Arguments arguments, Value value, Evaluator evaluator) {
        if (arguments.has(JSON)) {
            return JsonWriter.write(value, true).text();
        }
        if (arguments.has(XML)) {
            return XmlWriter.write(value, arguments.has(STRICT), evaluator.sources())
                    .text();
        }
        return arguments.has(STRICT) ? Printer.printStrict(value) : Printer.print(value);
    }
}

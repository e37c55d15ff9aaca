package dev.fairlead.nix.builtin;

import dev.fairlead.nix.builtin.regex.InvalidRegexException;
import dev.fairlead.nix.builtin.regex.Regex;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code match} and {@code split}, with the patterns that were compiled. */
final class Regexes {
    private final Map<String, Regex> compiled = new ConcurrentHashMap<>();

    private Regexes() {}

    static void register(Registry registry) {
        Regexes regexes = new Regexes();
        registry.add(Builtin.of("match", regexes::match));
        registry.add(Builtin.of("split", regexes::split));
    }

    private Value match(Value pattern, Value string) {
        String expression =
                Expect.stringWithoutContext(pattern, "while evaluating the first argument passed to builtins.match");
        try {
            Regex regex = compiled(expression);
            String text = Expect.string(string, "while evaluating the second argument passed to builtins.match")
                    .text();
            Regex.Match match = regex.match(text);
            return match == null ? NullValue.NULL : groups(regex, match);
        } catch (InvalidRegexException invalid) {
            throw failure(expression, invalid);
        }
    }

    private Value split(Value pattern, Value string) {
        String expression =
                Expect.stringWithoutContext(pattern, "while evaluating the first argument passed to builtins.split");
        try {
            Regex regex = compiled(expression);
            String text = Expect.string(string, "while evaluating the second argument passed to builtins.split")
                    .text();
            List<Value> parts = new ArrayList<>();
            int[] end = {0};
            regex.findAll(text, match -> {
                parts.add(new StringValue(text.substring(end[0], match.start())));
                parts.add(groups(regex, match));
                end[0] = match.end();
            });
            // Without a match the string stays as it is, with its context.
            parts.add(parts.isEmpty() ? string : new StringValue(text.substring(end[0])));
            return new ListValue(parts.toArray(Value[]::new));
        } catch (InvalidRegexException invalid) {
            throw failure(expression, invalid);
        }
    }

    private Regex compiled(String pattern) {
        Regex known = compiled.get(pattern);
        return known != null ? known : compiled.computeIfAbsent(pattern, Regex::compile);
    }

    private static ListValue groups(Regex regex, Regex.Match match) {
        if (regex.groups() == 0) {
            return ListValue.EMPTY;
        }
        Value[] groups = new Value[regex.groups()];
        for (int i = 0; i < groups.length; i++) {
            String group = match.group(i + 1);
            groups[i] = group == null ? NullValue.NULL : new StringValue(group);
        }
        return new ListValue(groups);
    }

    private static EvalException failure(String pattern, InvalidRegexException invalid) {
        return invalid.isTooLarge()
                ? new EvalException(
                        EvalException.Kind.LIMIT, "memory limit exceeded by regular expression '" + pattern + "'")
                : new EvalException(EvalException.Kind.OTHER, "invalid regular expression '" + pattern + "'");
    }
}

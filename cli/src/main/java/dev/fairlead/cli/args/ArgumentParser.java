package dev.fairlead.cli.args;

import dev.fairlead.fleet.finding.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of one command: {@code --name value}, {@code --name=value}, {@code -Xvalue} for one-letter options,
 * {@code --} before operands that begin with a dash. Options may stand anywhere.
 */
public final class ArgumentParser {
    private final Synopsis synopsis;
    private final List<String> words;
    private final List<String> operands = new ArrayList<>();
    private final Map<String, List<List<String>>> options = new HashMap<>();
    private int next;

    private ArgumentParser(Synopsis synopsis, List<String> words) {
        this.synopsis = synopsis;
        this.words = words;
    }

    /**
     * The arguments in {@code words}.
     *
     * @throws UsageException if they are not what the synopsis asks for
     */
    public static Arguments parse(Synopsis synopsis, List<String> words) {
        ArgumentParser parser = new ArgumentParser(synopsis, words);
        parser.readAll();
        return new Arguments(parser.operands, parser.options);
    }

    private void readAll() {
        boolean onlyOperands = false;
        while (next < words.size()) {
            String word = words.get(next++);
            if (onlyOperands || word.length() < 2 || word.charAt(0) != '-') {
                readOperand(word);
            } else if (word.equals("--")) {
                onlyOperands = true;
            } else {
                // What people try first works, though only the long name is advertised.
                readOption(word.equals("-h") ? "--help" : word);
            }
        }
    }

    /** Complains about operands that were left out; apart from parsing because {@code --help} needs none. */
    public static void requireOperands(Synopsis synopsis, Arguments arguments) {
        int required = 0;
        while (required < synopsis.operands().size()
                && synopsis.operands().get(required).required()) {
            required++;
        }
        requireOperands(synopsis, arguments, required);
    }

    /** As above, for operands that may be left out only together with some option. */
    public static void requireOperands(Synopsis synopsis, Arguments arguments, int count) {
        for (int i = 0; i < count; i++) {
            if (arguments.operand(i) == null) {
                throw new UsageException(
                        synopsis.name() + " needs " + synopsis.operands().get(i).name(), synopsis.usage());
            }
        }
    }

    private void readOperand(String word) {
        if (operands.size() == synopsis.operands().size()) {
            throw wrong("does not know what to do with '" + word + "'");
        }
        operands.add(word);
    }

    private void readOption(String word) {
        int equals = word.indexOf('=');
        if (word.startsWith("--") && equals > 0) {
            String name = word.substring(0, equals);
            Option option = find(name);
            if (option == null) {
                throw unknown(name);
            }
            if (option.isFlag()) {
                throw wrong("takes no value for " + name);
            }
            take(option, word.substring(equals + 1));
            return;
        }
        Option whole = find(word);
        if (whole != null) {
            take(whole, null);
            return;
        }
        Option letter = word.startsWith("--") ? null : find(word.substring(0, 2));
        if (letter == null || letter.isFlag()) {
            throw unknown(word);
        }
        take(letter, word.substring(2));
    }

    private void take(Option option, @Nullable String joined) {
        List<String> values = new ArrayList<>(option.values().size());
        if (joined != null) {
            values.add(joined);
        }
        while (values.size() < option.values().size()) {
            if (next == words.size()) {
                throw wrong("needs a value after " + option.name() + ": " + option.usage());
            }
            values.add(words.get(next++));
        }
        if (!option.choices().isEmpty() && !option.choices().contains(values.getFirst())) {
            throw wrong("knows no " + option.name() + " '" + values.getFirst() + "'"
                    + didYouMean(values.getFirst(), option.choices()) + " (" + String.join(", ", option.choices())
                    + ")");
        }
        List<List<String>> given = options.computeIfAbsent(option.name(), _ -> new ArrayList<>(1));
        if (!given.isEmpty() && !option.repeatable()) {
            if (option.isFlag()) {
                return;
            }
            throw wrong("was given " + option.name() + " twice");
        }
        given.add(values);
    }

    private @Nullable Option find(String name) {
        for (Option option : synopsis.allOptions()) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        return null;
    }

    private UsageException unknown(String name) {
        List<String> known = synopsis.allOptions().stream().map(Option::name).toList();
        // One letter is as far from any other.
        return wrong("knows no option " + name + (name.length() > 2 ? didYouMean(name, known) : ""));
    }

    private UsageException wrong(String complaint) {
        return new UsageException(synopsis.name() + " " + complaint, synopsis.usage());
    }

    /** {@code ; did you mean X?} if one of {@code known} is close to {@code word}, else nothing. */
    public static String didYouMean(String word, List<String> known) {
        String near = Suggestions.nearest(word, known);
        return near == null ? "" : "; did you mean " + near + "?";
    }
}

package dev.fairlead.cli.args;

import java.util.List;

/**
 * An argument that is known by its name, such as {@code --format json}.
 *
 * @param name with its dashes
 * @param values the names of the values that follow it, in capitals; empty for a flag
 * @param choices the values it may have, the default first; empty if any value will do
 * @param repeatable whether it may be given more than once
 */
public record Option(String name, List<String> values, List<String> choices, boolean repeatable, String meaning) {
    private static final String CHOICE = "CHOICE";

    public Option {
        values = List.copyOf(values);
        choices = List.copyOf(choices);
    }

    /** An option without a value. */
    public static Option flag(String name, String meaning) {
        return new Option(name, List.of(), List.of(), false, meaning);
    }

    /** An option with one value, called {@code value} on help pages. */
    public static Option of(String name, String value, String meaning) {
        return new Option(name, List.of(value), List.of(), false, meaning);
    }

    /** An option with one of a few values; the first is the default. */
    public static Option choice(String name, List<String> choices, String meaning) {
        return new Option(name, List.of(CHOICE), choices, false, meaning);
    }

    /** As {@link #choice(String, List, String)}, for choices too many to be written out: {@code value} stands for them. */
    public static Option choice(String name, String value, List<String> choices, String meaning) {
        return new Option(name, List.of(value), choices, false, meaning);
    }

    /** An option that may be given more than once, with one or more values each time. */
    public static Option repeatable(String name, List<String> values, String meaning) {
        return new Option(name, values, List.of(), true, meaning);
    }

    /** True if no value follows it. */
    public boolean isFlag() {
        return values.isEmpty();
    }

    /** True for {@code -C}: its value may be joined to it. */
    boolean isLetter() {
        return name.length() == 2;
    }

    /** {@code --format text|json}. */
    String usage() {
        if (isFlag()) {
            return name;
        }
        boolean written = !choices.isEmpty() && values.equals(List.of(CHOICE));
        return name + " " + (written ? String.join("|", choices) : String.join(" ", values));
    }
}

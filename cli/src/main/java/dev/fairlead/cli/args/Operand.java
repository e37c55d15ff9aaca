package dev.fairlead.cli.args;

import java.util.List;

/**
 * An argument that is known by its place.
 *
 * @param name in capitals, as usage lines show it
 * @param choices what it may be, for shells to complete; empty if that is not known
 */
public record Operand(String name, boolean required, String meaning, List<String> choices) {
    public Operand {
        choices = List.copyOf(choices);
    }

    public static Operand required(String name, String meaning) {
        return new Operand(name, true, meaning, List.of());
    }

    public static Operand required(String name, String meaning, List<String> choices) {
        return new Operand(name, true, meaning, choices);
    }

    public static Operand optional(String name, String meaning) {
        return new Operand(name, false, meaning, List.of());
    }

    public static Operand optional(String name, String meaning, List<String> choices) {
        return new Operand(name, false, meaning, choices);
    }

    /** {@code SUBJECT}, or {@code [DIR]} if it may be left out. */
    String usage() {
        return required ? name : "[" + name + "]";
    }
}

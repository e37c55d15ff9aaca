package dev.fairlead.cli.args;

/**
 * An argument that is known by its place.
 *
 * @param name in capitals, as usage lines show it
 */
public record Operand(String name, boolean required, String meaning) {
    public static Operand required(String name, String meaning) {
        return new Operand(name, true, meaning);
    }

    public static Operand optional(String name, String meaning) {
        return new Operand(name, false, meaning);
    }

    /** {@code SUBJECT}, or {@code [DIR]} if it may be left out. */
    String usage() {
        return required ? name : "[" + name + "]";
    }
}

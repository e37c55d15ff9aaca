package dev.fairlead.cli.completion;

import dev.fairlead.cli.args.Synopsis;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The shells that there are scripts for. */
public enum Shell {
    BASH,
    ZSH,
    FISH;

    /** The names of all. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Shell::text).toList();
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The script for commands, in their order. */
    public String script(List<Synopsis> commands) {
        return switch (this) {
            case BASH -> BashCompletion.of(commands);
            case ZSH -> ZshCompletion.of(commands);
            case FISH -> FishCompletion.of(commands);
        };
    }

    /** A word that the shell takes as it is: {@code 'it'\''s'}; this is the same in all three. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    static String quoted(List<String> words) {
        return String.join(" ", words.stream().map(Shell::quoted).toList());
    }
}

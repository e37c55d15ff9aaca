package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.json.LocatedJson.Text;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What services of a module are called. Clan's own modules go by their plain names, for which {@code knowledge.nix} knows
 * something: {@code borgbackup}, {@code @clan/borgbackup} and {@code clan-core/borgbackup} are one. A module of another
 * flake has the name of its input before its own.
 */
record ModuleName(String text) {
    private static final List<String> OWN_PREFIXES = List.of("@clan/", "clan-core/");

    /** Where Clan's modules come from. {@code self} is what a checkout of Clan calls itself. */
    private static final Set<String> OWN_INPUTS = Set.of("self", "clan-core");

    /** They separate the parts of ids. */
    private static final Pattern RESERVED = Pattern.compile("[@:/\\[\\]\\p{Cntrl}]+");

    /**
     * The name of a module.
     *
     * @param input the flake input it is taken from, or null for Clan's own
     */
    static ModuleName of(String name, @Nullable Text input) {
        for (String prefix : OWN_PREFIXES) {
            if (name.startsWith(prefix)) {
                return new ModuleName(plain(name.substring(prefix.length())));
            }
        }
        return input == null || OWN_INPUTS.contains(input.value())
                ? new ModuleName(plain(name))
                : new ModuleName(plain(input.value() + "-" + name));
    }

    /** The path of the aspect that a role of the module is. */
    String role(String role) {
        return text + "." + plain(role);
    }

    /** Without what may not be in an id. */
    static String plain(String name) {
        String joined = RESERVED.matcher(name).replaceAll("-");
        return joined.startsWith("-") ? joined.substring(1) : joined;
    }

    @Override
    public String toString() {
        return text;
    }
}

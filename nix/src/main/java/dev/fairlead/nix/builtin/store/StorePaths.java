package dev.fairlead.nix.builtin.store;

import dev.fairlead.nix.value.EvalException;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** How the names of things in the store follow from their contents; see "Store path" in the Nix manual. */
public final class StorePaths {
    public static final String DIRECTORY = "/nix/store";

    private static final int HASH_BYTES = 20;
    private static final int HASH_DIGITS = 32;
    private static final int MAX_NAME = 211;

    private StorePaths() {}

    /** True if a path is a direct child of the store with a well-formed name. */
    public static boolean isStorePath(String path) {
        if (!path.startsWith(DIRECTORY + "/")) {
            return false;
        }
        String base = path.substring(DIRECTORY.length() + 1);
        if (base.length() <= HASH_DIGITS + 1 || base.charAt(HASH_DIGITS) != '-') {
            return false;
        }
        for (int i = 0; i < HASH_DIGITS; i++) {
            if (!Nix32.isDigit(base.charAt(i))) {
                return false;
            }
        }
        return problem(base.substring(HASH_DIGITS + 1)) == null;
    }

    /** The direct child of the store that a path is or lies in, or null. */
    public static @Nullable String root(String path) {
        int slash = path.indexOf('/', DIRECTORY.length() + 1);
        String root = slash < 0 ? path : path.substring(0, slash);
        return isStorePath(root) ? root : null;
    }

    public static boolean isDerivation(String path) {
        return path.endsWith(".drv");
    }

    /** What is wrong with the name of a thing in the store, as a sentence, or null. */
    public static @Nullable String problem(String name) {
        if (name.isEmpty()) {
            return "name must not be empty";
        }
        if (name.length() > MAX_NAME) {
            return "name '" + name + "' must be no longer than " + MAX_NAME + " characters";
        }
        if (name.equals(".") || name.equals("..")) {
            return "name '" + name + "' is not valid";
        }
        if (name.startsWith(".-") || name.startsWith("..-")) {
            return "name '" + name + "' is not valid: first dash-separated component must not be '"
                    + name.substring(0, name.indexOf('-')) + "'";
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isNameCharacter(name.charAt(i))) {
                return "name '" + name + "' contains illegal character '" + name.charAt(i) + "'";
            }
        }
        return null;
    }

    /** The path of a source tree with this hash of its archive ({@code recursive}), or of a file of this hash. */
    public static String fixed(String name, Digest hash, boolean recursive) {
        if (recursive && hash.algorithm() == Digest.Algorithm.SHA256) {
            return path("source", hash, name);
        }
        String content =
                "fixed:out:" + (recursive ? "r:" : "") + hash.algorithm().nixName() + ":" + hash.base16() + ":";
        return path("output:out", Digest.of(Digest.Algorithm.SHA256, content), name);
    }

    /** The path of a text that refers to these store paths. */
    public static String text(String name, String content, SortedSet<String> references) {
        StringBuilder type = new StringBuilder("text");
        for (String reference : references) {
            type.append(':').append(reference);
        }
        return path(type.toString(), Digest.of(Digest.Algorithm.SHA256, content), name);
    }

    /** The path of an output of a derivation whose masked form has this hash. */
    static String output(String output, Digest derivation, String name) {
        return path("output:" + output, derivation, output.equals("out") ? name : name + "-" + output);
    }

    /** What stands for the path of an output inside the derivation that makes it. */
    public static String placeholder(String output) {
        return "/" + Digest.of(Digest.Algorithm.SHA256, "nix-output:" + output).print(Digest.Format.NIX32);
    }

    private static String path(String type, Digest content, String name) {
        String identity =
                type + ":" + content.algorithm().nixName() + ":" + content.base16() + ":" + DIRECTORY + ":" + name;
        String base = Digest.of(Digest.Algorithm.SHA256, identity).compressed(HASH_BYTES) + "-" + name;
        String problem = problem(name);
        if (problem != null) {
            throw new EvalException(
                    EvalException.Kind.OTHER, "path '" + base + "' is not a valid store path: " + problem);
        }
        return DIRECTORY + "/" + base;
    }

    private static boolean isNameCharacter(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || "+-._?=".indexOf(c) >= 0;
    }
}

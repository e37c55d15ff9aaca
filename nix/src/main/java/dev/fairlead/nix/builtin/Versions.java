package dev.fairlead.nix.builtin;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names and versions of packages. */
final class Versions {
    private static final Shape NAME_AND_VERSION =
            Shape.ofSorted(new Symbol[] {Symbol.of("name"), Symbol.of("version")});

    private Versions() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("compareVersions", Versions::compareVersions));
        registry.add(Builtin.of("parseDrvName", Versions::parseDrvName));
        registry.add(Builtin.of("splitVersion", Versions::splitVersion));
    }

    /** The version begins after the first dash that no letter follows. */
    private static Value parseDrvName(Value string) {
        String full = Expect.stringWithoutContext(
                string, "while evaluating the first argument passed to builtins.parseDrvName");
        for (int dash = full.indexOf('-'); dash >= 0 && dash + 1 < full.length(); dash = full.indexOf('-', dash + 1)) {
            if (!isLetter(full.charAt(dash + 1))) {
                return nameAndVersion(full.substring(0, dash), full.substring(dash + 1));
            }
        }
        return nameAndVersion(full, "");
    }

    private static Value nameAndVersion(String name, String version) {
        return new AttrsValue(NAME_AND_VERSION, new Value[] {new StringValue(name), new StringValue(version)}, null);
    }

    private static Value splitVersion(Value string) {
        String version = Expect.stringWithoutContext(
                string, "while evaluating the first argument passed to builtins.splitVersion");
        return new ListValue(components(version).stream().map(StringValue::new).toArray(Value[]::new));
    }

    private static Value compareVersions(Value a, Value b) {
        String first = Expect.stringWithoutContext(
                a, "while evaluating the first argument passed to builtins.compareVersions");
        String second = Expect.stringWithoutContext(
                b, "while evaluating the second argument passed to builtins.compareVersions");
        return IntValue.of(compare(first, second));
    }

    /** −1, 0 or 1: component by component; a version that ends goes on with empty components. */
    static int compare(String first, String second) {
        List<String> left = components(first);
        List<String> right = components(second);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String a = i < left.size() ? left.get(i) : "";
            String b = i < right.size() ? right.get(i) : "";
            if (isLess(a, b)) {
                return -1;
            }
            if (isLess(b, a)) {
                return 1;
            }
        }
        return 0;
    }

    /** Runs of digits, and runs of anything else but '.' and '-', which separate. */
    private static List<String> components(String version) {
        List<String> components = new ArrayList<>();
        int at = 0;
        while (at < version.length()) {
            int start = at;
            if (isSeparator(version.charAt(at))) {
                at++;
                continue;
            }
            boolean digits = isDigit(version.charAt(at));
            while (at < version.length() && isDigit(version.charAt(at)) == digits && !isSeparator(version.charAt(at))) {
                at++;
            }
            components.add(version.substring(start, at));
        }
        return components;
    }

    /** Words come before numbers ({@code 2.3a} is older than {@code 2.3.1}), and {@code pre} before all else. */
    private static boolean isLess(String a, String b) {
        Integer x = number(a);
        Integer y = number(b);
        if (x != null && y != null) {
            return x < y;
        }
        if (a.isEmpty() && y != null) {
            return true;
        }
        if (a.equals("pre") && !b.equals("pre")) {
            return true;
        }
        if (b.equals("pre")) {
            return false;
        }
        if (y != null) {
            return true;
        }
        return x == null && a.compareTo(b) < 0;
    }

    /** The number a component is, if it is one of 32 bits: longer ones count as words, as they do in Nix. */
    private static @Nullable Integer number(String component) {
        if (component.isEmpty() || !isDigit(component.charAt(0))) {
            return null;
        }
        try {
            return Integer.valueOf(component);
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}

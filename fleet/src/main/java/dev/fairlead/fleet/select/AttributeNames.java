package dev.fairlead.fleet.select;

import java.util.ArrayList;
import java.util.List;

/** Takes an attribute path apart that was written as the language writes it: {@code sites."my site".port}. */
final class AttributeNames {
    private AttributeNames() {}

    static List<String> of(String path) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '\\' && i + 1 < path.length()) {
                name.append(unescaped(path.charAt(++i)));
            } else if (c == '.' && !quoted) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return names;
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }
}

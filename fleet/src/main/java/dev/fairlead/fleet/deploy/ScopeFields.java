package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.select.Fact;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rules and selectors see of a scope: what functions see of it, what it is, and where it lies. */
final class ScopeFields {
    private static final String USERS = "users";

    private ScopeFields() {}

    /** @param declared the scope as functions see it */
    static AttrsValue of(Facts.ScopeFact scope, AttrsValue declared) {
        var added = new TreeMap<String, Value>();
        added.put("kind", text(scope.kind()));
        added.put("id", text(scope.id()));
        added.put("name", text(scope.name()));
        added.put("tags", texts(scope.tags()));
        for (Fact around = isEnvironment(scope) ? scope : scope.parent(); around != null; around = around.parent()) {
            if (!around.kind().equals("fleet")) {
                added.putIfAbsent(around.kind(), text(around.name()));
            }
        }
        if (scope.kind().equals("host")) {
            added.put(
                    USERS,
                    texts(scope.children().stream()
                            .filter(child -> child.kind().equals("user"))
                            .map(Fact::name)
                            .toList()));
        }
        return AttrSets.extend(declared, added);
    }

    /** An environment lies in itself, so that what asks any fact for its environment need not tell them apart. */
    private static boolean isEnvironment(Fact scope) {
        return scope.kind().equals("environment");
    }

    /** The name of the scope of a kind that a fact lies in, itself included; null if there is none. */
    static @Nullable String nameAround(Fact fact, String kind) {
        for (Fact at = fact; at != null; at = at.parent()) {
            if (at.kind().equals(kind)) {
                return at.name();
            }
        }
        return null;
    }

    static Value text(String text) {
        return new StringValue(Bytes.encode(text));
    }

    static Value texts(Iterable<String> texts) {
        var values = new ArrayList<Value>();
        texts.forEach(each -> values.add(text(each)));
        return new ListValue(values.toArray(Value[]::new));
    }
}

package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a set with known attributes, a rule or what an action is given. What is wrong with an attribute is a finding, and
 * then it is as if it were not there. Failures of evaluation are left to the caller.
 *
 * @param path how messages call the set: {@code den.rules.ports}
 * @param near where the set is written
 */
record WrittenSet(AttrsValue set, String path, @Nullable Place near, Places places, Consumer<Finding> problems) {

    /** Reports attributes that mean nothing. */
    void allow(Set<String> known) {
        for (int i = 0; i < set.size(); i++) {
            String name = Bytes.decode(set.name(i).name());
            if (!known.contains(name)) {
                String nearest = Suggestions.nearest(name, known);
                problems.accept(Finding.of(
                                FindingId.UNKNOWN_ATTRIBUTE,
                                path + "." + name + " is none of " + String.join(", ", new TreeSet<>(known)) + ".")
                        .severity(Severity.ERROR)
                        .at(place(name))
                        .fix(nearest == null ? null : "did you mean \"" + nearest + "\"?")
                        .build());
            }
        }
    }

    @Nullable
    Place place(String name) {
        Place own = places.at(set.position(Symbol.of(Bytes.encode(name))));
        return own == null ? near : own;
    }

    /** The cell of an attribute, or null. */
    @Nullable
    Value cell(String name) {
        return set.get(name);
    }

    /** The value of an attribute, or null if there is none. */
    @Nullable
    Value value(String name) {
        Value cell = cell(name);
        return cell == null ? null : cell.force();
    }

    @Nullable
    String text(String name) {
        Value value = value(name);
        if (value instanceof StringValue text) {
            return Bytes.decode(text.text());
        }
        wrong(name, "a string", value);
        return null;
    }

    /** Text that must be there. */
    @Nullable
    String required(String name) {
        if (cell(name) == null) {
            problems.accept(Finding.of(FindingId.EVALUATION, path + " needs \"" + name + "\".")
                    .at(near)
                    .build());
            return null;
        }
        return text(name);
    }

    /** A list of texts, which a single one stands for too. */
    List<String> texts(String name) {
        Value value = value(name);
        if (value instanceof StringValue text) {
            return List.of(Bytes.decode(text.text()));
        }
        if (!(value instanceof ListValue list)) {
            wrong(name, "a string or a list of strings", value);
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (Value item : list.items()) {
            if (item.force() instanceof StringValue text) {
                texts.add(Bytes.decode(text.text()));
            } else {
                wrong(name, "a list of strings", list);
            }
        }
        return texts;
    }

    @Nullable
    Integer whole(String name) {
        Value value = value(name);
        if (value instanceof IntValue whole && whole.value() == (int) whole.value()) {
            return (int) whole.value();
        }
        wrong(name, value instanceof IntValue ? "an integer of no more than 32 bits" : "an integer", value);
        return null;
    }

    boolean truth(String name) {
        Value value = value(name);
        if (value instanceof BoolValue truth) {
            return truth.value();
        }
        wrong(name, "a Boolean", value);
        return false;
    }

    /** Reports a value that is not what it must be; none is fine. */
    void wrong(String name, String expected, @Nullable Value found) {
        if (found != null) {
            problems.accept(Finding.of(
                            FindingId.EVALUATION,
                            path + "." + name + " must be " + expected + ", but is "
                                    + (found instanceof ListValue && expected.startsWith("a list of")
                                            ? "a list with something else"
                                            : found.type().description())
                                    + ".")
                    .at(place(name))
                    .build());
        }
    }
}

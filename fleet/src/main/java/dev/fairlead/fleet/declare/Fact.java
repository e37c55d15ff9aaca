package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.merge.AttrPath;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.declare.merge.Properties;
import dev.fairlead.fleet.declare.merge.UndefinedException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was declared, at its path and place, still to be read. A read that fails, or finds a value of the wrong
 * type, is one finding and gives nothing; so is none where all conditions of the fact are false, without a finding.
 */
final class Fact {
    private final Reading reading;
    private final @Nullable Fact parent;
    private final AttrPath path;
    private final int item;
    private final Value cell;
    private final int position;
    private final @Nullable String subject;
    private final @Nullable Place near;

    /**
     * @param parent what it is part of, whose place stands for its own if that is not known
     * @param item the number of a list's item, from 1; else 0
     * @param near what stands for its place if it is part of nothing
     */
    private Fact(
            Reading reading,
            @Nullable Fact parent,
            AttrPath path,
            int item,
            Value cell,
            int position,
            @Nullable String subject,
            @Nullable Place near) {
        this.reading = reading;
        this.parent = parent;
        this.path = path;
        this.item = item;
        this.cell = cell;
        this.position = position;
        this.subject = subject;
        this.near = near;
    }

    /** The value of a path, such as {@code den}; {@code near} is the place of what in it is computed. */
    static Fact root(Reading reading, AttrPath path, Value cell, @Nullable Place near) {
        return new Fact(reading, null, path, 0, cell, 0, null, near);
    }

    /**
     * The attributes of a set that has no path itself, in the order of their names.
     *
     * @param near the place of those that are not written down but computed
     */
    static List<Fact> of(Reading reading, AttrsValue attrs, Place near) {
        var facts = new ArrayList<Fact>(attrs.size());
        for (int i = 0; i < attrs.size(); i++) {
            AttrPath path = new AttrPath(null, attrs.name(i).name());
            facts.add(new Fact(reading, null, path, 0, attrs.value(i), attrs.position(i), null, near));
        }
        return facts;
    }

    /** The same, about an id that findings shall name. */
    Fact about(String id) {
        return new Fact(reading, parent, path, item, cell, position, id, near);
    }

    AttrPath path() {
        return path;
    }

    /** The last name of the path, as text. */
    String name() {
        return Bytes.decode(path.name());
    }

    /** The cell, perhaps not forced. */
    Value cell() {
        return cell;
    }

    @Nullable
    Place place() {
        Place own = reading.places().at(position);
        if (own != null) {
            return own;
        }
        return parent == null ? near : parent.place();
    }

    /** Where it, or what it is part of, is written in a file of the user; null if that is nowhere. */
    @Nullable
    Place written() {
        Place own = reading.places().at(position);
        return own != null || parent == null ? own : parent.written();
    }

    /** The forced value, or null. */
    @Nullable
    Value value() {
        try {
            return cell.force();
        } catch (UndefinedException undefined) {
            return null;
        } catch (EvalException | SyntaxException failure) {
            reading.findings().add(reading.errors().finding(failure, subject, place()));
            return null;
        }
    }

    /** False if it is written down, but none of its conditions holds. Forces it; a failure is left to its readers. */
    boolean isDefined() {
        try {
            cell.force();
            return true;
        } catch (UndefinedException undefined) {
            return false;
        } catch (EvalException | SyntaxException failure) {
            return true;
        }
    }

    /** Adds the attribute, as it is, to a set. */
    void addTo(AttrsBuilder attrs) {
        attrs.add(Symbol.of(path.name()), cell, position);
    }

    @Nullable
    AttrsValue attrs() {
        Value value = value();
        if (value instanceof AttrsValue attrs) {
            return attrs;
        }
        expected("a set", value);
        return null;
    }

    @Nullable
    String text() {
        Value value = value();
        if (value instanceof StringValue text) {
            return Bytes.decode(text.text());
        }
        expected("a string", value);
        return null;
    }

    /** True if it is {@code true}; false, with a finding, if it is no Boolean. */
    boolean isTrue() {
        Value value = value();
        if (value instanceof BoolValue bool) {
            return bool.value();
        }
        expected("a Boolean", value);
        return false;
    }

    /** The attributes of a set, in the order of their names; none if it cannot be read. */
    List<Fact> attributes() {
        AttrsValue attrs = attrs();
        if (attrs == null) {
            return List.of();
        }
        var facts = new ArrayList<Fact>(attrs.size());
        for (int i = 0; i < attrs.size(); i++) {
            facts.add(attribute(attrs, i));
        }
        return facts;
    }

    /** An attribute of a set, by its name in ASCII, or null. */
    @Nullable
    Fact attribute(String name) {
        AttrsValue attrs = attrs();
        if (attrs == null) {
            return null;
        }
        for (int i = 0; i < attrs.size(); i++) {
            if (attrs.name(i).name().equals(name)) {
                return attribute(attrs, i);
            }
        }
        return null;
    }

    private Fact attribute(AttrsValue attrs, int index) {
        AttrPath name = path.child(attrs.name(index).name());
        return new Fact(reading, this, name, 0, attrs.value(index), attrs.position(index), subject, null);
    }

    /** The items of a list, those of {@code mkIf} and its like resolved; an item that fails is left out. */
    List<Fact> items() {
        Value value = value();
        if (!(value instanceof ListValue list)) {
            expected("a list", value);
            return List.of();
        }
        var facts = new ArrayList<Fact>(list.size());
        for (int i = 0; i < list.size(); i++) {
            facts.addAll(new Fact(reading, this, path, i + 1, list.get(i), list.position(i), subject, null).resolved());
        }
        return facts;
    }

    private List<Fact> resolved() {
        try {
            return Properties.resolve(List.of(new Definition(cell, position))).stream()
                    .map(each -> new Fact(reading, parent, path, item, each.value(), each.position(), subject, near))
                    .toList();
        } catch (EvalException | SyntaxException failure) {
            reading.findings().add(reading.errors().finding(failure, subject, place()));
            return List.of();
        }
    }

    /** Reports a value that is not what it must be; none could not be read, which was reported then. */
    void expected(String expected, @Nullable Value found) {
        if (found != null) {
            report(Finding.of(
                    FindingId.EVALUATION,
                    this + " must be " + expected + ", but is " + found.type().description() + "."));
        }
    }

    /** Reports something about this fact, at its place unless the finding has one. */
    void report(Finding.Builder finding) {
        reading.findings().add(finding.subject(subject).at(place()).build());
    }

    /** The path, as messages name it. */
    @Override
    public String toString() {
        String text = Bytes.decode(path.toString());
        return item == 0 ? text : "Item " + item + " of " + text;
    }
}

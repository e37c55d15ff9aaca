package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.declare.merge.Properties;
import dev.fairlead.fleet.declare.merge.UndefinedException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facets of one aspect in one scope. Whatever is wrong becomes a finding and a null; the rest is still read.
 *
 * <p>Remembers whether a function of context was called: if none was, every scope reads the same.
 */
public final class FacetReader {
    /** How often the result of a function may be a function again. */
    private static final int MOST_CALLS = 100;

    private final Context context;
    private final Arguments arguments;
    private final @Nullable String subject;
    private final Places places;
    private final EvaluationFindings errors;
    private final Findings findings;
    private boolean contextual;
    private int failures;

    /** @param subject the id that findings are about, or null */
    public FacetReader(
            Context context,
            Arguments arguments,
            @Nullable String subject,
            Places places,
            EvaluationFindings errors,
            Findings findings) {
        this.context = context;
        this.arguments = arguments;
        this.subject = subject;
        this.places = places;
        this.errors = errors;
        this.findings = findings;
    }

    /** True if what was read may differ in another scope. */
    public boolean isContextual() {
        return contextual;
    }

    /** True if something could not be read. */
    public boolean hasFailed() {
        return failures > 0;
    }

    /** How many things could not be read so far. */
    int failures() {
        return failures;
    }

    /**
     * The value of a cell, functions as they are; null, with a finding, if it fails, and null without one if none of the
     * conditions it is defined under holds.
     */
    public @Nullable Value force(Value cell, @Nullable Place near) {
        return attempt(cell::force, near);
    }

    /** What an item of a list gives: itself, or what {@code mkIf} and its like make of it. */
    public List<Definition> item(Value cell, int position, @Nullable Place near) {
        List<Definition> resolved = attempt(() -> Properties.resolve(List.of(new Definition(cell, position))), near);
        return resolved == null ? List.of() : resolved;
    }

    /** What an evaluation gives; null, with a finding, if it fails. */
    <T> @Nullable T attempt(Supplier<@Nullable T> work, @Nullable Place near) {
        try {
            return work.get();
        } catch (UndefinedException undefined) {
            return null;
        } catch (EvalException | SyntaxException error) {
            failures++;
            findings.add(errors.finding(error, subject, near));
            return null;
        }
    }

    /**
     * The value of a facet, a function of context called with what this scope knows; null if that fails or the scope
     * cannot call it.
     *
     * @param path how messages call it: {@code den.aspects.dns.meta}
     */
    public @Nullable Value read(Value cell, String path, @Nullable Place near) {
        return attempt(
                () -> arguments.reading(path, near, () -> {
                    Value value = cell.force();
                    for (int calls = 0; value instanceof FunctionValue function; calls++) {
                        if (calls == MOST_CALLS) {
                            problem(path + " is a function that gives a function, and so on without end.", near);
                            return null;
                        }
                        contextual = true;
                        String lacking = context.lacking(function);
                        if (lacking != null) {
                            inert(path, lacking, near);
                            return null;
                        }
                        value = context.call(function);
                    }
                    return value;
                }),
                near);
    }

    /** Reports that a function asks for what no scope of this kind gives. */
    void inert(String path, String argument, @Nullable Place near) {
        String nearest = Suggestions.nearest(argument, context.names());
        findings.add(Finding.of(
                        FindingId.INERT_ASPECT,
                        path + " asks for \"" + argument + "\", which "
                                + (subject == null ? "a declaration" : subject)
                                + " does not have, so it has no effect there.")
                .subject(subject)
                .at(near)
                .fix(
                        nearest != null
                                ? "did you mean \"" + nearest + "\"?"
                                : "give the argument a default (" + argument
                                        + " ? null) or include it where there is one")
                .build());
    }

    /** A set, or null with a finding. */
    public @Nullable AttrsValue attrs(Value cell, String path, @Nullable Place near) {
        Value value = read(cell, path, near);
        if (value instanceof AttrsValue attrs) {
            return attrs;
        }
        wrong(value, path, "a set", near);
        return null;
    }

    /** Text, or null with a finding. */
    public @Nullable String text(Value cell, String path, @Nullable Place near) {
        Value value = read(cell, path, near);
        if (value instanceof StringValue string) {
            return Bytes.decode(string.text());
        }
        wrong(value, path, "a string", near);
        return null;
    }

    /** A list, or null with a finding. */
    public @Nullable ListValue list(Value cell, String path, @Nullable Place near) {
        Value value = read(cell, path, near);
        if (value instanceof ListValue list) {
            return list;
        }
        wrong(value, path, "a list", near);
        return null;
    }

    /** A truth value; false, with a finding, for anything else. */
    public boolean truth(Value cell, String path, @Nullable Place near) {
        Value value = read(cell, path, near);
        if (value instanceof BoolValue bool) {
            return bool.value();
        }
        wrong(value, path, "a Boolean", near);
        return false;
    }

    /** Reports a value of the wrong type. A value that could not be read was reported before. */
    public void wrong(@Nullable Value value, String path, String expected, @Nullable Place near) {
        if (value != null) {
            problem(path + " must be " + expected + ", but is " + value.type().description() + ".", near);
        }
    }

    /** Reports a declaration that cannot be understood. */
    public void problem(String message, @Nullable Place near) {
        failures++;
        findings.add(Finding.of(FindingId.EVALUATION, message)
                .subject(subject)
                .at(near)
                .build());
    }

    /** Reports an attribute that means nothing. */
    public void unknown(String path, @Nullable String nearest, @Nullable Place near) {
        findings.add(Finding.of(FindingId.UNKNOWN_ATTRIBUTE, path + " is not an attribute that Fairlead knows.")
                .subject(subject)
                .at(near)
                .fix(nearest == null ? null : "did you mean \"" + nearest + "\"?")
                .build());
    }

    /** Reports something about what is read. */
    void report(Finding.Builder finding, @Nullable Place near) {
        findings.add(finding.subject(subject).at(near).build());
    }

    /** The place of an attribute, or the one given if it is not known. */
    public @Nullable Place place(AttrsValue attrs, int index, @Nullable Place otherwise) {
        Place place = places.at(attrs.position(index));
        return place == null ? otherwise : place;
    }

    /** The place of a position of the evaluator, or the one given if it is not known. */
    @Nullable
    Place placeAt(int position, @Nullable Place otherwise) {
        Place place = places.at(position);
        return place == null ? otherwise : place;
    }

    /** The place of an item, or the one given if it is not known. */
    public @Nullable Place place(ListValue list, int index, @Nullable Place otherwise) {
        Place place = places.at(list.position(index));
        return place == null ? otherwise : place;
    }
}

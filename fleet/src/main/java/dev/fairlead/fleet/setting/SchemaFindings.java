package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.nix.value.FunctionValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one schema. */
final class SchemaFindings {
    private final String path;
    private final @Nullable Place near;
    private final Places places;
    private final EvaluationFindings errors;
    private final Findings findings = new Findings();

    /**
     * @param path how messages call the schema: {@code den.aspects.nginx.settings}
     * @param near where it is written, for what has no place of its own
     */
    SchemaFindings(String path, @Nullable Place near, Places places, EvaluationFindings errors) {
        this.path = path;
        this.near = near;
        this.places = places;
        this.errors = errors;
    }

    String path() {
        return path;
    }

    /** Reports that the schema {@code what}, said without its path and the full stop. */
    Finding problem(String what, int position) {
        return add(Finding.of(FindingId.EVALUATION, path + " " + what + "."), position);
    }

    Finding add(Finding.Builder finding, int position) {
        Finding built = finding.at(place(position)).build();
        findings.add(built);
        return built;
    }

    void failure(RuntimeException failure, int position) {
        findings.add(errors.finding(failure, null, place(position)));
    }

    /** Reports a module function that nobody can call here; without a name, because it never ends. */
    void uncallable(FunctionValue function, @Nullable String lacking, int position) {
        if (lacking == null) {
            problem("is a function that gives a function, and so on without end", position);
            return;
        }
        Place written = places.at(function.position());
        findings.add(Finding.of(
                        FindingId.UNKNOWN_ARGUMENT,
                        path + " asks for \"" + lacking + "\", which schemas of settings do not get.")
                .severity(Severity.ERROR)
                .at(written == null ? place(position) : written)
                .fix("give the argument a default (" + lacking + " ? null)")
                .build());
    }

    @Nullable
    Place place(int position) {
        Place place = places.at(position);
        return place == null ? near : place;
    }

    List<Finding> sorted() {
        return findings.sorted();
    }
}

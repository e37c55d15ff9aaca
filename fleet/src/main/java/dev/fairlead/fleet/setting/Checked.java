package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.nix.value.AttrsValue;
import java.util.List;

/** Data that is held to a schema. */
public final class Checked {
    private final Cascade cascade;
    private final Layer layer;
    private final EvaluationFindings errors;
    private final Places places;

    Checked(Cascade cascade, Layer layer, EvaluationFindings errors, Places places) {
        this.cascade = cascade;
        this.layer = layer;
        this.errors = errors;
        this.places = places;
    }

    /**
     * The fields of the schema with what the data says of them, else their defaults. Lazy: a field is held to its type
     * when it is read, and one that is wrong throws the finding.
     */
    public AttrsValue value() {
        return cascade.value(cascade.blame());
    }

    /**
     * All that is wrong with the data. Forces all of it.
     *
     * @param subject the id of who wrote it, for failures of the evaluation
     */
    public List<Finding> findings(String subject) {
        var findings = new Findings();
        var check = new CascadeCheck(findings, errors, places);
        check.written(cascade, layer, subject);
        check.effective(cascade, subject);
        check.missing(cascade, cascade.blame());
        return findings.sorted();
    }
}

package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.merge.UndefinedException;
import dev.fairlead.fleet.setting.SchemaNode.Group;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads everything that layers say, and everything that readers would get, and collects what is wrong. */
final class CascadeCheck {
    private final Findings findings;
    private final EvaluationFindings errors;
    private final Places places;

    CascadeCheck(Findings findings, EvaluationFindings errors, Places places) {
        this.findings = findings;
        this.errors = errors;
        this.places = places;
    }

    /**
     * Holds each value that a layer gives to its field's type, also those that another layer shadows.
     *
     * @param subject the id of who wrote the layer
     */
    void written(Cascade cascade, Layer layer, String subject) {
        attempt(
                subject,
                layer.position(),
                () -> group(cascade, layer, cascade.schema().root(), List.of(), subject));
    }

    private void group(Cascade cascade, Layer layer, Group group, List<Symbol> path, String subject) {
        Contribution whole = layer.find(path, cascade.blame());
        if (whole == null) {
            return;
        }
        if (!(whole.value() instanceof AttrsValue set)) {
            var mismatch = new Mismatch(Field.text(path), "it must be a set", whole.value(), whole.position());
            findings.add(cascade.blame().wrongType(null, mismatch, layer.name()));
            return;
        }
        for (int i = 0; i < set.size(); i++) {
            var below = new ArrayList<>(path);
            below.add(set.name(i));
            int position = set.position(i) == 0 ? whole.position() : set.position(i);
            switch (group.entries().get(set.name(i))) {
                case null -> undeclared(cascade, layer, group, below, position, subject);
                case Group inner -> attempt(subject, position, () -> group(cascade, layer, inner, below, subject));
                case Field field -> field(cascade.field(field), layer, subject, position, cascade.blame());
                case SchemaNode.Unreadable _ -> {} // reported with the schema
            }
        }
    }

    private void undeclared(
            Cascade cascade, Layer layer, Group group, List<Symbol> path, int position, String subject) {
        Schema schema = cascade.schema();
        if (!schema.isOpen()) {
            findings.add(cascade.blame().unknown(path, position, layer.name(), Schema.names(group)));
        } else if (path.size() == 1) {
            for (Field field : cascade.allFields()) {
                if (field.path().equals(path)) {
                    field(cascade.field(field), layer, subject, position, cascade.blame());
                }
            }
        }
    }

    private void field(FieldCascade field, Layer layer, String subject, int position, Blame blame) {
        attempt(subject, position, () -> {
            Contribution written = layer.find(field.field().path(), blame);
            if (written != null) {
                held(field, written, subject);
            }
        });
    }

    private void held(FieldCascade field, Contribution written, String subject) {
        OptionType type = field.field().type();
        var check = new ValueCheck(field, written.layer(), failure -> report(failure, subject, written.position()));
        if (type != null && type.isSubmodule() && field.field().strategy() == Strategy.RECURSIVE) {
            // What one layer says need not be whole: its parts are held to theirs, and the whole when it is merged.
            if (!type.accepts(written.value())) {
                var mismatch = new Mismatch("", type.demand(), written.value(), written.position());
                findings.add(field.breach(mismatch, written.layer()).finding());
            } else if (written.value() instanceof AttrsValue set) {
                check.options(SubSchema.of(type, field.schemas()), set, written.position(), "");
            }
            return;
        }
        Value value = type == null ? written.value() : field.part(type, written, "");
        check.whole(value);
        if (field.field().strategy() == Strategy.REPLACE) {
            field.refine(value.force(), written);
        }
    }

    /** Reads what readers would get of every field, but for those that nobody defines. */
    void effective(Cascade cascade, String subject) {
        attempt(subject, cascade.schema().position(), () -> {
            for (Field field : cascade.allFields()) {
                FieldCascade fields = cascade.field(field);
                attempt(subject, field.position(), () -> {
                    Contribution fallback = fields.fallback();
                    if (fallback != null) {
                        held(fields, fallback, subject);
                    }
                });
                attempt(subject, field.position(), () -> {
                    Value value = fields.value();
                    if (value != null) {
                        int position = fields.contributions().isEmpty()
                                ? field.position()
                                : fields.contributions().getFirst().position();
                        deep(value, subject, position);
                    }
                });
            }
        });
    }

    /** Reports the fields that nobody defines. */
    void missing(Cascade cascade, Blame blame) {
        for (Field field : cascade.schema().fields()) {
            try {
                if (cascade.field(field).value() == null) {
                    findings.add(blame.missing(field));
                }
            } catch (EvalException | SyntaxException failure) {
                // Something defines it, and fails: that is reported for the layer.
            }
        }
    }

    private void deep(Value value, String subject, int position) {
        new Depths(failure -> report(failure, subject, position), _ -> {}).force(value);
    }

    private void attempt(String subject, int position, Runnable work) {
        try {
            work.run();
        } catch (UndefinedException conditionsAreFalse) {
            // Nothing is said here.
        } catch (EvalException | SyntaxException failure) {
            report(failure, subject, position);
        }
    }

    private void report(RuntimeException failure, String subject, int position) {
        findings.add(errors.finding(failure, subject, places.at(position)));
    }
}

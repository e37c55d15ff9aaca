package dev.fairlead.fleet.kind;

import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.References;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.setting.Blame;
import dev.fairlead.fleet.setting.Contribution;
import dev.fairlead.fleet.setting.Field;
import dev.fairlead.fleet.setting.Mismatch;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Excerpt;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the data of one scope: whoever declared the scope is to blame, or the default of its kind. */
record KindBlame(
        String kind, boolean strict, String scope, @Nullable Place declared, References references, Places places)
        implements Blame {

    @Override
    public Finding wrongType(@Nullable Field field, Mismatch mismatch, String layer) {
        String name = field == null ? mismatch.part() : field.text() + mismatch.part();
        Place place = places.at(mismatch.position());
        References.Unknown unknown = references.unknown(mismatch.demand(), mismatch.found());
        if (unknown != null) {
            return about(
                            Finding.of(
                                    FindingId.UNKNOWN_REFERENCE,
                                    given(layer, name) + "\"" + unknown.name() + "\", but there is no " + unknown.kind()
                                            + " of that name."),
                            layer,
                            place,
                            field)
                    .fix(unknown.fix())
                    .build();
        }
        return about(
                        Finding.of(
                                FindingId.SETTING_TYPE,
                                given(layer, name) + excerpt(mismatch.found()) + ", but " + mismatch.demand() + "."),
                        layer,
                        place,
                        field)
                .build();
    }

    @Override
    public Finding refused(Field field, String message, Contribution by) {
        return about(
                        Finding.of(
                                FindingId.REFINEMENT,
                                given(by.layer(), field.text()) + excerpt(by.value()) + ", which den.kinds." + kind
                                        + " refuses: " + sentence(message)),
                        by.layer(),
                        places.at(by.position()),
                        field)
                .build();
    }

    @Override
    public Finding missing(Field field) {
        return Finding.of(
                        FindingId.MISSING_SETTING,
                        scope + " has no " + field.text() + ", which every " + kind + " must have.")
                .subject(scope)
                .at(declared)
                .related(related(places.at(field.position()), declared))
                .fix("write " + field.text() + " = ...; on " + scope + ", or give den.kinds." + kind + ".options."
                        + field.text() + " a default")
                .build();
    }

    @Override
    public Finding unknown(List<Symbol> path, int position, String layer, Collection<String> known) {
        String nearest = Suggestions.nearest(Blame.last(path), known);
        Place place = places.at(position);
        return Finding.of(
                        FindingId.UNKNOWN_ATTRIBUTE,
                        scope + " has " + Blame.text(path) + ", which den.kinds." + kind + ".options does not declare.")
                .severity(strict ? Severity.ERROR : Severity.WARNING)
                .subject(scope)
                .at(place == null ? declared : place)
                .fix(nearest == null ? null : "did you mean \"" + nearest + "\"?")
                .build();
    }

    private Finding.Builder about(Finding.Builder finding, String layer, @Nullable Place place, @Nullable Field field) {
        Place option = field == null ? null : places.at(field.position());
        Place own = layer.equals(Contribution.DEFAULT) && option != null ? option : declared;
        Place at = place == null ? own : place;
        return finding.subject(layer.equals(Contribution.DEFAULT) ? null : scope)
                .at(at)
                .related(related(option, at));
    }

    private static List<Related> related(@Nullable Place option, @Nullable Place place) {
        return option == null || option.equals(place) ? List.of() : List.of(new Related("declared here", option));
    }

    private String given(String layer, String name) {
        return layer.equals(Contribution.DEFAULT)
                ? "den.kinds." + kind + ".options." + name + " has the default "
                : scope + " has " + name + " = ";
    }

    private static String excerpt(Value value) {
        return switch (value.type()) {
            case ATTRS, LIST, FUNCTION, THUNK -> value.type().description();
            case INT, FLOAT, BOOL, STRING, PATH, NULL -> Bytes.decode(Excerpt.of(value));
        };
    }

    static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}

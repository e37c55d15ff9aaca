package dev.fairlead.fleet.contract;

import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.References;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.setting.Blame;
import dev.fairlead.fleet.setting.Contribution;
import dev.fairlead.fleet.setting.Correction;
import dev.fairlead.fleet.setting.Field;
import dev.fairlead.fleet.setting.Mismatch;
import dev.fairlead.nix.value.Symbol;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request or a result: blames the side that wrote it, and shows what the contract says. */
final class ContractBlame implements Blame {
    private final Party party;
    private final References references;
    private final Places places;
    private final @Nullable Place contract;

    /** @param contract where the contract is written */
    ContractBlame(Party party, References references, Places places, @Nullable Place contract) {
        this.party = party;
        this.references = references;
        this.places = places;
        this.contract = contract;
    }

    @Override
    public Finding wrongType(@Nullable Field field, Mismatch mismatch, String layer) {
        String name = (field == null ? "" : field.text()) + mismatch.part();
        Place declared = field == null ? contract : places.at(field.position());
        if (layer.equals(Contribution.DEFAULT)) {
            return Finding.of(
                            party.side().id(),
                            party.schema() + " gives " + name + " the default " + Blame.excerpt(mismatch.found())
                                    + ", but " + mismatch.demand() + ".")
                    .at(declared)
                    .build();
        }
        String what = name.isEmpty() ? "" : " " + name + " =";
        return finding(
                party.says() + what + " " + Blame.excerpt(mismatch.found()) + ", but by " + party.schema() + " "
                        + mismatch.demand() + ".",
                places.at(mismatch.position()),
                declared,
                fix(field, mismatch, name));
    }

    private @Nullable String fix(@Nullable Field field, Mismatch mismatch, String name) {
        String meant = references.correction(mismatch.demand(), mismatch.found());
        return meant != null || field == null ? meant : Correction.of(field, mismatch, name);
    }

    @Override
    public Finding refused(Field field, String message, Contribution by) {
        return finding(
                party.says() + " " + field.text() + " = " + Blame.excerpt(by.value()) + ", which " + party.schema()
                        + " refuses: " + (message.endsWith(".") ? message : message + "."),
                places.at(by.position()),
                places.at(field.position()),
                null);
    }

    @Override
    public Finding missing(Field field) {
        return finding(
                party.says() + " no " + field.text() + ", and " + party.schema() + " has no default for it.",
                null,
                places.at(field.position()),
                "write " + field.text() + " = ...;"
                        + (field.type() == null ? "" : " (" + field.type().description() + ")"));
    }

    @Override
    public Finding unknown(List<Symbol> path, int position, String layer, Collection<String> known) {
        String nearest = Suggestions.nearest(Blame.last(path), known);
        return finding(
                party.says() + " " + Blame.text(path) + ", but " + party.schema() + " has "
                        + (known.isEmpty() ? "no fields." : "only " + String.join(", ", new TreeSet<>(known)) + "."),
                places.at(position),
                contract,
                nearest == null ? "leave it out, or declare it there" : "did you mean \"" + nearest + "\"?");
    }

    private Finding finding(String message, @Nullable Place at, @Nullable Place declared, @Nullable String fix) {
        return Finding.of(party.side().id(), message)
                .at(at == null ? party.location() : at)
                .related(declared == null ? List.of() : List.of(new Related("what the contract says", declared)))
                .fix(fix)
                .build();
    }
}

package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fleet declares under names of its own besides scopes and aspects, as written; those who know what it means read
 * it. Each list is in the order of names.
 *
 * @param entities of further kinds: {@code den.entities}, one for each kind
 * @param channels typed channels; others exist as soon as somebody emits into them
 */
public record Registries(
        List<Declared> kinds,
        List<Declared> entities,
        List<Declared> contracts,
        List<Declared> channels,
        List<Declared> rules,
        List<Declared> classes) {

    /** One name and what it is declared as, a cell. */
    public record Declared(
            String name, Value value, @Nullable Place location) {}

    static Registries of(Fact den) {
        return new Registries(
                read(den, "kinds"),
                read(den, "entities"),
                read(den, "contracts"),
                read(den, "channels"),
                rules(den),
                read(den, "classes"));
    }

    /** Rules may be a list too; then they are named after their place in it. */
    private static List<Declared> rules(Fact den) {
        Fact declared = den.attribute("rules");
        if (declared == null || !(declared.value() instanceof ListValue)) {
            return read(den, "rules");
        }
        var all = new ArrayList<Declared>();
        for (Fact each : declared.items()) {
            all.add(new Declared(String.valueOf(all.size() + 1), each.cell(), each.place()));
        }
        return List.copyOf(all);
    }

    private static List<Declared> read(Fact den, String registry) {
        Fact declared = den.attribute(registry);
        var all = new ArrayList<Declared>();
        for (Fact each : declared == null ? List.<Fact>of() : declared.attributes()) {
            if (each.isDefined()) {
                all.add(new Declared(each.name(), each.cell(), each.place()));
            }
        }
        return List.copyOf(all);
    }
}

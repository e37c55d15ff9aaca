package dev.fairlead.fuzz;

import java.util.Map;
import java.util.TreeMap;

/** The parts of Fairlead that are fuzzed, by name; the inputs kept for one are in the folder of {@code corpus} so named. */
final class Targets {
    static final Map<String, Target> ALL = new TreeMap<>(Map.of(
            "syntax", new SyntaxTarget(),
            "evaluation", new EvaluationTarget(),
            "json", DocumentTarget.of("fromJSON", "toJSON"),
            "toml", DocumentTarget.of("fromTOML", "toXML"),
            "regex", new RegexTarget(),
            "fleet", new FleetTarget(),
            "inventory", new InventoryTarget()));

    private Targets() {}

    static Target named(String name) {
        Target target = ALL.get(name);
        if (target == null) {
            throw new IllegalArgumentException("there is no target " + name + ", only " + ALL.keySet());
        }
        return target;
    }
}

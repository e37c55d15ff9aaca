package dev.fairlead.fleet.setting;

import dev.fairlead.nix.value.Value;

/**
 * A setting that a rule makes: the action {@code set}. It comes before all layers.
 *
 * @param rule the name of the rule
 * @param priority of the rule: of several that set one field the highest decides
 * @param target the id of the service it is for, or of the scope whose services it is for, those of the scopes in it too
 * @param path {@code <aspect path>.<field>}
 * @param value a cell
 * @param position where the rule says it, or 0
 */
public record PolicySetting(String rule, long priority, String target, String path, Value value, int position) {
    /** As provenance calls the layer. */
    String layer() {
        return "rule:" + rule;
    }
}

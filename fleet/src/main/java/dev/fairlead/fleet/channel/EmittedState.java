package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.deploy.Written;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facet {@code state} as an item of a channel: with every list that readers go by, and without what is for Fairlead. */
final class EmittedState {
    /** The channel that every state is emitted into. */
    static final String CHANNEL = "backup-targets";

    private static final Symbol BACKUP = Symbol.of("backup");
    private static final List<Symbol> LISTS =
            List.of(Symbol.of("databases"), Symbol.of("excludes"), Symbol.of("paths"));

    private EmittedState() {}

    /** What a service keeps, or null if it keeps nothing that is to be backed up. */
    static @Nullable Value of(Written state, String path, FacetReader facet) {
        AttrsValue attrs = facet.attrs(state.cell(), path, state.location());
        Value backup = attrs == null ? null : attrs.get(BACKUP);
        if (attrs == null
                || (backup != null
                        && !facet.truth(
                                backup,
                                path + ".backup",
                                facet.place(attrs, attrs.shape().indexOf(BACKUP), state.location())))) {
            return null;
        }
        var value = new AttrsBuilder(attrs.size() + LISTS.size());
        for (int i = 0; i < attrs.size(); i++) {
            if (attrs.name(i) != BACKUP) {
                value.add(attrs.name(i), attrs.value(i), attrs.position(i));
            }
        }
        for (Symbol list : LISTS) {
            if (attrs.get(list) == null) {
                value.add(list, ListValue.EMPTY);
            }
        }
        return value.build();
    }
}

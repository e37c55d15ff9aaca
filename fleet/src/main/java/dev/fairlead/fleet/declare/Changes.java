package dev.fairlead.fleet.declare;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What would be otherwise if a fleet were another: changes of its declarations that nobody writes down. They are made on
 * the merged declarations, so that whatever reads them, functions of the fleet included, sees the changed fleet.
 */
public final class Changes {
    /** The fleet as it is written. */
    public static final Changes NONE = new Changes(cell -> cell, Set.of());

    private final Edit edit;
    private final Set<String> services;

    private Changes(Edit edit, Set<String> services) {
        this.edit = edit;
        this.services = services;
    }

    /** Without a service, wherever it would come from, and without what only it brings. */
    public Changes withoutService(String id) {
        var more = new TreeSet<>(services);
        more.add(id);
        return new Changes(edit, more);
    }

    /**
     * Without the declaration of a scope that may as well not be there.
     *
     * @param scope {@code host:<h>}, {@code user:<u>@<h>}, or the id of one of the fleet's own kinds
     */
    public Changes withoutScope(String scope) {
        return and(ofScope(scope, Edit.remove()));
    }

    /** With a backend for a routed class: the fleet's choice, and that of each scope that makes one. */
    public Changes withBackend(String routed, String backend) {
        Value chosen = new StringValue(Bytes.encode(backend));
        Edit everywhere = Edit.at(names("backends", routed), Edit.replaceBy(chosen));
        Edit whereChosen = Edit.each(Edit.at(
                names("backends"), Edit.ifPresent(Edit.at(names(routed), Edit.ifPresent(Edit.replaceBy(chosen))))));
        Edit ofHosts = Edit.each(whereChosen).then(Edit.each(Edit.each(Edit.at(names("users"), whereChosen))));
        return and(Edit.at(names("fleet"), everywhere))
                .and(Edit.at(names("environments"), whereChosen))
                .and(Edit.at(names("entities"), Edit.each(whereChosen)))
                .and(Edit.at(names("hosts"), ofHosts));
    }

    /**
     * With a setting in a scope, in place of whatever is written there.
     *
     * @param scope the id of a scope: {@code fleet}, {@code env:<e>}, {@code host:<h>}, {@code user:<u>@<h>}, or that of
     *     one of the fleet's own kinds
     * @param path of the aspect and the field: {@code nginx}, {@code port}
     */
    public Changes withSetting(String scope, List<String> path, Value value) {
        var below = new ArrayList<>(List.of("settings"));
        below.addAll(path);
        return and(ofScope(scope, Edit.at(names(below.toArray(String[]::new)), Edit.replaceBy(value))));
    }

    /** An edit of what declares a scope; an environment and the fleet have settings also where nothing declares them. */
    private static Edit ofScope(String id, Edit edit) {
        int colon = id.indexOf(':');
        String kind = id.substring(0, colon + 1);
        String name = id.substring(colon + 1);
        return switch (kind) {
            case "" -> Edit.at(names(ScopeKind.FLEET), edit);
            case ScopeNames.ENVIRONMENT -> Edit.at(names("environments", name), edit);
            case ScopeNames.HOST -> ofHost(name, edit);
            case "user:" -> {
                int at = name.indexOf('@');
                yield ofHost(
                        name.substring(at + 1), Edit.at(names("users", name.substring(0, at)), Edit.ifPresent(edit)));
            }
            default -> Edit.at(names("entities", id.substring(0, colon), name), Edit.ifPresent(edit));
        };
    }

    private static Edit ofHost(String name, Edit edit) {
        return Edit.at(names("hosts"), Edit.each(Edit.at(names(name), Edit.ifPresent(edit))));
    }

    private static List<String> names(String... names) {
        return List.of(names).stream().map(Bytes::encode).toList();
    }

    private Changes and(Edit next) {
        return new Changes(edit.then(next), services);
    }

    /** The ids of the services that there must not be. */
    public Set<String> withoutServices() {
        return services;
    }

    /** The merged declarations, changed. */
    Value of(Value den) {
        Value changed = edit.of(den);
        return changed == null ? den : changed.force();
    }
}

package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.Resolution.Inclusion;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.finding.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An aspect deployed in a scope. Filled while the deployment is computed, then only read. */
public final class DeployedService {
    /** A service that this one includes, and where that is written. */
    public record Brought(DeployedService service, @Nullable Place location) {}

    private final String id;
    private final String aspect;
    private final @Nullable String instance;
    private final ScopeDeclaration scope;
    private final @Nullable Place location;
    private final List<Inclusion> includedBy = new ArrayList<>();
    private final List<Brought> brings = new ArrayList<>();
    private Meta meta = Meta.NONE;
    private List<String> classes = List.of();

    DeployedService(
            String id, String aspect, @Nullable String instance, ScopeDeclaration scope, @Nullable Place location) {
        this.id = id;
        this.aspect = aspect;
        this.instance = instance;
        this.scope = scope;
        this.location = location;
    }

    /** The id of an aspect, or an instance of it, in a scope. */
    static String id(String aspect, @Nullable String instance, ScopeDeclaration scope) {
        String what = instance == null ? aspect : aspect + "[" + instance + "]";
        String where = switch (scope.kind()) {
            case "host" -> scope.name();
            case "user" -> scope.id().substring("user:".length());
            default -> scope.id();
        };
        return "service:" + what + "@" + where;
    }

    public String id() {
        return id;
    }

    /** The path of the aspect. */
    public String aspect() {
        return aspect;
    }

    /** The name of the instance, or null. */
    public @Nullable String instance() {
        return instance;
    }

    public ScopeDeclaration scope() {
        return scope;
    }

    /** Where the aspect is declared. */
    public @Nullable Place location() {
        return location;
    }

    /** Who brought it, in the order they were found. */
    public List<Inclusion> includedBy() {
        return Collections.unmodifiableList(includedBy);
    }

    /** The services it includes, in order. */
    public List<Brought> brings() {
        return Collections.unmodifiableList(brings);
    }

    public Meta meta() {
        return meta;
    }

    /** The classes it has content for, sorted. */
    public List<String> classes() {
        return classes;
    }

    void includedBy(Inclusion inclusion) {
        if (!includedBy.contains(inclusion)) {
            includedBy.add(inclusion);
        }
    }

    void brings(Brought brought) {
        if (brings.stream().noneMatch(b -> b.service().equals(brought.service()))) {
            brings.add(brought);
        }
    }

    void describe(Meta meta, List<String> classes) {
        this.meta = meta;
        this.classes = classes;
    }

    @Override
    public String toString() {
        return id;
    }
}

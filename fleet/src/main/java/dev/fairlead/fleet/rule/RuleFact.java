package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.select.Fact;
import dev.fairlead.nix.value.AttrsValue;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fact that rules fire on. */
public final class RuleFact implements Fact {
    /**
     * Where a fact belongs.
     *
     * @param subject the id of the scope or service that findings about the fact are about
     * @param scope the id of the scope that it lies in: its own, or that of its service
     * @param host the id of the host that it lies on, or null
     * @param environment the name of its environment, or null
     * @param location where it is written
     */
    public record Home(
            String subject,
            String scope,
            @Nullable String host,
            @Nullable String environment,
            @Nullable Place location) {

        /** The id of the host that it lies on, or of its scope if that lies on none: where changes are told apart. */
        String within() {
            return host == null ? scope : host;
        }
    }

    private static final String FLEET = "fleet";

    private final String kind;
    private final String id;
    private final String name;
    private final Home home;
    private final Predicate<String> tags;
    private final AttrsValue fields;
    private final @Nullable Fact parent;
    private final Supplier<List<Fact>> children;

    /**
     * @param fields without {@code kind}, {@code id} and {@code name}, which are added
     * @param tags asked whether it has one, each time
     * @param children asked each time
     */
    RuleFact(
            String kind,
            String id,
            String name,
            Home home,
            Predicate<String> tags,
            AttrsValue fields,
            @Nullable Fact parent,
            Supplier<List<Fact>> children) {
        this.kind = kind;
        this.id = id;
        this.name = name;
        this.home = home;
        this.tags = tags;
        this.fields = fields;
        this.parent = parent;
        this.children = children;
    }

    /** The id of a fact about something that a service, or a scope, has. */
    public static String id(String kind, String owner, String what) {
        return kind + ":" + owner + "/" + what;
    }

    /** A fact about something that the fleet has as a whole. */
    public static RuleFact ofFleet(String kind, String name, FactFields fields, @Nullable Place location) {
        String id = kind + ":" + name;
        return new RuleFact(
                kind,
                id,
                name,
                new Home(FLEET, FLEET, null, null, location),
                tag -> false,
                fields.build(kind, id, name, AttrsValue.EMPTY),
                null,
                List::of);
    }

    /**
     * A fact about something that a service, or a scope, has: one of its requirements, ports and so on.
     *
     * @param owner the fact of the service or scope
     * @param what tells it apart from others of its kind that the owner has
     * @param fields what it says besides {@code kind}, {@code id} and {@code name}
     */
    public static RuleFact of(String kind, RuleFact owner, String what, FactFields fields, @Nullable Place location) {
        String id = id(kind, owner.id(), what);
        Home home = new Home(
                owner.home.subject(), owner.home.scope(), owner.home.host(), owner.home.environment(), location);
        return new RuleFact(
                kind, id, what, home, tag -> false, fields.build(kind, id, what, AttrsValue.EMPTY), owner, List::of);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    /** The name of the host that it lies on, or null. */
    public @Nullable String host() {
        String host = home.host();
        return host == null ? null : host.substring(host.indexOf(':') + 1);
    }

    public Home home() {
        return home;
    }

    @Override
    public boolean hasTag(String tag) {
        return tags.test(tag);
    }

    @Override
    public AttrsValue fields() {
        return fields;
    }

    @Override
    public @Nullable Fact parent() {
        return parent;
    }

    @Override
    public List<Fact> children() {
        return children.get();
    }

    @Override
    public String toString() {
        return id;
    }
}

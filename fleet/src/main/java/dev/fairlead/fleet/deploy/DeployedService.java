package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.Declarations.Choice;
import dev.fairlead.fleet.declare.Declarations.Listed;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.setting.AspectSettings;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final Value definition;
    private final @Nullable Definition includedSettings;
    private final List<Inclusion> includedBy = new ArrayList<>();
    private final List<Brought> brings = new ArrayList<>();
    private Meta meta = Meta.NONE;
    private List<Listed> excludes = List.of();
    private List<String> classes = List.of();
    private Map<String, Written> facets = Map.of();
    private Context context = Context.NOWHERE;
    private List<Choice> choices = List.of();
    private List<String> tags = List.of();
    private @Nullable AspectSettings settings;
    private @Nullable String includer;

    /**
     * @param definition the aspect: a set of facets, or a function of context that gives one
     * @param includedSettings the settings its include gives it
     */
    DeployedService(
            String id,
            String aspect,
            @Nullable String instance,
            ScopeDeclaration scope,
            @Nullable Place location,
            Value definition,
            @Nullable Definition includedSettings) {
        this.id = id;
        this.aspect = aspect;
        this.instance = instance;
        this.scope = scope;
        this.location = location;
        this.definition = definition;
        this.includedSettings = includedSettings;
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

    /** How messages call the aspect: the path it is declared at, or where an inline one is written. */
    public String writtenAs() {
        return includer == null ? "den.aspects." + aspect : "(inline aspect in the includes of " + includer + ")";
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

    /** The aspect: a set of facets, or a function of context that gives one; a cell. */
    public Value definition() {
        return definition;
    }

    /** The settings its include gives it, or null. */
    public @Nullable Definition includedSettings() {
        return includedSettings;
    }

    /** The aspects it keeps out of its scope, as written. */
    List<Listed> excludes() {
        return excludes;
    }

    /** All facets but {@code includes} and {@code excludes}, as written, by name. */
    public Map<String, Written> facets() {
        return facets;
    }

    /** A facet other than {@code includes} and {@code excludes}, as written; null if the aspect does not have it. */
    public @Nullable Written facet(String name) {
        return facets.get(name);
    }

    /** The providers that rules choose for it, before those that scopes choose. */
    public List<Choice> choices() {
        return choices;
    }

    /** What functions in its facets may ask for. */
    public Context context() {
        return context;
    }

    /** The tags that rules give it. */
    List<String> tags() {
        return tags;
    }

    /** Its settings. */
    public AspectSettings settings() {
        return Objects.requireNonNull(settings);
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

    /**
     * The service as others see it.
     *
     * @param where its scope, as others see that
     * @param provides what it provides
     */
    public DeployedService asSeen(ScopeDeclaration where, List<Provide> provides) {
        var seen = new DeployedService(id, aspect, instance, where, location, AttrsValue.EMPTY, null);
        seen.includedBy.addAll(includedBy);
        seen.meta = new Meta(provides, List.of(), List.of(), true);
        return seen;
    }

    /** Forgets the services whose ids are not among these, as includers and as included. */
    void keepOnly(Set<String> others) {
        includedBy.removeIf(inclusion -> inclusion.isByService() && !others.contains(inclusion.by()));
        brings.removeIf(brought -> !others.contains(brought.service().id()));
    }

    void in(Context known) {
        context = known;
    }

    /** Something it includes could not be read: it may provide more than is known. */
    void doubt() {
        meta = meta.unknown();
    }

    /** It is written where somebody includes it. */
    void inlineOf(String by) {
        includer = by;
    }

    void in(AspectSettings own) {
        settings = own;
    }

    void describe(AspectBody body) {
        meta = body.meta();
        excludes = body.excludes();
        classes = body.classes();
        facets = body.facets();
    }

    void amend(Meta added) {
        meta = meta.with(added);
    }

    void tags(List<String> given) {
        tags = given;
    }

    void choices(List<Choice> chosen) {
        choices = chosen;
    }

    @Override
    public String toString() {
        return id;
    }
}

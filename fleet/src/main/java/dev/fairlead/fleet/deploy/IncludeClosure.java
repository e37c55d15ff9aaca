package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Listed;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Names;
import dev.fairlead.fleet.declare.merge.AspectPath;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.deploy.DeployedService.Brought;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.policy.Policy;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows includes to the services they bring, and theirs.
 *
 * <p>A worklist, in the order includes are written: an aspect is one service per scope however many ways it is
 * reached, and every way is kept. Costs a step per include of each deployed service.
 */
final class IncludeClosure {
    private static final String USER = "user";
    private static final Set<String> ATTRIBUTES = Set.of("aspect", "instance", "settings");

    /** How deep inline aspects and instances may lie in each other, and how many one {@link #follow} may make. */
    private static final int MOST_NESTED = 100;

    private static final int MOST_MADE = 10_000;

    private final Declarations declarations;
    private final FacetReaders readers;
    private final AspectNames names;
    private final Function<ScopeDeclaration, List<ScopeDeclaration>> usersOf;
    private final AspectReader reader;
    private final Amendments amendments;
    private final Findings findings;
    private final TreeMap<String, DeployedService> services = new TreeMap<>();
    private final Deque<Include> includes = new ArrayDeque<>();
    private int made;

    /**
     * @param usersOf the users of a host
     * @param policy what rules change about services
     */
    IncludeClosure(
            Declarations declarations,
            FacetReaders readers,
            AspectNames names,
            Function<ScopeDeclaration, List<ScopeDeclaration>> usersOf,
            Policy policy) {
        this.declarations = declarations;
        this.readers = readers;
        this.names = names;
        this.usersOf = usersOf;
        this.reader = new AspectReader(declarations);
        this.amendments = new Amendments(policy);
        this.findings = readers.findings();
    }

    /** What there is so far, by id. */
    Collection<DeployedService> services() {
        return Collections.unmodifiableCollection(services.values());
    }

    @Nullable
    DeployedService service(String id) {
        return services.get(id);
    }

    /** Deploys what includes bring. */
    void follow(List<Include> roots) {
        made = 0;
        includes.addAll(roots);
        while (!includes.isEmpty()) {
            follow(includes.remove());
        }
    }

    /** Aspects that are made anew each time they are included need not come to an end; then no more are followed. */
    private boolean isEndless(Include include) {
        made++;
        if (include.inlineDepth() <= MOST_NESTED && made <= MOST_MADE) {
            return false;
        }
        findings.add(Finding.of(FindingId.EVALUATION, "This include brings new aspects without end.")
                .subject(include.scope().id())
                .at(include.place())
                .fix("give the aspect a name (den.aspects.<name>): one with a name is deployed once")
                .build());
        includes.clear();
        return true;
    }

    private FacetReader facet(Include include) {
        return readers.in(include.scope(), include.subject());
    }

    private void follow(Include include) {
        FacetReader facet = facet(include);
        Value value = facet.force(include.value(), include.place());
        switch (value) {
            case null -> {}
            case StringValue path -> named(Bytes.decode(path.text()), include);
            case FunctionValue function -> {
                if (!perUser(function, include.value(), include)) {
                    String path = AspectPath.of(function);
                    if (path != null) {
                        deploy(path, function, null, null, include);
                    } else {
                        Value result = facet.read(function, "an include of " + include.subject(), include.place());
                        if (result != null) {
                            follow(include.with(result));
                        }
                    }
                }
            }
            case AttrsValue set -> {
                Value aspect = set.get("aspect");
                String path = AspectPath.of(set);
                if (aspect != null && path == null) {
                    instance(set, aspect, include);
                } else if (path == null && set.get("instance") != null) {
                    facet.report(
                            Finding.of(
                                            FindingId.EVALUATION,
                                            "an include of " + include.subject()
                                                    + " is an instance, but does not say of which aspect.")
                                    .fix("add aspect = den.aspects.<name>;"),
                            include.place());
                } else {
                    deploy(path, set, null, null, include);
                }
            }
            default ->
                facet.wrong(
                        value,
                        "an include of " + include.subject(),
                        "an aspect, its path or a function",
                        include.place());
        }
        if (facet.hasFailed() && include.includer() != null) {
            include.includer().doubt();
        }
    }

    /** A function that asks for a user and is included on a host is followed once for each user of the host. */
    private boolean perUser(FunctionValue function, Value included, Include include) {
        boolean asksForUser = Context.requires(function, USER);
        if (!asksForUser || !include.scope().kind().equals("host")) {
            return false;
        }
        List<ScopeDeclaration> users = usersOf.apply(include.scope());
        for (ScopeDeclaration user : users) {
            follow(include.in(user).with(included));
        }
        // What many hosts get is for those that have users; what one host includes itself is meant for it.
        if (users.isEmpty() && include.by().equals(include.scope().id())) {
            String path = AspectPath.of(function);
            facet(include)
                    .inert(
                            path == null ? "an include of " + include.subject() : "den.aspects." + path,
                            USER,
                            include.place());
        }
        return true;
    }

    private void named(String path, Include include) {
        Aspect aspect = find(path, include);
        Value definition = aspect == null ? null : facet(include).force(aspect.definition(), include.place());
        if (definition != null && isAspect(definition)) {
            follow(include.with(definition));
        }
    }

    /** What is declared as neither a set nor a function was reported there; followed as a name it may have no end. */
    static boolean isAspect(@Nullable Value definition) {
        return definition instanceof AttrsValue || definition instanceof FunctionValue;
    }

    private @Nullable Aspect find(String path, Include include) {
        // What a rule gets wrong is one mistake, however many scopes it is made for.
        String who = include.by().startsWith("rule:") ? include.by() : include.subject();
        return names.find(path, who, "includes", include.place());
    }

    /** {@code { aspect; instance; settings; }}. */
    private void instance(AttrsValue set, Value aspectCell, Include include) {
        FacetReader facet = facet(include);
        for (int i = 0; i < set.size(); i++) {
            String attribute = Bytes.decode(set.name(i).name());
            if (!ATTRIBUTES.contains(attribute)) {
                facet.unknown(
                        attribute + " in an include of " + include.subject(),
                        Suggestions.nearest(attribute, ATTRIBUTES),
                        facet.place(set, i, include.place()));
            }
        }
        String instance = instanceName(set, include, facet);
        Value aspect = facet.force(aspectCell, include.place());
        if (aspect instanceof StringValue path) {
            Aspect found = find(Bytes.decode(path.text()), include);
            aspect = found == null ? null : facet.force(found.definition(), include.place());
        }
        if (aspect == null || (aspect instanceof FunctionValue function && perUser(function, set, include))) {
            return;
        }
        String path = AspectPath.of(aspect);
        if (aspect instanceof AttrsValue || aspect instanceof FunctionValue) {
            deploy(path, aspect, instance, settings(set), include);
        } else {
            facet.wrong(
                    aspect, "aspect of an include of " + include.subject(), "an aspect or its path", include.place());
        }
    }

    private static @Nullable Definition settings(AttrsValue set) {
        int index = set.shape().indexOf(Symbol.of("settings"));
        return index < 0 ? null : new Definition(set.value(index), set.position(index));
    }

    /** A service has the settings of one include; others that are written elsewhere would be lost. */
    private void checkSame(DeployedService service, Definition settings, Include include) {
        Definition known = service.includedSettings();
        if (known != null && known.position() == settings.position()) {
            return;
        }
        Inclusion first = service.includedBy().getFirst();
        Place place = facet(include).placeAt(settings.position(), include.place());
        findings.add(Finding.of(
                        FindingId.CONFLICTING_DEFINITIONS,
                        include.by() + " includes " + service.id() + " with settings, but " + first.by()
                                + " includes it " + (known == null ? "without." : "with others."))
                .subject(include.subject())
                .at(place)
                .related(
                        first.location() == null
                                ? List.of()
                                : List.of(new Finding.Related("the other include", first.location())))
                .fix(
                        service.instance() == null
                                ? "make it an instance, or set them on "
                                        + service.scope().id() + ": settings." + service.aspect() + " = { ... };"
                                : "give one of the instances another name")
                .build());
    }

    private @Nullable String instanceName(AttrsValue set, Include include, FacetReader facet) {
        int index = set.shape().indexOf(Symbol.of("instance"));
        if (index < 0) {
            return null;
        }
        Place place = facet.place(set, index, include.place());
        String name = facet.text(set.value(index), "instance of an include of " + include.subject(), place);
        Finding.Builder flaw = name == null
                ? null
                : Names.flaw(
                        name,
                        "an instance that " + include.subject() + " includes",
                        "the instance \"" + name + "\" that " + include.subject() + " includes");
        if (flaw != null) {
            findings.add(flaw.subject(include.subject()).at(place).build());
        }
        return name;
    }

    private void deploy(
            @Nullable String declared,
            Value definition,
            @Nullable String instance,
            @Nullable Definition settings,
            Include followed) {
        String path = declared == null ? followed.inlineName() : declared;
        Include include = declared == null || instance != null ? followed.made() : followed.named();
        String id = DeployedService.id(path, instance, include.scope());
        if (declarations.excluded().contains(id)) {
            return;
        }
        DeployedService service = services.get(id);
        if (service == null) {
            service = create(id, path, instance, definition, settings, include);
            if (service == null) {
                return;
            }
        } else if (settings != null) {
            checkSame(service, settings, include);
        }
        service.includedBy(new Inclusion(include.by(), include.place()));
        if (include.includer() != null) {
            include.includer().brings(new Brought(service, include.place()));
        }
    }

    private @Nullable DeployedService create(
            String id,
            String path,
            @Nullable String instance,
            Value definition,
            @Nullable Definition settings,
            Include include) {
        if (include.inlineDepth() > 0 && isEndless(include)) {
            return null;
        }
        Aspect declared = declarations.aspects().find(path);
        Place place = declared == null || declared.location() == null ? include.place() : declared.location();
        var service = new DeployedService(id, path, instance, include.scope(), place, definition, settings);
        if (declared == null && path.equals(include.inlineName())) {
            service.inlineOf(include.by());
        }
        Context context = readers.contexts().of(service, readers.arguments());
        if (definition instanceof FunctionValue function) {
            String lacking = context.lacking(function);
            if (lacking != null) {
                readers.in(include.scope(), include.scope().id()).inert(service.writtenAs(), lacking, include.place());
                return null;
            }
        }
        service.in(context);
        services.put(id, service);
        AspectBody body = reader.read(service.writtenAs(), definition, place, readers.in(context, id));
        service.describe(body);
        amendments.apply(service, readers.in(context, id));
        List<Listed> brought = body.includes();
        for (int i = 0; i < brought.size(); i++) {
            Listed each = brought.get(i);
            includes.add(new Include(
                    each.value(),
                    each.location(),
                    id,
                    id,
                    service,
                    path + "." + (i + 1),
                    include.inlineDepth(),
                    include.scope()));
        }
        return service;
    }
}

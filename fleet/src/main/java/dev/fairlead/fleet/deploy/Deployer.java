package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.Resolution.Inclusion;
import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Listed;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.merge.AspectPath;
import dev.fairlead.fleet.deploy.DeployedService.Brought;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.setting.Settings;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows includes from every host to the services they bring.
 *
 * <p>A worklist, in the order includes are written: an aspect is one service per scope however many ways it is
 * reached, and every way is kept. Costs a step per include of each deployed service.
 */
public final class Deployer {
    private static final String USER = "user";

    /** How deep inline aspects and instances may lie in each other, and how many a host may get. */
    private static final int MOST_NESTED = 100;

    private static final int MOST_MADE = 10_000;

    /**
     * An include still to be followed.
     *
     * @param by the id of the scope or service that includes
     * @param includer the service that includes, if it is one
     * @param inlineName what the aspect is called if it is an inline one
     * @param inlineDepth how many inline aspects and instances lie around it, one in the other
     */
    private record Step(
            Value value,
            @Nullable Place place,
            String by,
            @Nullable DeployedService includer,
            String inlineName,
            int inlineDepth,
            ScopeDeclaration scope) {
        Step with(Value other) {
            return new Step(other, place, by, includer, inlineName, inlineDepth, scope);
        }

        /** The same, for an aspect that this include makes and may make again. */
        Step made() {
            return new Step(value, place, by, includer, inlineName, inlineDepth + 1, scope);
        }

        /** The same, for an aspect that there is once. */
        Step named() {
            return new Step(value, place, by, includer, inlineName, 0, scope);
        }

        Step in(ScopeDeclaration other) {
            return new Step(value, place, by, includer, inlineName, inlineDepth, other);
        }
    }

    private final Declarations declarations;
    private final Contexts contexts;
    private final Places places;
    private final EvaluationFindings errors;
    private final AspectReader reader;
    private final Doubt doubt;
    private final Arguments arguments;
    private final Map<String, List<ScopeDeclaration>> users;
    private final Map<String, ScopeDeclaration> environments;
    private final TreeMap<String, DeployedService> services = new TreeMap<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Findings findings = new Findings();
    private int made;

    /**
     * @param settings what functions of services read as theirs
     * @param doubt what could not be read: an aspect that is not known may be declared there
     * @param arguments what later strata will give to functions of services
     */
    public Deployer(
            Declarations declarations,
            Settings settings,
            Places places,
            EvaluationFindings errors,
            Doubt doubt,
            Arguments arguments) {
        this.declarations = declarations;
        this.contexts = new Contexts(declarations, settings);
        this.places = places;
        this.errors = errors;
        this.reader = new AspectReader(declarations);
        this.doubt = doubt;
        this.arguments = arguments;
        this.users = declarations.users().stream().collect(Collectors.groupingBy(user -> parentOf(user)));
        this.environments = declarations.environments().stream()
                .collect(Collectors.toMap(ScopeDeclaration::id, Function.identity()));
    }

    private static String parentOf(ScopeDeclaration scope) {
        return scope.parent() == null ? "" : scope.parent();
    }

    /** The services of all hosts and users. Must run where its evaluator does. */
    public Deployment deploy() {
        for (ScopeDeclaration host : declarations.hosts()) {
            includesOf(host);
            run();
            for (ScopeDeclaration user : users.getOrDefault(host.id(), List.of())) {
                add(user.includes(), user, user);
                run();
            }
        }
        return new Deployment(List.copyOf(services.values()), findings.sorted());
    }

    /** What a host gets: the defaults, the fleet's, its environment's with its imports', its own, and its namesake. */
    private void includesOf(ScopeDeclaration host) {
        ScopeDeclaration fleet = declarations.fleet();
        add(declarations.defaultIncludes(), fleet, host);
        add(fleet.includes(), fleet, host);
        ScopeDeclaration environment = environments.get(parentOf(host));
        if (environment != null) {
            withImports(environment, new HashSet<>(), scope -> add(scope.includes(), scope, host));
        }
        add(host.includes(), host, host);
        Aspect namesake = declarations.dialect().hostsHaveNamesakes()
                ? declarations.aspects().find(host.name())
                : null;
        if (namesake != null) {
            run();
            steps.add(new Step(namesake.definition(), namesake.location(), host.id(), null, host.name(), 0, host));
            DeployedService included = services.get(DeployedService.id(host.name(), null, host));
            if (included != null) {
                findings.add(includedTwice(host, namesake, included.includedBy().getFirst()));
            }
        }
    }

    private static Finding includedTwice(ScopeDeclaration host, Aspect namesake, Inclusion other) {
        return Finding.of(
                        FindingId.HOST_ASPECT,
                        host.id() + " gets den.aspects." + host.name() + " by its name, and " + other.by()
                                + " includes it too.")
                .subject(host.id())
                .at(other.location())
                .related(
                        namesake.location() == null
                                ? List.of()
                                : List.of(new Finding.Related("the aspect", namesake.location())))
                .fix("leave the include out, or give the aspect another name")
                .build();
    }

    private void withImports(ScopeDeclaration scope, Set<String> seen, Consumer<ScopeDeclaration> each) {
        if (!seen.add(scope.id())) {
            return;
        }
        each.accept(scope);
        for (Reference imported : scope.imports()) {
            ScopeDeclaration environment = environments.get(imported.name());
            if (environment != null) {
                withImports(environment, seen, each);
            }
        }
    }

    private void add(List<Listed> includes, ScopeDeclaration from, ScopeDeclaration scope) {
        for (int i = 0; i < includes.size(); i++) {
            Listed listed = includes.get(i);
            steps.add(new Step(
                    listed.value(), listed.location(), from.id(), null, from.name() + "." + (i + 1), 0, scope));
        }
    }

    /** Aspects that are made anew each time they are included need not come to an end; then no more are followed. */
    private boolean isEndless(Step step) {
        made++;
        if (step.inlineDepth() <= MOST_NESTED && made <= MOST_MADE) {
            return false;
        }
        findings.add(Finding.of(FindingId.EVALUATION, "This include brings new aspects without end.")
                .subject(step.scope().id())
                .at(step.place())
                .fix("give the aspect a name (den.aspects.<name>): one with a name is deployed once")
                .build());
        steps.clear();
        return true;
    }

    private void run() {
        made = 0;
        while (!steps.isEmpty()) {
            follow(steps.remove());
        }
    }

    private FacetReader facet(ScopeDeclaration scope, String subject) {
        return new FacetReader(contexts.of(scope), arguments, subject, places, errors, findings);
    }

    private void follow(Step step) {
        FacetReader facet = facet(step.scope(), step.by());
        Value value = facet.force(step.value(), step.place());
        switch (value) {
            case null -> {}
            case StringValue path -> named(Bytes.decode(path.text()), step);
            case FunctionValue function -> {
                if (!perUser(function, step.value(), step)) {
                    String path = AspectPath.of(function);
                    if (path != null) {
                        deploy(path, function, null, null, step);
                    } else {
                        Value result = facet.read(function, "an include of " + step.by(), step.place());
                        if (result != null) {
                            follow(step.with(result));
                        }
                    }
                }
            }
            case AttrsValue set -> {
                Value aspect = set.get("aspect");
                String path = AspectPath.of(set);
                if (aspect != null && path == null) {
                    instance(set, aspect, step);
                } else {
                    deploy(path, set, null, null, step);
                }
            }
            default ->
                facet.wrong(value, "an include of " + step.by(), "an aspect, its path or a function", step.place());
        }
    }

    /** A function that asks for a user and is included on a host is followed once for each user of the host. */
    private boolean perUser(FunctionValue function, Value include, Step step) {
        boolean asksForUser = Context.requires(function, USER);
        if (!asksForUser || !step.scope().kind().equals("host")) {
            return false;
        }
        for (ScopeDeclaration user : users.getOrDefault(step.scope().id(), List.of())) {
            follow(step.in(user).with(include));
        }
        return true;
    }

    private void named(String path, Step step) {
        Aspect aspect = find(path, step);
        // What is declared as neither a set nor a function was reported there; followed as a name it may have no end.
        if (aspect != null
                && !(facet(step.scope(), step.by()).force(aspect.definition(), step.place()) instanceof StringValue)) {
            follow(step.with(aspect.definition()));
        }
    }

    private @Nullable Aspect find(String path, Step step) {
        Aspect aspect = declarations.aspects().find(path);
        if (aspect == null && !doubt.everywhere()) {
            String nearest = Suggestions.nearest(
                    path,
                    declarations.aspects().all().stream().map(Aspect::path).toList());
            findings.add(Finding.of(
                            FindingId.UNKNOWN_ASPECT,
                            step.by() + " includes \"" + path + "\", but den.aspects declares no such aspect.")
                    .subject(step.by())
                    .at(step.place())
                    .fix(nearest == null ? "declare den.aspects." + path : "did you mean \"" + nearest + "\"?")
                    .build());
        }
        return aspect;
    }

    /** {@code { aspect; instance; settings; }}. */
    private void instance(AttrsValue set, Value aspectCell, Step step) {
        FacetReader facet = facet(step.scope(), step.by());
        Value named = set.get("instance");
        String instance =
                named == null ? null : facet.text(named, "instance of an include of " + step.by(), step.place());
        Value aspect = facet.force(aspectCell, step.place());
        if (aspect instanceof StringValue path) {
            Aspect found = find(Bytes.decode(path.text()), step);
            aspect = found == null ? null : facet.force(found.definition(), step.place());
        }
        if (aspect == null || (aspect instanceof FunctionValue function && perUser(function, set, step))) {
            return;
        }
        String path = AspectPath.of(aspect);
        if (aspect instanceof AttrsValue || aspect instanceof FunctionValue) {
            deploy(path, aspect, instance, set.get("settings"), step);
        } else {
            facet.wrong(aspect, "aspect of an include of " + step.by(), "an aspect or its path", step.place());
        }
    }

    private void deploy(
            @Nullable String declared,
            Value definition,
            @Nullable String instance,
            @Nullable Value settings,
            Step include) {
        String path = declared == null ? include.inlineName() : declared;
        Step step = declared == null || instance != null ? include.made() : include.named();
        String id = DeployedService.id(path, instance, step.scope());
        DeployedService service = services.get(id);
        if (service == null) {
            service = create(id, path, instance, definition, settings, step);
            if (service == null) {
                return;
            }
        }
        service.includedBy(new Inclusion(step.by(), step.place()));
        if (step.includer() != null) {
            step.includer().brings(new Brought(service, step.place()));
        }
    }

    private @Nullable DeployedService create(
            String id, String path, @Nullable String instance, Value definition, @Nullable Value settings, Step step) {
        if (step.inlineDepth() > 0 && isEndless(step)) {
            return null;
        }
        Aspect declared = declarations.aspects().find(path);
        Place place = declared == null || declared.location() == null ? step.place() : declared.location();
        var service = new DeployedService(id, path, instance, step.scope(), place, definition, settings);
        Context context = contexts.of(service, arguments);
        if (definition instanceof FunctionValue function) {
            String lacking = context.lacking(function);
            if (lacking != null) {
                facet(step.scope(), step.scope().id()).inert("den.aspects." + path, lacking, step.place());
                return null;
            }
        }
        service.in(context);
        services.put(id, service);
        var facet = new FacetReader(context, arguments, id, places, errors, findings);
        AspectBody body = reader.read(path, definition, place, facet);
        service.describe(body);
        List<Listed> includes = body.includes();
        for (int i = 0; i < includes.size(); i++) {
            Listed listed = includes.get(i);
            steps.add(new Step(
                    listed.value(),
                    listed.location(),
                    id,
                    service,
                    path + "." + (i + 1),
                    step.inlineDepth(),
                    step.scope()));
        }
        return service;
    }
}

package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.Declarations.Listed;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.FleetModules.FleetModule;
import dev.fairlead.fleet.declare.HostsReader.Host;
import dev.fairlead.nix.value.AttrsValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a fleet declares. Whatever is wrong is a finding; only what depends on it is missing from the result.
 */
public final class DeclarationReader {
    private static final Set<String> DEN = Set.of(
            "fleet",
            "environments",
            "hosts",
            "default",
            "aspects",
            "classes",
            "kinds",
            "entities",
            "contracts",
            "channels",
            "rules");
    private static final Set<String> DEFAULT = Set.of("includes");
    private static final Set<String> CONFIG = Set.of("den");
    private static final Set<String> TOP = Set.of("den", "config", "imports");

    private final FleetInput input;
    private final Survey survey;
    private final Reading reading;
    private final Fixpoint fixpoint;
    private final Fact den;

    private DeclarationReader(FleetInput input, Survey survey) {
        var places = Places.of(input);
        this.input = input;
        this.survey = survey;
        this.reading = new Reading(places, new EvaluationFindings(places), new Findings());
        this.fixpoint = new Fixpoint(input, reading, survey);
        this.den = fixpoint.fact();
    }

    /** What a fleet declares. */
    public static Declarations read(FleetInput input) {
        return read(input, new Survey());
    }

    /** What a fleet declares, noting what of it the rest of it depends on. */
    public static Declarations read(FleetInput input, Survey survey) {
        return input.evaluator().run(() -> new DeclarationReader(input, survey).read());
    }

    private Declarations read() {
        AttrsValue attrs = den.attrs();
        HostFiles.note(input, fixpoint.modules(), survey);
        checkNames();
        ScopeKinds kinds =
                ScopeKinds.read(den.attribute("kinds"), fixpoint.references().extend(input.lib()));
        ScopeKind hostKind = kinds.kind(ScopeKind.HOST);
        Fact declaredHosts = den.attribute("hosts");
        List<Host> hosts = declaredHosts == null ? List.of() : HostsReader.read(declaredHosts, hostKind);
        List<Fact> environments = environments();
        var furtherScopes = new EntitiesReader(den.attribute("entities"), kinds);
        Set<String> others = new TreeSet<>(furtherScopes.ids());
        others.addAll(input.elsewhere().users());
        hosts.forEach(host -> usersOf(host).forEach(user -> others.add(userId(user, host))));
        var hostNames = new TreeSet<>(input.elsewhere().hosts());
        hosts.forEach(host -> hostNames.add(host.name()));
        ScopeNames names = new ScopeNames(
                new TreeSet<>(environments.stream().map(Fact::name).toList()), hostNames, others);

        ScopeDeclaration fleet = fleet(names, kinds.kind(ScopeKind.FLEET));
        List<ScopeDeclaration> readHosts =
                hosts.stream().map(host -> host(host, hostKind, names)).toList();
        List<ScopeDeclaration> entities = furtherScopes.read(names);
        var inEnvironments = new ArrayList<>(readHosts);
        inEnvironments.addAll(entities);
        List<ScopeDeclaration> readEnvironments =
                environments(environments, kinds.kind(ScopeKind.ENVIRONMENT), names, inEnvironments);
        List<ScopeDeclaration> users = users(hosts, kinds.kind(ScopeKind.USER), names);
        Facets facets = fixpoint.facets();
        AspectTree aspects = AspectTreeReader.read(den.attribute("aspects"), facets, reading);
        var scopes = new Scopes(
                fleet,
                readEnvironments,
                tagged(readHosts, readEnvironments),
                users,
                tagged(entities, readEnvironments),
                defaultIncludes());
        var globals = new Globals(attrs == null ? AttrsValue.EMPTY : survey.watched(attrs), fixpoint.queries());
        Declarations declarations = new Declarations(
                scopes,
                aspects,
                facets,
                Registries.of(den),
                globals,
                fixpoint.references(),
                reading.findings().sorted(),
                input.dialect(),
                input.changes().withoutServices());
        return input.elsewhere().equals(Elsewhere.NOTHING) ? declarations : declarations.with(this::here);
    }

    /** A scope without what it imports from elsewhere, which is noted. */
    private ScopeDeclaration here(ScopeDeclaration scope) {
        var here = new ArrayList<Reference>();
        for (Reference imported : scope.imports()) {
            String host = input.elsewhere().host(imported.name());
            if (host == null) {
                here.add(imported);
            } else {
                survey.wants(host);
            }
        }
        return here.size() == scope.imports().size() ? scope : scope.importing(here);
    }

    private void checkNames() {
        for (FleetModule module : fixpoint.modules()) {
            for (Fact attribute : Fact.of(reading, module.attrs(), Places.wholeFile(module.file()))) {
                checkName(attribute, TOP);
                if (attribute.name().equals("config")) {
                    attribute.attributes().forEach(each -> checkName(each, CONFIG));
                }
            }
        }
        den.attributes().forEach(attribute -> checkName(attribute, DEN));
    }

    private static void checkName(Fact attribute, Set<String> known) {
        if (!known.contains(attribute.name())) {
            Names.unknown(attribute, known);
        }
    }

    private List<Fact> environments() {
        Fact environments = den.attribute("environments");
        if (environments == null) {
            return List.of();
        }
        var defined = new ArrayList<Fact>();
        for (Fact environment : environments.attributes()) {
            if (environment.isDefined()) {
                Names.check(environment, "the environment");
                defined.add(environment);
            }
        }
        return defined;
    }

    private ScopeDeclaration fleet(ScopeNames names, ScopeKind kind) {
        Fact declared = den.attribute("fleet");
        Fact written = declared == null ? null : declared.attribute("name");
        String chosen = written == null ? null : written.text();
        String name = chosen == null ? input.name() : chosen;
        return declared == null
                ? empty("fleet", kind, name, null)
                : ScopeReader.read(declared, kind, names, "fleet", name, null, null);
    }

    private ScopeDeclaration host(Host host, ScopeKind kind, ScopeNames names) {
        String id = ScopeNames.HOST + host.name();
        Fact written = host.fact().attribute("environment");
        String environment = written == null ? null : written.text();
        String parent = written == null || environment == null
                ? ScopeNames.ENVIRONMENT + ScopeNames.DEFAULT_ENVIRONMENT
                : names.environment(written, environment, id);
        return ScopeReader.read(host.fact(), kind, names, id, host.name(), parent, host.system());
    }

    private static List<ScopeDeclaration> environments(
            List<Fact> declared, ScopeKind kind, ScopeNames names, List<ScopeDeclaration> within) {
        var environments = new ArrayList<ScopeDeclaration>();
        Set<String> missing = new HashSet<>();
        within.forEach(scope -> missing.add(String.valueOf(scope.parent())));
        for (Fact environment : declared) {
            String id = ScopeNames.ENVIRONMENT + environment.name();
            missing.remove(id);
            environments.add(ScopeReader.read(environment, kind, names, id, environment.name(), "fleet", null));
        }
        if (missing.contains(ScopeNames.ENVIRONMENT + ScopeNames.DEFAULT_ENVIRONMENT)) {
            String id = ScopeNames.ENVIRONMENT + ScopeNames.DEFAULT_ENVIRONMENT;
            environments.add(empty(id, kind, ScopeNames.DEFAULT_ENVIRONMENT, "fleet"));
        }
        environments.sort(Comparator.comparing(ScopeDeclaration::name));
        return environments;
    }

    /** The scopes, with the tags of the environment that each belongs to. */
    private static List<ScopeDeclaration> tagged(List<ScopeDeclaration> scopes, List<ScopeDeclaration> environments) {
        Map<String, ScopeDeclaration> byId =
                environments.stream().collect(Collectors.toMap(ScopeDeclaration::id, Function.identity()));
        return scopes.stream()
                .map(scope -> {
                    ScopeDeclaration environment = scope.parent() == null ? null : byId.get(scope.parent());
                    return environment == null ? scope : scope.withTagsOf(environment);
                })
                .toList();
    }

    private static List<Fact> usersOf(Host host) {
        Fact declared = host.fact().attribute("users");
        return declared == null
                ? List.of()
                : declared.attributes().stream().filter(Fact::isDefined).toList();
    }

    private static String userId(Fact user, Host host) {
        return "user:" + user.name() + "@" + host.name();
    }

    private static List<ScopeDeclaration> users(List<Host> hosts, ScopeKind kind, ScopeNames names) {
        var users = new ArrayList<ScopeDeclaration>();
        for (Host host : hosts) {
            for (Fact user : usersOf(host)) {
                Names.check(user, "the user");
                String parent = ScopeNames.HOST + host.name();
                users.add(ScopeReader.read(user, kind, names, userId(user, host), user.name(), parent, null));
            }
        }
        return users;
    }

    private List<Listed> defaultIncludes() {
        Fact defaults = den.attribute("default");
        var includes = new ArrayList<Listed>();
        for (Fact attribute : defaults == null ? List.<Fact>of() : defaults.attributes()) {
            checkName(attribute, DEFAULT);
            if (attribute.name().equals("includes")) {
                includes.addAll(ScopeReader.includes(attribute));
            }
        }
        return includes;
    }

    /** A scope nobody wrote down. */
    private static ScopeDeclaration empty(String id, ScopeKind kind, String name, @Nullable String parent) {
        return new ScopeDeclaration(
                id,
                kind.name(),
                name,
                parent,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                AttrsValue.EMPTY,
                null);
    }
}

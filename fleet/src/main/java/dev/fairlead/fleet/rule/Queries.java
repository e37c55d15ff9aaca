package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.FleetQueries;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.rule.Topic.Kind;
import dev.fairlead.fleet.select.Selector;
import dev.fairlead.fleet.select.SelectorReader;
import dev.fairlead.nix.builtin.Builtin;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Unsettled;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a rule asks of {@code fleet}. Answers are sorted ids. Queries about services look on the host of the fact
 * at hand, in its environment if it lies on none, unless they are told where: {@code { port = 80; host = null; }} looks
 * everywhere.
 */
final class Queries implements FleetQueries.Respondent {
    /** Queries about one thing, which there is nothing to count of. */
    private static final Set<String> ABOUT_ONE = Set.of("brief", "fact");

    private final World world;
    private final RuleFact fact;
    private final Observer observer;
    private final Places places;
    private final EvaluationFindings errors;
    private final @Nullable Place asker;
    private final boolean counting;

    /** @param asker where the rule is written that asks */
    Queries(
            World world,
            RuleFact fact,
            Observer observer,
            Places places,
            EvaluationFindings errors,
            @Nullable Place asker) {
        this(world, fact, observer, places, errors, asker, false);
    }

    private Queries(
            World world,
            RuleFact fact,
            Observer observer,
            Places places,
            EvaluationFindings errors,
            @Nullable Place asker,
            boolean counting) {
        this.world = world;
        this.fact = fact;
        this.observer = observer;
        this.places = places;
        this.errors = errors;
        this.asker = asker;
        this.counting = counting;
    }

    @Override
    public Value answer(String query) {
        return switch (query) {
            case "brief" -> Builtin.of(query, id -> brief(Asked.text(query, id, asker)));
            case "count" -> counts();
            case "services" -> all(World.SERVICE, Kind.SERVICE);
            case "hosts", "environments", "users" -> all(query.substring(0, query.length() - 1), null);
            case "fact" -> Builtin.of(query, id -> fact(Asked.text(query, id, asker)));
            case "facts" -> Builtin.of(query, kind -> facts(Asked.text(query, kind, asker)));
            case "select" -> Builtin.of(query, this::select);
            case "servicesOf" -> Builtin.of(query, given -> servicesOf(asked(query, "aspect", given)));
            case "servicesProviding" ->
                Builtin.of(query, given -> having(asked(query, "capability", given), "provides", Kind.CAPABILITY));
            case "servicesRequiring" ->
                Builtin.of(query, given -> having(asked(query, "capability", given), "requires", Kind.REQUIREMENT));
            case "servicesUsingPort" -> Builtin.of(query, given -> usingPort(asked(query, "port", given)));
            default -> NullValue.NULL;
        };
    }

    /**
     * The same queries, whose answers are numbers: with more facts a number need not stay what it was. Whoever counts one
     * thing reads nothing of the others.
     */
    private Value counts() {
        var counting = new Queries(world, fact, observer, places, errors, asker, true);
        var counts = new AttrsBuilder(FleetQueries.NAMES.size());
        for (String query : FleetQueries.NAMES) {
            if (!ABOUT_ONE.contains(query) && !query.equals("count")) {
                counts.add(Symbol.of(query), new Unsettled() {
                    @Override
                    protected Value compute() {
                        return counting.answer(query);
                    }
                });
            }
        }
        return counts.build();
    }

    private void read(Kind kind, @Nullable String name, @Nullable String where) {
        if (where == null || !where.equals(fact.home().host())) {
            observer.beyondHost();
        }
        observer.read(new Topic(kind, name, where), counting);
    }

    private Value ids(List<RuleFact> facts) {
        return counting ? IntValue.of(facts.size()) : FactFields.ids(facts);
    }

    private Value all(String kind, @Nullable Kind topic) {
        if (topic != null) {
            read(topic, null, null);
        }
        observer.beyondHost();
        return ids(world.facts(kind));
    }

    private Value fact(String id) {
        RuleFact found = world.any(id);
        if (found != null) {
            observer.looksAt(found, fact);
            if (World.isOfChannels(found.kind())) {
                observer.beyondHost();
            }
            return found.fields();
        }
        read(Kind.SERVICE, null, null);
        return NullValue.NULL;
    }

    /** Which other services there are decides how much of an id must be told. */
    private Value brief(String id) {
        read(Kind.SERVICE, null, null);
        return FactFields.string(world.brief(id));
    }

    private Value facts(String kind) {
        if (!world.kinds().contains(kind)) {
            String nearest = Suggestions.nearest(kind, world.kinds());
            throw Asked.wrong(
                    "fleet.facts asks for the kind \"" + kind + "\", but facts are of the kinds "
                            + String.join(", ", new TreeSet<>(world.kinds())) + ".",
                    nearest == null ? null : "did you mean \"" + nearest + "\"?",
                    asker);
        }
        if (!world.isScope(kind)) {
            read(Kind.SERVICE, null, null);
        }
        observer.beyondHost();
        List<RuleFact> facts = world.facts(kind);
        return counting
                ? IntValue.of(facts.size())
                : new ListValue(facts.stream().map(RuleFact::fields).toArray(Value[]::new));
    }

    private Value select(Value given) {
        var problems = new Findings();
        Selector selector = new SelectorReader(Set.copyOf(world.kinds()), places, errors, problems)
                .read(given, "fleet.select", null, asker);
        if (selector == null) {
            throw new FindingException(problems.sorted().getFirst(), 0);
        }
        read(Kind.SERVICE, null, null);
        var chosen = new ArrayList<RuleFact>();
        for (String kind : world.kinds()) {
            if (world.isScope(kind) || kind.equals(World.SERVICE)) {
                world.facts(kind).stream().filter(selector::matches).forEach(chosen::add);
            }
        }
        return ids(chosen);
    }

    private Value servicesOf(Asked asked) {
        String aspect = asked.aspect();
        read(Kind.SERVICE, aspect, asked.where());
        return ids(asked.services().stream()
                .filter(service -> service.name().equals(aspect))
                .toList());
    }

    private Value having(Asked asked, String field, Kind topic) {
        String capability = asked.text();
        read(topic, capability, asked.where());
        return ids(asked.services().stream()
                .filter(service -> lists(service, field, capability)
                        || (topic == Kind.CAPABILITY && service.name().equals(capability)))
                .toList());
    }

    /** Whether a field of a fact, a list of texts, has a text. That it is read is recorded by the query. */
    private boolean lists(RuleFact service, String field, String wanted) {
        return observer.unseen(() -> {
            Value value = service.fields().get(field);
            String text = Bytes.encode(wanted);
            return value != null
                    && value.force() instanceof ListValue list
                    && Arrays.stream(list.items())
                            .anyMatch(item -> item.force() instanceof StringValue string
                                    && string.text().equals(text));
        });
    }

    private Value usingPort(Asked asked) {
        long number = asked.number();
        String protocol = asked.option("protocol");
        read(Kind.PORT, String.valueOf(number), asked.where());
        var services = new TreeSet<String>();
        var users = new ArrayList<RuleFact>();
        for (RuleFact port : asked.facts(World.PORT)) {
            boolean uses = observer.unseen(
                    () -> isNumber(port, number) && (protocol == null || isText(port, "protocol", protocol)));
            RuleFact service = uses ? world.service(port.home().subject()) : null;
            if (service != null && services.add(service.id())) {
                users.add(service);
            }
        }
        users.sort(Comparator.comparing(RuleFact::id));
        return ids(users);
    }

    private Asked asked(String query, String name, Value given) {
        return new Asked(query, name, given, world, fact, asker);
    }

    private static boolean isText(RuleFact fact, String field, String wanted) {
        Value value = fact.fields().get(field);
        return value != null
                && value.force() instanceof StringValue text
                && Bytes.decode(text.text()).equals(wanted);
    }

    private static boolean isNumber(RuleFact port, long number) {
        Value value = port.fields().get("port");
        return value != null && value.force() instanceof IntValue whole && whole.value() == number;
    }
}

package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.declare.merge.AspectPath;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a query is asked: a thing, and perhaps where to look for it. */
final class Asked {
    private static final String HOST = "host";
    private static final String ENVIRONMENT = "environment";

    private final String query;
    private final String name;
    private final World world;
    private final RuleFact fact;
    private final @Nullable Place asker;
    private final Value thing;
    private final @Nullable AttrsValue options;

    /**
     * @param name what the thing is called if it is not all that is given
     * @param given the thing, or a set with it and with {@code host} or {@code environment}
     * @param fact the one at hand, which says where to look if nothing else does
     */
    Asked(String query, String name, Value given, World world, RuleFact fact, @Nullable Place asker) {
        this.query = query;
        this.name = name;
        this.world = world;
        this.fact = fact;
        this.asker = asker;
        Value value = given.force();
        Value named = value instanceof AttrsValue set && AspectPath.of(set) == null ? set.get(name) : null;
        this.options = named != null && value instanceof AttrsValue set ? set : null;
        this.thing = named == null ? value : named.force();
        if (options == null && value instanceof AttrsValue && AspectPath.of(value) == null) {
            throw wrong("fleet." + query + " needs \"" + name + "\".", null, asker);
        }
        checkOptions();
    }

    private void checkOptions() {
        for (int i = 0; options != null && i < options.size(); i++) {
            String option = Bytes.decode(options.name(i).name());
            Set<String> known = Set.of(name, HOST, ENVIRONMENT, "protocol");
            if (!known.contains(option)) {
                String nearest = Suggestions.nearest(option, known);
                throw wrong(
                        "fleet." + query + " does not know \"" + option + "\".",
                        nearest == null ? null : "did you mean \"" + nearest + "\"?",
                        asker);
            }
        }
    }

    String text() {
        return text(query, thing, asker);
    }

    String aspect() {
        String path = AspectPath.of(thing);
        return path == null ? text() : path;
    }

    long number() {
        if (thing instanceof IntValue whole) {
            return whole.value();
        }
        throw wrong(
                "fleet." + query + " needs a number, but gets " + thing.type().description() + ".", null, asker);
    }

    @Nullable
    String option(String option) {
        Value given = options == null ? null : options.get(option);
        return given == null || given.force() instanceof NullValue ? null : text(query, given, asker);
    }

    /** The id of the host to look on, or null for more than one. */
    @Nullable
    String where() {
        if (options != null && (options.get(HOST) != null || options.get(ENVIRONMENT) != null)) {
            String host = option(HOST);
            return host == null ? null : host.startsWith("host:") ? host : "host:" + host;
        }
        return fact.home().host();
    }

    private @Nullable String environment() {
        if (options != null && (options.get(HOST) != null || options.get(ENVIRONMENT) != null)) {
            String environment = option(ENVIRONMENT);
            return environment == null ? null : environment.replaceFirst("^env:", "");
        }
        return fact.home().environment();
    }

    List<RuleFact> services() {
        return facts(World.SERVICE);
    }

    List<RuleFact> facts(String kind) {
        String host = where();
        if (host != null) {
            return world.on(host, kind);
        }
        String environment = environment();
        return environment == null
                ? world.facts(kind)
                : world.facts(kind).stream()
                        .filter(each -> environment.equals(each.home().environment()))
                        .toList();
    }

    static String text(String query, Value given, @Nullable Place asker) {
        if (given.force() instanceof StringValue text) {
            return Bytes.decode(text.text());
        }
        throw wrong(
                "fleet." + query + " needs a string, but gets "
                        + given.force().type().description() + ".",
                null,
                asker);
    }

    static FindingException wrong(String message, @Nullable String fix, @Nullable Place asker) {
        return new FindingException(
                Finding.of(FindingId.EVALUATION, message).at(asker).fix(fix).build(), 0);
    }
}

package dev.fairlead.fleet.model;

import dev.fairlead.testing.Choices;
import dev.fairlead.testing.Gen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who includes, needs and excludes what: hosts {@code h0 ...} of one environment, users {@code u0 ...}, aspects. */
record MembershipModel(List<String> environmentExcludes, List<Scope> hosts, List<Scope> users, List<Aspect> aspects) {
    /**
     * A host, or a user.
     *
     * @param host of a user, else null
     */
    record Scope(String name, @Nullable String host, List<String> tags, List<String> includes, List<String> excludes) {
        String place() {
            return host == null ? name : name + "@" + host;
        }
    }

    /**
     * An aspect.
     *
     * @param perUser whether it is a function that asks for a user
     */
    record Aspect(
            String name,
            boolean perUser,
            List<String> includes,
            List<String> excludes,
            @Nullable Need neededBy) {}

    /** A selector: {@code sel.tag} or {@code sel.has}, or the contrary. */
    record Need(boolean positive, String word, String text) {
        String nix() {
            String selector = "(sel." + word + " \"" + text + "\")";
            return positive ? selector : "(sel.not " + selector + ")";
        }
    }

    static Gen<MembershipModel> gen() {
        return choices -> {
            List<String> aspects = names("a", 1 + (int) choices.below(6));
            List<Scope> hosts = names("h", 1 + (int) choices.below(3)).stream()
                    .map(name -> scope(choices, name, null, aspects))
                    .toList();
            var users = new ArrayList<Scope>();
            for (Scope host : hosts) {
                names("u", (int) choices.below(3))
                        .forEach(name -> users.add(scope(choices, name, host.name(), aspects)));
            }
            return new MembershipModel(
                    some(choices, aspects, 8),
                    hosts,
                    users,
                    aspects.stream().map(name -> aspect(choices, name, aspects)).toList());
        };
    }

    private static Scope scope(Choices choices, String name, @Nullable String host, List<String> aspects) {
        return new Scope(
                name,
                host,
                some(choices, List.of("t0", "t1"), 3),
                some(choices, aspects, 3),
                some(choices, aspects, 8));
    }

    private static Aspect aspect(Choices choices, String name, List<String> aspects) {
        Need need = null;
        if (choices.chance(3)) {
            boolean tag = choices.chance(2);
            need = new Need(
                    !choices.chance(4),
                    tag ? "tag" : "has",
                    Gen.elements(tag ? List.of("t0", "t1") : aspects).draw(choices));
        }
        return new Aspect(name, choices.chance(4), some(choices, aspects, 3), some(choices, aspects, 6), need);
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static List<String> some(Choices choices, List<String> from, int oneIn) {
        return from.stream().filter(name -> choices.chance(oneIn)).toList();
    }

    /** The fleet in Nix. */
    String nix() {
        var text = new StringBuilder("{ sel, ... }: {\n");
        text.append("den.environments.default.excludes = ")
                .append(list(environmentExcludes))
                .append(";\n");
        hosts.forEach(host -> text.append("den.hosts.x86_64-linux.%s = %s;\n".formatted(host.name(), nix(host))));
        users.forEach(user -> text.append(
                "den.hosts.x86_64-linux.%s.users.%s = %s;\n".formatted(user.host(), user.name(), nix(user))));
        for (Aspect aspect : aspects) {
            text.append("den.aspects.%s = %s{ includes = %s; excludes = %s; %s};\n"
                    .formatted(
                            aspect.name(),
                            aspect.perUser() ? "{ user, ... }: " : "",
                            list(aspect.includes()),
                            list(aspect.excludes()),
                            aspect.neededBy() == null
                                    ? ""
                                    : "neededBy = " + aspect.neededBy().nix() + "; "));
        }
        return text.append("}\n").toString();
    }

    private static String nix(Scope scope) {
        return "{ tags = %s; includes = %s; excludes = %s; }"
                .formatted(list(scope.tags()), list(scope.includes()), list(scope.excludes()));
    }

    private static String list(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\" ").collect(Collectors.joining("", "[ ", "]"));
    }

    @Override
    public String toString() {
        return nix();
    }
}

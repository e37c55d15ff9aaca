package dev.fairlead.cli;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.filter.Chosen;
import dev.fairlead.diagram.filter.Filter;
import dev.fairlead.diagram.filter.NothingNearException;
import dev.fairlead.diagram.fit.Budget;
import dev.fairlead.diagram.svg.Theme;
import dev.fairlead.diagram.view.Question;
import dev.fairlead.diagram.view.UnknownSubjectException;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What of a fleet is drawn, as the options of {@code diagram} say it. */
final class DiagramOptions {
    private static final Option HOST = Option.of("--host", "H", "only this host and what it is connected to");
    private static final Option ENVIRONMENT = Option.of("--environment", "E", "only this environment");
    private static final Option TAG = Option.of("--tag", "T", "only hosts with this tag");
    private static final Option CLASS = Option.of("--class", "C", "only services with content for this class");
    private static final Option CAPABILITY = Option.of("--capability", "C", "only services that provide this");
    private static final Option KIND = Option.of("--kind", "K", "only boxes of this kind, such as service or host");
    /** So many names can be read at a glance. */
    private static final int FEW = 8;

    static final Option SELECT =
            Option.of("--select", "EXPR", "only what this selector chooses, such as 'sel.tag \"edge\"'");
    private static final Option OF = Option.of(
            "--of",
            "NAME",
            "what chain, settings, user and channels are about: a service, an aspect, a user, a channel");
    private static final Option NEAR = Option.of("--near", "NAME", "only this and what is near it");
    private static final Option HOPS = Option.of("--hops", "N", "how near: so many arrows (default: 1)");
    private static final Option PROBLEMS = Option.flag("--problems", "only what somebody should look at");
    private static final Option DECLARED = Option.flag("--declared", "only services that a scope includes itself");
    private static final Option COLLAPSE =
            Option.of("--collapse", "KIND", "draws each host (or environment) as one box");
    private static final Option REDUCE = Option.flag("--reduce", "leaves out arrows that others imply");
    private static final Option ALL_ASPECTS =
            Option.flag("--all-aspects", "shows services too that nothing depends on");
    static final Option THEME = Option.of("--theme", "NAME", "light, dark, or the file of a base16 scheme");

    private static final List<Option> OPTIONS = List.of(
            HOST,
            ENVIRONMENT,
            TAG,
            CLASS,
            CAPABILITY,
            KIND,
            SELECT,
            OF,
            NEAR,
            HOPS,
            PROBLEMS,
            DECLARED,
            COLLAPSE,
            REDUCE,
            ALL_ASPECTS,
            THEME);

    private final Call call;
    private final Resolution resolution;
    private final @Nullable Chosen chosen;

    /** @param chosen what a selector chose; null if there is none */
    DiagramOptions(Call call, Resolution resolution, @Nullable Chosen chosen) {
        this.call = call;
        this.resolution = resolution;
        this.chosen = chosen;
    }

    /** These options between others. */
    static List<Option> with(List<Option> before, List<Option> after) {
        var all = new ArrayList<>(before);
        all.addAll(OPTIONS);
        all.addAll(after);
        return all;
    }

    /** What is to be drawn. */
    Order order(View view, @Nullable Budget budget) {
        Arguments arguments = call.arguments();
        String host = new Hosts(resolution).named(arguments.value(HOST));
        var question = new Question(host, arguments.value(OF), arguments.has(ALL_ASPECTS));
        return new Order(view, question, filter(host), collapsed(), arguments.has(REDUCE), budget, theme(call));
    }

    /** Refuses options that ask something of a fleet where there is none. */
    static void refuseWith(Option other, Arguments arguments) {
        for (Option option : OPTIONS) {
            if (!option.equals(THEME) && arguments.has(option)) {
                throw new UsageException(
                        option.name() + " asks something of a fleet, and " + other.name() + " has none");
            }
        }
    }

    private @Nullable String collapsed() {
        var kinds = new TreeSet<>(Set.of("wave"));
        resolution.scopes().forEach(scope -> kinds.add(scope.kind()));
        return known(COLLAPSE, "kind of frame", kinds);
    }

    private @Nullable String kind() {
        var kinds = new TreeSet<>(View.KINDS);
        resolution.scopes().forEach(scope -> kinds.add(scope.kind()));
        return known(KIND, "kind of box", kinds);
    }

    /** What is to be drawn of a picture that was drawn before; only its nodes can be asked. */
    static Order ofPicture(Call call) {
        Arguments arguments = call.arguments();
        for (Option option : List.of(TAG, CLASS, CAPABILITY, SELECT, OF)) {
            if (arguments.has(option)) {
                throw new UsageException(option.name() + " can be asked of a fleet only, and this is a picture");
            }
        }
        Map<String, String> attributes = new TreeMap<>();
        put(attributes, "host", arguments.value(HOST));
        put(attributes, "environment", arguments.value(ENVIRONMENT));
        var filter = new Filter(
                attributes,
                arguments.value(KIND),
                null,
                arguments.value(NEAR),
                hops(arguments),
                arguments.has(PROBLEMS));
        return new Order(
                View.DEPENDENCIES,
                Question.FLEET,
                filter,
                arguments.value(COLLAPSE),
                arguments.has(REDUCE),
                null,
                theme(call));
    }

    private Filter filter(@Nullable String host) {
        Arguments arguments = call.arguments();
        Map<String, String> attributes = new TreeMap<>();
        put(attributes, "host", host);
        put(attributes, "environment", known(ENVIRONMENT, "environment", environments()));
        put(attributes, "tags", known(TAG, "tag", tags()));
        put(attributes, "classes", known(CLASS, "class", classes()));
        put(attributes, "provides", known(CAPABILITY, "capability", capabilities()));
        if (arguments.has(DECLARED)) {
            attributes.put("declared", "yes");
        }
        return new Filter(attributes, kind(), chosen, arguments.value(NEAR), hops(arguments), arguments.has(PROBLEMS));
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private @Nullable String known(Option option, String what, Set<String> known) {
        String given = call.arguments().value(option);
        // A scope may be named by its id.
        String name = given != null && given.startsWith("env:") ? given.substring("env:".length()) : given;
        if (name != null && !known.contains(name)) {
            throw new UsageException("the fleet has no " + what + " '" + name + "'" + instead(name, known));
        }
        return name;
    }

    /** What is near to a name, or else all that could be meant, if those are few. */
    private static String instead(String name, Set<String> known) {
        String near = ArgumentParser.didYouMean(name, List.copyOf(known));
        if (!near.isEmpty() || known.size() > FEW) {
            return near;
        }
        return known.isEmpty() ? "; it has none" : "; it has " + String.join(", ", known);
    }

    private Set<String> environments() {
        var names = new TreeSet<String>();
        for (Scope scope : resolution.scopes()) {
            if (scope.kind().equals("environment")) {
                names.add(scope.name());
            }
        }
        return names;
    }

    private Set<String> tags() {
        var names = new TreeSet<String>();
        resolution.scopes().forEach(scope -> names.addAll(scope.tags()));
        return names;
    }

    private Set<String> classes() {
        var names = new TreeSet<String>();
        resolution.services().forEach(service -> names.addAll(service.classes()));
        return names;
    }

    private Set<String> capabilities() {
        var names = new TreeSet<String>();
        for (Service service : resolution.services()) {
            service.provides().forEach(provision -> names.add(provision.capability()));
        }
        return names;
    }

    private static int hops(Arguments arguments) {
        String given = arguments.value(HOPS);
        if (given == null) {
            return 1;
        }
        try {
            int hops = Integer.parseInt(given);
            if (hops >= 0 && arguments.has(NEAR)) {
                return hops;
            }
        } catch (NumberFormatException noNumber) {
            throw new UsageException("--hops takes a number, and '" + given + "' is none");
        }
        throw new UsageException("--hops takes a number that is not negative, and --near NAME says of what");
    }

    /** The colours that the options ask for. */
    static Theme theme(Call call) {
        String given = call.arguments().value(THEME);
        if (given == null || given.equals("light")) {
            return Theme.LIGHT;
        }
        if (given.equals("dark")) {
            return Theme.DARK;
        }
        try {
            return Theme.base16(Files.readString(call.path(given)))
                    .orElseThrow(() -> new UnusableInputException(
                            given + " is no base16 scheme: it should have the colours base00 to base0F"));
        } catch (NoSuchFileException none) {
            throw new UsageException("--theme takes light, dark, or the file of a base16 scheme, and there is no file '"
                    + given + "'" + ArgumentParser.didYouMean(given, List.of("light", "dark")));
        } catch (IOException failed) {
            throw UnusableInputException.unreadable(given, failed);
        }
    }

    /** A picture, or what is wrong with the question in words of the command line. */
    static <T> T answering(Supplier<T> picture) {
        try {
            return picture.get();
        } catch (UnknownSubjectException unknown) {
            throw new UsageException(unknown.getMessage() + ArgumentParser.didYouMean(unknown.name(), unknown.known()));
        } catch (NothingNearException nothing) {
            throw new UsageException(nothing.getMessage() + ArgumentParser.didYouMean(nothing.name(), nothing.known()));
        }
    }
}

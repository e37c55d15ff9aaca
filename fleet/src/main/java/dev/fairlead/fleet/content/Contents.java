package dev.fairlead.fleet.content;

import dev.fairlead.fleet.declare.NixData;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.declare.merge.Modules;
import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.deploy.Context;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Written;
import dev.fairlead.fleet.resolution.Coordination.Content;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A digest of what each service says for each class. Content that needs nothing of the target is computed, and its digest is
 * that of its data. What asks for {@code pkgs} or {@code config} cannot be: its digest is that of its text and of all that
 * it may read from the fleet. Whatever fails on the way is content as it is written, and no finding: that is for who
 * merges it.
 */
public final class Contents {
    /** The same for every service, or all of the fleet: that it is asked for says nothing of what is read. */
    private static final Set<String> TOO_LARGE = Set.of("lib", "den");

    private final Places places;
    private final Arguments arguments;
    private final FunctionTexts texts;

    /** Of modules that ask for nothing, which many services share. */
    private final Map<Value, Part> plain = new HashMap<>();

    private final NixData.Shared shared = new NixData.Shared();
    private final ContentDigest.Items items = new ContentDigest.Items();
    private final Map<Value, String> digests = new HashMap<>();

    /** The digest of one module. */
    private record Part(boolean computed, String digest) {}

    /** @param arguments what content may ask for that is decided after services are */
    public Contents(Evaluator evaluator, Places places, Arguments arguments) {
        this.places = places;
        this.arguments = arguments;
        this.texts = new FunctionTexts(evaluator, places);
    }

    /** By service id and class. To be called where evaluation may run, once all strata are computed. */
    public SortedMap<String, SortedMap<String, Content>> of(List<DeployedService> services) {
        var all = new TreeMap<String, SortedMap<String, Content>>();
        for (DeployedService service : services) {
            SortedMap<String, Content> contents = of(service);
            if (!contents.isEmpty()) {
                all.put(service.id(), contents);
            }
        }
        return all;
    }

    /** The content of one service, by class. */
    public SortedMap<String, Content> of(DeployedService service) {
        var contents = new TreeMap<String, Content>();
        Context context = service.classes().isEmpty() ? Context.NOWHERE : arguments.ofContent(service);
        for (String name : service.classes()) {
            Written written = service.facet(name);
            if (written != null) {
                contents.put(name, content(written, context));
            }
        }
        return contents;
    }

    private Content content(Written written, Context context) {
        var parts = new ArrayList<Part>();
        for (Value module : modules(written)) {
            parts.add(module(module, context));
        }
        // Which file a module is in decides their order, and nothing else.
        parts.sort(Comparator.comparing(Part::digest));
        var digest = new ContentDigest();
        parts.forEach(part -> digest.add('m', part.digest()));
        return new Content(
                parts.stream().allMatch(Part::computed) ? Content.How.COMPUTED : Content.How.WRITTEN, digest.text());
    }

    private static List<Value> modules(Written written) {
        try {
            return Modules.of(written.cell(), written.position()).stream()
                    .map(Definition::value)
                    .toList();
        } catch (EvalException | SyntaxException failed) {
            return List.of(written.cell());
        }
    }

    private Part module(Value cell, Context context) {
        FunctionValue function = function(cell);
        return function == null
                ? plain.computeIfAbsent(cell, this::plain)
                : context.lacking(function) == null ? called(function, context) : written(function, context);
    }

    private static @Nullable FunctionValue function(Value cell) {
        try {
            return cell.force() instanceof FunctionValue function ? function : null;
        } catch (EvalException | SyntaxException failed) {
            return null;
        }
    }

    private Part plain(Value cell) {
        ContentDigest digest = digest(cell);
        return new Part(digest.isWhole(), digest.text());
    }

    private Part called(FunctionValue function, Context context) {
        Value result;
        try {
            result = context.resolve(function);
        } catch (EvalException | SyntaxException failed) {
            return written(function, context);
        }
        ContentDigest digest = digest(result);
        return digest.isWhole()
                ? new Part(true, digest.text())
                : new Part(
                        false,
                        digest.add('w', written(function, context).digest()).text());
    }

    private ContentDigest digest(Value cell) {
        Data data = NixData.of(
                cell,
                places,
                function -> {
                    FunctionText text = texts.of(function);
                    return text == null ? String.valueOf(function.name()) : text.text();
                },
                shared);
        return new ContentDigest(items).add(data);
    }

    private Part written(FunctionValue function, Context context) {
        FunctionText text = texts.of(function);
        var digest = new ContentDigest();
        if (text == null) {
            return new Part(
                    false, digest.add('b', String.valueOf(function.name())).text());
        }
        digest.add('p', text.text());
        for (String name : context.names()) {
            Value argument = context.argument(name);
            if (argument != null && !TOO_LARGE.contains(name) && text.asksFor(name)) {
                digest.add('n', name).add('v', argument(argument));
            }
        }
        return new Part(false, digest.text());
    }

    private String argument(Value cell) {
        return digests.computeIfAbsent(
                cell,
                value -> new ContentDigest().add(NixData.of(value, places)).text());
    }
}

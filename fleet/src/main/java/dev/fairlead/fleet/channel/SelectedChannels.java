package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.channel.SelectionSearch.Range;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.declare.merge.Modules;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Written;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Memo;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.ExperimentalFeature;
import dev.fairlead.nix.syntax.Parser;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The channels that the source of a service's facets selects, whether or not that code runs. The source of a facet is
 * its definition, and the function that it evaluates to if that stands elsewhere, in a file of its own say.
 *
 * <p>A source is parsed once, and only if one of the arguments occurs in its text; a facet is looked at once for all
 * services that share it.
 */
final class SelectedChannels {
    private final Evaluator evaluator;
    private final Places places;
    private final Map<Written, List<Integer>> byFacet = new HashMap<>();
    private final Map<Value, List<Integer>> byDefinition = new HashMap<>();
    private final Map<Integer, Selected> selections = new HashMap<>();

    private record Search(Source source, Set<ExperimentalFeature> features) implements Memo.Question<SelectionSearch> {
        @Override
        public SelectionSearch answer() {
            return SelectionSearch.of(Parser.parse(source, features));
        }
    }

    SelectedChannels(Evaluator evaluator, Places places) {
        this.evaluator = evaluator;
        this.places = places;
    }

    /**
     * The channels a service selects, and the place of the first selection of each, if that is in a file.
     *
     * @param known true of a name that is a channel, for names that {@code with} may bring in
     */
    Map<String, Optional<Place>> of(DeployedService service, Predicate<String> known) {
        var positions = new ArrayList<Integer>(byDefinition.computeIfAbsent(service.definition(), this::function));
        service.facets()
                .forEach((name, written) ->
                        positions.addAll(byFacet.computeIfAbsent(written, facet -> facet(name, facet))));
        positions.sort(Comparator.naturalOrder());
        var selected = new LinkedHashMap<String, Optional<Place>>();
        for (int position : positions) {
            Selected selection = selections.get(position);
            if (selection != null && (selection.certain() || known.test(selection.channel()))) {
                selected.computeIfAbsent(selection.channel(), name -> Optional.ofNullable(places.at(position)));
            }
        }
        return selected;
    }

    private List<Integer> facet(String name, Written facet) {
        var positions = new ArrayList<Integer>();
        definition(facet.position(), name, positions);
        try {
            for (Definition module : Modules.of(facet.cell(), facet.position())) {
                if (module.position() != facet.position()) {
                    definition(module.position(), name, positions);
                }
                positions.addAll(function(module.value()));
            }
        } catch (EvalException | SyntaxException failure) {
            // Its readers will see the failure; what is written is known all the same.
        }
        return List.copyOf(positions);
    }

    private void definition(int position, String name, List<Integer> positions) {
        Source source = evaluator.sources().sourceOf(position);
        SelectionSearch search = search(source);
        if (source != null && search != null) {
            Range range = search.definition(position - source.position(0), Bytes.encode(name));
            add(source, search, range, positions);
        }
    }

    /** What a function selects; nothing for any other value. */
    private List<Integer> function(Value cell) {
        if (!(cell.isForced() && cell.force() instanceof FunctionValue function)) {
            return List.of();
        }
        var positions = new ArrayList<Integer>();
        Source source = evaluator.sources().sourceOf(function.position());
        SelectionSearch search = search(source);
        if (source != null && search != null) {
            add(source, search, search.function(function.position() - source.position(0)), positions);
        }
        return positions;
    }

    private void add(Source source, SelectionSearch search, @Nullable Range range, List<Integer> positions) {
        for (Selected selected : search.found()) {
            if (range != null && range.start() <= selected.offset() && selected.offset() < range.end()) {
                int position = source.position(selected.offset());
                selections.put(position, selected);
                positions.add(position);
            }
        }
    }

    private @Nullable SelectionSearch search(@Nullable Source source) {
        if (source == null || !(source.text().contains("pipes") || source.text().contains("channels"))) {
            return null;
        }
        return evaluator.memo().of(new Search(source, evaluator.options().features()));
    }
}

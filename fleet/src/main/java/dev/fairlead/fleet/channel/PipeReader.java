package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.deploy.Meta.Visibility;
import dev.fairlead.fleet.deploy.Written;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.select.Selector;
import dev.fairlead.fleet.select.SelectorReader;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the facet {@code pipe} of one aspect: which channels it emits into, gathers from and consumes. */
final class PipeReader {
    private static final Set<String> EMIT = Set.of("channel", "data", "visibility");
    private static final List<String> KNOWN = Stream.concat(
                    Stream.of("channel", "consume", "data", "gather", "stages", "visibility"),
                    Stage.Kind.NAMES.stream())
            .sorted()
            .toList();

    private final FacetReader facet;
    private final SelectorReader selectors;
    private final String subject;
    private final String path;
    private final List<PipeEntry> entries = new ArrayList<>();

    private boolean complete = true;

    /**
     * What a facet says.
     *
     * @param complete false if something could not be read, and with it perhaps what the service reads
     */
    record Pipes(List<PipeEntry> entries, boolean complete) {
        static final Pipes NONE = new Pipes(List.of(), true);

        Pipes {
            entries = List.copyOf(entries);
        }
    }

    private PipeReader(FacetReader facet, SelectorReader selectors, String subject, String path) {
        this.facet = facet;
        this.selectors = selectors;
        this.subject = subject;
        this.path = path;
    }

    /**
     * Reads the facet.
     *
     * @param subject the id of the service that findings are about
     * @param path how messages call the facet: {@code den.aspects.restic.pipe}
     */
    static Pipes read(Written written, String subject, String path, FacetReader facet, SelectorReader selectors) {
        var reader = new PipeReader(facet, selectors, subject, path);
        AttrsValue pipes = facet.attrs(written.cell(), path, written.location());
        for (int i = 0; pipes != null && i < pipes.size(); i++) {
            String name = Bytes.decode(pipes.name(i).name());
            reader.read(name, pipes.value(i), facet.place(pipes, i, written.location()));
        }
        return new Pipes(reader.entries, reader.complete && !facet.hasFailed());
    }

    /** The attributes of one entry, by name, each with its place. */
    private record Fields(
            String where,
            Map<String, Field> byName,
            @Nullable Place location) {
        @Nullable
        Value cell(String name) {
            Field field = byName.get(name);
            return field == null ? null : field.cell();
        }

        @Nullable
        Place place(String name) {
            Field field = byName.get(name);
            return field == null ? location : field.location();
        }
    }

    private record Field(Value cell, int position, @Nullable Place location) {}

    private void read(String name, Value cell, @Nullable Place near) {
        String where = path + "." + name;
        AttrsValue entry = facet.attrs(cell, where, near);
        if (entry == null) {
            return;
        }
        var fields = new Fields(where, new TreeMap<>(), near);
        for (int i = 0; i < entry.size(); i++) {
            String key = Bytes.decode(entry.name(i).name());
            Place place = facet.place(entry, i, near);
            if (KNOWN.contains(key)) {
                fields.byName().put(key, new Field(entry.value(i), entry.position(i), place));
            } else {
                facet.unknown(where + "." + key, Suggestions.nearest(key, KNOWN), place);
            }
        }
        consume(name, fields);
        boolean emits = fields.cell("data") != null;
        Value selector = fields.cell("gather");
        if (emits && selector != null) {
            facet.problem(where + " has data and gather, but either emits items or gathers them.", near);
        } else if (selector != null) {
            gather(name, selector, fields);
        } else if (emits) {
            emit(name, fields);
        } else if (fields.cell("consume") == null) {
            facet.problem(where + " must have data to emit, a selector to gather by, or a channel to consume.", near);
        }
    }

    private @Nullable String channel(String name, Fields fields) {
        Value written = fields.cell("channel");
        return written == null ? name : facet.text(written, fields.where() + ".channel", fields.place("channel"));
    }

    private void consume(String name, Fields fields) {
        Value written = fields.cell("consume");
        if (written == null) {
            return;
        }
        String where = fields.where() + ".consume";
        Place place = fields.place("consume");
        Value value = facet.read(written, where, place);
        if (value instanceof ListValue list) {
            for (int i = 0; i < list.size(); i++) {
                Place item = facet.place(list, i, place);
                String channel = facet.text(list.get(i), "item " + (i + 1) + " of " + where, item);
                if (channel != null) {
                    entries.add(new PipeEntry.Consume(name, channel, item));
                }
            }
        } else if (value instanceof StringValue channel) {
            entries.add(new PipeEntry.Consume(name, Bytes.decode(channel.text()), place));
        } else {
            facet.wrong(value, where, "the name of a channel or a list of such names", place);
        }
    }

    private void emit(String name, Fields fields) {
        for (String other : fields.byName().keySet()) {
            if (!EMIT.contains(other) && !other.equals("consume")) {
                facet.problem(
                        fields.where() + "." + other + " is for what is gathered, but " + fields.where()
                                + " emits: write it where the items are gathered.",
                        fields.place(other));
            }
        }
        String channel = channel(name, fields);
        Value data = fields.cell("data");
        if (channel != null && data != null) {
            Place place = fields.place("data");
            entries.add(new PipeEntry.Emit(name, channel, data, visibility(fields), place));
        }
    }

    private @Nullable Visibility visibility(Fields fields) {
        Value written = fields.cell("visibility");
        if (written == null) {
            return null;
        }
        String where = fields.where() + ".visibility";
        String text = facet.text(written, where, fields.place("visibility"));
        Visibility visibility = text == null ? null : Visibility.parse(text);
        if (text != null && visibility == null) {
            facet.problem(
                    where + " is \"" + text + "\", but must be \"service\", \"host\", \"environment\" or \"fleet\".",
                    fields.place("visibility"));
        }
        return visibility;
    }

    private void gather(String name, Value written, Fields fields) {
        if (fields.cell("visibility") != null) {
            facet.problem(
                    fields.where() + ".visibility has no effect, as gathering never widens what is seen: widen it where"
                            + " the items are emitted.",
                    fields.place("visibility"));
        }
        String channel = channel(name, fields);
        List<Stage> stages = stages(fields);
        if (channel == null) {
            return;
        }
        Place place = fields.place("gather");
        String where = fields.where() + ".gather";
        Value value = facet.read(written, where, place);
        Selector selector = value == null ? null : selectors.read(value, where, subject, place);
        if (selector == null) {
            complete = false;
            entries.add(new PipeEntry.Consume(name, channel, place));
        } else {
            entries.add(new PipeEntry.Gather(name, channel, selector, stages, place));
        }
    }

    private List<Stage> stages(Fields fields) {
        var named = new EnumMap<Stage.Kind, Stage>(Stage.Kind.class);
        for (Stage.Kind kind : Stage.Kind.values()) {
            Field field = fields.byName().get(kind.text());
            if (field != null && isStage(kind, field.cell(), fields.where() + "." + kind.text(), field.location())) {
                named.put(kind, new Stage(kind, field.cell(), field.position(), field.location()));
            }
        }
        Value listed = fields.cell("stages");
        if (listed == null) {
            return List.copyOf(named.values());
        }
        if (!named.isEmpty()) {
            Stage other = named.values().iterator().next();
            facet.problem(
                    fields.where() + " has both stages and " + other.kind().text()
                            + ", so their order is not known: move it into stages.",
                    other.location());
        }
        return listed(listed, fields.where() + ".stages", fields.place("stages"));
    }

    private List<Stage> listed(Value cell, String where, @Nullable Place near) {
        ListValue list = facet.list(cell, where, near);
        var stages = new ArrayList<Stage>();
        for (int i = 0; list != null && i < list.size(); i++) {
            Place place = facet.place(list, i, near);
            String item = "item " + (i + 1) + " of " + where;
            AttrsValue stage = facet.attrs(list.get(i), item, place);
            if (stage == null) {
                continue;
            }
            String name = stage.size() == 1 ? Bytes.decode(stage.name(0).name()) : "";
            Stage.Kind kind = Stage.Kind.parse(name);
            if (kind == null) {
                String nearest = Suggestions.nearest(name, Stage.Kind.NAMES);
                facet.problem(
                        "Item " + (i + 1) + " of " + where + " must be one stage, such as { map = value: value; }, of "
                                + String.join(", ", Stage.Kind.NAMES)
                                + (nearest == null ? "." : "; did you mean \"" + nearest + "\"?"),
                        place);
            } else if (isStage(kind, stage.value(0), item + "." + name, facet.place(stage, 0, place))) {
                stages.add(new Stage(kind, stage.value(0), stage.position(0), facet.place(stage, 0, place)));
            }
        }
        return stages;
    }

    /** Whether a stage is given what it works with; it may have nothing to work on, and then nobody else would look. */
    private boolean isStage(Stage.Kind kind, Value cell, String where, @Nullable Place place) {
        Value argument = facet.force(cell, place);
        if (argument != null && !kind.takes(argument)) {
            facet.wrong(argument, where, kind.argument(), place);
            return false;
        }
        return argument != null;
    }
}

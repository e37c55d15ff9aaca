package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.deploy.Meta.Cardinality;
import dev.fairlead.fleet.deploy.Meta.Import;
import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.fleet.deploy.Meta.Require;
import dev.fairlead.fleet.deploy.Meta.Visibility;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code meta}: {@code provides}, {@code requires} and {@code imports}, each a list of names or a set. */
final class MetaReader {
    private static final String SERVICE = "service:";
    private static final List<String> VISIBILITY = List.of("visibility");
    private static final List<String> REQUIREMENT = List.of("cardinality", "from", "late", "request");
    private static final List<String> KNOWN =
            List.of("provides", "requires", "imports", "constraints", "backends", "tags");

    private final FacetReader facet;
    private final String path;

    /** @param path how messages call the facet: {@code den.aspects.dns.meta} */
    MetaReader(FacetReader facet, String path) {
        this.facet = facet;
        this.path = path;
    }

    /** What {@code meta} says, as far as it can be read. */
    Meta read(Value cell, @Nullable Place near) {
        int before = facet.failures();
        AttrsValue meta = facet.attrs(cell, path, near);
        boolean known = facet.failures() == before;
        var provides = new ArrayList<Provide>();
        var requires = new ArrayList<Require>();
        var imports = new ArrayList<Import>();
        for (int i = 0; meta != null && i < meta.size(); i++) {
            Place place = facet.place(meta, i, near);
            Value value = meta.value(i);
            switch (meta.name(i).name()) {
                case "provides" -> {
                    int unread = facet.failures();
                    entries(value, "provides", place, (name, data, at) -> provide(name, data, at, provides));
                    known &= facet.failures() == unread;
                }
                case "requires" ->
                    entries(value, "requires", place, (name, data, at) -> require(name, data, at, requires));
                case "imports" -> imports(value, place, imports);
                case "constraints" -> new ConstraintsReader(facet, path + ".constraints").check(value, place);
                case "tags" -> tags(value, place);
                default -> checkOther(Bytes.decode(meta.name(i).name()), place);
            }
        }
        return new Meta(provides, requires, imports, known);
    }

    private void tags(Value cell, @Nullable Place near) {
        String where = path + ".tags";
        ListValue list = facet.list(cell, where, near);
        for (int i = 0; list != null && i < list.size(); i++) {
            Place place = facet.place(list, i, near);
            facet.text(list.get(i), "item " + (i + 1) + " of " + where, place);
        }
    }

    /** Other attributes are data for selectors and rules, unless they look like a slip of the pen. */
    private void checkOther(String name, @Nullable Place place) {
        String nearest = KNOWN.contains(name) ? null : Suggestions.nearest(name, KNOWN);
        if (nearest != null) {
            facet.unknown(path + "." + name, nearest, place);
        }
    }

    private interface Entry {
        void read(String name, @Nullable Value data, @Nullable Place place);
    }

    /** Both forms: {@code [ "dns" ]} and {@code { dns = { ... }; }}. */
    private void entries(Value cell, String what, @Nullable Place near, Entry entry) {
        String where = path + "." + what;
        Value value = facet.read(cell, where, near);
        switch (value) {
            case null -> {}
            case ListValue list -> {
                for (int i = 0; i < list.size(); i++) {
                    Place place = facet.place(list, i, near);
                    String name = facet.text(list.get(i), "item " + (i + 1) + " of " + where, place);
                    if (name != null && isName(name, where, place)) {
                        entry.read(name, null, place);
                    }
                }
            }
            case AttrsValue attrs -> {
                for (int i = 0; i < attrs.size(); i++) {
                    String name = Bytes.decode(attrs.name(i).name());
                    Place place = facet.place(attrs, i, near);
                    if (isName(name, where, place)) {
                        entry.read(name, attrs.value(i), place);
                    }
                }
            }
            default -> facet.wrong(value, where, "a list or a set", near);
        }
    }

    private boolean isName(String name, String where, @Nullable Place place) {
        if (name.isEmpty()) {
            facet.report(Finding.of(FindingId.BAD_NAME, where + " has an empty name."), place);
        }
        return !name.isEmpty();
    }

    private void provide(String name, @Nullable Value entry, @Nullable Place place, List<Provide> provides) {
        if (entry == null) {
            if (provides.stream().noneMatch(other -> other.capability().equals(name))) {
                provides.add(new Provide(name, null, AttrsValue.EMPTY, place));
            }
            return;
        }
        String where = path + ".provides." + name;
        AttrsValue data = facet.attrs(entry, where, place);
        if (data == null) {
            return;
        }
        Visibility visibility = null;
        Written written = written(data, VISIBILITY.getFirst(), place);
        if (written != null) {
            String text = facet.text(written.cell(), where + ".visibility", written.location());
            visibility = text == null ? null : Visibility.parse(text);
            if (text != null && visibility == null) {
                facet.problem(
                        where + ".visibility is \"" + text
                                + "\", but must be \"service\", \"host\", \"environment\" or \"fleet\".",
                        written.location());
            }
        }
        checkData(data, where, place);
        provides.add(new Provide(name, visibility, data, place));
    }

    /** What a provider tells is its own affair, but for what looks like a slip of the pen. */
    private void checkData(AttrsValue data, String where, @Nullable Place near) {
        for (int i = 0; i < data.size(); i++) {
            String name = Bytes.decode(data.name(i).name());
            String nearest = VISIBILITY.contains(name) ? null : Suggestions.nearest(name, VISIBILITY);
            if (nearest != null) {
                facet.unknown(where + "." + name, nearest, facet.place(data, i, near));
            }
        }
    }

    private void require(String name, @Nullable Value entry, @Nullable Place place, List<Require> requires) {
        Cardinality cardinality = Cardinality.ONE;
        boolean late = false;
        Written from = null;
        Written request = null;
        int before = facet.failures();
        AttrsValue data = entry == null ? null : facet.attrs(entry, path + ".requires." + name, place);
        if (data != null) {
            String where = path + ".requires." + name;
            Written many = written(data, "cardinality", place);
            if (many != null) {
                cardinality = cardinality(many.cell(), where + ".cardinality", many.location());
            }
            Written lateness = written(data, "late", place);
            late = lateness != null && facet.truth(lateness.cell(), where + ".late", lateness.location());
            from = written(data, "from", place);
            request = written(data, "request", place);
            checkRequirement(data, where, place);
        }
        boolean read = facet.failures() == before;
        boolean aspectOnly = name.startsWith(SERVICE);
        String capability = aspectOnly ? name.substring(SERVICE.length()) : name;
        // Lists of several files are one list, and may name one thing twice.
        boolean known = requires.stream()
                .anyMatch(other -> other.capability().equals(capability) && other.aspectOnly() == aspectOnly);
        if (!known) {
            boolean listed = entry == null;
            requires.add(new Require(capability, aspectOnly, cardinality, late, listed, read, from, request, place));
        }
    }

    private @Nullable Written written(AttrsValue data, String name, @Nullable Place near) {
        Value cell = data.get(name);
        if (cell == null) {
            return null;
        }
        int index = data.shape().indexOf(Symbol.of(name));
        return new Written(cell, data.position(index), facet.place(data, index, near));
    }

    private void checkRequirement(AttrsValue data, String where, @Nullable Place near) {
        for (int i = 0; i < data.size(); i++) {
            String name = Bytes.decode(data.name(i).name());
            if (!REQUIREMENT.contains(name)) {
                facet.unknown(where + "." + name, Suggestions.nearest(name, REQUIREMENT), facet.place(data, i, near));
            }
        }
    }

    private Cardinality cardinality(Value written, String where, @Nullable Place place) {
        String text = facet.text(written, where, place);
        Cardinality parsed = text == null ? Cardinality.ONE : Cardinality.parse(text);
        if (parsed == null) {
            facet.problem(
                    where + " is \"" + text + "\", but must be \"one\", \"optional\", \"many\" or \"some\".", place);
            return Cardinality.ONE;
        }
        return parsed;
    }

    private void imports(Value cell, @Nullable Place near, List<Import> imports) {
        String where = path + ".imports";
        ListValue list = facet.list(cell, where, near);
        for (int i = 0; list != null && i < list.size(); i++) {
            Place place = facet.place(list, i, near);
            String target = target(list.get(i), "item " + (i + 1) + " of " + where, place);
            if (target != null) {
                imports.add(new Import(target, place));
            }
        }
    }

    /** A scope or service by name. */
    private @Nullable String target(Value cell, String where, @Nullable Place place) {
        Value value = facet.read(cell, where, place);
        if (value instanceof StringValue string) {
            return Bytes.decode(string.text());
        }
        facet.wrong(value, where, "the name of a scope or service", place);
        return null;
    }
}

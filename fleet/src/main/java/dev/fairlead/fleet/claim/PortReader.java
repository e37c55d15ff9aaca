package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads one port: a number, {@code "auto"}, or {@code { port; protocol; bind; public; range; }}. Whatever is wrong is a
 * finding, and the port is then not claimed.
 */
final class PortReader {
    static final String AUTO = "auto";
    private static final Set<String> PROTOCOLS = new TreeSet<>(Set.of("tcp", "udp", "sctp", "dccp"));
    private static final Set<String> FIELDS = Set.of("port", "protocol", "bind", "public", "range");

    private final FacetReader facet;
    private final String name;
    private final String path;
    private final @Nullable Place place;

    private boolean wrong;
    private @Nullable PortRange number;
    private String protocol = "tcp";
    private BindAddress bind = BindAddress.EVERY;
    private boolean open;

    /** @param path how messages call it: {@code den.aspects.nginx.ports.http} */
    PortReader(FacetReader facet, String name, String path, @Nullable Place place) {
        this.facet = facet;
        this.name = name;
        this.path = path;
        this.place = place;
    }

    /**
     * The port that a cell declares, or null if something about it is wrong.
     *
     * @param reads knows, afterwards, what settings the number was computed from
     */
    @Nullable
    PortDeclaration read(Value cell, SettingReads reads) {
        Value value = reads.count(() -> facet.read(cell, path, place));
        if (value instanceof AttrsValue set) {
            fields(set, reads);
        } else {
            number(value, path, place, "a number, \"auto\" or a set");
        }
        return wrong ? null : new PortDeclaration(name, number, protocol, bind, open, place, reads.all(), null);
    }

    private void fields(AttrsValue set, SettingReads reads) {
        for (int i = 0; i < set.size(); i++) {
            String field = Bytes.decode(set.name(i).name());
            String where = path + "." + field;
            Place at = facet.place(set, i, place);
            Value cell = set.value(i);
            switch (field) {
                case "port" ->
                    number(reads.count(() -> facet.read(cell, where, at)), where, at, "a number or \"auto\"");
                case "range" -> reads.count(() -> range(cell, where, at));
                case "protocol" -> protocol(cell, where, at);
                case "bind" -> bind(cell, where, at);
                case "public" -> open = facet.truth(cell, where, at);
                default -> facet.unknown(where, Suggestions.nearest(field, FIELDS), at);
            }
        }
        boolean both = set.get("port") != null && set.get("range") != null;
        if (both || (set.get("port") == null && set.get("range") == null)) {
            problem(path + (both ? " has both port and range" : " has neither port nor range")
                    + ", and must have one.");
        }
        wrong |= facet.hasFailed();
    }

    private void number(@Nullable Value value, String where, @Nullable Place at, String expected) {
        switch (value) {
            case IntValue whole
            when whole.value() >= PortRange.LEAST && whole.value() <= PortRange.MOST ->
                number = PortRange.of((int) whole.value());
            case IntValue whole -> problem(where + " is " + whole.value() + ", but ports are 1 to 65535.", at);
            case StringValue text when text.text().equals(AUTO) -> number = null;
            case StringValue text ->
                problem(where + " is \"" + Bytes.decode(text.text()) + "\", but must be " + expected + ".", at);
            case null -> wrong = true;
            default -> {
                facet.wrong(value, where, expected, at);
                wrong = true;
            }
        }
    }

    private boolean range(Value cell, String where, @Nullable Place at) {
        number = readRange(facet, cell, where, at);
        wrong |= number == null;
        return true;
    }

    /** {@code { from; to; }}, or null, with a finding, if it is not that. */
    static @Nullable PortRange readRange(FacetReader facet, Value cell, String where, @Nullable Place at) {
        AttrsValue set = facet.attrs(cell, where, at);
        if (set == null) {
            return null;
        }
        for (int i = 0; i < set.size(); i++) {
            String field = Bytes.decode(set.name(i).name());
            if (!List.of("from", "to").contains(field)) {
                facet.unknown(where + "." + field, null, facet.place(set, i, at));
            }
        }
        int from = bound(facet, set, "from", where, at);
        int to = bound(facet, set, "to", where, at);
        if (from > 0 && to > 0 && from > to) {
            facet.problem(where + " goes from " + from + " to " + to + ", which is no port at all.", at);
            return null;
        }
        return from == 0 || to == 0 ? null : new PortRange(from, to);
    }

    /** A bound of a range, or 0 with a finding. */
    private static int bound(FacetReader facet, AttrsValue range, String name, String where, @Nullable Place at) {
        Value cell = range.get(name);
        if (cell == null) {
            facet.problem(where + " must have both from and to.", at);
            return 0;
        }
        int index = range.shape().indexOf(Symbol.of(name));
        Place place = facet.place(range, index, at);
        Value value = facet.read(cell, where + "." + name, place);
        if (!(value instanceof IntValue whole)) {
            facet.wrong(value, where + "." + name, "a number", place);
            return 0;
        }
        if (whole.value() < PortRange.LEAST || whole.value() > PortRange.MOST) {
            facet.problem(where + "." + name + " is " + whole.value() + ", but ports are 1 to 65535.", place);
            return 0;
        }
        return (int) whole.value();
    }

    private void protocol(Value cell, String where, @Nullable Place at) {
        String text = facet.text(cell, where, at);
        if (text != null && !PROTOCOLS.contains(text)) {
            problem(where + " is \"" + text + "\", but must be one of " + String.join(", ", PROTOCOLS) + ".", at);
        } else if (text != null) {
            protocol = text;
        }
    }

    private void bind(Value cell, String where, @Nullable Place at) {
        String text = facet.text(cell, where, at);
        BindAddress address = text == null ? null : BindAddress.parse(text);
        if (address != null) {
            bind = address;
        } else if (text != null) {
            problem(where + " is \"" + text + "\", which is no IP address and not \"*\".", at);
        }
    }

    private void problem(String message) {
        problem(message, place);
    }

    private void problem(String message, @Nullable Place at) {
        wrong = true;
        facet.problem(message, at);
    }
}

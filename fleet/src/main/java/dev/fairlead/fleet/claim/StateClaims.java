package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.NixData;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.deploy.Written;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.resolution.Coordination.StateClaim;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What services keep: {@code state = { paths; databases; excludes; backup; }}. The lists hold text; whatever else is said
 * of state is kept for those who back it up, unless it looks like a misspelling.
 */
public final class StateClaims {
    private static final List<String> LISTS = List.of("databases", "excludes", "paths");
    private static final List<String> FIELDS = List.of("backup", "databases", "excludes", "paths");

    private final Claims.Setting setting;
    private final Findings findings = new Findings();
    private final List<StateClaim> claims = new ArrayList<>();
    private final Map<Written, Data> everywhere = new HashMap<>();

    /**
     * Reads the state of all services.
     *
     * @param services sorted by id
     * @param readers by the id of a service, who gets its state
     */
    public StateClaims(
            List<DeployedService> services, SortedMap<String, SortedSet<String>> readers, Claims.Setting setting) {
        this.setting = setting;
        for (DeployedService service : services) {
            Written written = service.facet("state");
            Data value = written == null ? null : read(service, written);
            if (written != null && value != null) {
                SortedSet<String> covering = readers.getOrDefault(service.id(), new TreeSet<>());
                claims.add(new StateClaim(service.id(), value, List.copyOf(covering), written.location()));
            }
        }
    }

    /** What each service keeps, by service id. */
    public List<StateClaim> claims() {
        return List.copyOf(claims);
    }

    /** What is wrong with what they say they keep. */
    public List<Finding> findings() {
        return findings.sorted();
    }

    private @Nullable Data read(DeployedService service, Written written) {
        Data known = everywhere.get(written);
        if (known != null) {
            return known;
        }
        FacetReader facet = new FacetReader(
                service.context(), setting.arguments(), service.id(), setting.places(), setting.errors(), findings);
        String path = service.writtenAs() + ".state";
        AttrsValue set = facet.attrs(written.cell(), path, written.location());
        if (set == null) {
            return null;
        }
        check(set, path, written.location(), facet);
        Data data = NixData.of(set, setting.places());
        if (!facet.isContextual()) {
            everywhere.put(written, data);
        }
        return data;
    }

    private static void check(AttrsValue set, String path, @Nullable Place near, FacetReader facet) {
        for (int i = 0; i < set.size(); i++) {
            String field = Bytes.decode(set.name(i).name());
            String where = path + "." + field;
            Place place = facet.place(set, i, near);
            if (LISTS.contains(field)) {
                list(set.value(i), where, place, facet);
            } else if (field.equals("backup")) {
                facet.truth(set.value(i), where, place);
            } else {
                String nearest = Suggestions.nearest(field, FIELDS);
                if (nearest != null) {
                    facet.unknown(where, nearest, place);
                }
            }
        }
    }

    private static void list(Value cell, String where, @Nullable Place near, FacetReader facet) {
        ListValue list = facet.list(cell, where, near);
        for (int i = 0; list != null && i < list.size(); i++) {
            Place place = facet.place(list, i, near);
            String item = "item " + (i + 1) + " of " + where;
            Value value = facet.read(list.get(i), item, place);
            if (!(value instanceof StringValue) && !(value instanceof PathValue)) {
                facet.wrong(value, item, "a string", place);
            }
        }
    }
}

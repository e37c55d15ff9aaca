package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads every field of every service, and every value that a layer gives, and says what came of it and what is wrong.
 * What many scopes share is read once. Must run where the evaluator does.
 */
public final class SettingsReport {
    private final Settings settings;
    private final Findings findings = new Findings();
    private final CascadeCheck check;
    private final TreeMap<String, SortedMap<String, Setting>> byViewer = new TreeMap<>();
    private final IdentityHashMap<FieldCascade, Setting> written = new IdentityHashMap<>();
    private final Set<Cascade> read = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Schema> schemas = new HashMap<>();

    public SettingsReport(Settings settings) {
        this.settings = settings;
        this.check = new CascadeCheck(
                findings, settings.schemas().errors(), settings.schemas().places());
    }

    /**
     * Adds the settings of a service.
     *
     * @param service its id
     */
    public void add(String service, AspectSettings own) {
        try {
            Cascade cascade = own.cascade();
            findings.addAll(cascade.schema().findings());
            schemas.putIfAbsent(own.aspect(), cascade.schema());
            if (read.add(cascade)) {
                check.effective(cascade, service);
                for (Layer layer : cascade.layers()) {
                    // The layers of scopes and rules are checked whole, whoever sees them.
                    if (layer.name().equals(Contribution.INCLUDE)) {
                        check.written(cascade, layer, service);
                    }
                }
            }
            check.missing(cascade, own.missing());
            record(cascade, own);
        } catch (EvalException | SyntaxException failure) {
            findings.add(settings.schemas().errors().finding(failure, service, null));
        }
    }

    private void record(Cascade cascade, AspectSettings own) {
        for (Field field : cascade.allFields()) {
            FieldCascade fields = cascade.field(field);
            try {
                Setting known = written.get(fields);
                Value value = known == null ? fields.value() : null;
                if (value != null) {
                    Places places = settings.schemas().places();
                    known = new FieldProvenance(fields).setting(value, places);
                    written.put(fields, known);
                }
                if (known != null) {
                    byViewer.computeIfAbsent(own.viewer(), _ -> new TreeMap<>())
                            .put(own.aspect() + "." + field.text(), known);
                }
            } catch (EvalException | SyntaxException failure) {
                // Reported where the value was read: there is no setting to tell of.
            }
        }
    }

    /** Adds what the layers say, also of aspects that are deployed nowhere; to be called after all services. */
    public void addLayers() {
        var layers = new LayerCheck(settings, check, findings, schemas);
        layers.scopes();
        layers.policy();
        findings.addAll(settings.policy().findings());
    }

    /** By the id of a scope, or of a service where it is an instance, then by the path of the setting. */
    public SortedMap<String, SortedMap<String, Setting>> settings() {
        return byViewer;
    }

    /** What is wrong with schemas, layers and values. */
    public List<Finding> findings() {
        return findings.sorted();
    }
}

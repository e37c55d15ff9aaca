package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.Declarations.Choice;
import dev.fairlead.fleet.declare.Declarations.Exposure;
import dev.fairlead.fleet.declare.Declarations.Listed;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the set that a scope is declared by. What is wrong with one attribute leaves the others as they are. */
final class ScopeReader {
    private static final Set<String> VISIBILITIES = Set.of("host", "environment", "fleet");

    private final ScopeKind kind;
    private final ScopeNames names;

    private final List<Listed> includes = new ArrayList<>();
    private final List<Reference> imports = new ArrayList<>();
    private final List<Reference> tags = new ArrayList<>();
    private final List<Choice> bindings = new ArrayList<>();
    private final List<Exposure> expose = new ArrayList<>();

    private ScopeReader(ScopeKind kind, ScopeNames names) {
        this.kind = kind;
        this.names = names;
    }

    /**
     * The scope that is declared by a set.
     *
     * @param system of a host, else null
     */
    static ScopeDeclaration read(
            Fact declared,
            ScopeKind kind,
            ScopeNames names,
            String id,
            String name,
            @Nullable String parent,
            @Nullable String system) {
        Fact scope = declared.about(id);
        ScopeReader reader = new ScopeReader(kind, names);
        AttrsValue attributes = reader.read(scope, id);
        return new ScopeDeclaration(
                id,
                kind.name(),
                name,
                parent,
                system,
                List.copyOf(reader.includes),
                List.copyOf(reader.imports),
                List.copyOf(reader.tags),
                List.copyOf(reader.bindings),
                List.copyOf(reader.expose),
                attributes,
                scope.place());
    }

    /** What list items of {@code includes} are, here and elsewhere. */
    static List<Listed> includes(Fact list) {
        return list.items().stream()
                .map(item -> new Listed(item.cell(), item.place()))
                .toList();
    }

    private AttrsValue read(Fact scope, String id) {
        List<Fact> attributes = scope.attributes();
        var defined = new AttrsBuilder(attributes.size());
        for (Fact attribute : attributes) {
            if (attribute.isDefined()) {
                attribute.addTo(defined);
                read(attribute, attribute.name(), id);
            }
        }
        return defined.build();
    }

    private void read(Fact attribute, String name, String id) {
        kind.check(attribute);
        switch (kind.attributes().contains(name) ? name : "") {
            case "includes" -> includes.addAll(includes(attribute));
            case "imports" -> attribute.items().forEach(item -> readImport(item, id));
            case "tags" -> attribute.items().forEach(this::readTag);
            case "bindings" -> attribute.attributes().forEach(binding -> readBinding(binding, id));
            case "expose" -> attribute.attributes().forEach(this::readExposure);
            default -> attribute.value(); // read by those who know what it means, who are to find that it has a value
        }
    }

    private void readImport(Fact item, String id) {
        String name = item.text();
        Reference reference = name == null ? null : names.imported(item, name, id);
        if (reference != null) {
            imports.add(reference);
        }
    }

    private void readTag(Fact item) {
        String tag = item.text();
        if (tag != null) {
            tags.add(new Reference(tag, item.place()));
        }
    }

    private void readBinding(Fact binding, String id) {
        String service = binding.text();
        if (service != null) {
            bindings.add(new Choice(binding.name(), service, id, binding.place()));
        }
    }

    private void readExposure(Fact exposure) {
        String visibility = exposure.text();
        if (visibility == null) {
            return;
        }
        if (VISIBILITIES.contains(visibility)) {
            expose.add(new Exposure(exposure.name(), visibility, exposure.place()));
        } else {
            exposure.report(Finding.of(
                    FindingId.EVALUATION,
                    exposure + " is \"" + visibility + "\", but must be \"host\", \"environment\" or \"fleet\"."));
        }
    }
}

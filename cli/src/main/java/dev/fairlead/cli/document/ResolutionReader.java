package dev.fairlead.cli.document;

import dev.fairlead.cli.document.Sections.Section;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Choice;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Excluded;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.State;
import dev.fairlead.fleet.resolution.Resolution.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a resolution as {@code fairlead resolve} wrote it. */
public final class ResolutionReader {
    static final String SCHEMA = "fairlead/resolution/1";

    private static final Map<String, State> STATES = Parts.constants(State.class);
    private static final Map<String, Edge.Kind> EDGE_KINDS = Parts.constants(Edge.Kind.class);
    private static final Map<String, Edge.EdgeState> EDGE_STATES = Parts.constants(Edge.EdgeState.class);

    private ResolutionReader() {}

    /** The resolution in a file. Costs the size of the file in time, and of the resolution in memory. */
    public static Resolution read(Path file) throws IOException, DocumentException {
        try (InputStream document = Files.newInputStream(file)) {
            var content = new Content();
            content.sections.read(document);
            return content.resolution();
        }
    }

    /** As {@link #read}, of a text. */
    public static Resolution parse(byte[] document) throws DocumentException {
        var content = new Content();
        content.sections.read(document);
        return content.resolution();
    }

    /** What is read of a document. */
    private static final class Content {
        private final Sections sections = new Sections(SCHEMA);
        private final Section<List<List<String>>> plan = sections.list("plan", ResolutionReader::wave);
        private final Section<String> fleet = sections.part("fleet", part -> part.text("name"));
        private final Section<List<Scope>> scopes = sections.list("scopes", ResolutionReader::scope);
        private final Section<List<Service>> services = sections.list("services", ResolutionReader::service);
        private final Section<List<Excluded>> excluded = sections.list("excluded", ResolutionReader::excluded);
        private final Section<List<Edge>> edges = sections.list("edges", ResolutionReader::edge);
        private final CoordinationReader coordination = new CoordinationReader(sections);
        private final Section<List<Finding>> findings = sections.list("findings", FindingReader::read);

        Resolution resolution() throws DocumentException {
            return new Resolution(
                    fleet.get(),
                    scopes.get(),
                    services.get(),
                    excluded.get(),
                    edges.get(),
                    plan.get(),
                    coordination.coordination(),
                    findings.get());
        }
    }

    private static List<String> wave(JsonPart wave) throws DocumentException {
        List<String> services = new ArrayList<>();
        for (JsonPart service : wave.items()) {
            services.add(service.text());
        }
        return services;
    }

    private static Scope scope(JsonPart scope) throws DocumentException {
        return new Scope(
                scope.text("id"),
                scope.text("kind"),
                scope.text("name"),
                scope.textOrNull("parent"),
                scope.texts("imports"),
                scope.texts("tags"),
                Parts.map(scope.get("data"), Parts::data),
                Parts.place(scope, "location"));
    }

    private static Service service(JsonPart service) throws DocumentException {
        return new Service(
                service.text("id"),
                service.text("name"),
                service.textOrNull("instance"),
                service.text("scope"),
                service.textOrNull("host"),
                service.textOrNull("environment"),
                service.text("visibility"),
                Parts.list(
                        service,
                        "provides",
                        provision -> new Provision(
                                provision.text("capability"),
                                provision.text("visibility"),
                                Parts.data(provision.get("data")),
                                Parts.place(provision, "location"))),
                Parts.list(service, "requires", ResolutionReader::requirement),
                service.texts("classes"),
                Parts.list(service, "includedBy", ResolutionReader::inclusion),
                service.get("wave").isNull() ? null : service.number("wave"),
                Parts.place(service, "location"));
    }

    private static Inclusion inclusion(JsonPart inclusion) throws DocumentException {
        return new Inclusion(inclusion.text("by"), Parts.place(inclusion, "location"));
    }

    private static Excluded excluded(JsonPart excluded) throws DocumentException {
        return new Excluded(
                excluded.text("id"),
                excluded.text("name"),
                excluded.text("scope"),
                Parts.list(excluded, "by", ResolutionReader::inclusion),
                Parts.list(excluded, "includedBy", ResolutionReader::inclusion));
    }

    private static Requirement requirement(JsonPart requirement) throws DocumentException {
        return new Requirement(
                requirement.text("capability"),
                requirement.text("cardinality"),
                requirement.truth("late"),
                Parts.constant(requirement, "state", STATES),
                requirement.texts("bound"),
                Parts.map(requirement.get("paths"), ResolutionReader::way),
                choice(requirement),
                Parts.place(requirement, "location"));
    }

    private static @Nullable Choice choice(JsonPart requirement) throws DocumentException {
        JsonPart choice = requirement.find("choice");
        return choice == null
                ? null
                : new Choice(choice.text("by"), choice.text("service"), Parts.place(choice, "location"));
    }

    private static List<Step> way(JsonPart steps) throws DocumentException {
        List<Step> way = new ArrayList<>();
        for (JsonPart step : steps.items()) {
            way.add(new Step(step.text("label"), step.text("to")));
        }
        return way;
    }

    private static Edge edge(JsonPart edge) throws DocumentException {
        return new Edge(
                edge.text("from"),
                edge.text("to"),
                Parts.constant(edge, "kind", EDGE_KINDS),
                edge.text("label"),
                Parts.constant(edge, "state", EDGE_STATES));
    }
}

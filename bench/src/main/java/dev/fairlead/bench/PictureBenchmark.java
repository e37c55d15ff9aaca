package dev.fairlead.bench;

import dev.fairlead.bridge.den.DenInput;
import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.fit.Budget;
import dev.fairlead.diagram.fit.Part;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.svg.Theme;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** What pictures of large fleets cost in a fresh process: each is drawn once. */
final class PictureBenchmark {
    private static final int HOSTS = 40;

    private PictureBenchmark() {}

    /** The layout and SVG of a random graph with services in the frames of {@value #HOSTS} hosts. */
    static void layout(PrintStream out, int nodes, int edges) {
        var random = new Random(1);
        var builder = new DiagramBuilder("dependencies", nodes + " services");
        for (int host = 0; host < HOSTS; host++) {
            builder.group(new Group("host:h" + host, "host:h" + host, "host", null));
        }
        for (int n = 0; n < nodes; n++) {
            builder.node(Node.of("service:s" + n, "service-" + n, "service").in("host:h" + n % HOSTS));
        }
        for (int n = 0; n < edges; n++) {
            int to = 1 + random.nextInt(nodes - 1);
            builder.edge(Edge.of("service:s" + random.nextInt(to), "service:s" + to, "needs " + n, "requires"));
        }
        Diagram diagram = builder.build();
        double start = cpu();
        Part part = Diagrams.draw(diagram, Format.SVG, Budget.named("none").orElseThrow(), Theme.LIGHT)
                .getFirst();
        out.printf(
                "%,d nodes and %,d edges as SVG: %.2f s of CPU, %,d bytes%n",
                diagram.nodes().size(),
                diagram.edges().size(),
                cpu() - start,
                part.text().length());
    }

    /**
     * All views of nine hosts in one fleet, as SVG that fits the usual budget. The hosts are those of the graphs that
     * den-diagram wrote of two real ones, each several times under other names.
     */
    static void nine(PrintStream out, List<Path> graphs) throws IOException, UnreadableFleetException {
        Resolution fleet = merged(graphs);
        long edges = fleet.services().stream()
                .mapToLong(service -> service.includedBy().size())
                .sum();
        out.printf("%,d nodes and %,d edges%n", fleet.services().size(), edges);
        double all = 0;
        for (View view : View.values()) {
            double start = cpu();
            List<Part> parts = Diagrams.draw(Diagrams.view(fleet, Order.of(view)), Format.SVG, null, Theme.LIGHT);
            double seconds = cpu() - start;
            all += seconds;
            out.printf("  %-16s %.2f s, %d parts%n", view.text(), seconds, parts.size());
        }
        out.printf("all views: %.2f s of CPU%n", all);
    }

    /** Seconds, of all threads, which a machine that others use too disturbs least. */
    private static double cpu() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ofNanos(System.nanoTime()))
                        .toNanos()
                / 1e9;
    }

    private static Resolution merged(List<Path> graphs) throws IOException, UnreadableFleetException {
        var scopes = new TreeMap<String, Scope>();
        var services = new TreeMap<String, Service>();
        var channels = new TreeMap<String, Coordination.Channel>();
        for (int host = 1; host <= 9; host++) {
            Path graph = graphs.get(host % graphs.size());
            String old = String.valueOf(graph.getFileName()).replace("-ir.json", "");
            Path renamed = Files.createTempFile("host", ".json");
            Files.writeString(renamed, Files.readString(graph).replace(old, "host-" + host));
            Resolution one = DenInput.read(renamed);
            Files.delete(renamed);
            one.scopes().forEach(scope -> scopes.putIfAbsent(scope.id(), scope));
            one.services().forEach(service -> services.putIfAbsent(service.id(), service));
            channels.putAll(one.coordination().channels());
        }
        return new Resolution(
                "nine",
                new ArrayList<>(scopes.values()),
                new ArrayList<>(services.values()),
                List.of(),
                List.of(),
                List.of(),
                new Coordination(new TreeMap<>(), channels, List.of(), List.of(), new TreeMap<>()),
                List.of());
    }
}

package dev.fairlead.viewer;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.viewer.answer.Depth;
import dev.fairlead.viewer.answer.Document;
import dev.fairlead.viewer.answer.Forms;
import dev.fairlead.viewer.answer.Refusal;
import dev.fairlead.viewer.answer.Shown;
import dev.fairlead.viewer.http.Loopback;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** The viewer of a fleet, as long as it is served. */
public final class Viewer implements AutoCloseable {
    private final Loopback server;
    private final Watch watch;

    private Viewer(Loopback server, Watch watch) {
        this.server = server;
        this.watch = watch;
    }

    /** Whether the program was built with the page, which takes npm; without it there is nothing to serve. */
    public static boolean isBuilt() {
        return Assets.ofProgram().isComplete();
    }

    /**
     * Reads the fleet and serves it on loopback until closed.
     *
     * @param port 0 for any that is free
     * @param faults told of what should not happen
     * @throws Refusal if the fleet cannot be read
     * @throws IOException if the port is taken
     */
    public static Viewer serve(LiveFleet fleet, Forms forms, int port, Consumer<Throwable> faults)
            throws Refusal, IOException {
        long stamp = fleet.stamp();
        Document first = Document.live(fleet.read());
        var documents = new Documents(first);
        Consumer<Document> prepare = document -> Thread.ofVirtual().start(() -> prepare(document, forms));
        var watch = new Watch(documents, fleet, stamp, prepare);
        Loopback server =
                Loopback.start(port, new ViewerRoutes(Assets.ofProgram(), documents, fleet, forms, watch), faults);
        prepare.accept(first);
        watch.start();
        return new Viewer(server, watch);
    }

    /**
     * A picture as one page that works from disk; empty if the program was built without the page.
     *
     * @param document what details are from
     * @param diagram what of it is shown
     */
    public static Optional<String> page(Document document, Diagram diagram, Forms forms) {
        Assets assets = Assets.ofProgram();
        return assets.isComplete()
                ? Optional.of(new OneFilePage(assets, forms).of(document, Shown.of(diagram, Depth.AUTOMATIC)))
                : Optional.empty();
    }

    /** Draws what a page asks for first, while the browser still starts. */
    private static void prepare(Document document, Forms forms) {
        try {
            Questions.first(document, forms).shown().json();
        } catch (Refusal noSuchView) {
            // The page will ask itself, and be told.
        }
    }

    /** The address to open in a browser. */
    public String address() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    @Override
    public void close() {
        watch.close();
        server.close();
    }
}

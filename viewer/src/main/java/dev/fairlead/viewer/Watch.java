package dev.fairlead.viewer;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.viewer.answer.Answers;
import dev.fairlead.viewer.answer.Document;
import dev.fairlead.viewer.answer.Refusal;
import dev.fairlead.viewer.http.EventStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the files of the fleet twice a second, resolves it again when they are others, and tells every page. Looking
 * works on every file system, which being told of changes does not; while nothing is read, the last fleet stays.
 */
final class Watch implements AutoCloseable {
    private static final int MILLISECONDS = 500;

    private final Documents documents;
    private final LiveFleet fleet;
    private final Consumer<Document> arrived;
    private final Set<EventStream> pages = ConcurrentHashMap.newKeySet();
    private @Nullable Thread thread;
    private long stamp;
    private volatile @Nullable String failure;

    /**
     * A watch that has not started.
     *
     * @param stamp that of the fleet that is in {@code documents}
     * @param arrived told of each fleet that takes the place of another, before the pages are
     */
    Watch(Documents documents, LiveFleet fleet, long stamp, Consumer<Document> arrived) {
        this.documents = documents;
        this.fleet = fleet;
        this.stamp = stamp;
        this.arrived = arrived;
    }

    void start() {
        thread = Thread.ofVirtual().name("watch").start(this::run);
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
        pages.forEach(EventStream::end);
    }

    /** A stream that tells at once which version there is, and from then on what happens. */
    EventStream listen() {
        var stream = new EventStream();
        pages.add(stream);
        stream.send("hello", state());
        String sentence = failure;
        if (sentence != null) {
            stream.send("failure", error(sentence));
        }
        return stream;
    }

    void forget(EventStream stream) {
        pages.remove(stream);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(MILLISECONDS);
                long now = fleet.stamp();
                if (now != stamp) {
                    look();
                    stamp = now;
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            Document.Content content = fleet.read();
            boolean recovered = failure != null;
            failure = null;
            if (!recovered && documents.fleet().content().equals(content)) {
                return;
            }
            var document = Document.live(content);
            documents.replace(document);
            arrived.accept(document);
            tell("change", state());
        } catch (Refusal unreadable) {
            failure = unreadable.sentence();
            tell("failure", error(unreadable.sentence()));
        }
    }

    private void tell(String name, String json) {
        pages.forEach(page -> page.send(name, json));
    }

    private String state() {
        long version = documents.version();
        long errors = documents.fleet().content() instanceof Document.Content.Fleet(Resolution resolution)
                ? resolution.findings().stream().filter(Finding::isError).count()
                : 0;
        return Answers.object(json -> {
            json.writeNumberProperty("version", version);
            json.writeNumberProperty("errors", errors);
        });
    }

    private static String error(String sentence) {
        return Answers.object(json -> json.writeStringProperty("error", sentence));
    }
}

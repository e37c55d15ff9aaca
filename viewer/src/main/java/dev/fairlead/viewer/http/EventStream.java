package dev.fairlead.viewer.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Server-sent events for one page, until it goes. Whoever has news puts them in from any thread; a page that does not read
 * loses the oldest.
 */
public final class EventStream {
    private static final int WAITING = 64;
    /** Only writing tells that a page has gone. */
    private static final int HEARTBEAT_SECONDS = 10;

    private static final Event END = new Event("", "");

    private record Event(String name, String json) {}

    private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>(WAITING);

    /** Sends an event, as soon as the page reads. */
    public void send(String name, String json) {
        put(new Event(name, json));
    }

    /** Ends the stream. */
    public void end() {
        put(END);
    }

    private void put(Event event) {
        while (!waiting.offer(event)) {
            waiting.poll();
        }
    }

    /** Writes until the stream ends or the page is gone. */
    void run(HttpExchange exchange) throws IOException, InterruptedException {
        Reply.protect(exchange.getResponseHeaders());
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        while (true) {
            Event event = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            if (END.equals(event)) {
                return;
            }
            // The data is JSON on one line, so it cannot end the event.
            String text =
                    event == null ? ": still here\n\n" : "event: " + event.name() + "\ndata: " + event.json() + "\n\n";
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}

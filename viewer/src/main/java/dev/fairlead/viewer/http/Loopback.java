package dev.fairlead.viewer.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fairlead.viewer.answer.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An HTTP server that only this machine reaches. Each request has a thread of its own. */
public final class Loopback implements AutoCloseable {
    /** By its number: what localhost is may have been changed. */
    static final InetAddress ADDRESS = InetAddress.ofLiteral("127.0.0.1");

    static {
        // The server of the JDK takes these from properties only, when it is first used. Without them a client that
        // sends
        // a byte an hour is waited for, and one that opens connections gets all that there are.
        limit("sun.net.httpserver.maxReqTime", 60);
        limit("jdk.httpserver.maxConnections", 400);
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Routes routes;
    private final Consumer<Throwable> faults;
    private final Gate gate;

    private static void limit(String property, int number) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, String.valueOf(number));
        }
    }

    /** How requests are answered. */
    public interface Routes {
        /** The answer to a request that was let in. */
        Reply answer(Request request) throws Refusal, IOException;

        /** The stream of events, for requests that want it; null for all others. */
        @Nullable
        EventStream events(Request request);

        /** Called when a stream has ended. */
        void gone(EventStream stream);
    }

    private Loopback(HttpServer server, Routes routes, Consumer<Throwable> faults) {
        this.server = server;
        this.routes = routes;
        this.faults = faults;
        this.gate = new Gate(server.getAddress().getPort());
    }

    /**
     * Starts to answer.
     *
     * @param port 0 for any that is free
     * @param faults told of what should not happen
     * @throws IOException if the port is taken
     */
    public static Loopback start(int port, Routes routes, Consumer<Throwable> faults) throws IOException {
        var loopback = new Loopback(HttpServer.create(new InetSocketAddress(ADDRESS, port), 0), routes, faults);
        loopback.server.setExecutor(loopback.threads);
        loopback.server.createContext("/", loopback::handle);
        loopback.server.start();
        return loopback;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            gate.check(exchange);
            Request request = Request.of(exchange);
            EventStream events = routes.events(request);
            if (events == null) {
                routes.answer(request).send(exchange);
            } else {
                stream(events, exchange);
            }
        } catch (Refusal refusal) {
            Reply.refused(refusal).send(exchange);
        } catch (OutOfMemoryError tooLarge) {
            Reply.error(413, "That needs more memory than there is.").send(exchange);
        } catch (RuntimeException | Error fault) {
            faults.accept(fault);
            Reply.error(
                            500,
                            "This is a fault of Fairlead; please report it with what led to it ("
                                    + fault.getClass().getName() + ").")
                    .send(exchange);
        }
    }

    private void stream(EventStream events, HttpExchange exchange) throws IOException {
        try {
            events.run(exchange);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            routes.gone(events);
        }
    }
}

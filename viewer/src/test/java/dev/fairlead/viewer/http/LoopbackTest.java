package dev.fairlead.viewer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.viewer.answer.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask the server what. Requests are written by hand, since clients refuse to send most of these. */
final class LoopbackTest {
    private final List<Throwable> faults = new ArrayList<>();
    private @Nullable Loopback server;

    /** Answers with what it was asked. */
    private static final class Echo implements Loopback.Routes {
        @Override
        public Reply answer(Request request) throws Refusal, IOException {
            if (request.path().equals("/broken")) {
                throw new IllegalStateException("on purpose");
            }
            String body = request.method().equals("POST") ? new String(request.body(), StandardCharsets.UTF_8) : "";
            return Reply.json(
                    "\"" + request.method() + " " + request.path() + " " + request.parameters() + body + "\"");
        }

        @Override
        public @Nullable EventStream events(Request request) {
            return null;
        }

        @Override
        public void gone(EventStream stream) {}
    }

    @BeforeEach
    void start() throws IOException {
        server = Loopback.start(0, new Echo(), faults::add);
    }

    @AfterEach
    void stop() {
        running().close();
    }

    private Loopback running() {
        if (server == null) {
            throw new IllegalStateException();
        }
        return server;
    }

    /** Sends lines, with PORT in them replaced, and gives back all that is answered. */
    private String answer(String... lines) throws IOException {
        String request = String.join("\r\n", lines)
                .replace("PORT", String.valueOf(running().port()));
        try (var socket = new Socket(Loopback.ADDRESS, running().port())) {
            socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String status(String answer) {
        return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "[::1]:PORT", "LOCALHOST:PORT"})
    void theNamesOfThisMachineAreAnswered(String host) throws IOException {
        assertThat(status(answer("GET / HTTP/1.1", "Host: " + host, "Connection: close")))
                .isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "127.0.0.1",
                "127.0.0.1:1",
                "127.0.0.1:PORT.evil.example",
                "localhost.:PORT",
                "192.168.0.1:PORT",
                "user@127.0.0.1:PORT",
                ""
            })
    void aNameThatSomebodyPointedAtThisMachineIsRefused(String host) throws IOException {
        String answer = answer("GET /api/documents HTTP/1.1", "Host: " + host, "Connection: close");
        assertThat(status(answer)).isEqualTo("403");
        assertThat(answer).contains("{\"error\":\"This server answers as http://127.0.0.1:");
    }

    @Test
    void anAddressThatNamesAnotherHostThanTheHeaderIsRefused() throws IOException {
        for (String address : List.of("http://evil.example/api/documents", "http://127.0.0.1:PORT/api/documents")) {
            String answer = answer("GET " + address + " HTTP/1.1", "Host: 127.0.0.1:PORT", "Connection: close");
            assertThat(status(answer)).isEqualTo("403");
            assertThat(answer).contains("is no proxy");
        }
    }

    @Test
    void twoHostsAreRefusedSinceEachReaderWouldTakeAnother() throws IOException {
        assertThat(status(answer("GET / HTTP/1.1", "Host: 127.0.0.1:PORT", "Host: evil.example", "Connection: close")))
                .isEqualTo("403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "https://127.0.0.1:PORT",
                "http://127.0.0.1:PORT.evil.example",
                "http://localhost:PORT",
                "file://"
            })
    void anotherOriginIsRefused(String origin) throws IOException {
        String answer =
                answer("GET /api/view HTTP/1.1", "Host: 127.0.0.1:PORT", "Origin: " + origin, "Connection: close");
        assertThat(status(answer)).isEqualTo("403");
    }

    @Test
    void theOwnOriginMayAsk() throws IOException {
        assertThat(status(answer(
                        "GET /api/view HTTP/1.1",
                        "Host: localhost:PORT",
                        "Origin: http://localhost:PORT",
                        "Sec-Fetch-Site: same-origin",
                        "Connection: close")))
                .isEqualTo("200");
    }

    @Test
    void dataIsNotForOtherSitesButALinkFromOneOpensThePage() throws IOException {
        String[] rest = {"Host: 127.0.0.1:PORT", "Sec-Fetch-Site: cross-site", "Connection: close"};
        assertThat(status(answer(Stream.concat(Stream.of("GET /api/view HTTP/1.1"), Stream.of(rest))
                        .toArray(String[]::new))))
                .isEqualTo("403");
        assertThat(status(answer(Stream.concat(Stream.of("GET / HTTP/1.1"), Stream.of(rest))
                        .toArray(String[]::new))))
                .isEqualTo("200");
    }

    @Test
    void whatIsSentMustBeJsonFromTheOwnOrigin() throws IOException {
        String[] good = {
            "POST /api/whatif HTTP/1.1",
            "Host: 127.0.0.1:PORT",
            "Origin: http://127.0.0.1:PORT",
            "Content-Type: application/json; charset=utf-8",
            "Content-Length: 0",
            "Connection: close"
        };
        assertThat(status(answer(good))).isEqualTo("200");
        for (int left : new int[] {2, 3}) {
            String[] without = Stream.iterate(0, i -> i + 1)
                    .limit(good.length)
                    .filter(i -> i != left)
                    .map(i -> good[i])
                    .toArray(String[]::new);
            assertThat(status(answer(without))).isEqualTo(left == 2 ? "403" : "415");
        }
        good[3] = "Content-Type: text/plain";
        assertThat(status(answer(good))).isEqualTo("415");
    }

    @ParameterizedTest
    @ValueSource(strings = {"67108865", "10000000000", "999999999999999999"})
    void whatIsAnnouncedAsTooLargeIsRefusedBeforeItIsRead(String length) throws IOException {
        String answer = answer(
                "POST /api/documents HTTP/1.1",
                "Host: 127.0.0.1:PORT",
                "Origin: http://127.0.0.1:PORT",
                "Content-Type: application/json",
                "Content-Length: " + length,
                "Connection: close");
        assertThat(status(answer)).isEqualTo("413");
        assertThat(answer).contains("larger than 64 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE", "HEAD"})
    void otherMethodsAreUnknown(String method) throws IOException {
        String answer = answer(method + " / HTTP/1.1", "Host: 127.0.0.1:PORT", "Connection: close");
        assertThat(status(answer)).isEqualTo("405");
        assertThat(answer).contains("Allow: GET, POST");
    }

    static Stream<String> everyKindOfAnswer() {
        return Stream.of("GET / ", "GET /broken ", "PUT / ", "GET /?a=%ff%c3 ");
    }

    @ParameterizedTest
    @MethodSource("everyKindOfAnswer")
    void everyAnswerProtectsItself(String request) throws IOException {
        assertThat(answer(request + "HTTP/1.1", "Host: 127.0.0.1:PORT", "Connection: close")
                        .toLowerCase(Locale.ROOT))
                .contains(
                        "content-security-policy: default-src 'none'",
                        "x-content-type-options: nosniff",
                        "x-frame-options: deny",
                        "referrer-policy: no-referrer",
                        "cross-origin-resource-policy: same-origin",
                        "cache-control: no-store");
    }

    @Test
    void parametersAreDecodedAndAPathIsNot() throws IOException {
        assertThat(answer(
                        "GET /assets/%2e%2e/x?q=a%26b+c&q=%C3%A9&flag HTTP/1.1",
                        "Host: 127.0.0.1:PORT", "Connection: close"))
                .contains("GET /assets/%2e%2e/x {flag=[], q=[a&b c, é]}");
    }

    @Test
    void aFaultOfOursIsReportedAndTheServerGoesOn() throws IOException {
        String answer = answer("GET /broken HTTP/1.1", "Host: 127.0.0.1:PORT", "Connection: close");
        assertThat(status(answer)).isEqualTo("500");
        assertThat(answer).contains("This is a fault of Fairlead").doesNotContain("on purpose");
        assertThat(faults).hasSize(1);
        assertThat(status(answer("GET / HTTP/1.1", "Host: 127.0.0.1:PORT", "Connection: close")))
                .isEqualTo("200");
    }

    @Test
    void anAddressThatOthersReachDoesNotAnswer() throws IOException {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, running().port()).close())
                            .isInstanceOf(IOException.class);
                }
            }
        }
        assertThat(status(answer("GET / HTTP/1.1", "Host: 127.0.0.1:PORT", "Connection: close")))
                .isEqualTo("200");
    }
}

package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.diagram.Format;
import dev.fairlead.testing.Repository;
import dev.fairlead.viewer.LiveFleet.Supposition;
import dev.fairlead.viewer.Viewer;
import dev.fairlead.viewer.answer.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fleet in files behind the server of the viewer: what it answers, and that it follows the files. */
final class ServedFleetTest {
    private static final String NAME = "<img src=x onerror=alert(1)>";

    private static final String FLEET = """
            { den, lib, ... }:
            {
              den.fleet.name = "small";
              den.hosts.x86_64-linux.web1 = {
                tags = [ "edge" ];
                includes = [ "nginx" "dns" ''%s'' ];
                settings.nginx.port = 8080;
              };
              den.hosts.x86_64-linux.web2.includes = [ "nginx" ];
              den.aspects.nginx = {
                settings.port = lib.mkOption { type = lib.types.port; default = 1; };
                ports = { settings, ... }: { http = settings.port; };
                meta.requires = [ "dns" ];
              };
              den.aspects.dns = { meta.provides = [ "dns" ]; state.paths = [ "/var/dns" ]; };
              den.aspects."%s".meta.requires = [ "dns" ];
            }
            """.formatted(NAME, NAME);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Throwable> faults = new ArrayList<>();
    private final List<Viewer> viewers = new ArrayList<>();
    private String address = "";

    @BeforeEach
    void serve() throws IOException, Refusal {
        Files.writeString(folder.resolve("fleet.nix"), FLEET);
        address = serve(folder, Fleets.Form.FAIRLEAD);
    }

    private Console console() {
        return new Console(
                InputStream.nullInputStream(),
                new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                Map.of(),
                () -> false,
                folder);
    }

    private String serve(Path place, Fleets.Form form) throws IOException, Refusal {
        var console = console();
        var fleets = new FleetPipeline(console);
        var run = new Call(
                ArgumentParser.parse(new ServeCommand().synopsis(), List.of()),
                console,
                Set.of(),
                fleets,
                new Revisions(console));
        Viewer viewer = Viewer.serve(new ServedFleet(place, form, fleets), new ViewerForms(run), 0, faults::add);
        viewers.add(viewer);
        return viewer.address();
    }

    @AfterEach
    void close() {
        viewers.forEach(Viewer::close);
        client.close();
        assertThat(faults).isEmpty();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    private String ok(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Origin", address.substring(0, address.length() - 1))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The value of a key that is a text, the first there is. */
    private static String text(String json, String key) {
        int start = json.indexOf("\"" + key + "\":\"") + key.length() + 4;
        return json.substring(start, json.indexOf('"', start));
    }

    @Test
    void tellsWhatThereIsToLookAt() throws Exception {
        assertThat(ok("api/documents"))
                .contains("\"id\":\"fleet\",\"title\":\"small\",\"origin\":\"live\"")
                .contains("\"hostNames\":[\"web1\",\"web2\"]", "\"tags\":[\"edge\"]", "\"errors\":1")
                .contains("{\"name\":\"chain\",\"title\":\"Chain\"")
                .contains("\"whatif\":true");
    }

    @Test
    void drawsAViewWithTheOptionsOfTheCommand() throws Exception {
        String all = ok("api/view?document=fleet&view=dependencies&depth=auto");
        assertThat(all).contains("service:nginx@web1", "service:nginx@web2", "missing:dns", "\"layout\":{");
        String problems = ok("api/view?problems=true");
        assertThat(problems).contains("service:nginx@web2").doesNotContain("service:nginx@web1");
        String host = ok("api/view?host=web1");
        assertThat(host).contains("service:nginx@web1").doesNotContain("service:nginx@web2");
        String closed = ok("api/view?collapsed=host:web1");
        assertThat(closed)
                .contains("\"collapsed\":[{\"id\":\"host:web1\",\"label\":\"host:web1\",\"kind\":\"host\",\"nodes\":3")
                .doesNotContain("service:nginx@web1");
    }

    @Test
    void drawsWhatASelectorChooses() throws Exception {
        String chosen = ok("api/view?select=" + encoded("sel.attrs { host = \"web1\"; }"));
        assertThat(chosen).contains("service:nginx@web1").doesNotContain("service:nginx@web2");
        String scopes = ok("api/view?select=" + encoded("sel.tag \"edge\"") + "&view=placement");
        assertThat(scopes).contains("host:web1").doesNotContain("host:web2");
        assertThat(ok("api/export?format=json&select=" + encoded("sel.attrs { host = \"web1\"; }")))
                .contains("service:nginx@web1")
                .doesNotContain("service:nginx@web2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sel.tga "edge"     | The expression: attribute 'tga' missing (column 1); did you mean tag?
            sel.tag (          | The expression: syntax error, unexpected end of file (column 10).
            "edge"             | The expression must be a selector, but is a string
            sel.when (f: 1)    | must give a Boolean
            sel.when (f: builtins.readFile /etc/passwd == "") | access to path '/etc/passwd' is forbidden
            sel.when (f: import ./fleet.nix == f)             | is forbidden
            sel.when (f: let x = n: x n; in x 1)              | max-call-depth exceeded
            sel.when (f: builtins.genericClosure { startSet = [ { key = 0; } ]; operator = x: [ { key = x.key + 1; } ]; } == 1) | stopped after 3 seconds
            sel.when (f: builtins.genList (x: x) 2000000000 == 1) | evaluation
            """)
    void aSelectorThatIsNoneOrGoesTooFarIsRefusedAndSaidToBeToBlame(String expression, String why) throws Exception {
        HttpResponse<String> response = get("api/view?select=" + encoded(expression));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(why.replace("\"", "\\\"")).endsWith(",\"about\":\"select\"}");
        assertThat(ok("api/view")).contains("service:nginx@web1");
    }

    @Test
    void aSelectorSeesNoEnvironmentAndAsksNothingOfAPicture() throws Exception {
        String unset = "builtins.getEnv \"PATH\" == \"\"";
        assertThat(ok("api/view?select=" + encoded("sel.when (f: " + unset + ")")))
                .contains("service:nginx@web1");
        Result diagram = CliRun.whole().run("diagram", folder.toString(), "--format", "json");
        String id = text(post("api/documents", diagram.out()).body(), "id");
        HttpResponse<String> asked = get("api/view?document=" + id + "&select=sel.star");
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("--select can be asked of a fleet only");
    }

    @Test
    void tellsAllOfAServiceAHostAndWhatIsMissing() throws Exception {
        assertThat(ok("api/details?id=service:nginx@web1"))
                .contains("\"title\":\"nginx\"", "\"file\":\"fleet.nix\"")
                .contains("\"path\":\"nginx.port\",\"value\":8080", "\"layer\":\"host:web1\",\"value\":8080")
                .contains("\"layer\":\"default\"")
                .contains("\"capability\":\"dns\",\"cardinality\":\"one\"", "\"bound\":[\"service:dns@web1\"]")
                .contains("\"name\":\"http\"", "\"port\":8080")
                .contains("\"dependencies\":[\"service:dns@web1\"]")
                .contains("\"groups\":[\"host:web1\"]");
        assertThat(ok("api/details?id=service:dns@web1"))
                .contains("\"state\":{\"value\":", "\"dependents\":[", "service:nginx@web1");
        assertThat(ok("api/details?id=host:web1"))
                .contains("\"kind\":\"host\"", "\"contains\":[", "{\"id\":\"service:dns@web1\"");
        assertThat(ok("api/details?id=missing:dns"))
                .contains("\"kind\":\"missing\"", "\"dependents\":[\"service:nginx@web2\"]", "missing-dependency");
    }

    @Test
    void tracesAndFinds() throws Exception {
        assertThat(ok("api/trace?id=service:dns@web1&direction=up"))
                .contains("\"id\":\"service:nginx@web1\",\"groups\":[\"host:web1\"]")
                .doesNotContain("web2");
        assertThat(ok("api/trace?id=service:dns@web1&direction=down"))
                .isEqualTo("{\"nodes\":[{\"id\":\"service:dns@web1\",\"groups\":[\"host:web1\"]}],\"edges\":[]}");
        assertThat(ok("api/trace?channel=backup-targets")).contains("channel:backup-targets", "service:dns@web1");
        assertThat(ok("api/search?q=ngin"))
                .contains("\"found\":4,\"hits\":[{\"id\":\"service:nginx@web1\",\"label\":\"nginx\"");
    }

    @Test
    void supposesWhatTheCommandSupposesAndShowsBothSides() throws Exception {
        HttpResponse<String> supposed = post("api/whatif", "{\"without\":[\"service:dns\"]}");
        assertThat(supposed.statusCode()).isEqualTo(200);
        assertThat(supposed.body()).contains("without service:dns@web1", "fairlead/difference/1");
        String id = text(supposed.body(), "document");
        assertThat(ok("api/view?document=" + id + "&against=fleet"))
                .contains("\"origin\": \"old\"", "\"origin\": \"new\"", "removed");
        assertThat(ok("api/view?changed=true&document=" + id + "&against=fleet"))
                .contains("service:nginx@web1")
                .doesNotContain("service:nginx@web2");
        assertThat(ok("api/difference?old=fleet&new=" + id)).contains("service:dns@web1");
        assertThat(ok("api/documents")).contains("\"id\":\"" + id + "\"", "\"origin\":\"whatif\"");
        assertThat(text(post("api/whatif", "{\"without\":[\"service:dns\"]}").body(), "document"))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let f = n: if n == 0 then 1 else f (n - 1) + f (n - 1); in f 100",
                "{ _type = ''if''; content = 1; condition = let f = n: n != 0 && (f (n - 1) || f (n - 1)); in f 100; }"
            })
    void givesUpWhatNeverEndsAndGoesOn(String value) throws Exception {
        var served =
                new ServedFleet(folder, Fleets.Form.FAIRLEAD, new FleetPipeline(console()), Duration.ofMillis(300));
        var before = served.read();
        var endless = new Supposition(List.of(), List.of(), List.of("host:web1:nginx.port=" + value));
        assertThatThrownBy(() -> served.suppose(endless))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Nothing comes of what is supposed: it was given up");
        assertThat(served.read()).isEqualTo(before);
    }

    @Test
    void opensResolutionsAndDiagramsThatAreSent() throws Exception {
        Result resolution = CliRun.whole().run("resolve", folder.toString());
        String opened = post("api/documents", resolution.out()).body();
        assertThat(opened).contains("\"title\":\"small\",\"kind\":\"resolution\"");
        assertThat(ok("api/difference?old=fleet&new=" + text(opened, "id"))).contains("\"services\": []");
        Result diagram = CliRun.whole().run("diagram", folder.toString(), "--format", "json");
        String drawn = post("api/documents", diagram.out()).body();
        assertThat(drawn).contains("\"kind\":\"diagram\"");
        assertThat(ok("api/view?document=" + text(drawn, "id"))).contains("service:nginx@web1");
        HttpResponse<String> asked = post("api/whatif", "{\"document\":\"" + text(drawn, "id") + "\",\"set\":[\"x\"]}");
        assertThat(asked.statusCode()).isEqualTo(409);
    }

    @Test
    void keepsOnlyTheLastDocuments() throws Exception {
        String first = "";
        for (int i = 0; i < 17; i++) {
            String answer = post(
                            "api/documents",
                            "{\"schema\":\"fairlead/diagram/1\",\"title\":\"t%d\",\"groups\":[],\"nodes\":[],\"edges\":[]}"
                                    .formatted(i))
                    .body();
            first = i == 0 ? text(answer, "id") : first;
        }
        HttpResponse<String> gone = get("api/view?document=" + first);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("only the last 16 that were opened are kept");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            api/view?view=nope                  | 400 | knows no --view 'nope'
            api/view?hosts=web1                 | 400 | 'hosts' means nothing here; did you mean host?
            api/view?host=web9                  | 400 | The fleet has no host 'web9'; did you mean web1?
            api/view?theme=/etc/passwd          | 400 | 'theme' is light or dark
            api/view?problems=perhaps           | 400 | 'problems' is true or false
            api/view?depth=7                    | 400 | 'depth' is 'auto'
            api/view?host=web1&host=web2        | 400 | twice
            api/view?near=nobody                | 404 | nothing in the picture is called 'nobody'
            api/view?document=d0                | 404 | There is no document 'd0'
            api/details                         | 400 | The parameter 'id' is missing.
            api/details?id=service:x            | 404 | There is no 'service:x' in small.
            api/trace?id=x&direction=left       | 400 | 'direction' is up, down or both
            api/trace?channel=nope              | 404 | The fleet has no channel 'nope'.
            api/export?format=png               | 400 | There is no format 'png'
            api/difference?old=fleet            | 400 | The parameter 'new' is missing.
            api/nothing                         | 404 | There is nothing here.
            assets/..%2f..%2fetc%2fpasswd       | 404 | There is nothing here.
            assets/../../../etc/passwd          | 404 | There is nothing here.
            assets/                             | 404 | There is nothing here.
            assets/Assets.class                 | 404 | There is nothing here.
            assets//etc/passwd                  | 404 | There is nothing here.
            assets/..%5capp.js                  | 404 | There is nothing here.
            """)
    void aQuestionThatCannotBeAnsweredIsToldWhy(String path, int status, String sentence) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).startsWith("{\"error\":\"").contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            api/documents | nonsense                          | 400 | is not JSON
            api/documents | []                                | 400 | is not a JSON object
            api/documents | {"schema":"fairlead/resolution/1"} | 400 | has no
            api/documents | {"schema":"fairlead/resolution/9"} | 400 | later version
            api/documents | {"schema":"fairlead/diagram/1","title":"t","edges":[{"from":"a","to":"b"}]} | 400 | no node of it
            api/documents | {"a":1}                           | 400 | names no schema
            api/whatif    | {}                                | 400 | needs a change
            api/whatif    | {"without":[1]}                   | 400 | texts only
            api/whatif    | {"whithout":["x"]}                | 400 | means nothing here
            api/whatif    | {"without":["nobody"]}            | 400 | no service and no host 'nobody'
            api/whatif    | {"set":["host:web1:nginx.port=("]} | 400 | is no Nix value
            api/whatif    | nonsense                          | 400 | not JSON
            api/nothing   | {}                                | 404 | nothing here
            """)
    void whatIsSentAndWrongIsToldWhy(String path, String body, int status, String sentence) throws Exception {
        HttpResponse<String> response = post(path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).startsWith("{\"error\":\"").contains(sentence);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void exportsWhatIsLookedAtInEveryFormat(Format format) throws Exception {
        HttpResponse<String> response = get("api/export?collapsed=host:web2&format=" + format.text());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"small-dependencies." + format.extension() + "\"");
        assertThat(response.body()).contains("nginx").doesNotContain("service:nginx@web2\": ");
    }

    @Test
    void aNameIsTextWhereverItComes() throws Exception {
        String id = "service:" + NAME + "@web1";
        assertThat(ok("api/details?id=" + encoded(id))).contains("\"title\":\"" + NAME + "\"");
        assertThat(ok("api/search?q=onerror")).contains(id);
        assertThat(get("api/view").headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        String page = ok("api/export?format=html");
        assertThat(page).doesNotContain("<img");
    }

    /** The events of one page, read as they come. */
    private BufferedReader listen() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "api/events")).build();
        InputStream events = client.send(request, BodyHandlers.ofInputStream()).body();
        return new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
    }

    /** The data of the next event of a name; those of others are passed over. */
    private static String next(BufferedReader events, String name) throws IOException {
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.equals("event: " + name)) {
                return events.readLine();
            }
        }
        throw new AssertionError("the stream ended before " + name);
    }

    @Test
    void everyPageHearsOfAChangeAndOfAFleetThatCannotBeRead() throws Exception {
        try (BufferedReader one = listen();
                BufferedReader other = listen()) {
            assertThat(next(one, "hello")).isEqualTo("data: {\"version\":1,\"errors\":1}");
            assertThat(next(other, "hello")).isEqualTo("data: {\"version\":1,\"errors\":1}");
            Path file = folder.resolve("fleet.nix");
            Files.writeString(
                    file, FLEET.replace("web2.includes = [ \"nginx\" ]", "web2.includes = [ \"nginx\" \"dns\" ]"));
            assertThat(next(one, "change")).isEqualTo("data: {\"version\":2,\"errors\":0}");
            assertThat(next(other, "change")).isEqualTo("data: {\"version\":2,\"errors\":0}");
            assertThat(ok("api/view")).contains("service:dns@web2");
            Files.delete(file);
            assertThat(next(one, "failure")).contains("is not a fleet");
            assertThat(ok("api/view")).contains("service:dns@web2");
            Files.writeString(file, FLEET);
            assertThat(next(one, "change")).isEqualTo("data: {\"version\":3,\"errors\":1}");
        }
    }

    @Test
    void aFileThatChangesNothingChangesNothing() throws Exception {
        try (BufferedReader events = listen()) {
            assertThat(next(events, "hello")).contains("\"version\":1");
            Files.writeString(folder.resolve("README"), "words");
            Path file = folder.resolve("fleet.nix");
            Files.writeString(file, FLEET + "# a comment\n");
            Files.writeString(file, FLEET.replace("8080", "8081"));
            assertThat(next(events, "change")).contains("\"version\":2");
        }
    }

    @Test
    void aFileOfResolveOrDiagramIsServedToo() throws Exception {
        for (String format : List.of("resolve", "diagram --format json")) {
            List<String> words = Stream.concat(Stream.of(format.split(" ")), Stream.of(folder.toString()))
                    .toList();
            Path file = folder.resolveSibling(folder.getFileName() + ".json");
            Files.writeString(
                    file, CliRun.whole().run(words.toArray(String[]::new)).out());
            address = serve(file, Fleets.Form.FAIRLEAD);
            assertThat(ok("api/documents")).contains("\"whatif\":false");
            assertThat(ok("api/view")).contains("service:nginx@web1");
            assertThat(post("api/whatif", "{\"without\":[\"dns\"]}").statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void theHomelabIsDrawnInEveryView() throws Exception {
        address = serve(Repository.root().resolve("examples/homelab"), Fleets.Form.FAIRLEAD);
        for (String view : dev.fairlead.diagram.view.View.names()) {
            assertThat(ok("api/view?depth=auto&view=" + view)).contains("\"view\": \"" + view + "\"", "\"layout\":{");
        }
    }

    @Test
    void aPlaceWithoutAFleetIsNotServed() {
        assertThatThrownBy(() -> serve(folder.resolve("nowhere"), Fleets.Form.FAIRLEAD))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no directory");
    }
}

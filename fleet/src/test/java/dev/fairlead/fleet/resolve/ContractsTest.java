package dev.fairlead.fleet.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the two sides of a binding tell each other, in fleets of a few lines. What a service reads, it emits as text. */
final class ContractsTest {
    private static final String DATABASE = """
            den.contracts.database = {
              request.name = lib.mkOption { type = lib.types.str; };
              request.size = lib.mkOption { type = lib.types.int; default = 10; };
              result.port = lib.mkOption { type = lib.types.port; default = 5432; };
              result.address = lib.mkOption { type = lib.types.str; };
            };
            den.hosts.x86_64-linux.h.includes = [ "app" "db" ];
            """;

    @TempDir
    private Path directory;

    private Resolution resolve(String den) {
        return WrittenFleet.resolve(directory, den);
    }

    private static String messages(Resolution resolution) {
        return resolution.findings().stream().map(Finding::message).collect(Collectors.joining("\n"));
    }

    /** What was emitted into the channel {@code out}, which the aspect {@code log} reads. */
    private String out(String den) {
        Resolution resolution = resolve(
                den + "den.aspects.log.nixos = { pipes, ... }: pipes.out;\n" + "den.default.includes = [ \"log\" ];\n");
        assertThat(messages(resolution)).isEmpty();
        return Objects.requireNonNull(resolution.coordination().channels().get("out")).items().stream()
                .map(item -> item.value() instanceof Data.Text(String text) ? text : String.valueOf(item.value()))
                .collect(Collectors.joining("; "));
    }

    @Test
    void oneDeclarationOnEachSideWiresBothDirectionsAndDefaultsAreFilledIn() {
        assertThat(out(DATABASE + """
                        den.aspects.app.meta.requires.database.request.name = "app";
                        den.aspects.app.pipe.out = { bindings, ... }: { data = builtins.toJSON bindings.database; };
                        den.aspects.db.meta.provides.database.address = "10.0.0.1";
                        den.aspects.db.pipe.out = { requests, ... }: { data = builtins.toJSON requests.database; };
                        """))
                .isEqualTo("{\"address\":\"10.0.0.1\",\"aspect\":\"db\",\"host\":\"h\",\"port\":5432,"
                        + "\"result\":{\"address\":\"10.0.0.1\",\"port\":5432},\"service\":\"service:db@h\"}; "
                        + "[{\"host\":\"h\",\"service\":\"service:app@h\",\"value\":{\"name\":\"app\",\"size\":10}}]");
    }

    @Test
    void aBindingIsASetForOneASetOrNullForOptionalAndAListForMany() {
        assertThat(out("""
                        den.hosts.x86_64-linux.h.includes = [ "app" "p" "q" ];
                        den.aspects.p.meta.provides.x.n = 1;
                        den.aspects.q.meta.provides = { x.n = 2; y.n = 3; };
                        den.aspects.app.meta.requires = {
                          x.cardinality = "many";
                          y.cardinality = "one";
                          z.cardinality = "optional";
                          w.cardinality = "many";
                        };
                        den.aspects.app.pipe.out = { bindings, ... }: {
                          data = builtins.toJSON [ (map (b: b.n) bindings.x) bindings.y.n bindings.z bindings.w ];
                        };
                        """)).isEqualTo("[[1,2],3,null,[]]");
    }

    @Test
    void aSelectorChoosesAmongTheProvidersInSight() {
        String fleet = """
                den.hosts.x86_64-linux.h.includes = [ "app" "p" "q" ];
                den.aspects.p = { meta = { tier = "gold"; provides.x.n = 1; }; };
                den.aspects.q = { meta = { tier = "lead"; provides.x.n = 2; }; };
                den.aspects.app.meta.requires.x.from = sel.when (s: (s.meta.tier or "") == "%s");
                den.aspects.app.pipe.out = { bindings, ... }: { data = toString bindings.x.n; };
                """;
        assertThat(out(fleet.formatted("lead"))).isEqualTo("2");
        assertThat(messages(resolve(fleet.formatted("tin") + "den.aspects.p.nixos = { pipes, ... }: pipes.out;")))
                .isEqualTo(
                        "service:app imports capability:x, but its selector matches no service in scope that provides"
                                + " it.");
    }

    @Test
    void valuesOfBothSidesMayDependOnEachOtherAsLongAsNoneNeedsItself() {
        assertThat(out("""
                        den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                        den.aspects.a.meta = { bindings, ... }: {
                          requires.y.late = true;
                          provides.x = { name = "a"; greets = bindings.y.name; };
                        };
                        den.aspects.b.meta = { bindings, ... }: {
                          requires.x = { };
                          provides.y = { name = "b"; greets = bindings.x.name; };
                        };
                        den.aspects.a.pipe.out = { bindings, ... }: { data = bindings.y.greets; };
                        den.aspects.b.pipe.out = { bindings, ... }: { data = bindings.x.greets; };
                        """)).isEqualTo("a; b");
    }

    @Test
    void aValueThatNeedsItselfAcrossServicesIsOneCycleWithItsPositions() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                den.aspects.a.meta = { bindings, ... }: { requires.y.late = true; provides.x.url = "x${bindings.y.url}"; };
                den.aspects.b.meta = { bindings, ... }: { requires.x = { }; provides.y.url = "y${bindings.x.url}"; };
                """);
        assertThat(messages(resolution)).isEqualTo("A value depends on itself: computing it leads back here.");
        assertThat(resolution.findings().getFirst().location()).hasToString("fleet.nix:4:67");
        assertThat(resolution.findings().getFirst().related())
                .extracting(related -> related.location().line())
                .containsExactly(5);
    }

    @Test
    void readingBindingsToDecideWhatIsIncludedIsACycleThatNamesBoth() {
        assertThat(messages(resolve("""
                        den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                        den.aspects.a = {
                          meta.requires = [ "x" ];
                          includes = { bindings, ... }: lib.optional (bindings.x.n == 1) "c";
                        };
                        den.aspects.b.meta.provides.x.n = 1;
                        den.aspects.c = { };
                        """)))
                .isEqualTo(
                        "den.aspects.a.includes of service:a@h depends on bindings, which meta.requires decides after"
                                + " it.");
    }

    @Test
    void aWrongValueIsOneFindingHoweverManyReadItAndWhereverItIsDeployed() {
        Resolution resolution = resolve(DATABASE + """
                den.hosts.x86_64-linux.g.includes = [ "app" "db" ];
                den.aspects.app.meta.requires.database.request = { name = "app"; size = "big"; };
                den.aspects.app.pipe.out = { bindings, ... }: { data = bindings.database.port; };
                den.aspects.db.meta.provides.database = { address = "a"; port = 99999; };
                den.aspects.db.pipe.out = { requests, ... }: { data = map (r: r.value.size) requests.database; };
                den.aspects.app.nixos = { pipes, ... }: pipes.out;
                """);
        assertThat(messages(resolution).lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("den.aspects.app asks database for size = \"big\", but by"
                        + " den.contracts.database.request its type is"))
                .anyMatch(line -> line.startsWith("den.aspects.db provides database with port = 99999, but by"));
    }

    @Test
    void aFieldThatIsMissingOrUnknownIsNamed() {
        assertThat(messages(resolve(DATABASE + """
                        den.aspects.app.meta.requires.database.request.nam = "app";
                        den.aspects.db.meta.provides.database = { };
                        """)).lines())
                .containsExactlyInAnyOrder(
                        "den.aspects.app asks database for nam, but den.contracts.database.request has only name, size.",
                        "den.aspects.app asks database for no name, and den.contracts.database.request has no default"
                                + " for it.",
                        "den.aspects.db provides database with no address, and den.contracts.database.result has no"
                                + " default for it.");
    }

    @Test
    void whoReadsABindingThatIsMissingAddsNoFinding() {
        assertThat(messages(resolve("""
                        den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                        den.aspects.a.meta.requires = [ "x" ];
                        den.aspects.a.pipe.out = { bindings, ... }: { data = bindings.x.port; };
                        den.aspects.b.nixos = { pipes, ... }: pipes.out;
                        """)))
                .isEqualTo("service:a imports capability:x, but no scope matching capability:x exists in the graph.");
    }
}

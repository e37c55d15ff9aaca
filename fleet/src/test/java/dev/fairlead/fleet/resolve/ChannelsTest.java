package dev.fairlead.fleet.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What flows through channels, in fleets of a few lines. What a service reads, it emits again as text. */
final class ChannelsTest {
    private static final String PRODUCERS = """
            den.hosts.x86_64-linux.h = { tags = [ "big" ]; includes = [ "a" "b" "c" "reader" ]; };
            den.aspects.a.pipe.x = { channel = "n"; data = 3; };
            den.aspects.b.pipe.x = { channel = "n"; data = 1; };
            den.aspects.c = { meta.tier = "low"; pipe = { x = { channel = "n"; data = 3; }; y = { channel = "n"; data = 2; }; }; };
            """;

    @TempDir
    private Path directory;

    private Resolution resolve(String den) {
        return WrittenFleet.resolve(directory, den);
    }

    private static String messages(Resolution resolution) {
        return resolution.findings().stream().map(Finding::message).collect(Collectors.joining("\n"));
    }

    /** The one item of the channel {@code out}. */
    private static String out(Resolution resolution) {
        assertThat(messages(resolution)).isEmpty();
        return Objects.requireNonNull(resolution.coordination().channels().get("out")).items().stream()
                .map(ChannelItem::value)
                .map(value -> value instanceof Data.Text(String text) ? text : value.toString())
                .collect(Collectors.joining("; "));
    }

    /** What a service reads that gathers the numbers of the producers. */
    private String gathered(String gather) {
        return out(resolve(PRODUCERS + """
                den.aspects.reader.pipe.g = { channel = "n"; %s };
                den.aspects.reader.pipe.out = { pipes, ... }: { data = builtins.toJSON pipes.n; };
                den.aspects.reader.nixos = { pipes, ... }: pipes.out;
                """.formatted(gather)));
    }

    @Test
    void aChannelThatConnectsVeryManyIsLedThroughAndNotDrawnPairByPair() {
        assertThat(between(30)).hasSize(30 * 30).allMatch(edge -> edge.from().startsWith("service:emits@"));
        assertThat(between(60))
                .hasSize(60 + 60)
                .contains(
                        new Edge("service:emits@h1", "channel:all", Edge.Kind.CHANNEL, "all", EdgeState.RESOLVED),
                        new Edge("channel:all", "service:reads@h1", Edge.Kind.CHANNEL, "all", EdgeState.RESOLVED));
    }

    /** The edges of a channel that so many hosts emit into and read. */
    private List<Edge> between(int hosts) {
        var den = new StringBuilder("""
                den.aspects.emits.pipe.x = { channel = "all"; visibility = "fleet"; data = 1; };
                den.aspects.reads.nixos = { pipes, ... }: pipes.all;
                """);
        for (int host = 0; host < hosts; host++) {
            den.append("den.hosts.x86_64-linux.h%d.includes = [ \"emits\" \"reads\" ];\n".formatted(host));
        }
        Resolution resolution = resolve(den.toString());
        assertThat(messages(resolution)).isEmpty();
        return resolution.edges();
    }

    @Test
    void itemsComeBySpecificityThenByServiceThenAsTheyAreDeclared() {
        assertThat(out(resolve(PRODUCERS + """
                        den.aspects.reader.pipe = {
                          own = { channel = "n"; data = 9; };
                          out = { pipes, ... }: { data = builtins.toJSON pipes.n; };
                        };
                        den.aspects.a.nixos = { pipes, ... }: pipes.out;
                        """))).isEqualTo("[9,3,1,3,2]");
    }

    @Test
    void stagesRunFilterMapUniqueSortLimitWhateverOrderTheyAreWrittenIn() {
        assertThat(gathered("gather = sel.star;")).isEqualTo("[3,1,3,2]");
        assertThat(gathered("gather = sel.star; unique = true;")).isEqualTo("[3,1,2]");
        assertThat(gathered("gather = sel.star; limit = 2; sort = true; map = n: n * 2; filter = n: n > 1;"))
                .isEqualTo("[4,6]");
        assertThat(gathered("gather = sel.star; sort = a: b: a > b; unique = n: n / 2;"))
                .isEqualTo("[3,1]");
    }

    @Test
    void aListOfStagesRunsInItsOwnOrder() {
        assertThat(gathered("gather = sel.star; stages = [ { limit = 2; } { sort = true; } { map = n: n + 10; } ];"))
                .isEqualTo("[11,13]");
    }

    @Test
    void aFoldMakesOneValueOfAll() {
        assertThat(gathered("gather = sel.star; fold = { init = 100; op = sum: n: sum + n; };"))
                .isEqualTo("109");
    }

    @Test
    void aSelectorChoosesByServiceOrByHostOrByEnvironment() {
        assertThat(gathered("gather = sel.name \"c\";")).isEqualTo("[3,2]");
        assertThat(gathered("gather = sel.tag \"big\"; limit = 1;")).isEqualTo("[3]");
        assertThat(gathered("gather = sel.kind \"environment\"; limit = 2;")).isEqualTo("[3,1]");
        assertThat(gathered("gather = sel.when (s: s.kind == \"service\" && (s.meta.tier or \"\") == \"low\");"))
                .isEqualTo("[3,2]");
    }

    @Test
    void whatIsGatheredReplacesTheChannelAndHasANameOfItsOwn() {
        assertThat(out(resolve(PRODUCERS + """
                        den.aspects.reader.pipe.g = { channel = "n"; gather = sel.name "b"; };
                        den.aspects.reader.pipe.out = { pipes, channels, ... }: {
                          data = builtins.toJSON [ pipes.n pipes.g (map (i: "${i.service} ${i.host} ${i.environment} ${toString i.position.line}") channels.n) ];
                        };
                        den.aspects.a.nixos = { pipes, ... }: pipes.out;
                        """))).isEqualTo("[[1],[1],[\"service:b@h h default 5\"]]");
    }

    @Test
    void stateIsEmittedForBackupsAndContributedWhereAGatherMatchesItsService() {
        assertThat(out(resolve("""
                        den.hosts.x86_64-linux.h.includes = [ "db" "tmp" "plain" "reader" ];
                        den.aspects.db.state.paths = [ "/db" ];
                        den.aspects.tmp.state = { paths = [ "/tmp" ]; backup = false; };
                        den.aspects.plain.pipe.x = { channel = "wanted"; data.paths = [ "/plain" ]; };
                        den.aspects.reader.pipe = {
                          g = { channel = "wanted"; gather = sel.star; map = s: s.paths; };
                          out = { pipes, ... }: { data = builtins.toJSON [ pipes.backup-targets pipes.wanted ]; };
                        };
                        den.aspects.db.nixos = { pipes, ... }: pipes.out;
                        """)))
                .isEqualTo("[[{\"databases\":[],\"excludes\":[],\"paths\":[\"/db\"]}],[[\"/db\"],[\"/plain\"]]]");
    }

    @Test
    void gatheringNeverWidensWhatIsSeen() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.g.includes = [ "emitter" ];
                den.hosts.x86_64-linux.h.includes = [ "reader" ];
                den.aspects.emitter.pipe.n.data = 1;
                den.aspects.reader.pipe.n.gather = sel.star;
                """);
        assertThat(messages(resolution))
                .isEqualTo("service:reader@h gathers from the channel n, but its selector matches nothing there.");
        assertThat(resolution.findings().getFirst().candidates())
                .extracting(Finding.Candidate::reason)
                .containsExactly("matches, but emits for its host only");
    }

    @Test
    void anImportShowsWhatIsEmittedOnAnotherHost() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.g.includes = [ "emitter" ];
                den.hosts.x86_64-linux.h = { imports = [ "g" ]; includes = [ "reader" ]; };
                den.hosts.x86_64-linux.i.includes = [ "other" ];
                den.aspects.emitter.pipe.n.data = 1;
                den.aspects.reader.nixos = { pipes, ... }: pipes.n;
                den.aspects.other = { meta.imports = [ "emitter" ]; nixos = { pipes, ... }: pipes.n; };
                """);
        assertThat(messages(resolution)).isEmpty();
        assertThat(Objects.requireNonNull(resolution.coordination().channels().get("n"))
                        .consumers())
                .extracting(Consumer::service, consumer -> consumer.from().toString())
                .containsExactly(
                        tuple("service:other@i", "[service:emitter@g]"),
                        tuple("service:reader@h", "[service:emitter@g]"));
    }

    @Test
    void readingTheChannelsToDecideWhichThereAreIsACycleThatNamesBoth() {
        assertThat(messages(resolve("""
                        den.hosts.x86_64-linux.h.includes = [ "a" ];
                        den.aspects.a.pipe.x = { pipes, ... }: { channel = if pipes.y == [ ] then "y" else "z"; data = 1; };
                        """)))
                .isEqualTo(
                        "den.aspects.a.pipe.x.channel of service:a@h depends on pipes, which pipe decides after it.");
    }

    @Test
    void anItemThatFailsIsOneFindingAndLeavesTheOthers() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" "b" "reader" ];
                den.aspects.a.pipe.n.data = throw "no data";
                den.aspects.b.pipe.n.data = 2;
                den.aspects.reader.nixos = { pipes, ... }: pipes.n;
                den.aspects.reader.pipe.m = { channel = "n"; gather = sel.star; sort = true; };
                """);
        assertThat(messages(resolution)).isEqualTo("no data.");
        assertThat(Objects.requireNonNull(resolution.coordination().channels().get("n"))
                        .items())
                .hasSize(2);
    }

    @Test
    void anItemOfTheWrongTypeIsOneFindingHoweverManyStagesReadIt() {
        assertThat(messages(resolve(PRODUCERS + """
                        den.channels.n.type = lib.types.int;
                        den.aspects.b.pipe.y = { channel = "n"; data = "one"; };
                        den.aspects.reader.pipe = {
                          s = { channel = "n"; gather = sel.star; sort = true; };
                          f = { channel = "n"; gather = sel.star; fold = { init = 0; op = a: b: a + b; }; };
                        };
                        """)))
                .isEqualTo(
                        "den.aspects.b emits \"one\" into the channel n, but by den.channels.n.type its type is signed"
                                + " integer.");
    }

    @Test
    void gathersThatFailAreAllTold() {
        assertThat(messages(resolve(PRODUCERS + """
                        den.aspects.reader.pipe = {
                          l = { channel = "n"; gather = sel.star; limit = "2"; };
                          s = { channel = "n"; gather = sel.star; sort = 4; };
                        };
                        """)).lines())
                .containsExactly(
                        "den.aspects.reader.pipe.l.limit must be an integer, but is a string.",
                        "den.aspects.reader.pipe.s.sort must be a Boolean or a function of two items, but is an integer.");
    }

    @Test
    void stateThatIsNotOfTheTypeOfAChannelIsToldToThoseWhoGatherIt() {
        Resolution resolution = resolve(PRODUCERS + """
                den.channels.n.type = lib.types.int;
                den.aspects.reader.includes = [ "db" ];
                den.aspects.db.state.paths = [ "/db" ];
                den.aspects.reader.pipe.g = { channel = "n"; gather = sel.star; };
                """);
        assertThat(messages(resolution))
                .isEqualTo("den.aspects.db, gathered for its state, contributes a set to the channel n, but by"
                        + " den.channels.n.type its type is signed integer.");
        assertThat(resolution.findings().getFirst().fix())
                .isEqualTo("gather by a selector that does not match it, or emit what the channel is for");
    }

    @Test
    void whatIsUnknownOnOneHostSaysNothingOfChannelsThatAreNotSeenThere() {
        assertThat(messages(resolve("""
                        den.hosts.x86_64-linux.h.includes = [ "a" ];
                        den.hosts.x86_64-linux.i.includes = [ "b" (throw "no idea") ];
                        den.aspects.a.pipe.n.data = 1;
                        den.aspects.b.pipe.m.data = 1;
                        """)).lines())
                .containsExactly("no idea.", "service:a@h emits into the channel n, which nobody reads.");
    }

    @Test
    void theTypeOfAChannelIsReadThoughNobodyEmitsIntoIt() {
        assertThat(messages(resolve("""
                        den.channels.n.type = 3;
                        den.hosts.x86_64-linux.h.includes = [ "reader" ];
                        den.aspects.reader.nixos = { pipes, ... }: pipes.n;
                        """))).contains("den.channels.n.type");
    }

    @Test
    void whatAnEntryOfPipeCannotBeIsSaid() {
        assertThat(messages(resolve("""
                        den.hosts.x86_64-linux.h.includes = [ "a" ];
                        den.aspects.a.pipe = {
                          neither = { channel = "n"; };
                          both = { data = 1; gather = sel.star; };
                          far = { data = 1; visibility = "planet"; };
                          odd = { gather = 5; };
                          staged = { gather = sel.star; stages = [ { mop = 1; } ]; };
                          stage = { data = 1; filter = n: true; };
                          typo = { dta = 1; consume = "n"; };
                          whom.consume = 3;
                        };
                        """)).lines())
                .containsExactly(
                        "den.aspects.a.pipe.neither must have data to emit, a selector to gather by, or a channel to"
                                + " consume.",
                        "den.aspects.a.pipe.both has data and gather, but either emits items or gathers them.",
                        "den.aspects.a.pipe.far.visibility is \"planet\", but must be \"service\", \"host\","
                                + " \"environment\" or \"fleet\".",
                        "den.aspects.a.pipe.odd.gather must be a selector, but is an integer.",
                        "Item 1 of den.aspects.a.pipe.staged.stages must be one stage, such as { map = value: value; },"
                                + " of filter, map, unique, sort, limit, fold; did you mean \"map\"?",
                        "den.aspects.a.pipe.stage.filter is for what is gathered, but den.aspects.a.pipe.stage emits:"
                                + " write it where the items are gathered.",
                        "den.aspects.a.pipe.typo.dta is not an attribute that Fairlead knows.",
                        "den.aspects.a.pipe.whom.consume must be the name of a channel or a list of such names, but is"
                                + " an integer.");
    }
}

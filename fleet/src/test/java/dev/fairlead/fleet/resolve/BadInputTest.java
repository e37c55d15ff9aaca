package dev.fairlead.fleet.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a fleet is said in one finding with a place, and no failure of Java gets out. */
final class BadInputTest {
    private static final int DEEP = 100_000;

    @TempDir
    private Path parent;

    private Path directory;

    @BeforeEach
    void start() throws IOException {
        directory = Files.createDirectory(parent.resolve("fleet"));
    }

    /** Each line is a name and a {@code fleet.nix}; what is found is in {@code resources/bad-input}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            empty                         | ``
            no-expression                 | # nothing
            syntax-error                  | { den = ; }
            nul-byte                      | { den.fleet.name = "a\0b"; }
            unclosed-string               | { den.fleet.name = "a; }
            endless-value                 | { den.hosts.x.a.addr = let x = x; in x; }
            endless-call                  | { den.hosts.x.a.includes = let f = x: f (x + 1); in f 0; }
            includes-of-itself            | { den, ... }: { den.hosts.x.a.includes = den.hosts.x.a.includes; }
            den-of-itself                 | { den, ... }: { den = den; }
            file-asks-den-what-it-has     | { den, ... }: if den ? hosts then { } else { den.hosts.x.a = { }; }
            throw                         | throw "no"
            throw-as-den                  | { den = throw "no"; }
            throw-in-a-host               | { den.hosts.x.a.includes = throw "no"; }
            throw-in-data                 | { den.hosts.x.a.addr = throw "no"; }
            abort                         | { den.hosts.x.a.tags = [ (abort "no") ]; }
            import-of-an-absolute-path    | { imports = [ /etc/hostname ]; }
            import-from-above             | { imports = [ ../other.nix ]; }
            import-as-a-value-from-above  | import ../other.nix
            reads-a-file-of-the-system    | { den.fleet.name = builtins.readFile "/etc/hostname"; }
            import-of-nothing             | { imports = [ ./missing.nix ]; }
            import-of-itself-as-a-value   | import ./fleet.nix
            two-hosts-of-one-name         | { den.hosts.x.a = { }; den.hosts.y.a = { }; }
            function-as-fleet             | builtins.map
            function-as-den               | { den = x: x; }
            function-as-hosts             | { den.hosts = x: x; }
            function-as-host              | { den.hosts.x.a = x: x; }
            function-as-includes          | { den.hosts.x.a.includes = x: x; }
            function-as-tags              | { den.hosts.x.a.tags = x: x; }
            function-as-imports           | { imports = x: x; }
            function-of-itself-as-fleet   | let f = { den, ... }: f; in f
            function-of-itself-as-include | let f = { host, ... }: f; in { den.hosts.x.a.includes = [ f ]; }
            function-of-itself-as-meta    | { den.aspects.b.meta = let f = { host, ... }: f; in f; den.hosts.x.a.includes = [ "b" ]; }
            text-as-aspect                | { den.aspects.b = "b"; den.hosts.x.a.includes = [ "b" ]; }
            inline-aspects-without-end    | let f = n: { includes = [ (f (n + 1)) (f (n + 2)) ]; }; in { den.hosts.x.a.includes = [ (f 0) ]; }
            instances-without-end         | let f = n: { instance = "i${toString n}"; aspect.includes = [ (f (n + 1)) ]; }; in { den.hosts.x.a.includes = [ (f 0) ]; }
            aspects-without-end           | { den.aspects.b = let x = { a = x; }; in x; den.hosts.x.a.includes = [ "b" ]; }
            list-in-itself-as-includes    | { den.hosts.x.a.includes = let x = [ x ]; in x; }
            list-that-is-too-long         | { den.hosts.x.a.tags = builtins.genList (x: x) 1000000000000; }
            operator-of-other-types       | { den.hosts.x.a = 1; } // 2
            number-as-aspect-of-a-host    | { den.aspects.a = 28; den.hosts.x.a = { }; }
            unknown-facet-of-inline       | { den.hosts.x.a.includes = [ { nixoss = { }; } ]; }
            unknown-facet-of-a-function   | { den.aspects.b = { host, ... }: { setings = { }; }; den.hosts.x.a.includes = [ "b" ]; }
            unknown-facet-that-is-included | { den.aspects.b.c = { }; den.hosts.x.a.includes = [ "b.c" ]; }
            instance-with-a-bad-name      | { den.aspects.b = { }; den.hosts.x.a.includes = [ { aspect = "b"; instance = "c@d"; } ]; }
            instance-of-no-aspect         | { den.hosts.x.a.includes = [ { instance = "c"; } ]; }
            settings-of-an-include        | { den.aspects.b.settings = { }; den.hosts.x.a.includes = [ { aspect = "b"; instance = "c"; settings = 3; } ]; }
            settings-of-an-aspect         | { den.aspects.b.settings = { }; den.hosts.x.a = { includes = [ "b" ]; settings.b = 3; }; }
            settings-of-two-includes      | { den.aspects.b = { }; den.hosts.x.a.includes = [ "b" { aspect = "b"; settings.c = 3; } ]; }
            options-of-a-kind             | { den.kinds.host.options = 52; den.hosts.x.a = { }; }
            conditions-of-a-kind          | { den.kinds.user.refine = 53; den.hosts.x.a.users = { u = { }; v = { }; }; }
            condition-of-a-kind           | { den.kinds.host.refine = [ { chek = 1; } ]; den.hosts.x = { a = { }; b = { }; }; }
            excludes-of-a-host            | { den.hosts.x.a.excludes = 8; }
            constraints-of-an-aspect      | { den.aspects.b.meta.constraints = 45; den.hosts.x.a.includes = [ "b" ]; }
            limit-of-an-aspect            | { den.aspects.b.meta.constraints.maxHosts = "one"; den.hosts.x.a.includes = [ "b" ]; }
            tags-of-an-aspect             | { den.aspects.b.meta.tags = 47; den.hosts.x.a.includes = [ "b" ]; }
            misspelt-visibility           | { den.hosts.x.a.includes = [ "b" ]; den.aspects.b.meta.provides.dns.visibilty = "environment"; }
            empty-capability              | { den.hosts.x.a.includes = [ "b" ]; den.aspects.b.meta.provides = [ "" ]; }
            empty-requirement             | { den.hosts.x.a.includes = [ "b" ]; den.aspects.b.meta.requires."" = { }; }
            rule-on-nothing               | { actions, ... }: { den.rules.r = { on = [ ]; produce = f: actions.note "f"; }; }
            map-that-fails                | { sel, ... }: { den.hosts.x.a.includes = [ "b" ]; den.aspects.b = { pipe.logs.data = { port = 3; }; pipe.up = { gather = sel.star; channel = "logs"; map = v: v.prot; }; nixos = { pipes, ... }: { x = pipes.up; }; }; }
            recursive-number              | { lib, ... }: { den.hosts.x.a.includes = [ "b" ]; den.aspects.b.settings.n = { type = lib.types.int; default = 1; merge = "recursive"; }; }
            recursive-list                | { lib, ... }: { den.hosts.x.a.includes = [ "b" ]; den.aspects.b.settings.n = { type = lib.types.nullOr (lib.types.listOf lib.types.int); default = [ ]; merge = "recursive"; }; }
            misspelt-meta                 | { den.aspects.b.meta.require = [ "c" ]; den.hosts.x.a.includes = [ "b" ]; }
            cardinality-without-provider  | { den.aspects.b = { meta.requires.x.cardinality = "two"; nixos.x = 1; ports = { bindings, ... }: { http = bindings.x.port; }; }; den.hosts.x.a.includes = [ "b" ]; }
            requirement-that-is-no-set    | { den.aspects.b = { meta.requires.x = 5; ports = { bindings, ... }: { http = bindings.x.port; }; }; den.hosts.x.a.includes = [ "b" ]; }
            lateness-in-a-circle          | { den.aspects.b.meta.requires.c.late = "yes"; den.aspects.c.meta.requires = [ "b" ]; den.hosts.x.a.includes = [ "b" "c" ]; }
            type-of-a-setting-that-is-read | { den.aspects.b = { settings.p.type = 80; ports = { settings, ... }: { http = settings.p; }; }; den.hosts.x.a.includes = [ "b" ]; }
            schema-of-arguments           | { den.contracts.b.result = (x: x); den.aspects.b.meta.provides.b.ip = 1; den.hosts.x.a.includes = [ "b" ]; }
            schema-in-itself              | let s = { a = s; b = s; }; in { den.aspects.b.settings = s; den.hosts.x.a.includes = [ "b" ]; }
            scope-and-service-of-an-action | { actions, ... }: { den.aspects.b = { }; den.hosts.x.a.includes = [ "b" ]; den.rules.r = { on = "service"; produce = s: actions.tag { tag = "t"; scope = "host:a"; service = s.id; }; }; }
            user-on-a-host-without-users  | { den.aspects.b = { user, ... }: { }; den.hosts.x.a.includes = [ "b" ]; den.hosts.x.c = { includes = [ "b" ]; users.u = { }; }; }
            strategy-for-lists-of-a-number | { lib, ... }: { den.aspects.b.settings.p = lib.mkOption { type = lib.types.port; default = 1; merge = "append"; }; den.hosts.x = { a = { includes = [ "b" ]; settings.b.p = 2; }; c = { includes = [ "b" ]; settings.b.p = 3; }; }; }
            requirement-of-an-inline-aspect | { den.hosts.x.a.includes = [ { meta.requires = 5; } ]; }
            misspelt-exposure             | { den.aspects.b.meta.provides = [ "dns" ]; den.hosts.x.a = { includes = [ "b" ]; expose.dsn = "fleet"; }; }
            id-of-an-environment          | { den.environments.prod = { }; den.hosts.x.a.environment = "env:prod"; }
            requirement-of-itself         | { den.aspects.b.meta = { requires = [ "c" ]; provides = [ "c" ]; }; den.hosts.x.a.includes = [ "b" ]; }
            setting-as-one-name           | { den.aspects.b.settings.p.default = 1; den.hosts.x.a = { includes = [ "b" ]; settings."b.p" = 3; }; }
            misspelt-class                | { den.classes.c.bakend = "nginx"; }
            arguments-of-a-class          | { den.classes.c.args = [ 5 ]; }
            argument-of-content           | { den.aspects.b.nixos = { pkgs, setings, ... }: { }; den.hosts.x.a.includes = [ "b" ]; }
            choice-of-a-host              | { den.aspects.b.meta.requires.dns.cardinality = "optional"; den.hosts.x.a = { includes = [ "b" ]; bindings.dsn = "service:b"; }; }
            """)
    void thisFleetHasOneFinding(String name, String text) throws Exception {
        Files.writeString(parent.resolve("other.nix"), "{ }");
        write("fleet.nix", text.replace("\\0", "\0"));
        Golden.assertMatches("bad-input/" + name + ".txt", oneFinding());
    }

    /** What is deep is no reason to fail: these have nothing wrong. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            (       | 1   | )
            [       | 1   | ]
            {a=     | 1   | ;}
            1+      | 1   |
            {}//    | {}  |
            let a=1; in  | a |
            with {}; | 1  |
            a:      | a   |
            "${     | "a" | }"
            if true then  | 1 | ` else 2`
            """)
    @Tag("large")
    void aDeepExpressionIsAnExpression(String open, String inner, String close) throws Exception {
        String end = close == null ? "" : close;
        write("fleet.nix", "{ den.hosts.x.a.addr = " + (open + " ").repeat(DEEP) + inner + end.repeat(DEEP) + "; }");
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"{ },.a", "{ } ? a,.a"})
    @Tag("large")
    void aLongAttributePathIsAPath(String subject, String step) throws Exception {
        write(
                "fleet.nix",
                "{ den.hosts.x.a.addr = (" + subject + step.repeat(DEEP) + (subject.endsWith("}") ? " or 1" : "")
                        + "); }");
        assertThat(findings()).isEmpty();
    }

    @Test
    @Tag("large")
    void oneMillionOpenParenthesesAreOneFinding() throws Exception {
        write("fleet.nix", "(".repeat(1_000_000));
        assertThat(oneFinding()).isEqualTo("""
                error[syntax] syntax error, unexpected end of file.
                  at fleet.nix:1:1000001 to 1:1000001
                """);
    }

    @Test
    void aFileThatIsNotUtf8IsOneFinding() throws Exception {
        Files.write(
                directory.resolve("fleet.nix"),
                "{ den.fleet.name = \"\u00ff\"; }".getBytes(StandardCharsets.ISO_8859_1));
        Golden.assertMatches("bad-input/not-utf-8.txt", oneFinding());
    }

    @Test
    @Tag("large")
    void aFileOf100MegabytesIsOneFinding() throws Exception {
        try (var file = new RandomAccessFile(directory.resolve("fleet.nix").toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        Golden.assertMatches("bad-input/too-large.txt", oneFinding());
    }

    @Test
    void aDirectoryInPlaceOfTheFileIsOneFinding() throws Exception {
        Files.createDirectory(directory.resolve("fleet.nix"));
        Golden.assertMatches("bad-input/directory-as-fleet.txt", oneFinding());
    }

    @Test
    void aLinkOutOfTheFleetDirectoryIsNotFollowed() throws Exception {
        Files.writeString(parent.resolve("other.nix"), "{ den.hosts.x.a = { }; }");
        Files.createSymbolicLink(directory.resolve("inside.nix"), parent.resolve("other.nix"));
        write("fleet.nix", "{ imports = [ ./inside.nix ]; }");
        Golden.assertMatches("bad-input/link-out-of-the-directory.txt", oneFinding());
    }

    @Test
    void aLinkOutOfTheModulesIsNotFollowed() throws Exception {
        Files.writeString(parent.resolve("other.nix"), "{ den.hosts.x.a = { }; }");
        Files.createDirectory(directory.resolve("modules"));
        Files.createSymbolicLink(directory.resolve("modules/inside.nix"), parent.resolve("other.nix"));
        Golden.assertMatches("bad-input/module-out-of-the-directory.txt", oneFinding());
    }

    @Test
    void aLoopOfDirectoriesIsOneFinding() throws Exception {
        Files.createDirectories(directory.resolve("modules/a"));
        Files.createSymbolicLink(directory.resolve("modules/a/up"), Path.of(".."));
        Golden.assertMatches("bad-input/loop-of-directories.txt", oneFinding());
    }

    @Test
    void aLinkToItselfIsOneFinding() throws Exception {
        Files.createSymbolicLink(directory.resolve("fleet.nix"), Path.of("fleet.nix"));
        Golden.assertMatches("bad-input/link-to-itself.txt", oneFinding());
    }

    @Test
    void filesMayImportEachOther() throws Exception {
        write("fleet.nix", "{ imports = [ ./a.nix ]; }");
        write("a.nix", "{ imports = [ ./fleet.nix ./a.nix ]; den.hosts.x.a = { }; }");
        assertThat(findings()).isEmpty();
    }

    @Test
    void filesThatAreEachOthersValueAreOneFinding() throws Exception {
        write("fleet.nix", "import ./a.nix");
        write("a.nix", "import ./fleet.nix");
        Golden.assertMatches("bad-input/loop-of-imports.txt", oneFinding());
    }

    @Test
    void aFacetWhoseFileHasASyntaxErrorIsOneFinding() throws Exception {
        write("fleet.nix", "{ den.aspects.b.meta = import ./broken.nix; den.hosts.x.a.includes = [ \"b\" ]; }");
        write("broken.nix", "{ a = ; }");
        Golden.assertMatches("bad-input/syntax-error-in-a-facet.txt", oneFinding());
    }

    @Test
    void aspectsMayIncludeThemselvesAndEachOther() throws Exception {
        write("fleet.nix", """
                { den, ... }:
                {
                  den.hosts.x.a.includes = [ "b" ];
                  den.aspects.b.includes = [ den.aspects.b "c" ];
                  den.aspects.c = { host, ... }: { includes = [ den.aspects.b den.aspects.c ]; };
                }
                """);
        assertThat(findings()).isEmpty();
    }

    @Test
    @Tag("large")
    void aMillionIncludesOfOneAspectAreOneService() throws Exception {
        write("fleet.nix", """
                { den.aspects.b = { }; den.hosts.x.a.includes = builtins.genList (x: "b") 1000000; }
                """);
        assertThat(resolve(Options.DEFAULT).services()).hasSize(1);
    }

    @Test
    void anEvaluationThatTakesTooLongIsStoppedAndSaidOnce() throws Exception {
        write("fleet.nix", """
                let
                  endless = builtins.genericClosure { startSet = [ { key = 0; } ]; operator = x: [ { key = x.key + 1; } ]; };
                in
                { den.hosts.x = { a.tags = endless; b.tags = endless; c.includes = endless; }; }
                """);
        List<Finding> findings =
                resolve(Options.DEFAULT.withTimeout(Duration.ofMillis(100))).findings();
        assertThat(findings).extracting(Finding::message).containsExactly("evaluation was stopped after 0.1 seconds.");
        assertThat(findings).extracting(Finding::location).doesNotContainNull();
    }

    @Test
    void aDirectoryThatIsMissingOrNoFleetIsRefused() throws Exception {
        Path missing = parent.resolve("missing");
        assertThatThrownBy(() -> FleetFiles.read(missing, Options.DEFAULT, WrittenFleet.LANGUAGE))
                .isInstanceOf(UnreadableFleetException.class)
                .hasMessage("There is no directory " + missing + ".");
        assertThatThrownBy(this::findings)
                .isInstanceOf(UnreadableFleetException.class)
                .hasMessage(directory + " is not a fleet: it has neither fleet.nix nor .nix files below modules.");
        write("fleet.nix", "{ }");
        Path file = directory.resolve("fleet.nix");
        assertThatThrownBy(() -> FleetFiles.read(file, Options.DEFAULT, WrittenFleet.LANGUAGE))
                .isInstanceOf(UnreadableFleetException.class)
                .hasMessage(file + " is not a directory.");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    private Resolution resolve(Options options) throws UnreadableFleetException {
        return FleetResolver.resolve(FleetFiles.read(directory, options, WrittenFleet.LANGUAGE));
    }

    private List<Finding> findings() throws UnreadableFleetException {
        return resolve(Options.DEFAULT).findings();
    }

    private String oneFinding() throws Exception {
        List<Finding> findings = findings();
        assertThat(findings).hasSize(1);
        Finding finding = findings.getFirst();
        Place place = Objects.requireNonNull(finding.location(), "a finding about bad input has a place");
        String at = place + " to " + place.endLine() + ":" + place.endColumn();
        String fix = finding.fix() == null ? "" : "  fix " + finding.fix() + "\n";
        String text = finding.severity().text() + "[" + finding.id().text() + "] " + finding.message() + "\n  at " + at
                + "\n" + fix;
        String parents = String.valueOf(parent.toRealPath());
        return text.replace(parents, "PARENT");
    }
}

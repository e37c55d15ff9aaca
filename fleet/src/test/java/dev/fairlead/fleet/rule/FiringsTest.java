package dev.fairlead.fleet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolve.ResolvedFleet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the resolution says of rules that fired. */
final class FiringsTest {
    @TempDir
    private Path directory;

    private List<String> firings(String den) {
        return ResolvedFleet.of(directory, den).resolution().coordination().rules().stream()
                .map(firing -> firing.rule() + " on " + firing.fact() + ": " + firing.action() + " " + firing.what()
                        + " at " + firing.target())
                .toList();
    }

    @Test
    void everyActionIsThereWithTheFactThatItIsFor() {
        assertThat(firings("""
                        den.hosts.x86_64-linux = { a.includes = [ "web" ]; b = { }; };
                        den.aspects.web = { ports.http = 80; settings.workers = { default = 1; }; };
                        den.aspects.shield = { };
                        den.rules = {
                          exposed = { on = "port"; produce = p: actions.tag { tag = "open"; scope = "host:${p.host}"; }; };
                          guarded = { on = "host"; condition = sel.tag "open"; produce = _: actions.include den.aspects.shield; };
                          tuned = { on = "host"; condition = sel.name "a";
                            produce = _: [ (actions.set { path = "web.workers"; value = 2; }) (actions.note "tuned") ]; };
                        };
                        """))
                .containsExactly(
                        "exposed on port:service:web@a/http: tag open at host:a",
                        "guarded on host:a: include shield at host:a",
                        "tuned on host:a: note tuned at host:a",
                        "tuned on host:a: set web.workers at host:a");
    }

    @Test
    void aRuleThatIsKeptFromFiringDidNothing() {
        assertThat(firings("""
                        den.hosts.x86_64-linux = { a = { }; b = { }; };
                        den.rules.strict = { on = "host"; produce = _: actions.warn "no"; };
                        den.rules.lenient = {
                          on = "host"; condition = sel.name "a"; overrides = [ "strict" ]; produce = _: actions.note "fine";
                        };
                        """))
                .containsExactly("lenient on host:a: note fine at host:a", "strict on host:b: warn no at host:b");
    }

    @Test
    void whereNoRuleFiresNothingIsSaid() {
        assertThat(firings("den.hosts.x86_64-linux.a = { };")).isEmpty();
    }
}

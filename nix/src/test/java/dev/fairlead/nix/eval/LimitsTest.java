package dev.fairlead.nix.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fairlead.nix.Nix;
import dev.fairlead.nix.builtin.Builtin;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Printer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class LimitsTest {
    private static final String ENDLESS =
            "builtins.genericClosure { startSet = [ { key = 0; } ]; operator = x: [ { key = x.key + 1; } ]; }";

    private static EvalException failure(Evaluator evaluator, String program) {
        return catchThrowableOfType(EvalException.class, () -> evaluator.evalText(program, "/input.nix", Path.of("/")));
    }

    private static Evaluator evaluator(Options options) {
        return Nix.evaluator(options.pureWithin(List.of()));
    }

    @Test
    void anEvaluationIsStoppedWhenItsTimeIsOver() {
        Evaluator evaluator = evaluator(Options.DEFAULT.withTimeout(Duration.ofMillis(1)));
        EvalException stopped = failure(evaluator, ENDLESS);
        assertThat(stopped.kind()).isEqualTo(EvalException.Kind.LIMIT);
        assertThat(stopped.reason()).isEqualTo("evaluation was stopped after 0.001 seconds");
        assertThat(stopped.position()).isNotZero();
    }

    @Test
    void whatIsEvaluatedAfterTheEndFailsAtTheSamePlace() {
        Evaluator evaluator = evaluator(Options.DEFAULT.withTimeout(Duration.ofSeconds(1)));
        EvalException first = failure(evaluator, ENDLESS);
        EvalException second = failure(evaluator, "(x: x) 1");
        assertThat(first.reason()).isEqualTo("evaluation was stopped after 1 second");
        assertThat(second.reason()).isEqualTo(first.reason());
        assertThat(second.position()).isEqualTo(first.position());
    }

    @Test
    void anEvaluationIsStoppedWhenItHoldsTooMuchMemory() {
        Evaluator evaluator = evaluator(Options.DEFAULT.withMaxMemory(1 << 20));
        EvalException stopped = failure(evaluator, ENDLESS);
        assertThat(stopped.kind()).isEqualTo(EvalException.Kind.LIMIT);
        assertThat(stopped.reason()).isEqualTo("evaluation needs more than 1 MiB");
    }

    @Test
    void aLongListIsStoppedWhileItIsMade() {
        Evaluator evaluator = evaluator(Options.DEFAULT.withMaxMemory(64 << 20).withTimeout(Duration.ofSeconds(20)));
        assertThat(failure(evaluator, "builtins.length (builtins.genList (x: x) 2000000000)")
                        .kind())
                .isEqualTo(EvalException.Kind.LIMIT);
        assertThat(Printer.print(evaluator(Options.DEFAULT)
                        .evalText(
                                "let l = builtins.genList (x: x) 1100000; in builtins.length l + builtins.elemAt l 1099999",
                                "/input.nix",
                                Path.of("/"))))
                .isEqualTo("2199999");
    }

    @Test
    void aBuiltinThatDoesNotEndIsNotWaitedFor() {
        CountDownLatch end = new CountDownLatch(1);
        Builtin hang = Builtin.of("hang", argument -> {
            try {
                end.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return argument;
        });
        Evaluator evaluator =
                new Evaluator(Options.DEFAULT.withTimeout(Duration.ofMillis(1)), _ -> Map.of("hang", hang));
        assertThat(failure(evaluator, "hang 1").reason()).isEqualTo("evaluation was stopped after 0.001 seconds");
        end.countDown();
    }

    @Test
    void anEvaluationWithinItsLimitsIsNotStopped() {
        Evaluator evaluator =
                evaluator(Options.DEFAULT.withTimeout(Duration.ofDays(1)).withMaxMemory(Long.MAX_VALUE));
        assertThat(Printer.print(evaluator.evalText("(x: x + 1) 1", "/input.nix", Path.of("/"))))
                .isEqualTo("2");
    }

    @Test
    void programsThatNestTooDeeplyFailWhereTheyDoAndOthersGoOn() {
        Evaluator evaluator = evaluator(Options.DEFAULT);
        assertThat(failure(evaluator, "let f = x: 1 + f x; in f 1").reason())
                .isEqualTo("stack overflow; max-call-depth exceeded");
        assertThat(Printer.print(evaluator.evalText(
                        "let f = n: if n == 0 then 0 else 1 + f (n - 1); in f 9000", "/input.nix", Path.of("/"))))
                .isEqualTo("9000");
    }
}

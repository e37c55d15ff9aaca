package dev.fairlead.nix.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeepNestingTest {
    private static final int DEPTH = 100_000;
    /** Enough for the other forms: they go the same way, and a collection of garbage looks at the whole stack. */
    private static final int MODERATE_DEPTH = 10_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            (     | a | )
            [     | a | ]
            {a=   | 1 | ;}
            "${   | a | }"
            ''${  | a | }''
            ./a${ | a | }
            !     | a |
            -     | a |
            a:    | a |
            {a}:  | a |
            let a=1; in  | a |
            with a; | a |
            if a then b else | c |
            a.b or  | c |
            a//     | a |
            f(      | a | )
            {a.b=   | 1 | ;}
            """)
    void everyFormMayBeNested(String open, String inner, @Nullable String close) {
        parseNested(open + " ", inner, close == null ? "" : close, MODERATE_DEPTH);
    }

    @Test
    void nestingTakesOnlyStack() {
        parseNested("(", "a", ")", DEPTH);
        parseNested("[", "a", "]", DEPTH);
        parseNested("{a=", "1", ";}", DEPTH);
        parseNested("a:", "a", "", DEPTH);
    }

    private static void parseNested(String open, String inner, String close, int depth) {
        String text = open.repeat(depth) + inner + close.repeat(depth);
        int end = withLargeStack(() -> Syntax.parse(text)).end();
        assertThat(end).isGreaterThanOrEqualTo(text.length() - close.length() * depth);
    }

    @ParameterizedTest
    @CsvSource({"1+,1", "a ,a", "a|>,a", "a.,a", "a?a==a&&,a", "a-,1"})
    void chainsToTheLeftTakeNoStack(String part, String last) {
        String text = part.repeat(DEPTH) + last;
        assertThat(Syntax.parseWithPipes(text).end()).isEqualTo(text.length());
    }

    @Test
    void nestingBeyondTheStackIsASyntaxError() {
        String text = "(".repeat(10_000_000);
        assertThatThrownBy(() -> Syntax.parse(text)).isInstanceOfSatisfying(SyntaxException.class, e -> {
            assertThat(e.reason()).isEqualTo("expression is nested too deeply");
            assertThat(e.start()).isPositive();
        });
    }

    private static <T> T withLargeStack(Supplier<T> task) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> result.set(task.get()), "deep", 1L << 30);
        thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (failure.get() != null) {
            throw new AssertionError("failed on the large stack", failure.get());
        }
        return result.get();
    }
}

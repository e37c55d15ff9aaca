package dev.fairlead.nix.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeferredTest {
    private static final Value FAILING = new Deferred(() -> {
        throw new EvalException(EvalException.Kind.THROWN, "no data");
    });

    @Test
    void what_fails_fails_the_same_way_when_it_is_asked_again() {
        failsTwice(FAILING, "no data");
    }

    @Test
    void so_does_what_gives_a_promise_that_fails() {
        failsTwice(new Deferred(() -> FAILING), "no data");
    }

    @Test
    void what_needs_itself_is_a_recursion_each_time() {
        var self = new Value[1];
        self[0] = new Deferred(() -> self[0]);
        failsTwice(self[0], "infinite recursion");
    }

    @Test
    void work_is_done_once() {
        var times = new int[1];
        var value = new Deferred(() -> IntValue.of(++times[0]));
        assertThat(value.force()).isEqualTo(value.force());
        assertThat(times[0]).isEqualTo(1);
    }

    private static void failsTwice(Value value, String message) {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(value::force).isInstanceOf(EvalException.class).hasMessageContaining(message);
        }
    }
}

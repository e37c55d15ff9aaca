package dev.fairlead.nix.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeferredTest {
    private static final Value FAILING = new Deferred(() -> {
        throw new EvalException(EvalException.Kind.THROWN, "no data");
    });

    @Test
    void whatFailsFailsTheSameWayWhenItIsAskedAgain() {
        failsTwice(FAILING, "no data");
    }

    @Test
    void soDoesWhatGivesAPromiseThatFails() {
        failsTwice(new Deferred(() -> FAILING), "no data");
    }

    @Test
    void whatNeedsItselfIsARecursionEachTime() {
        var self = new Value[1];
        self[0] = new Deferred(() -> self[0]);
        failsTwice(self[0], "infinite recursion");
    }

    @Test
    void workIsDoneOnce() {
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

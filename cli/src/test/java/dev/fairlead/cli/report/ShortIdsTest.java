package dev.fairlead.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ShortIdsTest {
    private final ShortIds ids = new ShortIds(Samples.fleet(List.of()));

    @Test
    void theOnlyServiceOfItsNameIsPrintedWithoutItsHost() {
        assertThat(ids.of("service:dns@server1")).isEqualTo("service:dns");
    }

    @Test
    void otherIdsArePrintedWhole() {
        assertThat(ids.of("service:dns@server9")).isEqualTo("service:dns@server9");
        assertThat(ids.of("user:ann@server1")).isEqualTo("user:ann@server1");
        assertThat(ids.of("service:unknown")).isEqualTo("service:unknown");
    }
}

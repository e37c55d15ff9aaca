package dev.fairlead.fleet.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BindAddressTest {
    private static BindAddress address(String text) {
        return Objects.requireNonNull(BindAddress.parse(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0", "::0", "::ffff:0.0.0.0"})
    void allAddressesOverlapEveryAddress(String every) {
        for (String other : new String[] {"*", "::", "0.0.0.0", "127.0.0.1", "::1", "fe80::1%eth0"}) {
            assertThat(address(every).overlaps(address(other))).as(other).isTrue();
            assertThat(address(other).overlaps(address(every))).as(other).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "::1, 0:0:0:0:0:0:0:1",
        "[::1], ::1",
        "2001:DB8::1, 2001:db8:0:0::1",
        "::ffff:10.0.0.1, 10.0.0.1",
        "fe80::1%eth0, FE80:0::1%eth0"
    })
    void spellingsOfOneAddressOverlap(String one, String other) {
        assertThat(address(one).overlaps(address(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.2", "127.0.0.1, ::1", "fe80::1%eth0, fe80::1%eth1", "::1, ::2"})
    void differentAddressesDoNotOverlap(String one, String other) {
        assertThat(address(one).overlaps(address(other))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "eth0",
                "1.2.3",
                "1.2.3.4.5",
                "256.0.0.1",
                "010.0.0.1",
                "0x7f.0.0.1",
                "2130706433",
                "10.0.0.0/8",
                "1.2.3.4:80",
                "[1.2.3.4]",
                "[",
                "[]",
                ":",
                ":::",
                "1::2::3",
                "::g",
                "fe80::1%",
                "10.0.0.1%eth0",
                "::1/128",
                " ::1",
                "**",
                "١.0.0.1"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(BindAddress.parse(text)).isNull();
    }

    @Test
    void theAddressIsKeptAsItWasWritten() {
        assertThat(address("2001:DB8::1").text()).isEqualTo("2001:DB8::1");
    }
}

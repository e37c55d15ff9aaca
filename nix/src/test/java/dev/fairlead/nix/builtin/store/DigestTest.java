package dev.fairlead.nix.builtin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.nix.value.EvalException;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final Gen<Digest> DIGESTS = choices -> Digest.of(
            Gen.elements(Digest.Algorithm.values()).draw(choices),
            Gen.strings("abc", 5).draw(choices));

    @Test
    void eachFormReadsBackAsTheSameHash() {
        Property.forAll(
                DIGESTS,
                Gen.elements(Digest.Format.values()),
                (digest, format) -> assertThat(Digest.parse(digest.print(format), digest.algorithm()))
                        .isEqualTo(digest));
    }

    /** Base 32 is the number of 5-bit digits whose least significant byte is the first one. */
    @Test
    void base32IsTheNumberThatTheBytesAreFromLastToFirst() {
        Property.forAll(DIGESTS, digest -> {
            BigInteger number = BigInteger.ZERO;
            for (char digit : digest.print(Digest.Format.NIX32).toCharArray()) {
                number = number.shiftLeft(5).or(BigInteger.valueOf("0123456789abcdfghijklmnpqrsvwxyz".indexOf(digit)));
            }
            StringBuilder reversed = new StringBuilder();
            String hex = digest.base16();
            for (int i = hex.length() - 2; i >= 0; i -= 2) {
                reversed.append(hex, i, i + 2);
            }
            assertThat(number).isEqualTo(new BigInteger(reversed.toString(), 16));
        });
    }

    @Test
    void textsThatAreNoHashAreRefused() {
        for (String text : new String[] {
            "z".repeat(64), "e".repeat(52), "sha256-!", "sha256:abc", "sha256-AAAA", "z" + "0".repeat(51)
        }) {
            assertThatThrownBy(() -> Digest.parse(text, Digest.Algorithm.SHA256))
                    .as(text)
                    .isInstanceOf(EvalException.class);
        }
    }
}

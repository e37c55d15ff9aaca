package dev.fairlead.cli.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fairlead.fleet.claim.Lock;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LockJsonTest {
    private static Gen<Lock> locks() {
        return Gen.<String, SortedMap<String, Integer>>maps(
                        Gen.nastyStrings(4).map(id -> "service:" + id),
                        Gen.<String, Integer>maps(Gen.nastyStrings(3), Gen.ints(1, 65_535), 3)
                                .map(TreeMap::new),
                        4)
                .map(ports -> new Lock(new TreeMap<>(ports)));
    }

    private static Lock read(String text) {
        return LockJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Property.forAll(
                locks(), lock -> assertThat(LockJson.read(LockJson.write(lock))).isEqualTo(lock));
    }

    @Test
    void aLockOfWhichTheEndIsMissingIsDamaged() {
        Property.forAll(locks(), Gen.ints(0, 100_000), (lock, cut) -> {
            byte[] whole = LockJson.write(lock);
            // The line break at the end is all that may be missing.
            byte[] part = Arrays.copyOf(whole, cut % (whole.length - 1));
            assertThatExceptionOfType(DamagedLockException.class).isThrownBy(() -> LockJson.read(part));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        {}                                                                       | does not begin with its schema
        []                                                                       | where a lock should be
        null                                                                     | where a lock should be
        <<<<<<< HEAD                                                             | is not JSON
        { "ports": {}, "schema": "fairlead/lock/1" }                             | does not begin with its schema
        { "schema": 1, "ports": {} }                                             | where schema should be
        { "schema": "fairlead/findings/1", "ports": {} }                         | has the schema "fairlead/findings/1"
        { "schema": "fairlead/lock/1" }                                          | has no ports
        { "schema": "fairlead/lock/1", "port": {} }                              | unknown key "port"
        { "schema": "fairlead/lock/1", "ports": [] }                             | where ports should be
        { "schema": "fairlead/lock/1", "ports": { "a": 1 } }                     | where the ports of a should be
        { "schema": "fairlead/lock/1", "ports": { "a": { "b": "1" } } }          | where port b of a should be
        { "schema": "fairlead/lock/1", "ports": { "a": { "b": 1.5 } } }          | where port b of a should be
        { "schema": "fairlead/lock/1", "ports": { "a": { "b": 0 } } }            | has a port 0
        { "schema": "fairlead/lock/1", "ports": { "a": { "b": 65536 } } }        | has a port 65536
        { "schema": "fairlead/lock/1", "ports": { "a": { "b": -1 } } }           | has a port -1
        { "schema": "fairlead/lock/1", "ports": { "a": { "b": 99999999999 } } }  | has a port 99999999999
        { "schema": "fairlead/lock/1", "ports": { "a": { "b": 1, "b": 2 } } }    | is not JSON
        { "schema": "fairlead/lock/1", "ports": {} } x                           | is not JSON
        { "schema": "fairlead/lock/1", "ports": {} } {}                          | goes on after its end
        """)
    void whatIsNoLockIsToldWhy(String text, String reason) {
        assertThatExceptionOfType(DamagedLockException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining(reason)
                .matches(damaged -> !damaged.isNewer());
    }

    @Test
    void aLockOfANewerVersionIsNotCalledDamaged() {
        assertThatExceptionOfType(DamagedLockException.class)
                .isThrownBy(() -> read("{ \"schema\": \"fairlead/lock/2\", \"hosts\": [] }"))
                .withMessageContaining("was written by a newer version of Fairlead (fairlead/lock/2;")
                .matches(DamagedLockException::isNewer);
    }
}

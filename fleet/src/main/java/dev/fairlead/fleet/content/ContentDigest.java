package dev.fairlead.fleet.content;

import dev.fairlead.fleet.resolution.Resolution.Data;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 of data and texts, each with its kind and length, so that different ones differ in what is hashed. */
final class ContentDigest {
    private final MessageDigest digest;

    ContentDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every JDK has SHA-256", missing);
        }
    }

    ContentDigest add(Data data) {
        switch (data) {
            case Data.Text(String text) -> add('t', text);
            case Data.Whole(long whole) ->
                add('w', ByteBuffer.allocate(Long.BYTES).putLong(whole).array());
            case Data.Real(double real) ->
                add('r', ByteBuffer.allocate(Double.BYTES).putDouble(real).array());
            case Data.Truth(boolean truth) -> add(truth ? '1' : '0', new byte[0]);
            case Data.Nothing() -> add('n', new byte[0]);
            case Data.Items items -> {
                begin('i', items.items().size());
                items.items().forEach(this::add);
            }
            case Data.Fields fields -> {
                begin('f', fields.fields().size());
                fields.fields().forEach((name, value) -> add('a', name).add(value));
            }
            case Data.Opaque(String kind, String text) -> add('k', kind).add('o', text);
        }
        return this;
    }

    ContentDigest add(char kind, String text) {
        return add(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private ContentDigest add(char kind, byte[] bytes) {
        begin(kind, bytes.length);
        digest.update(bytes);
        return this;
    }

    private void begin(char kind, int length) {
        digest.update((byte) kind);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }

    /** The first 128 bits: enough that no two of a fleet are equal by chance. Ends the digest. */
    String text() {
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 16));
    }
}

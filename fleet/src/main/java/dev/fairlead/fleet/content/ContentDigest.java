package dev.fairlead.fleet.content;

import dev.fairlead.fleet.resolution.Resolution.Data;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.IdentityHashMap;

/** A SHA-256 of data and texts, each with its kind and length, so that different ones differ in what is hashed. */
final class ContentDigest {
    private final ByteArrayOutputStream hashed = new ByteArrayOutputStream();
    private final Items items;
    private boolean whole = true;

    /** The items of lists that were hashed before, so that each is written down once, however many lists it is in. */
    static final class Items {
        private final IdentityHashMap<Data, ContentDigest> known = new IdentityHashMap<>();
    }

    ContentDigest() {
        this(new Items());
    }

    /** @param items gets those that are added */
    ContentDigest(Items items) {
        this.items = items;
    }

    ContentDigest add(Data data) {
        switch (data) {
            case Data.Text(String text) -> add('t', text);
            case Data.Whole(long number) -> number('w', number);
            case Data.Real(double number) -> number('r', Double.doubleToLongBits(number));
            case Data.Truth(boolean truth) -> begin(truth ? '1' : '0', 0);
            case Data.Nothing() -> begin('n', 0);
            case Data.Items list -> {
                begin('i', list.items().size());
                list.items().forEach(this::item);
            }
            case Data.Fields fields -> {
                begin('f', fields.fields().size());
                fields.fields().forEach((name, value) -> add('a', name).add(value));
            }
            case Data.Opaque(String kind, String text) -> {
                whole &= kind.equals("path");
                add('k', kind).add('o', text);
            }
        }
        return this;
    }

    private void item(Data data) {
        if (data instanceof Data.Items || data instanceof Data.Fields) {
            ContentDigest known = items.known.computeIfAbsent(data, key -> new ContentDigest(new Items()).add(key));
            hashed.writeBytes(known.hashed.toByteArray());
            whole &= known.whole;
        } else {
            add(data);
        }
    }

    ContentDigest add(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        begin(kind, bytes.length);
        hashed.writeBytes(bytes);
        return this;
    }

    private void number(char kind, long number) {
        begin(kind, Long.BYTES);
        bigEndian((int) (number >>> Integer.SIZE));
        bigEndian((int) number);
    }

    private void begin(char kind, int length) {
        hashed.write(kind);
        bigEndian(length);
    }

    /** Four bytes, the highest first. */
    private void bigEndian(int number) {
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            hashed.write(number >>> shift);
        }
    }

    /** Whether all data so far was computed: none of it is a function, say. */
    boolean isWhole() {
        return whole;
    }

    /** The first 128 bits: enough that no two of a fleet are equal by chance. */
    String text() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(hashed.toByteArray());
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every JDK has SHA-256", missing);
        }
    }
}

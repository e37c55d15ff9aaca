package dev.fairlead.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Malformed inputs made of well-formed ones: cut, repeated, swapped, spliced, with words of the language and stray bytes
 * put in. Equal seeds give equal inputs.
 */
final class Mutations {
    private static final List<byte[]> BYTES =
            List.of(new byte[] {0}, new byte[] {(byte) 0xff}, new byte[] {(byte) 0xc3}, new byte[] {'\r', '\n'});

    private final List<byte[]> inputs;
    private final List<String> words;
    private final Random random;

    Mutations(List<byte[]> inputs, List<String> words, long seed) {
        this.inputs = inputs;
        this.words = words;
        this.random = new Random(seed);
    }

    byte[] next() {
        byte[] input = pick(inputs);
        for (int change = random.nextInt(4); change >= 0; change--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(random.nextInt(4) == 0 ? 200 : 8));
        byte[] piece = piece(input, from, to);
        return switch (random.nextInt(7)) {
            case 0 -> join(input, from, new byte[0], to);
            case 1 -> join(input, from, repeated(piece, 1 + random.nextInt(3)), from);
            case 2 -> join(input, from, pick(words).getBytes(StandardCharsets.UTF_8), from);
            case 3 -> join(input, from, pick(words).getBytes(StandardCharsets.UTF_8), to);
            case 4 ->
                join(input, from, random.nextBoolean() ? pick(BYTES) : new byte[] {(byte) random.nextInt(128)}, to);
            case 5 -> {
                byte[] other = pick(inputs);
                int start = random.nextInt(other.length + 1);
                yield join(input, from, piece(other, start, Math.min(other.length, start + random.nextInt(60))), to);
            }
            default -> join(input, random.nextInt(input.length + 1), piece, input.length);
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static byte[] piece(byte[] input, int from, int to) {
        return Arrays.copyOfRange(input, from, to);
    }

    private static byte[] repeated(byte[] piece, int more) {
        return join(piece, piece.length, more == 1 ? piece : repeated(piece, more - 1), piece.length);
    }

    /** The input up to one place, something else, and the input from another place on. */
    private static byte[] join(byte[] input, int until, byte[] middle, int from) {
        var out = new ByteArrayOutputStream();
        out.write(input, 0, until);
        out.writeBytes(middle);
        out.write(input, from, input.length - from);
        return out.toByteArray();
    }
}

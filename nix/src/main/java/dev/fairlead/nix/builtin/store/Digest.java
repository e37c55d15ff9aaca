package dev.fairlead.nix.builtin.store;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A cryptographic hash: which one, and its bytes. */
public final class Digest {
    /** The hash functions that Nix knows. */
    public enum Algorithm {
        MD5("md5", "MD5", 16),
        SHA1("sha1", "SHA-1", 20),
        SHA256("sha256", "SHA-256", 32),
        SHA512("sha512", "SHA-512", 64);

        private final String nixName;
        private final String javaName;
        private final int size;

        Algorithm(String nixName, String javaName, int size) {
            this.nixName = nixName;
            this.javaName = javaName;
            this.size = size;
        }

        public String nixName() {
            return nixName;
        }

        /** A new computation. */
        public MessageDigest start() {
            try {
                return MessageDigest.getInstance(javaName);
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("every Java platform has " + javaName, missing);
            }
        }

        /** The algorithm of a name, or null. */
        public static @Nullable Algorithm known(String name) {
            for (Algorithm algorithm : values()) {
                if (algorithm.nixName.equals(name)) {
                    return algorithm;
                }
            }
            return null;
        }

        /**
         * The algorithm of a name.
         *
         * @throws EvalException if there is none
         */
        public static Algorithm named(String name) {
            Algorithm algorithm = known(name);
            if (name.equals("blake3")) {
                throw Experiment.disabled("blake3-hashes");
            }
            if (algorithm == null) {
                throw invalid(
                        "unknown hash algorithm '" + name + "', expect 'blake3', 'md5', 'sha1', 'sha256', or 'sha512'");
            }
            return algorithm;
        }
    }

    /** How a hash is written. */
    public enum Format {
        BASE16,
        NIX32,
        BASE64,
        /** The algorithm, a dash, and base 64. */
        SRI;

        /**
         * The format of a name.
         *
         * @throws EvalException if there is none
         */
        public static Format named(String name) {
            return switch (name) {
                case "base16" -> BASE16;
                case "nix32", "base32" -> NIX32;
                case "base64" -> BASE64;
                case "sri" -> SRI;
                default ->
                    throw invalid("unknown hash format '" + name + "', expect 'base16', 'base32', 'base64', or 'sri'");
            };
        }
    }

    private final Algorithm algorithm;
    private final byte[] bytes;

    private Digest(Algorithm algorithm, byte[] bytes) {
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    /** The hash of a byte string. */
    public static Digest of(Algorithm algorithm, String content) {
        return of(algorithm, Bytes.toArray(content));
    }

    public static Digest of(Algorithm algorithm, byte[] content) {
        return new Digest(algorithm, algorithm.start().digest(content));
    }

    /** The result of a computation. */
    static Digest finish(Algorithm algorithm, MessageDigest computation) {
        return new Digest(algorithm, computation.digest());
    }

    /**
     * Reads a hash that may say its algorithm ({@code sha256:…}, {@code sha256-…}) and else is recognised by length.
     *
     * @param expected what it must be, or null if it says so itself
     * @throws EvalException if it is malformed or of another algorithm
     */
    public static Digest parse(String text, @Nullable Algorithm expected) {
        int separator = text.indexOf(':');
        boolean sri = false;
        if (separator < 0) {
            separator = text.indexOf('-');
            sri = separator >= 0;
        }
        Algorithm stated = separator < 0 ? null : Algorithm.named(text.substring(0, separator));
        Algorithm algorithm = stated != null ? stated : expected;
        if (algorithm == null) {
            throw invalid("hash '" + text + "' does not include a type, nor is the type otherwise known from context");
        }
        if (expected != null && expected != algorithm) {
            throw invalid("hash '" + text + "' should have type '" + expected.nixName() + "'");
        }
        String digits = text.substring(separator + 1);
        byte[] bytes = sri ? base64(digits) : bySize(digits, algorithm);
        if (bytes == null || bytes.length != algorithm.size) {
            throw invalid("hash '" + text + "' is not a valid " + algorithm.nixName() + " hash");
        }
        return new Digest(algorithm, bytes);
    }

    /** As {@link #parse}, but an empty text means zeros: the hash of what is still to be filled in. */
    public static Digest parseOrZero(String text, @Nullable Algorithm expected) {
        if (!text.isEmpty()) {
            return parse(text, expected);
        }
        if (expected == null) {
            throw invalid("empty hash requires explicit hash algorithm");
        }
        return new Digest(expected, new byte[expected.size]);
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    /** The digits; with the algorithm before them only in {@link Format#SRI}. */
    public String print(Format format) {
        return switch (format) {
            case BASE16 -> HexFormat.of().formatHex(bytes);
            case NIX32 -> Nix32.encode(bytes);
            case BASE64 -> Base64.getEncoder().encodeToString(bytes);
            case SRI -> algorithm.nixName() + "-" + Base64.getEncoder().encodeToString(bytes);
        };
    }

    public String base16() {
        return print(Format.BASE16);
    }

    /** The bytes folded onto each other to {@code size}, in base 32: the hash part of a store path. */
    String compressed(int size) {
        byte[] folded = new byte[size];
        for (int i = 0; i < bytes.length; i++) {
            folded[i % size] ^= bytes[i];
        }
        return Nix32.encode(folded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest that && algorithm == that.algorithm && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return base16().hashCode();
    }

    @Override
    public String toString() {
        return print(Format.SRI);
    }

    private static byte @Nullable [] bySize(String digits, Algorithm algorithm) {
        if (digits.length() == algorithm.size * 2) {
            try {
                return HexFormat.of().parseHex(digits);
            } catch (IllegalArgumentException malformed) {
                return null;
            }
        }
        if (digits.length() == Nix32.length(algorithm.size)) {
            return Nix32.decode(digits);
        }
        if (digits.length() == (algorithm.size + 2) / 3 * 4) {
            return base64(digits);
        }
        throw invalid("hash '" + digits + "' has wrong length for hash algorithm '" + algorithm.nixName() + "'");
    }

    private static byte @Nullable [] base64(String digits) {
        try {
            return Base64.getDecoder().decode(digits);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static EvalException invalid(String message) {
        return new EvalException(EvalException.Kind.OTHER, message);
    }
}

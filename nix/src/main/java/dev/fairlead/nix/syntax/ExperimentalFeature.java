package dev.fairlead.nix.syntax;

import org.jspecify.annotations.Nullable;

/** What programs may use only where it was asked for, as in Nix: it may change, or go away again. */
public enum ExperimentalFeature {
    /** The operators {@code |>} and <code>&lt;|</code>. */
    PIPE_OPERATORS("pipe-operators"),
    /** Dates and times in what {@code fromTOML} reads. */
    PARSE_TOML_TIMESTAMPS("parse-toml-timestamps");

    private final String nixName;

    ExperimentalFeature(String nixName) {
        this.nixName = nixName;
    }

    /** What the command line and the configuration of Nix call it. */
    public String nixName() {
        return nixName;
    }

    /** The feature with a name, or null if there is none here. */
    public static @Nullable ExperimentalFeature named(String name) {
        for (ExperimentalFeature feature : values()) {
            if (feature.nixName.equals(name)) {
                return feature;
            }
        }
        return null;
    }

    /** The sentence for who uses it without having asked for it. */
    public String disabled() {
        return "experimental Nix feature '" + nixName + "' is disabled; add '--extra-experimental-features " + nixName
                + "' to enable it";
    }
}

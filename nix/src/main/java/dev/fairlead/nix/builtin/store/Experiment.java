package dev.fairlead.nix.builtin.store;

import dev.fairlead.nix.value.EvalException;

/** What Nix has as an experiment only, and refuses unless it is switched on. */
public final class Experiment {
    private Experiment() {}

    /** The refusal, as in a Nix without the feature. */
    public static EvalException disabled(String feature) {
        return disabled(feature, "");
    }

    /** @param use what needs the feature */
    static EvalException disabledFor(String feature, String use) {
        return disabled(feature, " (" + use + ")");
    }

    private static EvalException disabled(String feature, String remark) {
        return new EvalException(
                EvalException.Kind.OTHER,
                "experimental Nix feature '" + feature + "' is disabled" + remark
                        + "; add '--extra-experimental-features " + feature + "' to enable it");
    }
}

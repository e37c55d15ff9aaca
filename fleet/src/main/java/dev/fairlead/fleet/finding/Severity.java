package dev.fairlead.fleet.finding;

import java.util.Locale;

/** How bad a finding is; only errors make {@code check} fail. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** As formats spell it: {@code error}, {@code warning}, {@code note}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.fairlead.diagram.svg;

import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.diagram.ir.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Colours of a picture. Made from the sixteen of a base16 scheme, whatever those are: text and lines are moved towards black
 * or white until they stand out, text by 4.5 to 1 and lines by 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
 */
public final class Theme {
    private static final double TEXT = 4.5;
    private static final double LINE = 3;
    private static final double TINT = 0.08;
    private static final int STEPS = 20;
    /** In the order of {@link #accent(int)}. Boxes of scopes stay grey, as their frames are. */
    private static final List<String> KINDS = List.of("service", "capability", "channel", "state", "rule", "backend");

    private static final Pattern ENTRY =
            Pattern.compile("^\\s*base0([0-9A-Fa-f])\\s*:\\s*[\"']?#?([0-9A-Fa-f]{6})\\b", Pattern.MULTILINE);

    public static final Theme LIGHT = new Theme(List.of(
            "ffffff", "f8f9fa", "e9ecef", "adb5bd", "868e96", "212529", "212529", "000000", "c92a2a", "a33100",
            "e67700", "2b8a3e", "0b7285", "1864ab", "862e9c", "5f3dc4"));
    public static final Theme DARK = new Theme(List.of(
            "16181d", "1f2229", "2b2f38", "5c6370", "8b93a1", "e6e9ef", "e6e9ef", "ffffff", "ff8787", "ffa94d",
            "ffd43b", "69db7c", "66d9e8", "74c0fc", "e599f7", "b197fc"));

    private final List<Colour> base;
    /** Black or white, whichever stands out from the background. */
    private final Colour end;

    private final Colour frame;

    private Theme(List<String> hex) {
        this.base = hex.stream().map(Colour::of).toList();
        Colour white = new Colour(255, 255, 255);
        Colour black = new Colour(0, 0, 0);
        this.end = white.contrast(background()) > black.contrast(background()) ? white : black;
        this.frame = frameOf();
    }

    /** The second colour of the scheme if it is near the first, as it should be; text has to be readable on both. */
    private Colour frameOf() {
        Colour given = base.get(1);
        Colour near = given.contrast(background()) <= 1.4 ? given : background().mixed(end, 0.06);
        return end.contrast(near) >= TEXT ? near : background();
    }

    /** The theme of a base16 scheme, the YAML of which has {@code base00} to {@code base0F}; empty if one is missing. */
    public static Optional<Theme> base16(String yaml) {
        var found = new @Nullable String[16];
        Matcher entries = ENTRY.matcher(yaml);
        while (entries.find()) {
            found[Integer.parseInt(entries.group(1), 16)] = entries.group(2);
        }
        var hex = new ArrayList<String>();
        for (String colour : found) {
            if (colour == null) {
                return Optional.empty();
            }
            hex.add(colour);
        }
        return Optional.of(new Theme(hex));
    }

    /** The colour of a page around the picture, as CSS has it. */
    public String page() {
        return background().hex();
    }

    /** The colour of text beside the picture, as CSS has it. */
    public String ink() {
        return text().hex();
    }

    Colour background() {
        return base.get(0);
    }

    /** The inside of groups that lie {@code depth} deep. */
    Colour frame(int depth) {
        return depth % 2 == 0 ? frame : background();
    }

    /** The inside of boxes of a kind: hardly more than the background, and never in the way of the text. */
    Colour box(String kind) {
        Colour tinted = background().mixed(accent(kind).orElse(background()), TINT);
        return text().contrast(tinted) >= TEXT ? tinted : background();
    }

    /** The colour of boxes of a kind; empty for those that are no different from others. */
    Optional<Colour> accent(String kind) {
        int number = KINDS.indexOf(kind);
        return number < 0 ? Optional.empty() : Optional.of(accent(number));
    }

    Colour text() {
        return readable(5, TEXT);
    }

    Colour muted() {
        return readable(4, TEXT);
    }

    Colour line() {
        return readable(4, LINE);
    }

    /** Colours of streams and of kinds of boxes. */
    Colour accent(int number) {
        int[] accents = {13, 11, 12, 14, 15, 9};
        return readable(accents[Math.floorMod(number, accents.length)], LINE);
    }

    /** The colour that says what a tone says; empty for those that say nothing. */
    Optional<Colour> tone(Tone tone) {
        return switch (tone) {
            case PLAIN -> Optional.empty();
            case OUTSIDE -> Optional.of(muted());
            case UNCOVERED, AMBIGUOUS -> Optional.of(readable(9, TEXT));
            case UNKNOWN -> Optional.of(readable(14, TEXT));
            case CONFLICT, CYCLE, MISSING -> Optional.of(readable(8, TEXT));
        };
    }

    Optional<Colour> origin(@Nullable Origin origin) {
        if (origin == null) {
            return Optional.empty();
        }
        return switch (origin) {
            case OLD -> Optional.of(readable(8, TEXT));
            case NEW -> Optional.of(readable(11, TEXT));
            case CHANGED -> Optional.of(readable(9, TEXT));
            case MOVED, RENAMED -> Optional.of(readable(13, TEXT));
            case BOTH -> Optional.empty();
        };
    }

    /** The nearest of its shades towards black or white that stands out both from the background and from frames. */
    private Colour readable(int number, double contrast) {
        for (int step = 0; step < STEPS; step++) {
            Colour shade = base.get(number).mixed(end, (double) step / STEPS);
            if (shade.contrast(background()) >= contrast && shade.contrast(frame) >= contrast) {
                return shade;
            }
        }
        return end;
    }
}

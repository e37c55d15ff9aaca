package dev.fairlead.cli.report;

import dev.fairlead.fleet.resolution.Resolution.Data;

/** Data of the fleet on one line, as it would be written in Nix; cut if it is long. */
public final class DataText {
    private static final int LONGEST = 80;

    private DataText() {}

    public static String of(Data data) {
        String text = dev.fairlead.diagram.view.DataText.of(data);
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }
}

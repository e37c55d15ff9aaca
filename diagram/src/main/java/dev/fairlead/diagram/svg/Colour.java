package dev.fairlead.diagram.svg;

/** A colour in sRGB. */
record Colour(int red, int green, int blue) {
    static Colour of(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return new Colour(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    /** The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it. */
    double contrast(Colour other) {
        double a = luminance() + 0.05;
        double b = other.luminance() + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** This colour with a share of another in it. */
    Colour mixed(Colour other, double share) {
        return new Colour(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}

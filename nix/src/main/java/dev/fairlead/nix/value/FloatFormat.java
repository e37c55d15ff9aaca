package dev.fairlead.nix.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes floats the way C does: {@code %g} when a value is printed, {@code %f} when it becomes a string. */
public final class FloatFormat {
    private static final int DIGITS = 6;

    private FloatFormat() {}

    /** As {@code %f}: six digits after the point. */
    static String fixed(double value) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        String digits = new BigDecimal(Math.abs(value))
                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                .toPlainString();
        return sign(value) + digits;
    }

    /** As {@code %g}: six significant digits, without trailing zeros, with an exponent if it is below −4 or above 5. */
    public static String general(double value) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        if (value == 0) {
            return sign(value) + "0";
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value)).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal digits = rounded.stripTrailingZeros();
        if (exponent >= -4 && exponent < DIGITS) {
            return sign(value) + digits.toPlainString();
        }
        String power = (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return sign(value) + digits.movePointLeft(exponent).toPlainString() + power;
    }

    private static String sign(double value) {
        return Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    }

    private static String notFinite(double value) {
        return sign(value) + (Double.isNaN(value) ? "nan" : "inf");
    }
}

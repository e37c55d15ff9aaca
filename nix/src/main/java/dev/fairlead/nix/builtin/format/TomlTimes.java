package dev.fairlead.nix.builtin.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the dates and times of TOML, as texts in one form: {@code 1979-05-27T00:32:00.999-07:00}, or a part of that. */
final class TomlTimes {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern DELIMITER = Pattern.compile("[Tt ]");
    private static final Pattern TIME = Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]++))?");
    private static final Pattern OFFSET = Pattern.compile("[zZ]|([+-])([0-9]{2}):([0-9]{2})");
    private static final int NANOSECOND_DIGITS = 9;

    private TomlTimes() {}

    /** Goes past a date, a time, or both, if there is one. */
    static @Nullable String read(Cursor in) {
        int start = in.offset();
        Matcher date = in.skip(DATE);
        if (date == null) {
            Matcher time = in.skip(TIME);
            return time == null ? null : time(time, in, start);
        }
        int dateEnd = in.offset();
        Matcher time = in.skip(DELIMITER) == null ? null : in.skip(TIME);
        if (time == null) {
            in.back(dateEnd);
            refuseBadTime(in);
            return date(date, in, start);
        }
        Matcher offset = in.skip(OFFSET);
        if (offset == null && (in.peek() == '+' || in.peek() == '-')) {
            throw in.fail("bad offset: must be [+-]HH:MM or Z");
        }
        String local = date(date, in, start) + "T" + time(time, in, dateEnd + 1);
        return offset == null ? local : local + offset(offset, in, start);
    }

    /** A date may be followed by a space and something else, but not by what looks like a time and is none. */
    private static void refuseBadTime(Cursor in) {
        int next = in.peek();
        if (next == 'T' || next == 't' || (next == ' ' && isDigit(in.peek(1)))) {
            in.skip(1);
            throw in.fail("bad time: must be HH:MM:SS.subsec");
        }
        if (isDigit(next)) {
            throw in.fail("bad datetime: missing T or space");
        }
    }

    private static String date(Matcher date, Cursor in, int start) {
        int year = number(date, 1);
        int month = number(date, 2);
        int day = number(date, 3);
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int days = switch (month) {
            case 2 -> leap ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
        if (month < 1 || month > 12 || day < 1 || day > days) {
            throw in.fail("toml::parse_local_date: invalid date.", start);
        }
        return date.group();
    }

    private static String time(Matcher time, Cursor in, int start) {
        if (number(time, 1) > 23 || number(time, 2) > 59 || number(time, 3) > 60) {
            throw in.fail("toml::parse_local_time: invalid time.", start);
        }
        String whole = time.group(1) + ":" + time.group(2) + ":" + time.group(3);
        String fraction = time.group(4);
        return fraction == null ? whole : whole + subseconds(fraction);
    }

    /** With three, six or nine digits, as many as are needed. */
    private static String subseconds(String fraction) {
        String digits = (fraction + "0".repeat(NANOSECOND_DIGITS)).substring(0, NANOSECOND_DIGITS);
        int length = NANOSECOND_DIGITS;
        while (length > 0 && digits.startsWith("000", length - 3)) {
            length -= 3;
        }
        return length == 0 ? "" : "." + digits.substring(0, length);
    }

    private static String offset(Matcher offset, Cursor in, int start) {
        if (offset.group(1) == null) {
            return "Z";
        }
        int hours = number(offset, 2);
        int minutes = number(offset, 3);
        if (hours > 24 || minutes > 60) {
            throw in.fail("toml::parse_offset_datetime: too large offset: |hour| <= 24, |minute| <= 60", start);
        }
        int all = hours * 60 + minutes;
        return all == 0 ? "Z" : "%s%02d:%02d".formatted(offset.group(1), all / 60, all % 60);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }
}

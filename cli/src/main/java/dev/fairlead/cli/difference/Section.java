package dev.fairlead.cli.difference;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One part of an outline.
 *
 * @param title in the plural: {@code services}
 */
record Section(String title, List<Entry> entries) {
    Section {
        entries = List.copyOf(entries);
    }

    /** What an entry says happened. */
    enum Mark {
        ADDED("+"),
        REMOVED("-"),
        CHANGED("~");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** One change in a line, and why or where it is in further ones. */
    record Entry(Mark mark, String text, List<String> details) {
        Entry {
            details = List.copyOf(details);
        }

        static Entry of(Mark mark, String text) {
            return new Entry(mark, text, List.of());
        }

        /** The mark of a change from one to the other; null is nothing. */
        static Mark mark(@Nullable Object before, @Nullable Object after) {
            if (before == null) {
                return Mark.ADDED;
            }
            return after == null ? Mark.REMOVED : Mark.CHANGED;
        }

        /** {@code 1 → 2}; the one that there is, if there is one or they are equal. */
        static String moved(@Nullable String before, @Nullable String after) {
            if (before == null || after == null || before.equals(after)) {
                return String.valueOf(after == null ? before : after);
            }
            return before + " → " + after;
        }
    }

    /** {@code 2 added, 1 changed}. */
    String counts() {
        StringBuilder counts = new StringBuilder();
        for (Mark mark : Mark.values()) {
            long count = entries.stream().filter(entry -> entry.mark() == mark).count();
            if (count > 0) {
                counts.append(counts.isEmpty() ? "" : ", ").append(count).append(' ');
                counts.append(mark.name().toLowerCase(Locale.ROOT));
            }
        }
        return counts.toString();
    }
}

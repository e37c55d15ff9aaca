package dev.fairlead.fleet.rule;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Topics, to be asked at no cost whether one meets any of them. */
final class Topics {
    private static final class OfKind {
        private final Map<@Nullable String, Set<@Nullable String>> places = new HashMap<>();
        private final Set<@Nullable String> anywhere = new HashSet<>();
    }

    private final Map<Topic.Kind, OfKind> kinds = new EnumMap<>(Topic.Kind.class);

    void add(Topic topic) {
        OfKind kind = kinds.computeIfAbsent(topic.kind(), key -> new OfKind());
        kind.places.computeIfAbsent(topic.name(), key -> new HashSet<>()).add(topic.where());
        kind.anywhere.add(topic.where());
    }

    /** Whether one of these may be what the other is. */
    boolean meet(Topic other) {
        OfKind kind = kinds.get(other.kind());
        if (kind == null) {
            return false;
        }
        return other.name() == null
                ? isIn(kind.anywhere, other.where())
                : isIn(kind.places.get(other.name()), other.where()) || isIn(kind.places.get(null), other.where());
    }

    private static boolean isIn(@Nullable Set<@Nullable String> places, @Nullable String where) {
        return places != null && (where == null ? !places.isEmpty() : places.contains(where) || places.contains(null));
    }
}

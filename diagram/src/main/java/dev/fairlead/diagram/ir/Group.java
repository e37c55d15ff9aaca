package dev.fairlead.diagram.ir;

import org.jspecify.annotations.Nullable;

/**
 * A frame around nodes and other groups.
 *
 * @param id unique among groups; usually the id of a scope
 * @param kind what it stands for: {@code fleet environment host user wave channel ...}
 * @param parent the id of the group around it, or null
 */
public record Group(
        String id, String label, String kind, @Nullable String parent) {}

package dev.fairlead.diagram.diff;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Firing;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Excluded;
import dev.fairlead.fleet.resolution.Resolution.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a fleet differs from what it was. Lists are sorted by the ids that their items begin with; {@code before} is null for
 * what is new, {@code after} for what is gone. Ids are those of the fleet as it is now wherever something is in both.
 *
 * @param before how large the fleet was
 * @param after how large it is
 * @param scopes added, removed, renamed, and those on which something else was declared
 * @param services added, removed, moved to another scope, renamed, declared otherwise
 * @param excluded what is kept out although something includes it: new, no longer, or by others
 * @param edges connections that are new or gone, or hold no longer
 * @param bindings requirements that are bound to something else
 * @param ports claims on ports
 * @param items of channels
 * @param consumers of channels that get items from others than before
 * @param coverage of state by backups
 * @param rules what rules ask for
 * @param plan services that are in another wave
 * @param outputs what classes make of scopes, where services say something else for them
 * @param appeared findings that were not there
 * @param resolved findings that are there no longer
 * @param affected what the change reaches
 */
public record Difference(
        Size before,
        Size after,
        List<ScopeChange> scopes,
        List<ServiceChange> services,
        List<ExclusionChange> excluded,
        List<EdgeChange> edges,
        List<Rebinding> bindings,
        List<SettingChange> settings,
        List<PortChange> ports,
        List<ItemChange> items,
        List<ConsumerChange> consumers,
        List<CoverageChange> coverage,
        List<BackendChange> backends,
        List<FiringChange> rules,
        List<WaveChange> plan,
        List<OutputChange> outputs,
        List<Finding> appeared,
        List<Finding> resolved,
        Affected affected) {

    /** How large a fleet is. */
    public record Size(String fleet, int services, int hosts, int errors) {}

    /** What happened to a service or scope. */
    public enum Kind {
        ADDED,
        REMOVED,
        MOVED,
        RENAMED,
        CHANGED
    }

    /**
     * A scope that is not what it was.
     *
     * @param attributes what is different about a scope that is in both: its tags, imports, data by name
     */
    public record ScopeChange(
            Kind kind, @Nullable String before, @Nullable String after, List<String> attributes) {}

    /**
     * A service that is not where or what it was, by ids.
     *
     * @param attributes what is different about a service that is in both, as it is declared: {@code provides.dns
     *     requires.smtp classes visibility includedBy}
     */
    public record ServiceChange(
            Kind kind, @Nullable String before, @Nullable String after, List<String> attributes) {
        public ServiceChange {
            attributes = List.copyOf(attributes);
        }

        /** Its id as it is now, or as it was. */
        public String id() {
            return after != null ? after : String.valueOf(before);
        }
    }

    /** A service that is kept out, by others than before or of what others include; not where that is written. */
    public record ExclusionChange(
            @Nullable Excluded before, @Nullable Excluded after) {}

    public record EdgeChange(
            @Nullable Edge before, @Nullable Edge after) {}

    /**
     * A requirement whose providers are others.
     *
     * @param reasons why, as sentences without a full stop
     */
    public record Rebinding(
            String service,
            String capability,
            State stateBefore,
            List<String> before,
            State stateAfter,
            List<String> after,
            List<String> reasons) {}

    /**
     * A setting with another value, or from another layer.
     *
     * @param where the id of a scope, or of a service that is an instance
     * @param layerBefore the most specific layer that the value was from
     * @param layers those that say something else than before, most specific first
     */
    public record SettingChange(
            String where,
            String path,
            @Nullable Data before,
            @Nullable String layerBefore,
            @Nullable Data after,
            @Nullable String layerAfter,
            List<LayerChange> layers) {
        public SettingChange {
            layers = List.copyOf(layers);
        }
    }

    /** What one layer says of a setting; null if it says nothing. */
    public record LayerChange(
            String layer, @Nullable Data before, @Nullable Data after) {}

    public record PortChange(
            @Nullable PortClaim before, @Nullable PortClaim after) {}

    /**
     * An item of a channel that is another.
     *
     * @param visibilityBefore how far the item was seen; null where there was none
     */
    public record ItemChange(
            String channel,
            String service,
            @Nullable Data before,
            @Nullable String visibilityBefore,
            @Nullable Data after,
            @Nullable String visibilityAfter) {}

    /**
     * A reader of a channel that gets items from others.
     *
     * @param gained the producers of items that a consumer gets and did not get before, one for each item
     */
    public record ConsumerChange(String channel, String service, List<String> gained, List<String> lost) {}

    /**
     * State that is other state, or in other backups.
     *
     * @param before the services whose backups had the state; null if there was none
     * @param stateBefore what it was
     */
    public record CoverageChange(
            String service,
            @Nullable List<String> before,
            @Nullable Data stateBefore,
            @Nullable List<String> after,
            @Nullable Data stateAfter) {}

    public record BackendChange(
            String scope,
            String routed,
            @Nullable String before,
            @Nullable String after) {}

    /** Something that a rule asks for, or does no longer. */
    public record FiringChange(
            @Nullable Firing before, @Nullable Firing after) {}

    public record WaveChange(
            String service,
            @Nullable Integer before,
            @Nullable Integer after) {}

    /**
     * An output that would be written otherwise, or may be: what a class makes of a scope.
     *
     * @param certain whether content that was computed is different, or content came or went; false if none of it could be
     *     computed without the target, and its text or what it may read is different
     * @param because the ids of the services whose content that is
     */
    public record OutputChange(String output, String where, boolean certain, List<String> because) {
        public OutputChange {
            because = List.copyOf(because);
        }
    }

    /**
     * What a change reaches, its blast radius.
     *
     * @param changed the ids of the services that are themselves different
     * @param dependent the ids of those that depend on them, directly or not, and are not different themselves
     * @param hosts the ids of the hosts where any of them is or was
     */
    public record Affected(List<String> changed, List<String> dependent, List<String> hosts) {}

    /** What is different in {@code after}. Costs the size of both, and a query for each requirement that changed. */
    public static Difference between(Resolution before, Resolution after) {
        AlikeChannels both = AlikeChannels.of(before, after);
        return new Comparison(both.before(), both.after()).difference();
    }

    /** True if nothing that anybody could notice is different. */
    public boolean isEmpty() {
        return scopes.isEmpty()
                && services.isEmpty()
                && excluded.isEmpty()
                && edges.isEmpty()
                && bindings.isEmpty()
                && settings.isEmpty()
                && ports.isEmpty()
                && items.isEmpty()
                && consumers.isEmpty()
                && coverage.isEmpty()
                && backends.isEmpty()
                && rules.isEmpty()
                && plan.isEmpty()
                && outputs.isEmpty()
                && appeared.isEmpty()
                && resolved.isEmpty();
    }
}

package dev.fairlead.cli.why;

import dev.fairlead.cli.report.CoordinationJson;
import dev.fairlead.cli.report.Json;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The setting that the number of a port was computed from.
 *
 * @param subject the id of the scope that sees the setting, or of the service if it is an instance
 */
record PortNumber(String subject, String path, Setting setting, SearchedLayers searched) {

    /** The setting of a claim: its service's own, or that of the nearest scope around it. */
    static @Nullable PortNumber of(PortClaim claim, Resolution resolution) {
        String read = claim.setting();
        Service service = read == null ? null : resolution.service(claim.by()).orElse(null);
        if (read == null || service == null) {
            return null;
        }
        PortNumber own = of(service.id(), service.scope(), read, resolution);
        String scope = service.scope();
        while (own == null && scope != null) {
            own = of(scope, scope, read, resolution);
            scope = parent(scope, resolution);
        }
        return own;
    }

    private static @Nullable PortNumber of(String viewer, String scope, String read, Resolution resolution) {
        SortedMap<String, Setting> settings =
                resolution.coordination().settings().getOrDefault(viewer, new TreeMap<>());
        String path = SettingAnswer.path(read, settings);
        Setting setting = path == null ? null : settings.get(path);
        return setting == null
                ? null
                : new PortNumber(
                        viewer,
                        Objects.requireNonNull(path),
                        setting,
                        SearchedLayers.of(scope, !viewer.equals(scope), resolution));
    }

    private static @Nullable String parent(String scope, Resolution resolution) {
        return resolution.scopes().stream()
                .filter(each -> each.id().equals(scope))
                .findFirst()
                .map(Scope::parent)
                .orElse(null);
    }

    /** What each layer says of the setting. */
    List<String> layers() {
        return searched.of(setting);
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("subject", subject);
        json.writeStringProperty("path", path);
        json.writeName("setting");
        CoordinationJson.setting(json, setting);
        Json.strings(json, "searched", searched.scopes());
        json.writeEndObject();
    }
}

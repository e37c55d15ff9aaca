package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolve.DataText;
import dev.fairlead.fleet.resolve.WrittenFleet;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A fleet that a test writes, resolved, and what it says of settings. */
final class SettingFleet {
    private final Resolution resolution;

    private SettingFleet(Resolution resolution) {
        this.resolution = resolution;
    }

    /** @param body what stands in {@code fleet.nix} between the braces */
    static SettingFleet of(Path directory, String body) {
        return new SettingFleet(WrittenFleet.resolve(directory, body));
    }

    Resolution resolution() {
        return resolution;
    }

    Setting setting(String viewer, String path) {
        var settings = resolution.coordination().settings().getOrDefault(viewer, new TreeMap<>());
        return Objects.requireNonNull(settings.get(path), viewer + " " + path);
    }

    String value(String viewer, String path) {
        return DataText.of(setting(viewer, path).value());
    }

    List<String> layers(String viewer, String path) {
        return setting(viewer, path).sources().stream()
                .map(source -> source.layer() + (source.effective() ? "" : " (shadowed)"))
                .toList();
    }

    /** {@code id: message}, one a line. */
    String findings() {
        return resolution.findings().stream()
                .map(finding -> finding.id().text() + ": " + finding.message())
                .collect(Collectors.joining("\n"));
    }

    List<Finding> all() {
        return resolution.findings();
    }

    /** The result data of the first capability of a service. */
    String provided(String service) {
        return DataText.of(
                resolution.service(service).orElseThrow().provides().getFirst().data());
    }
}

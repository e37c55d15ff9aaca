package dev.fairlead.cli.why;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.report.CoordinationJson;
import dev.fairlead.cli.report.DataText;
import dev.fairlead.cli.report.Json;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Coordination.Item;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.Source;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Where a setting, an item of its list or a leaf of its set comes from: {@code why host:web1 nginx.port},
 * {@code why service:nginx port}, {@code why host:web1 'nginx.allowedOrigins[1]'}.
 *
 * @param subject the id of the scope that sees the setting, or of the service if it is an instance
 * @param path of the setting
 * @param part of its value, as {@link Item#path} has it, or empty
 * @param setting null if it has no value: then the findings say why
 */
record SettingAnswer(
        String subject,
        String path,
        String part,
        @Nullable Setting setting,
        SearchedLayers searched,
        List<Finding> findings)
        implements Answer {
    private static final Set<FindingId> ABOUT_SETTINGS = EnumSet.of(
            FindingId.SETTING_TYPE, FindingId.REFINEMENT, FindingId.MISSING_SETTING, FindingId.UNKNOWN_SETTING);

    static @Nullable Answer of(Asked asked) {
        String what = asked.what();
        String scope = scope(asked);
        if (what == null || scope == null || what.startsWith(":")) {
            return null;
        }
        Service service = asked.service();
        String viewer = service != null && service.instance() != null ? service.id() : scope;
        SortedMap<String, Setting> settings =
                asked.resolution().coordination().settings().getOrDefault(viewer, new TreeMap<>());
        List<String> names = service == null ? List.of(what) : List.of(service.name() + "." + what, what);
        SearchedLayers searched = SearchedLayers.of(scope, !viewer.equals(scope), asked.resolution());
        for (String name : names) {
            String path = path(name, settings);
            if (path != null) {
                String part = SettingPart.normal(name.substring(path.length()));
                return of(viewer, path, part, settings.get(path), searched, asked);
            }
        }
        for (String name : names) {
            List<Finding> findings = about(name, searched, asked);
            if (!findings.isEmpty()) {
                return new SettingAnswer(viewer, name, "", null, searched, findings);
            }
        }
        if (service == null) {
            throw unknown(viewer, what, List.copyOf(settings.keySet()), asked.resolution());
        }
        return null;
    }

    private static Answer of(
            String viewer, String path, String part, @Nullable Setting setting, SearchedLayers searched, Asked asked) {
        if (setting != null && !part.isEmpty() && SettingPart.value(setting.value(), part) == null) {
            throw new UsageException(
                    path + " of " + viewer + " has no '" + part + "'; it is " + DataText.of(setting.value()));
        }
        return new SettingAnswer(viewer, path, part, setting, searched, about(path, searched, asked));
    }

    private static @Nullable String scope(Asked asked) {
        Scope scope = asked.scope();
        Service service = asked.service();
        return scope != null ? scope.id() : service == null ? null : service.scope();
    }

    /** The longest path of a setting that the words begin with. */
    static @Nullable String path(String name, SortedMap<String, Setting> settings) {
        String longest = null;
        for (String path : settings.keySet()) {
            boolean inside = name.startsWith(path + ".") || name.startsWith(path + "[");
            if ((name.equals(path) || inside) && (longest == null || longest.length() < path.length())) {
                longest = path;
            }
        }
        return longest;
    }

    /** The findings that name the setting, but for those of layers that are not searched for it. */
    private static List<Finding> about(String path, SearchedLayers searched, Asked asked) {
        Set<String> seen = new HashSet<>(searched.scopes());
        asked.resolution().services().stream()
                .filter(service -> seen.contains(service.scope()))
                .map(Service::id)
                .forEach(seen::add);
        return asked.findings(finding -> ABOUT_SETTINGS.contains(finding.id())
                && (finding.subject() == null || seen.contains(finding.subject()))
                && (" " + finding.message()).matches("(?s).*[ ]" + Pattern.quote(path) + "[ ,.\\[].*"));
    }

    private static UsageException unknown(String viewer, String what, List<String> known, Resolution resolution) {
        String said = said(viewer, what, resolution);
        if (said != null) {
            return new UsageException(said);
        }
        String has = known.isEmpty()
                ? "no service deployed there has any"
                : "there are " + NotUnderstood.listed(known, ", ");
        return new UsageException(
                viewer + " has no setting '" + what + "' (" + has + ")" + ArgumentParser.didYouMean(what, known));
    }

    /** What a scope says of a setting that only others see, and who does. */
    private static @Nullable String said(String scope, String path, Resolution resolution) {
        for (Map.Entry<String, SortedMap<String, Setting>> viewer :
                resolution.coordination().settings().entrySet()) {
            Setting setting = viewer.getValue().get(path);
            for (Source source : setting == null ? List.<Source>of() : setting.sources()) {
                if (source.layer().equals(scope)) {
                    return scope + " says " + DataText.of(source.value()) + " of " + path + at(source.location())
                            + ", but has no service that reads it; ask " + viewer.getKey() + ", which does";
                }
            }
        }
        return null;
    }

    @Override
    public String kind() {
        return "setting";
    }

    @Override
    public void write(AnswerText text) {
        Setting known = setting;
        if (known == null) {
            return;
        }
        if (part.isEmpty()) {
            whole(known, text);
        } else {
            part(known, text);
        }
        text.detail("strategy", strategy(known));
        if (known.declared() != null) {
            text.detail("declared", "in the schema (" + known.declared() + ")");
        }
    }

    private void whole(Setting known, AnswerText text) {
        List<Source> effective =
                known.sources().stream().filter(Source::effective).toList();
        String from = effective.isEmpty()
                ? ""
                : ", from "
                        + String.join(
                                " and ", effective.stream().map(Source::layer).toList());
        text.heading(path + " of " + text.print(subject) + " is " + DataText.of(known.value()) + from + ".");
        text.place(effective.isEmpty() ? known.declared() : effective.getFirst().location());
        searched.of(known).forEach(layer -> text.detail("layer", layer));
        for (Item item : known.items()) {
            Data value = item.effective() ? SettingPart.value(known.value(), item.path()) : null;
            if (value != null && effective.size() > 1) {
                String name = item.path().matches("[0-9]+") ? "[" + item.path() + "]" : item.path();
                text.detail("part", name + " = " + DataText.of(value) + ", from " + item.layer() + at(item.location()));
            }
        }
    }

    private void part(Setting known, AnswerText text) {
        Data value = SettingPart.value(known.value(), part);
        List<Item> items = SettingPart.items(known, part);
        String name = part.matches("[0-9]+") ? path + "[" + part + "]" : path + "." + part;
        Item winner = items.isEmpty() ? null : items.getFirst();
        text.heading(name + " of " + text.print(subject) + " is "
                + (value == null ? "not there" : DataText.of(value))
                + (winner == null ? "" : ", from " + winner.layer()) + ".");
        text.place(winner == null ? known.declared() : winner.location());
        items.stream().skip(1).forEach(item -> text.detail("shadows", item.layer() + at(item.location())));
        text.detail("searched", String.join(", ", searched.scopes()));
    }

    private static String strategy(Setting known) {
        return known.strategyDeclared() == null
                ? known.strategy() + ", which is the default"
                : known.strategy() + ", named by the schema" + at(known.strategyDeclared());
    }

    private static String at(@Nullable Place place) {
        return place == null ? "" : " (" + place + ")";
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("path", path);
        json.writeStringProperty("part", part.isEmpty() ? null : part);
        Setting known = setting;
        if (known == null) {
            json.writeNullProperty("setting");
        } else {
            json.writeName("setting");
            CoordinationJson.setting(json, known);
        }
        Json.strings(json, "searched", searched.scopes());
    }
}

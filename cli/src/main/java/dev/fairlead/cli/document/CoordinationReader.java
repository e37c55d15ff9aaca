package dev.fairlead.cli.document;

import dev.fairlead.cli.document.Sections.Section;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Coordination.Content;
import dev.fairlead.fleet.resolution.Coordination.Item;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.Source;
import dev.fairlead.fleet.resolution.Coordination.StateClaim;
import dev.fairlead.fleet.resolution.Firing;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what services share as {@code CoordinationJson} writes it. */
final class CoordinationReader {
    private static final Map<String, Content.How> HOW = Parts.constants(Content.How.class);

    private final Section<SortedMap<String, SortedMap<String, Setting>>> settings;
    private final Section<SortedMap<String, Channel>> channels;
    private final Section<List<PortClaim>> claims;
    private final Section<List<StateClaim>> state;
    private final Section<SortedMap<String, SortedMap<String, String>>> backends;
    private final Section<List<Firing>> rules;
    private final Section<SortedMap<String, SortedMap<String, Content>>> contents;

    /** @param sections those of a document that is not read yet */
    CoordinationReader(Sections sections) {
        settings = sections.map("settings", scope -> Parts.map(scope, CoordinationReader::setting));
        channels = sections.map("channels", CoordinationReader::channel);
        claims = sections.list("claims", CoordinationReader::claim);
        state = sections.list("state", CoordinationReader::state);
        backends = sections.map("backends", scope -> Parts.map(scope, JsonPart::text));
        rules = sections.list("rules", CoordinationReader::firing);
        contents = sections.map("contents", service -> Parts.map(service, CoordinationReader::content));
    }

    /** What the document holds, once it has been read. */
    Coordination coordination() throws DocumentException {
        return new Coordination(
                settings.get(),
                channels.get(),
                claims.get(),
                state.get(),
                backends.get(),
                // Resolutions that were written before these were in them have none.
                rules.orElse(List.of()),
                contents.orElse(new TreeMap<>()));
    }

    private static Content content(JsonPart content) throws DocumentException {
        return new Content(Parts.constant(content, "how", HOW), content.text("digest"));
    }

    private static Setting setting(JsonPart setting) throws DocumentException {
        return new Setting(
                Parts.data(setting.get("value")),
                setting.text("strategy"),
                Parts.place(setting, "declared"),
                Parts.place(setting, "strategyDeclared"),
                Parts.list(
                        setting,
                        "sources",
                        source -> new Source(
                                source.text("layer"),
                                Parts.data(source.get("value")),
                                Parts.place(source, "location"),
                                source.truth("effective"))),
                Parts.list(
                        setting,
                        "items",
                        item -> new Item(
                                item.text("path"),
                                item.text("layer"),
                                Parts.place(item, "location"),
                                item.truth("effective"))));
    }

    private static Channel channel(JsonPart channel) throws DocumentException {
        return new Channel(
                channel.textOrNull("description"),
                Parts.list(
                        channel,
                        "items",
                        item -> new ChannelItem(
                                item.text("service"),
                                Parts.data(item.get("value")),
                                item.text("visibility"),
                                Parts.place(item, "location"))),
                Parts.list(
                        channel,
                        "consumers",
                        consumer -> new Consumer(
                                consumer.text("service"), consumer.texts("from"), Parts.place(consumer, "location"))));
    }

    private static PortClaim claim(JsonPart claim) throws DocumentException {
        JsonPart range = claim.find("range");
        JsonPart setting = claim.find("setting");
        int port = claim.number("port");
        return new PortClaim(
                claim.text("host"),
                claim.text("name"),
                claim.text("protocol"),
                port,
                range == null ? port : range.number("to"),
                claim.text("bind"),
                claim.truth("public"),
                claim.text("by"),
                claim.text("origin"),
                setting == null ? null : setting.text(),
                claim.textOrNull("layer"),
                Parts.place(claim, "location"));
    }

    private static Firing firing(JsonPart firing) throws DocumentException {
        return new Firing(
                firing.text("rule"),
                firing.text("fact"),
                firing.text("action"),
                firing.text("target"),
                firing.text("what"),
                Parts.place(firing, "location"));
    }

    private static StateClaim state(JsonPart state) throws DocumentException {
        return new StateClaim(
                state.text("service"),
                Parts.data(state.get("value")),
                state.texts("coveredBy"),
                Parts.place(state, "location"));
    }
}

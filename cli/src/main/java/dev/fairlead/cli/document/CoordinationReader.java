package dev.fairlead.cli.document;

import dev.fairlead.fleet.Coordination;
import dev.fairlead.fleet.Coordination.Channel;
import dev.fairlead.fleet.Coordination.ChannelItem;
import dev.fairlead.fleet.Coordination.Consumer;
import dev.fairlead.fleet.Coordination.Item;
import dev.fairlead.fleet.Coordination.PortClaim;
import dev.fairlead.fleet.Coordination.Setting;
import dev.fairlead.fleet.Coordination.Source;
import dev.fairlead.fleet.Coordination.StateClaim;
import dev.fairlead.fleet.policy.Firing;
import java.util.List;

/** Reads what services share as {@code CoordinationJson} writes it. */
final class CoordinationReader {
    private CoordinationReader() {}

    static Coordination read(JsonPart root) throws DocumentException {
        return new Coordination(
                Parts.map(root.get("settings"), scope -> Parts.map(scope, CoordinationReader::setting)),
                Parts.map(root.get("channels"), CoordinationReader::channel),
                Parts.list(root, "claims", CoordinationReader::claim),
                Parts.list(root, "state", CoordinationReader::state),
                Parts.map(root.get("backends"), scope -> Parts.map(scope, JsonPart::text)),
                // Resolutions that were written before rules were in them have none.
                root.find("rules") == null ? List.of() : Parts.list(root, "rules", CoordinationReader::firing));
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

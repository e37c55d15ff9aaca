package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.channel.Channels.Flow;
import dev.fairlead.fleet.channel.Fates.Fate;
import dev.fairlead.fleet.channel.Fates.Miss;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.rule.FactFields;
import dev.fairlead.fleet.rule.RuleFact;
import dev.fairlead.fleet.rule.World;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Channels, what services emit into them, and who reads them, as rules see it. */
final class ChannelFacts {
    private static final String READER = "channel-reader";

    private ChannelFacts() {}

    /** One fact for each channel. */
    static List<RuleFact> channels(Flow flow) {
        var facts = new ArrayList<RuleFact>();
        flow.channels().forEach((name, channel) -> {
            FactFields fields = new FactFields()
                    .text("description", channel.description())
                    .truth("required", flow.fates().isRequired(name))
                    .number("items", channel.items().size())
                    .number("readers", channel.consumers().size());
            facts.add(RuleFact.ofFleet("channel", name, fields, flow.fates().place(name)));
        });
        return facts;
    }

    /** One fact for each item. */
    static List<RuleFact> items(Flow flow, World world) {
        var facts = new ArrayList<RuleFact>();
        var counts = new HashMap<String, Integer>();
        flow.channels().forEach((name, channel) -> {
            List<Fate> fates = flow.fates().of(name);
            for (int i = 0; i < channel.items().size(); i++) {
                ChannelItem item = channel.items().get(i);
                RuleFact service = world.service(item.service());
                if (service != null) {
                    int number = counts.merge(name + " " + item.service(), 1, Integer::sum);
                    String what = number == 1 ? name : name + "." + number;
                    facts.add(RuleFact.of(
                            "channel-item", service, what, fields(name, item, service, fates.get(i)), item.location()));
                }
            }
        });
        return facts;
    }

    private static FactFields fields(String channel, ChannelItem item, RuleFact service, Fate fate) {
        return new FactFields()
                .text("service", item.service())
                .text("channel", channel)
                .text("scope", service.home().scope())
                .text("host", service.host())
                .later("value", () -> DataValue.of(item.value()))
                .text("visibility", item.visibility())
                .later("seenIn", () -> FactFields.string(fate.seenIn()))
                .truth("required", fate.isRequired())
                .truth("state", fate.isState())
                .truth("consumed", fate.isConsumed())
                .truth("kept", fate.isKept())
                .later("doubtful", () -> BoolValue.of(fate.isDoubtful()))
                .later("readers", () -> readers(channel, fate));
    }

    private static Value readers(String channel, Fate fate) {
        return new ListValue(
                fate.readers().stream().map(miss -> reader(channel, miss)).toArray(Value[]::new));
    }

    private static Value reader(String channel, Miss miss) {
        return new AttrsBuilder(3)
                .add(Symbol.of("fact"), FactFields.string(RuleFact.id(READER, miss.service(), channel)))
                .add(Symbol.of("service"), FactFields.string(miss.service()))
                .add(Symbol.of("sees"), BoolValue.of(miss.sees()))
                .build();
    }

    /** One fact for each service and channel that it reads. */
    static List<RuleFact> readers(Flow flow, World world) {
        var facts = new ArrayList<RuleFact>();
        flow.channels().forEach((name, channel) -> {
            for (Consumer consumer : channel.consumers()) {
                RuleFact service = world.service(consumer.service());
                if (service != null) {
                    FactFields fields = new FactFields()
                            .text("service", consumer.service())
                            .text("channel", name)
                            .text("host", service.host())
                            .number("items", consumer.from().size());
                    facts.add(RuleFact.of(READER, service, name, fields, consumer.location()));
                }
            }
        });
        return facts;
    }
}

package dev.fairlead.fleet;

import dev.fairlead.fleet.Coordination.Channel;
import dev.fairlead.fleet.Coordination.ChannelItem;
import dev.fairlead.fleet.rule.FactFields;
import dev.fairlead.fleet.rule.RuleFact;
import dev.fairlead.fleet.rule.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;

/** What services emit into channels, as rules see it. */
final class ItemFacts {
    private ItemFacts() {}

    static List<RuleFact> of(SortedMap<String, Channel> channels, World world) {
        var facts = new ArrayList<RuleFact>();
        var counts = new HashMap<String, Integer>();
        channels.forEach((name, channel) -> {
            for (ChannelItem item : channel.items()) {
                RuleFact service = world.service(item.service());
                if (service != null) {
                    int number = counts.merge(name + " " + item.service(), 1, Integer::sum);
                    FactFields fields = new FactFields()
                            .text("service", item.service())
                            .text("channel", name)
                            .text("host", service.host())
                            .value("value", DataValue.of(item.value()));
                    String what = number == 1 ? name : name + "." + number;
                    facts.add(RuleFact.of("channel-item", service, what, fields, item.location()));
                }
            }
        });
        return facts;
    }
}

package dev.fairlead.cli.why;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.report.CoordinationJson;
import dev.fairlead.cli.report.Json;
import dev.fairlead.cli.report.ResolutionJson;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.Step;
import dev.fairlead.fleet.resolution.ResolvedGraph;
import dev.fairlead.fleet.resolution.ResolvedGraph.Reachable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What a service gets from a channel, from whom and by which way, and who reads what it emits:
 * {@code why service:restic channel:backup-targets}.
 *
 * @param consumer how the service reads the channel; null if it does not
 * @param seen whose items it sees, most specific first
 * @param emitted its own items
 * @param readers the ids of the others that get one of them
 */
record ChannelAnswer(
        Service service,
        String name,
        Channel channel,
        @Nullable Consumer consumer,
        List<Reachable> seen,
        List<ChannelItem> emitted,
        List<String> readers,
        List<Finding> findings)
        implements Answer {
    private static final String PREFIX = "channel:";

    /** More items that a service does not get are only counted. */
    private static final int LISTED = 8;

    static @Nullable Answer of(Asked asked) {
        Service service = asked.service();
        String what = asked.what();
        boolean said = what != null && what.startsWith(PREFIX);
        if (said && asked.scope() != null) {
            throw new UsageException("channels are asked of services, and "
                    + asked.scope().id() + " is a scope; why " + asked.scope().id() + " names those deployed there");
        }
        if (service == null || what == null) {
            return null;
        }
        String name = said ? what.substring(PREFIX.length()) : what;
        Map<String, Channel> channels = asked.resolution().coordination().channels();
        Channel channel = channels.get(name);
        if (said && channel == null) {
            throw new UsageException("the fleet has no channel '" + name + "'"
                    + ArgumentParser.didYouMean(name, List.copyOf(channels.keySet())));
        }
        if (channel == null || (!said && !concerns(channel, service, name))) {
            return null;
        }
        return of(service, name, channel, asked);
    }

    /** A bare name is a channel if the service has to do with it and requires nothing of that name. */
    private static boolean concerns(Channel channel, Service service, String name) {
        boolean uses = channel.consumers().stream()
                        .anyMatch(consumer -> consumer.service().equals(service.id()))
                || channel.items().stream().anyMatch(item -> item.service().equals(service.id()));
        return uses
                && service.requires().stream()
                        .noneMatch(requirement -> requirement.capability().equals(name));
    }

    private static Answer of(Service service, String name, Channel channel, Asked asked) {
        Consumer consumer = channel.consumers().stream()
                .filter(each -> each.service().equals(service.id()))
                .findFirst()
                .orElse(null);
        List<ChannelItem> emitted = channel.items().stream()
                .filter(item -> item.service().equals(service.id()))
                .toList();
        List<String> readers = channel.consumers().stream()
                .filter(each ->
                        each.from().contains(service.id()) && !each.service().equals(service.id()))
                .map(Consumer::service)
                .toList();
        Set<Object> places = new HashSet<>();
        emitted.forEach(item -> places.add(Objects.requireNonNullElse(item.location(), "")));
        if (consumer != null && consumer.location() != null) {
            places.add(consumer.location());
        }
        return new ChannelAnswer(
                service,
                name,
                channel,
                consumer,
                new ResolvedGraph(asked.resolution()).seen(service, name),
                emitted,
                readers,
                asked.findings(finding -> service.id().equals(finding.subject())
                        && finding.location() != null
                        && places.contains(finding.location())));
    }

    @Override
    public String subject() {
        return service.id();
    }

    @Override
    public String kind() {
        return "channel";
    }

    private boolean gets(String producer) {
        return consumer != null && consumer.from().contains(producer);
    }

    private boolean sees(String producer) {
        return seen.stream().anyMatch(reachable -> reachable.provider().id().equals(producer));
    }

    private List<ChannelItem> missed(boolean inSight) {
        return channel.items().stream()
                .filter(item -> !gets(item.service()) && sees(item.service()) == inSight)
                .toList();
    }

    @Override
    public void write(AnswerText text) {
        String id = text.print(service.id());
        if (consumer == null) {
            text.heading(id + " does not read the channel " + name + ".");
        } else {
            int items = consumer.from().size();
            text.heading(id + " gets " + count(items) + " from the channel " + name + ".");
            text.place(consumer.location());
            consumer.from().stream().distinct().forEach(producer -> item(producer, text));
            missed(missed(true), "passed over", " is in sight, but not gathered or not kept", text);
            missed(missed(false), "not seen", " is seen by its ", text);
        }
        if (!emitted.isEmpty()) {
            text.heading("It emits " + count(emitted.size()) + " for its "
                    + emitted.getFirst().visibility() + ", "
                    + (readers.isEmpty()
                            ? "which no other service gets."
                            : "which goes to " + text.print(readers) + "."));
            emitted.forEach(item -> text.place(item.location()));
        }
    }

    private void item(String producer, AnswerText text) {
        List<ChannelItem> items = channel.items().stream()
                .filter(item -> item.service().equals(producer))
                .toList();
        String where = items.size() == 1 && items.getFirst().location() != null
                ? " (" + items.getFirst().location() + ")"
                : "";
        String way = seen.stream()
                .filter(reachable -> reachable.provider().id().equals(producer))
                .findFirst()
                .map(reachable -> ", by " + RequirementAnswer.way(service.id(), reachable.way(), text))
                .orElse("");
        text.detail("item", "of " + text.print(producer) + where + way);
    }

    private static void missed(List<ChannelItem> items, String label, String reason, AnswerText text) {
        for (ChannelItem item : items.subList(0, Math.min(LISTED, items.size()))) {
            String where = item.location() == null ? "" : " (" + item.location() + ")";
            String why = reason.endsWith(" ") ? reason + item.visibility() + " only" : reason;
            text.detail(label, "what " + text.print(item.service()) + " emits" + where + why);
        }
        if (items.size() > LISTED) {
            text.detail(label, (items.size() - LISTED) + " more");
        }
    }

    private static String count(int items) {
        return items == 1 ? "1 item" : items + " items";
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("channel", name);
        if (consumer == null) {
            json.writeNullProperty("consumer");
        } else {
            json.writeName("consumer");
            CoordinationJson.consumer(json, consumer);
        }
        Map<String, List<Step>> ways = new LinkedHashMap<>();
        seen.forEach(reachable -> ways.put(reachable.provider().id(), reachable.way()));
        ResolutionJson.paths(json, "seen", ways);
        items(json, "passedOver", consumer == null ? List.of() : missed(true));
        items(json, "notSeen", consumer == null ? List.of() : missed(false));
        items(json, "emitted", emitted);
        Json.strings(json, "readers", readers);
    }

    private static void items(JsonGenerator json, String key, List<ChannelItem> items) {
        json.writeArrayPropertyStart(key);
        items.forEach(item -> CoordinationJson.item(json, item));
        json.writeEndArray();
    }
}

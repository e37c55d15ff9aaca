package dev.fairlead.viewer.answer;

import static dev.fairlead.viewer.answer.Answers.objects;
import static dev.fairlead.viewer.answer.Answers.strings;

import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Coordination.StateClaim;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge.Kind;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** What a thing has to do with others: channels, ports, state, who needs it, whom it needs, and what is in it. */
final class Connections {
    private final Thing thing;
    private final Resolution resolution;
    private final Forms forms;
    private final JsonGenerator json;

    private Connections(Thing thing, Resolution resolution, Forms forms, JsonGenerator json) {
        this.thing = thing;
        this.resolution = resolution;
        this.forms = forms;
        this.json = json;
    }

    /** Writes the properties; empty ones for what is of no fleet. */
    static void write(Thing thing, Forms forms, JsonGenerator json) {
        Resolution resolution = thing.resolution();
        if (resolution != null) {
            new Connections(thing, resolution, forms, json).write();
            return;
        }
        for (String key : List.of("channels", "ports", "dependents", "dependencies", "contains")) {
            strings(json, key, List.of());
        }
        json.writeNullProperty("state");
    }

    private void write() {
        Service service = thing.service();
        String id = service == null ? thing.id() : service.id();
        objects(json, "channels", service == null ? List.of() : channels(id), this::channel);
        objects(
                json,
                "ports",
                resolution.coordination().claims().stream()
                        .filter(claim -> claim.by().equals(id) || ("host:" + claim.host()).equals(id))
                        .toList(),
                this::port);
        state(id);
        Set<String> dependents = new TreeSet<>();
        Set<String> dependencies = new TreeSet<>();
        for (Resolution.Edge edge : resolution.edges()) {
            if (edge.kind() == Kind.REQUIRES && edge.to().equals(id)) {
                dependents.add(edge.from());
            }
            if (edge.kind() == Kind.REQUIRES && edge.from().equals(id)) {
                dependencies.add(edge.to());
            }
        }
        if (thing.kind().equals("capability")) {
            users(thing.title(), dependents);
        }
        strings(json, "dependents", dependents);
        strings(json, "dependencies", dependencies);
        contains();
    }

    private void users(String capability, Set<String> dependents) {
        for (Service service : resolution.services()) {
            if (service.requires().stream()
                    .anyMatch(requirement -> requirement.capability().equals(capability))) {
                dependents.add(service.id());
            }
        }
    }

    /** A service's part in a channel; {@code others} are at the other end. */
    private record Use(String channel, String role, int items, Set<String> others) {}

    private List<Use> channels(String service) {
        var uses = new ArrayList<Use>();
        for (Map.Entry<String, Channel> entry :
                resolution.coordination().channels().entrySet()) {
            Channel channel = entry.getValue();
            int emitted = (int) channel.items().stream()
                    .filter(item -> item.service().equals(service))
                    .count();
            if (emitted > 0) {
                Set<String> readers = new TreeSet<>();
                channel.consumers().stream()
                        .filter(consumer -> consumer.from().contains(service))
                        .forEach(consumer -> readers.add(consumer.service()));
                uses.add(new Use(entry.getKey(), "emits", emitted, readers));
            }
            for (Consumer consumer : channel.consumers()) {
                if (consumer.service().equals(service)) {
                    uses.add(new Use(entry.getKey(), "reads", consumer.from().size(), new TreeSet<>(consumer.from())));
                }
            }
        }
        return uses;
    }

    private void channel(Use use) {
        json.writeStringProperty("channel", use.channel());
        json.writeStringProperty("role", use.role());
        json.writeNumberProperty("items", use.items());
        strings(json, "others", use.others());
    }

    private void port(PortClaim claim) {
        json.writeStringProperty("name", claim.name());
        json.writeStringProperty("by", claim.by());
        json.writeStringProperty("host", claim.host());
        json.writeStringProperty("protocol", claim.protocol());
        json.writeNumberProperty("port", claim.from());
        if (claim.from() == claim.to()) {
            json.writeNullProperty("range");
        } else {
            json.writeObjectPropertyStart("range");
            json.writeNumberProperty("from", claim.from());
            json.writeNumberProperty("to", claim.to());
            json.writeEndObject();
        }
        json.writeStringProperty("bind", claim.bind());
        json.writeBooleanProperty("public", claim.open());
        json.writeStringProperty("origin", claim.origin());
        Answers.place(json, "location", claim.location());
    }

    private void state(String id) {
        for (StateClaim claim : resolution.coordination().state()) {
            if (claim.service().equals(id)) {
                json.writeObjectPropertyStart("state");
                json.writeName("value");
                forms.data(json, claim.value());
                strings(json, "coveredBy", claim.coveredBy());
                Answers.place(json, "location", claim.location());
                json.writeEndObject();
                return;
            }
        }
        json.writeNullProperty("state");
    }

    /** Something inside a scope, or with a capability. */
    private record Member(String id, String label, String kind) {}

    private void contains() {
        var members = new ArrayList<Member>();
        for (Scope scope : resolution.scopes()) {
            if (thing.id().equals(scope.parent())) {
                members.add(new Member(scope.id(), scope.name(), scope.kind()));
            }
        }
        for (Service service : resolution.services()) {
            boolean provider = thing.kind().equals("capability")
                    && service.provides().stream()
                            .anyMatch(provision -> provision.capability().equals(thing.title()));
            if (provider || service.scope().equals(thing.id())) {
                String instance = Objects.requireNonNullElse(service.instance(), "");
                members.add(new Member(
                        service.id(), service.name() + (instance.isEmpty() ? "" : "[" + instance + "]"), "service"));
            }
        }
        objects(json, "contains", members, member -> {
            json.writeStringProperty("id", member.id());
            json.writeStringProperty("label", member.label());
            json.writeStringProperty("kind", member.kind());
        });
    }
}

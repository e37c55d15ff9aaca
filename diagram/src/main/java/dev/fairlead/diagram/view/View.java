package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The views there are, the usual one first. */
public enum View {
    DEPENDENCIES("which service needs which, and what is missing"),
    CHAIN("everything that one service needs, through others too"),
    TOPOLOGY("the scopes, what is inside what, and what imports what"),
    PLACEMENT("which service runs on which host"),
    CAPABILITIES("who provides and who needs which capability"),
    CHANNELS("what flows through the channels, from producers to consumers"),
    CHANNEL_SEQUENCE("the same, item after item"),
    SETTINGS("the layers that settings of one aspect come from"),
    PORTS("the ports of each host and who claims them"),
    STATE("what services keep and whose backups have it"),
    DEPLOYMENT("the order of deployment, in waves"),
    HOST("what each host is responsible for"),
    USER("what the users of hosts have, and what that needs"),
    CLASSES("which aspect has content for which output"),
    INCLUDES("which scope or aspect brought which service in"),
    RULES("what rules did, and to what"),
    ENVIRONMENTS("environments, their hosts and their users"),
    C4_CONTEXT("C4 level 1: environments, people and what is missing"),
    C4_CONTAINER("C4 level 2: the hosts of environments"),
    C4_COMPONENT("C4 level 3: the services of hosts"),
    MATRIX("aspects against hosts");

    /** The kinds of boxes that views draw, besides those that are kinds of scopes. */
    public static final List<String> KINDS = List.of(
            "aspect",
            "backend",
            "capability",
            "channel",
            "class",
            "excluded",
            "fact",
            "missing",
            "person",
            "port",
            "rule",
            "service",
            "setting",
            "state");

    private final String meaning;

    View(String meaning) {
        this.meaning = meaning;
    }

    /** The names of all views. */
    public static List<String> names() {
        return Arrays.stream(values()).map(View::text).toList();
    }

    /** The view with a name. */
    public static Optional<View> named(String name) {
        return Arrays.stream(values()).filter(view -> view.text().equals(name)).findFirst();
    }

    /** Its name, as people write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it shows, in a few words. */
    public String meaning() {
        return meaning;
    }

    /**
     * Draws it.
     *
     * @throws UnknownSubjectException if it is asked about something that there is not
     */
    public Diagram of(Resolution resolution, Question question) {
        var facts = new Facts(resolution, question);
        return switch (this) {
            case DEPENDENCIES -> DependencyView.of(facts);
            case CHAIN -> ChainView.of(facts);
            case TOPOLOGY -> ScopeViews.topology(facts);
            case PLACEMENT -> PlacementViews.placement(facts);
            case CAPABILITIES -> CapabilityView.of(facts);
            case CHANNELS -> ChannelViews.flow(facts);
            case CHANNEL_SEQUENCE -> ChannelViews.sequence(facts);
            case SETTINGS -> SettingsView.of(facts);
            case PORTS -> PortsView.of(facts);
            case STATE -> StateView.of(facts);
            case DEPLOYMENT -> DeploymentView.of(facts);
            case HOST -> HostView.of(facts);
            case USER -> UserView.of(facts);
            case CLASSES -> ClassesView.of(facts);
            case INCLUDES -> IncludesView.of(facts);
            case RULES -> RulesView.of(facts);
            case ENVIRONMENTS -> ScopeViews.environments(facts);
            case C4_CONTEXT -> C4Views.context(facts);
            case C4_CONTAINER -> C4Views.container(facts);
            case C4_COMPONENT -> C4Views.component(facts);
            case MATRIX -> PlacementViews.matrix(facts);
        };
    }
}

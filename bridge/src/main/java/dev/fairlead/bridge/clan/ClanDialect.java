package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.clan.Inventory.Instance;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.Dialect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a Clan is written: one gives machines roles of instances, and that is all one can do. An aspect with a dot in its
 * path is a role; one without is a program that some module brings.
 */
final class ClanDialect implements Dialect {
    /** A capability of the knowledge: {@code <module>.<role>[<instance>]}. */
    private static final Pattern ROLE_IN_INSTANCE = Pattern.compile(".*\\.([^.]+)\\[(.*)]");

    private static final Pattern IDENTIFIER = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_'-]*");

    private final Map<String, String> instanceOfModule = new HashMap<>();
    private final Map<String, String> instances = new HashMap<>();

    ClanDialect(Inventory inventory) {
        for (Instance instance : inventory.instances()) {
            instanceOfModule.putIfAbsent(instance.module().text(), instance.name());
            instances.put(ModuleName.plain(instance.name()), instance.name());
        }
    }

    @Override
    public boolean hostsHaveNamesakes() {
        return false;
    }

    @Override
    public boolean capabilitiesAreWritten() {
        return false;
    }

    @Override
    public String aspect(String path) {
        return path;
    }

    @Override
    public String idle(String path) {
        return isRole(path) ? "no machine has that role" : "no module in use brings it";
    }

    @Override
    public @Nullable String include(String path, ScopeDeclaration scope) {
        if (!isRole(path) || !scope.kind().equals("host")) {
            return null;
        }
        int dot = path.lastIndexOf('.');
        String module = path.substring(0, dot);
        String role = path.substring(dot + 1);
        String advice = "give " + scope.name() + " the role \"" + role + "\" of an instance of " + module;
        String instance = instanceOfModule.get(module);
        if (instance == null && instances.containsValue(module)) {
            return advice; // the name that a new instance would have is taken
        }
        return advice + ": " + member(instance == null ? module : instance, role, attribute(scope.name()));
    }

    /** What is no role in an instance, and nothing we know of provides, a Clan cannot get from anywhere. */
    @Override
    public @Nullable String provide(String capability, ScopeDeclaration scope) {
        Matcher wanted = ROLE_IN_INSTANCE.matcher(capability);
        String instance = wanted.matches() ? instances.get(wanted.group(2)) : null;
        return instance == null
                ? null
                : "give a machine the role \"" + wanted.group(1) + "\" of the instance " + instance + ": "
                        + member(instance, wanted.group(1), "<machine>");
    }

    /** Roles serve their machine or their whole instance, and that cannot be changed; another machine can have them. */
    @Override
    public @Nullable String share(
            String capability, String aspect, ScopeDeclaration provider, ScopeDeclaration consumer, String visibility) {
        return include(aspect, consumer);
    }

    @Override
    public @Nullable String choose(String capability, String service, ScopeDeclaration scope) {
        return null;
    }

    @Override
    public @Nullable String backUp(ScopeDeclaration scope) {
        return include("borgbackup.client", scope);
    }

    @Override
    public @Nullable String postpone(String aspect, String requirement, List<String> listed) {
        return null;
    }

    @Override
    public @Nullable String leaveOut(String included, String aspect) {
        return null;
    }

    private static String member(String instance, String role, String machine) {
        return "inventory.instances." + attribute(instance) + ".roles." + attribute(role) + ".machines." + machine
                + " = { };";
    }

    private static boolean isRole(String path) {
        return path.indexOf('.') >= 0;
    }

    private static String attribute(String name) {
        return IDENTIFIER.matcher(name).matches()
                ? name
                : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "\\${") + "\"";
    }
}

package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Literals;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How fleets of our own are written. */
final class DenDialect implements Dialect {
    @Override
    public boolean hostsHaveNamesakes() {
        return true;
    }

    @Override
    public boolean capabilitiesAreWritten() {
        return true;
    }

    @Override
    public String aspect(String path) {
        return "den.aspects." + path;
    }

    @Override
    public String idle(String path) {
        return "no host includes it";
    }

    @Override
    public String include(String path, ScopeDeclaration scope) {
        return "add " + aspect(path) + " to " + includesOf(scope);
    }

    @Override
    public String provide(String capability, ScopeDeclaration scope) {
        return "include an aspect with meta.provides = [ \"" + capability + "\" ] in " + includesOf(scope);
    }

    @Override
    public String share(
            String capability, String aspect, ScopeDeclaration provider, ScopeDeclaration consumer, String visibility) {
        return declared(provider) + ".expose." + capability + " = \"" + visibility + "\";" + in(provider, " on ");
    }

    @Override
    public String choose(String capability, String service, ScopeDeclaration scope) {
        return "choose one: bindings." + capability + " = \"" + service + "\"; on " + scope.id();
    }

    @Override
    public @Nullable String backUp(ScopeDeclaration scope) {
        return null;
    }

    @Override
    public String postpone(String aspect, String requirement, List<String> listed) {
        String requires = aspect(aspect) + ".meta.requires";
        if (listed.isEmpty()) {
            return "if one of them can start without the other, say so: " + requires + "." + name(requirement)
                    + ".late = true;";
        }
        String entries = listed.stream()
                .map(each -> name(each) + (each.equals(requirement) ? ".late = true;" : " = { };"))
                .collect(Collectors.joining(" "));
        return "if one of them can start without the other, say so in place of the list: " + requires + " = { "
                + entries + " };";
    }

    @Override
    public String leaveOut(String included, String aspect) {
        return "leave " + aspect(included) + " out of " + aspect(aspect) + ".includes";
    }

    /** An attribute name as the language writes it. */
    private static String name(String text) {
        var out = new StringBuilder();
        Literals.appendName(out, Bytes.encode(text));
        return Bytes.decode(out.toString());
    }

    private static String includesOf(ScopeDeclaration scope) {
        return declared(scope) + ".includes" + in(scope, " of ");
    }

    /** For a user, its host: the path it is declared at begins there. */
    private static String in(ScopeDeclaration scope, String preposition) {
        return scope.kind().equals("user") ? preposition + scope.parent() : "";
    }

    /** The path a scope is declared at. */
    private static String declared(ScopeDeclaration scope) {
        return switch (scope.kind()) {
            case "environment" -> "den.environments." + scope.name();
            case "host" -> "den.hosts." + scope.system() + "." + scope.name();
            case "user" -> "users." + scope.name();
            case "fleet" -> "den.fleet";
            default -> "den.entities." + scope.kind() + "." + scope.name();
        };
    }
}

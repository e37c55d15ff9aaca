package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Listed;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.Scopes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is written down to be deployed in a scope. */
final class ScopeIncludes {
    private final Declarations declarations;
    private final Scopes scopes;

    ScopeIncludes(Declarations declarations) {
        this.declarations = declarations;
        this.scopes = declarations.scopes();
    }

    /** What a scope includes itself. */
    List<Include> own(ScopeDeclaration scope) {
        var includes = new ArrayList<Include>();
        add(scope.includes(), scope, scope, includes);
        return includes;
    }

    /** What a host gets: the defaults, the fleet's, its environment's with its imports', and its own. */
    List<Include> ofHost(ScopeDeclaration host) {
        var includes = new ArrayList<Include>();
        add(scopes.defaultIncludes(), scopes.fleet(), host, includes);
        for (ScopeDeclaration scope : givers(host)) {
            add(scope.includes(), scope, host, includes);
        }
        return includes;
    }

    /** The scopes whose includes a host gets: the fleet, its environment with what that imports, and itself. */
    List<ScopeDeclaration> givers(ScopeDeclaration host) {
        var givers = new ArrayList<ScopeDeclaration>();
        givers.add(scopes.fleet());
        addWithImports(host.parent(), new HashSet<>(), givers);
        givers.add(host);
        return givers;
    }

    private void addWithImports(@Nullable String id, Set<String> seen, List<ScopeDeclaration> givers) {
        ScopeDeclaration environment = id == null ? null : scopes.find(id);
        if (environment == null || !seen.add(environment.id())) {
            return;
        }
        givers.add(environment);
        for (Reference imported : environment.imports()) {
            addWithImports(imported.name(), seen, givers);
        }
    }

    /** The aspect that has the name of a host, or null. */
    @Nullable
    Aspect namesake(ScopeDeclaration host) {
        return declarations.dialect().hostsHaveNamesakes()
                ? declarations.aspects().find(host.name())
                : null;
    }

    private static void add(
            List<Listed> written, ScopeDeclaration from, ScopeDeclaration scope, List<Include> includes) {
        for (int i = 0; i < written.size(); i++) {
            Listed each = written.get(i);
            Include include = Include.of(each.value(), each.location(), from, from.name() + "." + (i + 1), scope);
            includes.add(each.by() == null ? include : include.by(each.by()));
        }
    }
}

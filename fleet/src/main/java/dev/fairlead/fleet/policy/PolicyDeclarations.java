package dev.fairlead.fleet.policy;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Choice;
import dev.fairlead.fleet.declare.Declarations.Listed;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a fleet would declare if its scopes said what a policy says of them. */
public final class PolicyDeclarations {
    private final Policy policy;

    private PolicyDeclarations(Policy policy) {
        this.policy = policy;
    }

    /** The declarations with the includes, tags and bindings that a policy adds to scopes. */
    public static Declarations apply(Policy policy, Declarations declarations) {
        return policy.isEmpty() ? declarations : declarations.with(new PolicyDeclarations(policy)::scope);
    }

    private ScopeDeclaration scope(ScopeDeclaration scope) {
        List<Listed> includes = policy.of(Change.Include.class, scope.id()).stream()
                .map(change -> new Listed(
                        change.include(),
                        change.because().place(),
                        change.because().layer()))
                .toList();
        Set<String> known = scope.tags().stream().map(Reference::name).collect(Collectors.toSet());
        List<Reference> tags = tags(scope)
                .filter(change -> known.add(change.tag()))
                .map(change -> new Reference(change.tag(), change.because().place()))
                .toList();
        List<Choice> bindings = policy.of(Change.Bind.class, scope.id()).stream()
                .map(Change.Bind::choice)
                .toList();
        return includes.isEmpty() && tags.isEmpty() && bindings.isEmpty()
                ? scope
                : scope.with(
                        joined(scope.includes(), includes),
                        joined(scope.tags(), tags),
                        joined(bindings, scope.bindings()));
    }

    /** A host has the tags of its environment. */
    private Stream<Change.Tag> tags(ScopeDeclaration scope) {
        Stream<Change.Tag> own = policy.of(Change.Tag.class, scope.id()).stream();
        String around = scope.parent();
        return scope.kind().equals("host") && around != null
                ? Stream.concat(own, policy.of(Change.Tag.class, around).stream())
                : own;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<T>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}

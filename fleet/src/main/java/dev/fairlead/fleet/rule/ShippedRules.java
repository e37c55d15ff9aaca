package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.Registries.Declared;
import dev.fairlead.fleet.declare.Vocabulary;
import dev.fairlead.nix.builtin.Builtin;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Memo;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The rules that come with Fairlead, written like those of a fleet, in {@code rules/*.nix} beside this class. They report
 * findings with ids of their own: {@code actions.error { id = "constraint"; message = "..."; }}.
 */
public final class ShippedRules {
    /** The files, each a function that gives a set of rules. */
    private static final List<String> FILES = List.of("constraints", "coverage", "ports");

    private final Evaluator evaluator;
    private final Value lib;

    public ShippedRules(Evaluator evaluator, Value lib) {
        this.evaluator = evaluator;
        this.lib = lib;
    }

    /** The rules, by name; their names begin with {@code fairlead.}, as no attribute of {@code den.rules} is spelt. */
    List<Declared> all(Declarations declarations) {
        AttrsValue arguments = new AttrsBuilder(5)
                .add(Symbol.of("actions"), Vocabulary.actions())
                .add(Symbol.of("dialect"), dialect(declarations))
                .add(Symbol.of("fleet"), declarations.globals().fleet().with(AttrsValue.EMPTY))
                .add(Symbol.of("lib"), lib)
                .add(Symbol.of("sel"), Vocabulary.selectors())
                .build();
        var all = new ArrayList<Declared>();
        for (String file : FILES) {
            Value function = evaluator.memo().of(new RuleFile(file + ".nix", evaluator));
            if (Functions.call(function, arguments) instanceof AttrsValue rules) {
                for (int i = 0; i < rules.size(); i++) {
                    String name = "fairlead." + Bytes.decode(rules.name(i).name());
                    all.add(new Declared(name, rules.value(i), null));
                }
            }
        }
        return all;
    }

    /** What a fleet that came over a bridge is told to write, by the id of a scope; null for our own fleets. */
    private static AttrsValue dialect(Declarations declarations) {
        return new AttrsBuilder(1)
                .add(Symbol.of("backUp"), Builtin.of("backUp", id -> backUp(id, declarations)))
                .build();
    }

    private static Value backUp(Value id, Declarations declarations) {
        String text = id.force() instanceof StringValue string ? Bytes.decode(string.text()) : "";
        for (ScopeDeclaration scope : declarations.scopes().all()) {
            if (scope.id().equals(text)) {
                String words = declarations.dialect().backUp(scope);
                return words == null ? NullValue.NULL : FactFields.string(words);
            }
        }
        return NullValue.NULL;
    }

    /** The function that a file gives. */
    private record RuleFile(String name, Evaluator evaluator) implements Memo.Question<Value> {
        @Override
        public Value answer() {
            return evaluator.evalText(text(name), "<rules/" + name + ">", Path.of("/"));
        }
    }

    private static String text(String file) {
        try (InputStream resource = ShippedRules.class.getResourceAsStream("rules/" + file)) {
            return Bytes.of(Objects.requireNonNull(resource, file).readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package dev.fairlead.nix.lib;

import dev.fairlead.nix.builtin.Builtin;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;

/**
 * The set {@code lib}: a cell for each namespace, and one for each name that {@code lib} takes from a namespace.
 *
 * <p>Making it costs one small object per name. A namespace is loaded when something of it is first used, and its Nix
 * source is parsed only for a name that is not written in Java.
 */
public final class Lib {
    private static final Symbol MAKE_EXTENSIBLE = Symbol.of("makeExtensible");
    private static final Symbol EXTENDS = Symbol.of("extends");

    private final Evaluator evaluator;

    private Lib(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The set {@code lib} of an evaluation. Each call makes a new one. */
    public static AttrsValue of(Evaluator evaluator) {
        Lib lib = new Lib(evaluator);
        Itself self = new Itself(lib);
        return (AttrsValue) self.force();
    }

    /**
     * The attributes of {@code lib}.
     *
     * @param self what the functions see as {@code lib}: this set, or one that extends it
     * @param extended whether {@code self} may have other namespaces than these
     */
    private AttrsValue attributes(Value self, boolean extended) {
        AttrsBuilder attrs = new AttrsBuilder(600);
        NamespaceSet own = new NamespaceSet(Catalogue.OWN, evaluator, self, null);
        for (Namespace namespace : Catalogue.NAMESPACES) {
            NamespaceSet set = new NamespaceSet(namespace, evaluator, self, own);
            Symbol name = Symbol.of(namespace.name());
            attrs.add(name, set);
            for (String member : namespace.exported()) {
                Symbol symbol = Symbol.of(member);
                attrs.add(symbol, extended ? selected(self, namespace.name(), member) : new Member(set, symbol));
            }
        }
        AttrsValue builtins = evaluator.builtins();
        for (String name : Catalogue.BUILTINS) {
            Value builtin = builtins.get(name);
            if (builtin != null) {
                attrs.add(Symbol.of(name), builtin);
            }
        }
        return attrs.add(Symbol.of("platforms"), selected(self, "systems", "doubles"))
                .add(Symbol.of("mkEUI64Suffix"), selected(self, "network", "ipv6", "mkEUI64Suffix"))
                .add(Symbol.of("extend"), Builtin.of("extend", overlay -> extend(self, overlay)))
                .build();
    }

    private Value extend(Value self, Value overlay) {
        AttrsValue lib = Expect.attrs(self, "while evaluating lib");
        Value attributes = Builtin.of("lib", other -> attributes(other, true));
        Value extended = Functions.call(Expect.attribute(lib, EXTENDS, "in lib"), overlay, attributes);
        return Functions.call(Expect.attribute(lib, MAKE_EXTENSIBLE, "in lib"), extended);
    }

    /** {@code lib}, whose functions see {@code lib}. */
    private static final class Itself extends Promise {
        private final Lib lib;

        Itself(Lib lib) {
            this.lib = lib;
        }

        @Override
        protected Value compute() {
            return lib.attributes(this, false);
        }
    }

    /** A name that {@code lib} takes from one of its own namespaces. */
    private static final class Member extends Promise {
        private final NamespaceSet namespace;
        private final Symbol name;

        Member(NamespaceSet namespace, Symbol name) {
            this.namespace = namespace;
            this.name = name;
        }

        @Override
        protected Value compute() {
            return namespace.member(name);
        }
    }

    private static Value selected(Value lib, String... path) {
        Value at = lib;
        for (String name : path) {
            at = new Selected(at, Symbol.of(name));
        }
        return at;
    }

    /** An attribute of a set that is not forced yet. */
    private static final class Selected extends Promise {
        private final Value set;
        private final Symbol name;

        Selected(Value set, Symbol name) {
            this.set = set;
            this.name = name;
        }

        @Override
        protected Value compute() {
            return Expect.attribute(Expect.attrs(set, "while evaluating lib"), name, "while evaluating lib");
        }
    }
}

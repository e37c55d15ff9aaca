package dev.fairlead.nix.eval;

import dev.fairlead.nix.syntax.Expr;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Symbol;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compiles {@code let} and sets. */
final class BindingsCompiler {
    private final Compiler compiler;

    BindingsCompiler(Compiler compiler) {
        this.compiler = compiler;
    }

    Node let(Expr.Let let, Scope scope) {
        Scope inner = scope.nested();
        Slots slots = bind(let.bindings(), scope, inner);
        return slots.around(compiler.compile(let.body(), inner), compiler.position(let.start()));
    }

    Node oldLet(Expr.OldLet let, Scope scope) {
        Node set = recursive(let.bindings(), scope, let.start());
        return new Selection.One(set, Symbol.of("body"), null, compiler.position(let.start()));
    }

    Node attrs(Expr.Attrs attrs, Scope scope) {
        return attrs.recursive()
                ? recursive(attrs.bindings(), scope, attrs.start())
                : plain(attrs.bindings(), scope, attrs.start());
    }

    private Node plain(Expr.Bindings bindings, Scope scope, int start) {
        int at = compiler.position(start);
        int[] fromSlots = new int[bindings.inheritFrom().size()];
        Node[] from = new Node[fromSlots.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = compiler.compile(bindings.inheritFrom().get(i), scope);
            fromSlots[i] = scope.layout().allocate();
        }
        TreeMap<Symbol, Node> values = new TreeMap<>();
        bindings.attrs()
                .forEach((name, binding) -> values.put(Symbol.of(name), value(name, binding, scope, scope, fromSlots)));
        Node set = withDynamic(literal(values, bindings.attrs(), at), bindings, scope, at);
        return from.length == 0 ? set : new Let(fromSlots, from, set, at);
    }

    private Node recursive(Expr.Bindings bindings, Scope scope, int start) {
        int at = compiler.position(start);
        Scope inner = scope.nested();
        Slots slots = bind(bindings, scope, inner);
        TreeMap<Symbol, Node> variables = new TreeMap<>();
        for (int i = 0; i < slots.names.length; i++) {
            variables.put(slots.names[i], new Variable(0, slots.slots[i], at));
        }
        Node set = literal(variables, bindings.attrs(), at);
        Node overrides = variables.get(Symbol.of("__overrides"));
        if (overrides != null) {
            slots.delayAll();
            set = new Overrides(set, overrides, slots.names, slots.slots, at);
        }
        return slots.around(withDynamic(set, bindings, inner, at), at);
    }

    private Node literal(SortedMap<Symbol, Node> values, Map<String, Expr.Binding> attrs, int at) {
        if (values.isEmpty()) {
            return Constant.of(AttrsValue.EMPTY, at);
        }
        Shape shape = Shape.ofSorted(values.keySet().toArray(Symbol[]::new));
        int[] positions = new int[values.size()];
        int i = 0;
        for (Symbol name : values.keySet()) {
            Expr.Binding binding = attrs.get(name.name());
            positions[i++] = binding == null ? 0 : compiler.position(binding.start());
        }
        return new AttrsLiteral(shape, values.values().toArray(Node[]::new), positions, at);
    }

    private Node withDynamic(Node set, Expr.Bindings bindings, Scope scope, int at) {
        List<Expr.DynamicBinding> dynamic = bindings.dynamic();
        if (dynamic.isEmpty()) {
            return set;
        }
        Node[] names = new Node[dynamic.size()];
        Node[] values = new Node[names.length];
        int[] positions = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = compiler.compile(dynamic.get(i).name(), scope);
            values[i] = compiler.compile(dynamic.get(i).value(), scope);
            positions[i] = compiler.position(dynamic.get(i).start());
        }
        return new DynamicAttrs(set, names, values, positions, at);
    }

    /** The slots of recursive bindings: first their own, in the order they were written, then what is inherited from. */
    private static final class Slots {
        final Symbol[] names;
        final int[] slots;
        final Node[] values;

        Slots(Symbol[] names, int[] slots, Node[] values) {
            this.names = names;
            this.slots = slots;
            this.values = values;
        }

        void delayAll() {
            Arrays.setAll(values, i -> new Delayed(values[i]));
        }

        Node around(Node body, int position) {
            return slots.length == 0 ? body : new Let(slots, values, body, position);
        }
    }

    private Slots bind(Expr.Bindings bindings, Scope outer, Scope inner) {
        int count = bindings.attrs().size();
        int fromCount = bindings.inheritFrom().size();
        Symbol[] names = new Symbol[count];
        int[] slots = new int[count + fromCount];
        int bound = 0;
        for (String name : bindings.attrs().keySet()) {
            names[bound] = Symbol.of(name);
            slots[bound++] = inner.bind(name);
        }
        for (int i = 0; i < fromCount; i++) {
            slots[count + i] = inner.layout().allocate();
        }
        int[] fromSlots = Arrays.copyOfRange(slots, count, slots.length);
        Node[] values = new Node[slots.length];
        int i = 0;
        for (Map.Entry<String, Expr.Binding> entry : bindings.attrs().entrySet()) {
            values[i++] = value(entry.getKey(), entry.getValue(), outer, inner, fromSlots);
        }
        for (Expr from : bindings.inheritFrom()) {
            values[i++] = compiler.compile(from, inner);
        }
        return new Slots(names, slots, values);
    }

    private Node value(String name, Expr.Binding binding, Scope outer, Scope inner, int[] fromSlots) {
        int at = compiler.position(binding.start());
        if (binding instanceof Expr.Binding.Plain plain) {
            return compiler.compile(plain.value(), inner, name);
        }
        if (binding instanceof Expr.Binding.Inherit inherit) {
            return compiler.variable(inherit.variable(), outer);
        }
        Expr.Binding.InheritFrom from = (Expr.Binding.InheritFrom) binding;
        return new Selection.One(new Variable(0, fromSlots[from.source()], at), Symbol.of(from.name()), null, at);
    }
}

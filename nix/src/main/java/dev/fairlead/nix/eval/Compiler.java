package dev.fairlead.nix.eval;

import dev.fairlead.nix.syntax.Expr;
import dev.fairlead.nix.syntax.Expr.AttrName;
import dev.fairlead.nix.syntax.Printer;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Suggestions;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the tree of a source into nodes. */
final class Compiler {
    /** A file, ready to be evaluated in a frame of its own. */
    record Program(Node body, int frameSize) {}

    private final Source source;
    private final boolean pure;
    private final BindingsCompiler bindings = new BindingsCompiler(this);
    private final LambdaCompiler functions = new LambdaCompiler(this);

    private Compiler(Source source, boolean pure) {
        this.source = source;
        this.pure = pure;
    }

    /**
     * Compiles a whole source.
     *
     * @param pure whether paths may not depend on the user's home
     * @param given variables that hide the globals
     * @throws SyntaxException if a variable is bound nowhere
     */
    static Program compile(
            Expr tree, Source source, boolean pure, Map<String, Value> given, Map<String, Value> globals) {
        Scope scope = Scope.ofFile(given, globals);
        Node body = new Compiler(source, pure).compile(tree, scope);
        return new Program(body, scope.layout().size());
    }

    int position(int offset) {
        return source.position(offset);
    }

    Node compile(Expr expression, Scope scope) {
        return compile(expression, scope, null);
    }

    /** @param name what the value is bound to, or null; a function is called so in messages */
    Node compile(Expr expression, Scope scope, @Nullable String name) {
        // Not a switch over the types, here as in all that each run passes: for one of those the JVM makes a class when
        // it is first reached, which takes about a millisecond and is kept in no cache. The most frequent come first.
        if (expression instanceof Expr.Var variable) {
            return variable(variable, scope);
        }
        if (expression instanceof Expr.Select select) {
            return select(select, scope);
        }
        int at = position(expression.start());
        if (expression instanceof Expr.Apply apply) {
            return Calls.of(compile(apply.function(), scope), compileAll(apply.args(), scope), at);
        }
        if (expression instanceof Expr.Lambda lambda) {
            return functions.compile(lambda, scope, name);
        }
        if (expression instanceof Expr.Attrs attrs) {
            return bindings.attrs(attrs, scope);
        }
        if (expression instanceof Expr.Let let) {
            return bindings.let(let, scope);
        }
        if (expression instanceof Expr.Binary binary) {
            return Operators.compile(this, binary, scope);
        }
        if (expression instanceof Expr.If choice) {
            return new Logic.If(
                    compile(choice.condition(), scope), compile(choice.yes(), scope), compile(choice.no(), scope), at);
        }
        if (expression instanceof Expr.ListOf list) {
            return list.items().isEmpty()
                    ? Constant.of(ListValue.EMPTY, at)
                    : new Lists.Literal(compileAll(list.items(), scope), at);
        }
        if (expression instanceof Expr.HasAttr has) {
            return new Presence(compile(has.subject(), scope), attrPath(has.path(), scope), at);
        }
        if (expression instanceof Expr.Unary unary) {
            return unary(unary, scope);
        }
        if (expression instanceof Expr.With with) {
            return with(with, scope);
        }
        if (expression instanceof Expr.Assert claim) {
            Expr condition = claim.condition();
            return new Logic.Assert(
                    compile(condition, scope),
                    () -> Printer.print(condition, source.directory()),
                    compile(claim.body(), scope),
                    at);
        }
        if (expression instanceof Expr.OldLet let) {
            return bindings.oldLet(let, scope);
        }
        return text(expression, scope, at);
    }

    /** The node of a literal, or of a string or path that is put together. */
    private Node text(Expr expression, Scope scope, int at) {
        if (expression instanceof Expr.StringLiteral literal) {
            return Constant.of(new StringValue(literal.value()), at);
        }
        if (expression instanceof Expr.Interpolation text) {
            return new Interpolation(compileAll(text.parts(), scope), places(text.parts()), false, at);
        }
        if (expression instanceof Expr.IntegerLiteral literal) {
            return Constant.of(IntValue.of(literal.value()), at);
        }
        if (expression instanceof Expr.PathLiteral path) {
            return Constant.of(new PathValue(Paths.canonical(absolute(path))), at);
        }
        if (expression instanceof Expr.PathInterpolation path) {
            return interpolatedPath(path, scope);
        }
        if (expression instanceof Expr.SearchPath path) {
            return searchPath(path, scope);
        }
        if (expression instanceof Expr.FloatLiteral literal) {
            return Constant.of(new FloatValue(literal.value()), at);
        }
        if (expression instanceof Expr.CurrentPosition) {
            return new CurrentPosition(at);
        }
        throw new IllegalStateException("an expression of a kind that is not known: " + expression);
    }

    private Node[] compileAll(List<Expr> expressions, Scope scope) {
        Node[] nodes = new Node[expressions.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = compile(expressions.get(i), scope);
        }
        return nodes;
    }

    Node variable(Expr.Var variable, Scope scope) {
        return variable(variable.name(), scope, variable.start(), variable.end());
    }

    private Node variable(String name, Scope scope, int start, int end) {
        int at = position(start);
        Scope.Meaning meaning = scope.find(name);
        if (meaning instanceof Scope.Meaning.Bound bound) {
            return new Variable(bound.depth(), bound.slot(), at);
        }
        if (meaning instanceof Scope.Meaning.Global global) {
            return Constant.of(global.cell(), at);
        }
        if (meaning instanceof Scope.Meaning.FromWith with) {
            return new WithVariable(Symbol.of(name), with.scopes().toArray(WithVariable.WithScope[]::new), at);
        }
        throw new SyntaxException(
                "undefined variable '" + name + "'", source, start, end, Suggestions.of(name, scope.names()));
    }

    private Node searchPath(Expr.SearchPath path, Scope scope) {
        int at = position(path.start());
        Node[] arguments = {
            variable("__nixPath", scope, path.start(), path.end()), Constant.of(new StringValue(path.name()), at),
        };
        return Calls.of(variable("__findFile", scope, path.start(), path.end()), arguments, at);
    }

    private String absolute(Expr.PathLiteral path) {
        return Paths.absolute(path.text(), pure, source, path.start(), path.end());
    }

    private Node interpolatedPath(Expr.PathInterpolation path, Scope scope) {
        List<Expr> parts = path.parts();
        Node[] nodes = compileAll(parts.subList(1, parts.size()), scope);
        Node[] all = new Node[parts.size()];
        System.arraycopy(nodes, 0, all, 1, nodes.length);
        Expr.PathLiteral first = (Expr.PathLiteral) parts.getFirst();
        all[0] = Constant.of(new StringValue(absolute(first)), position(first.start()));
        return new Interpolation(all, places(parts), true, position(path.start()));
    }

    /** Where parts of a string begin: what is interpolated, at its <code>${</code>; literals, which do not fail, at themselves. */
    private int[] places(List<Expr> parts) {
        int[] places = new int[parts.size()];
        for (int i = 0; i < places.length; i++) {
            Expr part = parts.get(i);
            boolean literal = part instanceof Expr.StringLiteral || part instanceof Expr.PathLiteral;
            places[i] = position(literal ? part.start() : source.text().lastIndexOf("${", part.start()));
        }
        return places;
    }

    private Node select(Expr.Select select, Scope scope) {
        Node subject = compile(select.subject(), scope);
        int at = position(select.start());
        Expr fallback = select.fallback();
        Node otherwise = fallback == null ? null : compile(fallback, scope);
        if (select.path().size() == 1 && select.path().getFirst() instanceof AttrName.Static name) {
            return new Selection.One(subject, Symbol.of(name.name()), otherwise, at);
        }
        return new Selection.Path(subject, attrPath(select.path(), scope), otherwise, at);
    }

    private AttrPath attrPath(List<AttrName> path, Scope scope) {
        @Nullable Symbol[] names = new Symbol[path.size()];
        @Nullable Node[] computed = new Node[path.size()];
        String[] texts = new String[path.size()];
        for (int i = 0; i < names.length; i++) {
            AttrName name = path.get(i);
            if (name instanceof AttrName.Static known) {
                names[i] = Symbol.of(known.name());
                texts[i] = known.name();
            } else if (name instanceof AttrName.Dynamic dynamic) {
                computed[i] = compile(dynamic.expression(), scope);
                String written = source.text().substring(dynamic.start(), dynamic.end());
                texts[i] = written.startsWith("\"") ? written : '"' + written + '"';
            }
        }
        return new AttrPath(names, computed, texts);
    }

    private Node with(Expr.With with, Scope scope) {
        Node set = compile(with.scope(), scope);
        int slot = scope.layout().allocate();
        return new WithNode(set, slot, compile(with.body(), scope.with(slot)), position(with.start()));
    }

    private Node unary(Expr.Unary unary, Scope scope) {
        int at = position(unary.start());
        return switch (unary.operator()) {
            case NOT -> new Logic.Not(compile(unary.operand(), scope), at);
            case NEGATE ->
                unary.operand() instanceof Expr.IntegerLiteral literal && Operators.isBuiltin("__sub", scope)
                        ? Constant.of(IntValue.of(-literal.value()), at)
                        : Operators.subtract(
                                this,
                                Constant.of(IntValue.of(0), at),
                                compile(unary.operand(), scope),
                                unary,
                                scope,
                                at);
        };
    }

    /** The variable that an operator stands for. */
    Node operatorVariable(String name, Expr operation, Scope scope) {
        return variable(name, scope, operation.start(), operation.end());
    }
}

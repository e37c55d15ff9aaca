package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.AttrName;
import dev.fairlead.nix.syntax.Expr.Binding;
import dev.fairlead.nix.syntax.Expr.Bindings;
import java.util.List;
import java.util.TreeMap;

/**
 * The notation of {@code nix-instantiate --parse} up to Nix 2.20, which distributions still ship: inherited names stand
 * among the others, in the order of all names, and every dollar is escaped.
 */
final class OldNotation extends TreePrinter {
    private OldNotation(String directory) {
        super(directory);
    }

    static String print(Expr expression, String directory) {
        return new OldNotation(directory).print(expression).toString();
    }

    @Override
    void bindings(Bindings bindings) {
        new TreeMap<>(bindings.attrs()).forEach((name, binding) -> {
            switch (binding) {
                case Binding.Plain plain -> definition(name, plain.value());
                case Binding.Inherit _ -> append("inherit " + Identifiers.quoteIfNeeded(name) + " ; ");
                case Binding.InheritFrom from -> {
                    Expr source = bindings.inheritFrom().get(from.source());
                    AttrName selected = new AttrName.Static(from.name(), from.start(), from.start());
                    definition(name, new Expr.Select(source, List.of(selected), null, 0, 0));
                }
            }
        });
        dynamic(bindings);
    }

    @Override
    void string(String value) {
        append(Strings.quote(value).replace("\\${", "${").replace("$", "\\$"));
    }
}

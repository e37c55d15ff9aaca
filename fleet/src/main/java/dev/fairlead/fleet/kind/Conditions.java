package dev.fairlead.fleet.kind;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** Holds scopes to what their kind says of them as a whole: {@code refine = [ { check = host: ...; message; } ]}. */
record Conditions(String kind, @Nullable Place written, EvaluationFindings errors, Findings findings) {
    private static final Symbol NAME = Symbol.of("name");

    void check(Value refine, ScopeDeclaration scope) {
        try {
            if (refine.force() instanceof ListValue list) {
                Value named = named(scope);
                for (Value item : list.items()) {
                    checkOne(item, named, scope);
                }
            } else {
                malformed("den.kinds." + kind + ".refine must be a list, but is "
                        + refine.force().type().description() + ".");
            }
        } catch (EvalException | SyntaxException failure) {
            findings.add(errors.finding(failure, scope.id(), scope.location()));
        }
    }

    /** What is wrong with the conditions themselves is one mistake, however many scopes are held to them. */
    private void malformed(String message) {
        findings.add(Finding.of(FindingId.EVALUATION, message).at(written).build());
    }

    private static Value named(ScopeDeclaration scope) {
        AttrsValue attributes = scope.attributes();
        var named = new AttrsBuilder(attributes.size() + 1).add(NAME, new StringValue(Bytes.encode(scope.name())));
        for (int i = 0; i < attributes.size(); i++) {
            named.add(attributes.name(i), attributes.value(i), attributes.position(i));
        }
        return named.build();
    }

    private void checkOne(Value item, Value named, ScopeDeclaration scope) {
        Value condition = item.force() instanceof AttrsValue said ? said.get("check") : null;
        if (condition == null) {
            malformed("Each condition in den.kinds." + kind + ".refine must be { check; message; }.");
            return;
        }
        Value holds = Functions.call(condition, named);
        if (!(holds instanceof BoolValue truth)) {
            malformed("check in den.kinds." + kind + ".refine must give a Boolean, but gives "
                    + holds.type().description() + ".");
            return;
        }
        if (!truth.value()) {
            findings.add(Finding.of(
                            FindingId.REFINEMENT, "den.kinds." + kind + " refuses " + scope.id() + ": " + message(item))
                    .subject(scope.id())
                    .at(scope.location())
                    .build());
        }
    }

    private static String message(Value item) {
        Value message = item.force() instanceof AttrsValue said ? said.get("message") : null;
        return message != null && message.force() instanceof StringValue text
                ? KindBlame.sentence(Bytes.decode(text.text()))
                : "a condition does not hold.";
    }
}

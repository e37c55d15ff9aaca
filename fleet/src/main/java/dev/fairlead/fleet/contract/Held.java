package dev.fairlead.fleet.contract;

import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.setting.Checked;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Strictness;
import dev.fairlead.nix.value.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one side of a capability says, held to the contract if there is one.
 *
 * @param service the id of the service that says it
 * @param value a cell; parts that break the contract fail when they are read
 * @param checked null where there is no contract
 */
record Held(String service, Value value, @Nullable Checked checked) {
    /** Computes all of it, and reports what is wrong. */
    void check(Function<RuntimeException, Finding> failures, Findings findings) {
        if (checked != null) {
            findings.addAll(checked.findings(service));
            return;
        }
        try {
            Strictness.forceDeep(value);
        } catch (EvalException | SyntaxException failure) {
            findings.add(failures.apply(failure));
        }
    }
}

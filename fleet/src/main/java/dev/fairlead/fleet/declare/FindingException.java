package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;

/** Evaluation failed for a reason that has a finding of its own, which is reported in place of the failure. */
public final class FindingException extends EvalException {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    public FindingException(Finding finding, int position) {
        super(Kind.OTHER, Bytes.encode(finding.message()), position);
        this.finding = finding;
    }

    /** What is reported. */
    public Finding finding() {
        return finding;
    }
}

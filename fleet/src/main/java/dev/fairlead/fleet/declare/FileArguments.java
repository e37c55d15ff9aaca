package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a file that is a function is called with: the arguments it names. */
final class FileArguments {
    private final SortedMap<String, Value> known = new TreeMap<>();
    private final Reading reading;

    /** @param den the fixpoint of all files, a cell */
    FileArguments(Value den, Value fleet, Value lib, Reading reading) {
        this.reading = reading;
        known.put("den", den);
        known.put("config", new AttrsBuilder(1).add(Symbol.of("den"), den).build());
        known.put("fleet", fleet);
        known.put("lib", lib);
        known.put("sel", Vocabulary.selectors());
        known.put("actions", Vocabulary.actions());
        known.put("gen-derive", Vocabulary.derive());
        known.put("blocks", AttrsValue.EMPTY);
    }

    /** The result of a file's function. */
    Value call(FunctionValue function) {
        Formals formals = function.formals();
        var arguments = new AttrsBuilder(known.size());
        if (formals == null || formals.ellipsis()) {
            known.forEach((name, value) -> arguments.add(Symbol.of(name), value));
        }
        if (formals != null) {
            for (Formals.Formal formal : formals.formals()) {
                Value value = known.get(formal.name().name());
                if (value != null) {
                    arguments.add(formal.name(), value);
                } else if (!formal.optional()) {
                    arguments.add(formal.name(), unknown(formal));
                }
            }
        }
        return function.call(arguments.build());
    }

    /** Reports an argument nobody gives; what does not read it is still read. */
    private Value unknown(Formals.Formal formal) {
        String name = Bytes.decode(formal.name().name());
        String nearest = Suggestions.nearest(name, known.keySet());
        Finding finding = Finding.of(
                        FindingId.UNKNOWN_ARGUMENT,
                        "A file of the fleet asks for \"" + name + "\", which is none of "
                                + String.join(", ", known.keySet()) + ".")
                .severity(Severity.ERROR)
                .at(reading.places().at(formal.position()))
                .fix(nearest == null ? null : "did you mean \"" + nearest + "\"?")
                .build();
        reading.findings().add(finding);
        return new Promise() {
            @Override
            protected Value compute() {
                throw new FindingException(finding, formal.position());
            }
        };
    }
}

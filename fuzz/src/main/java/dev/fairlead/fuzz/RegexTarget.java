package dev.fairlead.fuzz;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Printer;

/** Regular expressions: the first line of the input is the pattern, the rest is matched and split. */
final class RegexTarget implements Target {
    @Override
    public void read(byte[] input) {
        String text = Bytes.of(input);
        int line = text.indexOf('\n');
        String pattern = line < 0 ? text : text.substring(0, line);
        String subject = line < 0 ? text : text.substring(line + 1);
        Language.evaluate(evaluator -> {
            Printer.printStrict(Language.call(evaluator, "match", pattern, subject));
            Printer.printStrict(Language.call(evaluator, "split", pattern, subject));
            return evaluator.builtins();
        });
    }
}

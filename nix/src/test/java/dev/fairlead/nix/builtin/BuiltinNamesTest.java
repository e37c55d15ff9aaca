package dev.fairlead.nix.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Value;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The names of Nix 2.36, without those that only work with a store or a network. */
class BuiltinNamesTest {
    private static final Map<String, String> NAMES =
            Map.of("constant", """
            builtins currentSystem currentTime false langVersion nixPath nixVersion null storeDir true
            """, "of 1", """
            abort addDrvOutputDependencies attrNames attrValues baseNameOf break ceil concatLists convertHash
            derivationStrict dirOf fetchGit fetchMercurial fetchTarball fetchTree fetchurl flakeRefToString
            floor fromJSON fromTOML functionArgs genericClosure getContext getEnv getFlake hasContext head
            import isAttrs isBool isFloat isFunction isInt isList isNull isPath isString length listToAttrs
            parseDrvName parseFlakeRef path pathExists placeholder readDir readFile readFileType splitVersion
            storePath stringLength tail throw toJSON toPath toString toXML tryEval typeOf
            unsafeDiscardOutputDependency unsafeDiscardStringContext
            """, "of 2", """
            add addErrorContext all any appendContext bitAnd bitOr bitXor catAttrs compareVersions concatMap
            concatStringsSep deepSeq div elem elemAt filter filterSource findFile genList getAttr groupBy
            hasAttr hashFile hashString intersectAttrs lessThan map mapAttrs match mul outputOf partition removeAttrs
            scopedImport seq sort split sub toFile trace traceVerbose unsafeGetAttrPos warn zipAttrsWith
            """, "of 3", """
            foldl' replaceStrings substring
            """, "a function of the language", "derivation");

    @Test
    void builtinsAreThoseOfNixWithTheirArity() {
        Map<String, String> expected = new TreeMap<>();
        NAMES.forEach((kind, names) -> {
            for (String name : names.strip().split("\\s+", -1)) {
                expected.put(name, kind);
            }
        });
        Map<String, String> actual = new TreeMap<>();
        AttrsValue builtins = new Evaluator(Options.DEFAULT, Builtins::globals).builtins();
        for (int i = 0; i < builtins.size(); i++) {
            actual.put(builtins.name(i).name(), kind(builtins.name(i).name(), builtins.value(i)));
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static String kind(String name, Value value) {
        return switch (value) {
            case Builtin function -> "of " + function.arity();
            case Value other when name.equals("derivation") -> "a function of the language";
            case Value other -> "constant";
        };
    }
}

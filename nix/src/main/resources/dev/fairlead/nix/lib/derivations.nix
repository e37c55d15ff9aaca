# Derivations that are looked at later, or with a warning.
lib:
let
  show = lib.generators.toPretty { multiline = false; };

  place =
    name: set:
    let
      pos = builtins.unsafeGetAttrPos name set;
    in
    lib.optionalString (pos != null) ",\n    at ${pos.file}:${toString pos.line}:${toString pos.column}";
  definition =
    package:
    lib.optionalString (builtins.isString package.meta.position or null) ",\n    defined at ${package.meta.position}";

  warnOnInstantiate =
    message: package:
    let
      warned = removeAttrs package [ "meta" "name" "type" "outputName" ];
      overridable = package ? overrideAttrs && builtins.isFunction package.overrideAttrs;
    in
    package
    // builtins.mapAttrs (_: lib.warn message) warned
    // lib.optionalAttrs overridable {
      overrideAttrs = change: warnOnInstantiate message (package.overrideAttrs change);
    };
in
{
  inherit warnOnInstantiate;

  lazyDerivation =
    {
      derivation,
      meta ? null,
      passthru ? { },
      outputs ? [ "out" ],
    }@args:
    let
      checked =
        if derivation.type or null != "derivation" then throw "lazyDerivation: input must be a derivation."
        else if derivation.outputs != outputs then
          throw ''
            lib.lazyDerivation: The derivation ${derivation.name or "<unknown>"} has outputs that don't match the assumed outputs.

            Assumed outputs passed to lazyDerivation${place "outputs" args}:
                ${show outputs};

            Actual outputs of the derivation${definition derivation}:
                ${show derivation.outputs}

            Pass the actual outputs, in the same order, as `outputs`.
          ''
        else derivation;
    in
    {
      type = "derivation";
      inherit (checked) drvPath name outPath outputName system;
      inherit outputs;
      meta = args.meta or checked.meta;
    }
    // lib.genAttrs outputs (output: checked.${output})
    // passthru;

  optionalDrvAttr = condition: value: if condition then value else null;
}

# What is said when the module system fails, and other text that the functions in Java ask for.
lib:
let
  inherit (builtins) filter;
  inherit (lib) showFiles showOption;
  inherit (lib.modules) mergeDefinitions;
  inherit (lib.options) showDefs;

  checkV2MergeCoherence =
    loc: type: result:
    if type.check.isV2MergeCoherent or false then result
    else
      throw ''
        The option `${showOption loc}' has a type `${type.description}' that uses
        an ad-hoc `type // { check = ...; }' override, which is incompatible with
        the v2 merge mechanism.

        Please use `lib.types.addCheck` instead of `type // { check }' to add
        custom validation. For example:

          lib.types.addCheck baseType (value: /* your check */)

        instead of:

          baseType // { check = value: /* your check */; }
      '';

  wrongType =
    loc: type: what:
    throw "A definition for option `${showOption loc}' is not of type `${type.description}'. ${what}";
in
{
  inherit checkV2MergeCoherence showOption;

  named = loc: _: showOption loc;
  withType = type: meta: meta // { _internal = { inherit type; }; };
  incoherent = loc: type: _: checkV2MergeCoherence loc type null;
  wrongType =
    loc: type: defs:
    wrongType loc type "Definition values:${showDefs (filter (def: !type.check def.value) defs)}";
  wrongParts = loc: type: error: wrongType loc type "TypeError: ${error.message}";
  noValue =
    loc: _: _:
    throw "The option `${showOption loc}' was accessed but has no value defined. Try setting the option.";
  readOnly =
    loc: type: defs:
    let
      each = map (def: def // { value = (mergeDefinitions loc type [ def ]).mergedValue; }) defs;
    in
    throw "The option `${showOption loc}' is read-only, but it's set multiple times. Definition values:${showDefs each}";
  deprecated =
    loc: option: evaluated:
    lib.warn
      "The type `types.${option.type.name}' of option `${showOption loc}' defined in ${showFiles option.declarations} is deprecated. ${option.type.deprecationMessage}"
      evaluated;
}

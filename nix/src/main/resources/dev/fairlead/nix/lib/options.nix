# Declaring options, merging their values the simple ways, and showing them in messages and manuals.
lib:
let
  inherit (builtins)
    addErrorContext
    all
    concatLists
    concatMap
    concatStringsSep
    filter
    foldl'
    head
    isAttrs
    isBool
    isInt
    isList
    isString
    length
    mapAttrs
    match
    split
    tail
    ;
  inherit (lib) mkOption;

  prioritySuggestion = "Use `lib.mkForce value` or `lib.mkDefault value` to change the priority on any of these definitions.\n";

  tagged =
    function: tag: text:
    if isString text then { _type = tag; inherit text; } else throw "${function} expects a string.";

  # Text that a manual shows; what is text already stays as it is.
  render =
    value:
    if value ? _type && value ? text then value
    else
      literalExpression (
        lib.generators.toPretty {
          multiline = true;
          allowPrettyValues = true;
        } value
      );

  literalExpression = tagged "literalExpression" "literalExpression";
  literalMD = tagged "literalMD" "literalMD";

  # The value of a definition, as far as it can be shown in a few lines.
  excerpt =
    value:
    let
      limited = lib.generators.withRecursion {
        depthLimit = 10;
        throwOnDepthLimit = false;
      } value;
      shown = builtins.tryEval (lib.generators.toPretty { } limited);
      lines = filter isString (split "\n" shown.value);
      few = lib.take 5 lines ++ lib.optional (length lines > 5) "...";
    in
    if !shown.success then ""
    else if length lines > 1 then ":\n    " + concatStringsSep "\n    " few
    else ": " + head few;

  docs =
    option:
    let
      name = showOption option.loc;
      visible = option.visible or true;
      type = option.type or { };
      implied = (type.emptyValue or { }) ? value && type.getSubModules or null == null;
      inner = option.type.getSubOptions option.loc;
      entry = {
        inherit name;
        inherit (option) loc;
        description = option.description or null;
        declarations = filter (file: file != unknownModule) option.declarations;
        internal = option.internal or false;
        visible = if isBool visible then visible else visible == "shallow";
        readOnly = option.readOnly or false;
        type = type.description or "unspecified";
      }
      // lib.optionalAttrs (option ? example) {
        example = addErrorContext "while evaluating the example of option `${name}`" (render option.example);
      }
      // lib.optionalAttrs (option ? defaultText || option ? default || implied) {
        default =
          addErrorContext
            "while evaluating the ${if option ? defaultText then "defaultText" else "default value"} of option `${name}`"
            (render (option.defaultText or option.default or type.emptyValue.value));
      }
      // lib.optionalAttrs (option.relatedPackages or null != null) {
        inherit (option) relatedPackages;
      };
      deeper = if isBool visible then visible else visible == "transparent";
    in
    [ entry ] ++ lib.optionals (deeper && inner != { }) (optionAttrSetToDocList inner);

  optionAttrSetToDocList = options: concatMap docs (lib.collect isOption options);

  isOption = lib.isType "option";
  unknownModule = "<unknown-file>";

  showOption =
    path:
    let
      show =
        part: if part == "*" || match "<(.*)>" part != null then part else lib.strings.escapeNixIdentifier part;
    in
    lib.concatMapStringsSep "." show path;

  showDefs = lib.concatMapStrings (def: "\n- In `${def.file}'${excerpt def.value}");
in
rec {
  inherit
    isOption
    literalExpression
    literalMD
    optionAttrSetToDocList
    showDefs
    showOption
    unknownModule
    ;

  mkEnableOption =
    what:
    mkOption {
      default = false;
      example = true;
      description = "Whether to enable ${what}.";
      type = lib.types.bool;
    };

  mkPackageOption =
    packages: name:
    {
      nullable ? false,
      default ? name,
      example ? null,
      extraDescription ? "",
      pkgsText ? "pkgs",
    }:
    let
      title = if isList name then lib.last name else name;
      path = lib.toList default;
      place = lib.showAttrPath path;
      defaults =
        if default != null then {
          default = lib.attrByPath path (throw "${place} cannot be found in ${pkgsText}") packages;
          defaultText = literalExpression "${pkgsText}.${place}";
        }
        else lib.optionalAttrs nullable { default = null; };
      examples = lib.optionalAttrs (example != null) {
        example = literalExpression (
          if isList example then "${pkgsText}.${lib.showAttrPath example}" else example
        );
      };
    in
    mkOption (
      defaults
      // {
        description =
          "The ${title} package to use." + lib.optionalString (extraDescription != "") " ${extraDescription}";
        type = if nullable then lib.types.nullOr lib.types.package else lib.types.package;
      }
      // examples
    );

  mkSinkUndeclaredOptions =
    attrs:
    mkOption (
      {
        internal = true;
        visible = false;
        default = false;
        description = "Sink for option definitions.";
        type = lib.mkOptionType {
          name = "sink";
          check = _: true;
          merge = _: _: false;
        };
        apply = _: throw "Option value is not readable because the option is not declared.";
      }
      // attrs
    );

  # By the type of the values; for options that declare no type.
  mergeDefaultOption =
    loc: defs:
    let
      values = getValues defs;
      first = head values;
      are = test: all test values;
    in
    if length values == 1 then first
    else if are lib.isFunction then
      argument: mergeDefaultOption loc (map (def: def // { value = def.value argument; }) defs)
    else if are isList then concatLists values
    else if are isAttrs then foldl' (a: b: a // b) { } values
    else if are isBool then builtins.any (value: value) values
    else if are isString then lib.concatStrings values
    else if are isInt && are (value: value == first) then first
    else throw "Cannot merge definitions of `${showOption loc}'. Definition values:${showDefs defs}";

  mergeOneOption = mergeUniqueOption { message = ""; };

  mergeUniqueOption =
    {
      message,
      merge ? _: defs: (head defs).value,
    }:
    loc: defs:
    assert defs != [ ];
    if length defs == 1 then merge loc defs
    else
      throw "The option `${showOption loc}' is defined multiple times while it's expected to be unique.\n${message}\nDefinition values:${showDefs defs}\n${prioritySuggestion}";

  mergeEqualOption =
    loc: defs:
    let
      first = head defs;
      others = filter (def: def.value != first.value) (tail defs);
    in
    if defs == [ ] then abort "This case should never happen."
    else if length defs == 1 || others == [ ] then first.value
    else
      throw "The option `${showOption loc}' has conflicting definition values:${showDefs [ first (head others) ]}\n${prioritySuggestion}";

  getValues = map (def: def.value);
  getFiles = map (def: def.file);

  optionAttrSetToDocList' = _: optionAttrSetToDocList;

  # Derivations become their names, so that a manual does not build them.
  scrubOptionValue =
    value:
    if lib.isDerivation value then
      {
        type = "derivation";
        inherit (value) name;
        drvPath = value.name;
        outPath = value.name;
      }
    else if isList value then map scrubOptionValue value
    else if isAttrs value then mapAttrs (_: scrubOptionValue) (removeAttrs value [ "_args" ])
    else value;

  renderOptionValue = render;
  literalCode = language: text: literalMD "```${language}\n${text}\n```\n";

  showFiles = lib.concatMapStringsSep " and " (file: "`${file}'");
  showOptionWithDefLocs =
    option:
    "${showOption option.loc}, with values defined in:\n${lib.concatMapStringsSep "\n" (file: "  - ${file}") option.files}\n";
}

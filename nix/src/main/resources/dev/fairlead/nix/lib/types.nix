# The types of values that hold no other values, and what all types are made of.
lib:
let
  inherit (builtins)
    concatStringsSep
    elem
    foldl'
    head
    isAttrs
    isBool
    isFloat
    isInt
    isPath
    isString
    length
    match
    toJSON
    typeOf
    ;
  inherit (lib)
    getFiles
    getValues
    mergeDefaultOption
    mergeEqualOption
    mergeOneOption
    showFiles
    showOption
    types
    ;

  isType = type: value: value._type or "" == type;

  defaultFunctor = name: {
    inherit name;
    type = types.${name} or null;
    payload = null;
    binOp = _: _: null;
  };

  # One type for two declarations of the same option, or null if there is none.
  defaultTypeMerge =
    f: g:
    let
      payload = f.binOp f.payload g.payload;
    in
    if f.name != g.name then null
    else if (assert (f.payload == null) == (g.payload == null); f.payload == null) then f.type
    else if payload == null then null
    else f.type payload;

  mkOptionType =
    {
      name,
      description ? null,
      descriptionClass ? null,
      check ? (_: true),
      merge ? mergeDefaultOption,
      emptyValue ? { },
      getSubOptions ? _: { },
      getSubModules ? null,
      substSubModules ? _: null,
      typeMerge ? defaultTypeMerge functor,
      functor ? defaultFunctor name,
      deprecationMessage ? null,
      nestedTypes ? { },
    }:
    {
      _type = "option-type";
      description = if description == null then name else description;
      inherit
        check
        deprecationMessage
        descriptionClass
        emptyValue
        functor
        getSubModules
        getSubOptions
        merge
        name
        nestedTypes
        substSubModules
        typeMerge
        ;
    };

  # A type of plain values that a noun describes.
  noun =
    name: description: check: more:
    mkOptionType (
      {
        inherit name description check;
        descriptionClass = "noun";
        merge = mergeEqualOption;
      }
      // more
    );

  # A type whose description stands in another: in brackets unless its class fits.
  optionDescriptionPhrase =
    fits: type: if fits (type.descriptionClass or null) then type.description else "(${type.description})";

  isNoun = class: class == "noun";

  # A narrower type that says what it demands after "meaning".
  restricted =
    type: name: description: check:
    types.addCheck type check
    // {
      inherit name description;
      descriptionClass = "nonRestrictiveClause";
    };

  range = show: low: high: "${show low} and ${show high} (both inclusive)";

  between =
    type: title: name: noun': show: low: high:
    assert lib.assertMsg (low <= high) "${title}.between: lowest must be smaller than highest";
    types.addCheck type (x: x >= low && x <= high)
    // {
      inherit name;
      description = "${noun'} between ${range show low high}";
    };

  ints =
    let
      sized =
        low: high: name: description:
        between int "ints" name "" toString low high
        // {
          description = "${description}; between ${range toString low high}";
        };
      unsignedOf = bits: size: sized 0 (size - 1) "unsignedInt${bits}" "${bits} bit unsigned integer";
      signedOf = bits: size: sized (-(size / 2)) (size / 2 - 1) "signedInt${bits}" "${bits} bit signed integer";
    in
    {
      between = between int "ints" "intBetween" "integer" toString;
      unsigned = restricted int "unsignedInt" "unsigned integer, meaning >=0" (x: x >= 0);
      positive = restricted int "positiveInt" "positive integer, meaning >0" (x: x > 0);
      u8 = unsignedOf "8" 256;
      u16 = unsignedOf "16" 65536;
      u32 = unsignedOf "32" 4294967296;
      s8 = signedOf "8" 256;
      s16 = signedOf "16" 65536;
      s32 = signedOf "32" 4294967296;
    };

  int = noun "int" "signed integer" isInt { };
  float = noun "float" "floating point number" isFloat { };
  number = types.either int float;
  str = noun "str" "string" isString { };

  separatedString =
    separator:
    noun "separatedString" "strings concatenated with ${toJSON separator}" isString {
      merge = _: defs: concatStringsSep separator (getValues defs);
      functor = defaultFunctor "separatedString" // {
        payload.sep = separator;
        type = payload: types.separatedString payload.sep;
        binOp = a: b: if a.sep == b.sep then { inherit (a) sep; } else null;
      };
    };

  strMatching =
    pattern:
    noun "strMatching ${lib.strings.escapeNixString pattern}" "string matching the pattern ${pattern}"
      (x: isString x && match pattern x != null)
      {
        functor = defaultFunctor "strMatching" // {
          payload = { inherit pattern; };
          type = payload: strMatching payload.pattern;
          binOp = a: b: if a == b then a else null;
        };
      };

  singleLine = strMatching "[^\n\r]*\n?";

  pathWith =
    {
      inStore ? null,
      absolute ? null,
    }:
    let
      storeOf = x: lib.path.hasStorePathPrefix (if isPath x then x else /. + builtins.unsafeDiscardStringContext x);
      isAbsolute = x: builtins.substring 0 1 (toString x) == "/";
      # A path outside the store must be a string, since a path would be copied there.
      isExpected = if inStore == false then isString else lib.isStringLike;
      where = if inStore then " in the Nix store" else " not in the Nix store";
    in
    if inStore == true && absolute == false then
      throw "In pathWith, inStore means the path must be absolute"
    else
      noun "path"
        "${lib.optionalString (absolute != null) (if absolute then "absolute " else "relative ")}path${
          lib.optionalString (inStore != null) where
        }"
        (
          x:
          isExpected x
          && (inStore == null || inStore == storeOf x)
          && (absolute == null || absolute == isAbsolute x)
        )
        {
          functor = defaultFunctor "path" // {
            type = pathWith;
            payload = { inherit inStore absolute; };
            binOp = a: b: if a == b then a else null;
          };
        };

  # Sets and functions are merged part by part, everything else must be equal.
  mergeAnything =
    loc: defs:
    let
      kind = value: if isAttrs value && lib.isStringLike value then "stringCoercibleSet" else typeOf value;
      kinds = lib.unique (map (def: kind def.value) defs);
      body = argument: def: {
        inherit (def) file;
        value = def.value argument;
      };
    in
    if length kinds > 1 then
      throw "The option `${showOption loc}' has conflicting option types in ${showFiles (getFiles defs)}"
    else if kinds == [ "set" ] then (types.attrsOf types.anything).merge loc defs
    else if kinds == [ "stringCoercibleSet" ] then mergeOneOption loc defs
    else if kinds == [ "lambda" ] then
      argument: types.anything.merge (loc ++ [ "<function body>" ]) (map (body argument) defs)
    else mergeEqualOption loc defs;

  show =
    value:
    if isString value then "\"${value}\""
    else if isInt value then toString value
    else if isBool value then lib.boolToString value
    else "<${typeOf value}>";

  enum =
    values:
    mkOptionType {
      name = "enum";
      description =
        if values == [ ] then "impossible (empty enum)"
        else if length values == 1 then "value ${show (head values)} (singular enum)"
        else "one of ${lib.concatMapStringsSep ", " show values}";
      descriptionClass = if length values < 2 then "noun" else "conjunction";
      check = value: elem value values;
      merge = mergeEqualOption;
      functor = defaultFunctor "enum" // {
        payload = { inherit values; };
        type = payload: types.enum payload.values;
        binOp = a: b: { values = lib.unique (a.values ++ b.values); };
      };
    };

  attrs = mkOptionType {
    name = "attrs";
    description = "attribute set";
    check = isAttrs;
    merge = _: foldl' (merged: def: merged // def.value) { };
    emptyValue.value = { };
  };

  package = noun "package" "package" (x: lib.isDerivation x || lib.isStorePath x) {
    merge =
      loc: defs:
      let
        value = mergeOneOption loc defs;
      in
      if isPath value || (isString value && !builtins.hasContext value) then lib.toDerivation value else value;
  };
in
{
  inherit
    attrs
    defaultFunctor
    defaultTypeMerge
    enum
    float
    int
    ints
    isType
    mkOptionType
    number
    optionDescriptionPhrase
    package
    pathWith
    separatedString
    str
    strMatching
    types
    ;

  isOptionType = isType "option-type";
  setType = type: value: value // { _type = type; };
  mergeTypes =
    a: b:
    assert isType "option-type" a && isType "option-type" b;
    let
      merged = a.typeMerge b.functor;
    in
    if merged == null then
      {
        _type = "merge-error";
        error = "Cannot merge types";
      }
    else merged;

  raw = noun "raw" "raw value" (_: true) { merge = mergeOneOption; };
  anything = noun "anything" "anything" (_: true) { merge = mergeAnything; };
  unspecified = noun "unspecified" "unspecified value" (_: true) { merge = mergeDefaultOption; };

  bool = noun "bool" "boolean" isBool { };
  boolByOr = noun "boolByOr" "boolean (merged using or)" isBool {
    merge = _: foldl' (merged: def: merged || def.value) false;
  };

  port = ints.u16;
  positive = ints.positive;
  numbers = {
    between = between number "numbers" "numberBetween" "integer or floating point number" toJSON;
    nonnegative = restricted number "numberNonnegative" "nonnegative integer or floating point number, meaning >=0" (x: x >= 0);
    positive = restricted number "numberPositive" "positive integer or floating point number, meaning >0" (x: x > 0);
  };

  nonEmptyStr = noun "nonEmptyStr" "non-empty string" (x: isString x && match "[ \t\n]*" x == null) { };
  singleLineStr = noun "singleLineStr" "(optionally newline-terminated) single-line string" singleLine.check {
    merge = loc: defs: lib.removeSuffix "\n" (singleLine.merge loc defs);
  };
  lines = separatedString "\n";
  commas = separatedString ",";
  envVar = separatedString ":";
  passwdEntry =
    type:
    restricted type "passwdEntry ${type.name}"
      "${optionDescriptionPhrase isNoun type}, not containing newlines or colons"
      (text: !lib.hasInfix ":" text && !lib.hasInfix "\n" text);

  path = pathWith { absolute = true; };
  pathInStore = pathWith { inStore = true; };
  externalPath = pathWith {
    absolute = true;
    inStore = false;
  };

  shellPackage = package // {
    check = x: lib.isDerivation x && x ? shellPath;
  };
  pkgs =
    types.addCheck
      (
        types.unique { message = "A Nixpkgs pkgs set can not be merged with another pkgs set."; } attrs
        // {
          name = "pkgs";
          description = "Nixpkgs package set";
          descriptionClass = "noun";
        }
      )
      (x: x._type or null == "pkgs");
  fileset = noun "fileset" "fileset" lib.fileset.isFileset {
    merge = _: defs: lib.fileset.unions (getValues defs);
    emptyValue.value = lib.fileset.empty;
  };
  luaInline = noun "luaInline" "inline lua" (isType "lua-inline") { };

  optionDeclaration =
    noun "optionDeclaration" "option declaration" (x: isType "option" x && !(x ? value))
      { merge = mergeDefaultOption; };
  optionType = noun "optionType" "optionType" (isType "option-type") {
    merge =
      loc: defs:
      let
        declare = def: {
          _file = def.file;
          options = lib.mkOption { type = def.value; };
        };
      in
      if length defs == 1 then (head defs).value
      else (lib.fixupOptionType loc (lib.mergeOptionDecls loc (map declare defs))).type;
  };
}

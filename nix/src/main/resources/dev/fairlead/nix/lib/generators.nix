# Values as text in the formats of configuration files.
lib:
let
  inherit (builtins)
    attrNames
    concatMap
    concatStringsSep
    filter
    head
    isAttrs
    isBool
    isFloat
    isInt
    isList
    isPath
    isString
    mapAttrs
    match
    replaceStrings
    split
    tail
    toJSON
    typeOf
    ;
  inherit (lib)
    concatMapStringsSep
    concatStrings
    escape
    isDerivation
    isFunction
    mapAttrsToList
    ;
  inherit (lib.strings) escapeNixIdentifier floatToString;

  lines = text: filter isString (split "\n" text);

  toPretty =
    {
      allowPrettyValues ? false,
      multiline ? true,
      indent ? "",
    }:
    let
      # Items between brackets: each on a line of its own, or all on one.
      enclose =
        indent: open: close: items:
        let
          before = if multiline then "\n${indent}  " else " ";
          after = if multiline then "\n${indent}" else " ";
        in
        "${open}${before}${concatStringsSep before items}${after}${close}";

      string =
        indent: text:
        let
          parts = lines text;
          inline = "\"${concatMapStringsSep "\\n" (escape [ "\\" "\"" "\${" ]) parts}\"";
          blocks = map (replaceStrings [ "\${" "''" ] [ "''\${" "'''" ]) parts;
          before = "\n${indent}  ";
          final = lib.last blocks;
        in
        if !multiline || tail parts == [ ] then inline
        else
          "''${before}${concatStringsSep before (lib.init blocks)}${
            if final == "" then "\n${indent}" else before + final
          }''";

      function =
        f:
        let
          formals = lib.functionArgs f;
          names = mapAttrsToList (name: optional: if optional then "${name}?" else name) formals;
        in
        if formals == { } then "<function>" else "<function, args: {${concatStringsSep ", " names}}>";

      attribute =
        indent: name: value:
        "${escapeNixIdentifier name} = ${
          builtins.addErrorContext "while evaluating an attribute `${name}`" (show indent value)
        };";

      set =
        indent: value:
        if allowPrettyValues && value ? __pretty && value ? val then value.__pretty value.val
        else if value == { } then "{ }"
        else if value.type or null == "derivation" then "<derivation ${value.name or "???"}>"
        else enclose indent "{" "}" (mapAttrsToList (attribute "${indent}  ") value);

      show =
        indent: value:
        if isInt value || isPath value then toString value
        else if isFloat value then toJSON value
        else if isString value then string indent value
        else if isBool value then lib.boolToString value
        else if value == null then "null"
        else if value == [ ] then "[ ]"
        else if isList value then enclose indent "[" "]" (map (show "${indent}  ") value)
        else if isFunction value then function value
        else if isAttrs value then set indent value
        else abort "generators.toPretty: should never happen (v = ${value})";
    in
    show indent;

  # Section names and keys of git's dialect of INI.
  git =
    let
      escaped = replaceStrings [ "\n" "\t" "\"" "\\" ] [ "\\n" "\\t" "\\\"" "\\\\" ];
      value = v: mkValueStringDefault { } (if isString v then "\"${escaped v}\"" else v);
      entry = key: v: "\t${mkKeyValueDefault { mkValueString = value; } " = " key v}";
    in
    {
      section =
        name:
        let
          parts = lib.splitString "." name;
        in
        if lib.hasInfix "\"" name || tail parts == [ ] then name
        else "${head parts} \"${concatStringsSep "." (tail parts)}\"";
      keyValue = key: v: if isList v then concatMapStringsSep "\n" (entry key) v else entry key v;
    };

  # Nested sets become sections whose names are the path.
  gitSections =
    set:
    let
      isSection = v: isAttrs v && !isDerivation v;
      isNested = v: isAttrs v && builtins.any isSection (builtins.attrValues v);
      flat =
        path: v:
        if isSection v then concatMap (name: flat (path ++ [ name ]) v.${name}) (attrNames v)
        else if tail path == [ ] then [ { ${head path} = v; } ]
        else [ { ${concatStringsSep "." (lib.init path)}.${lib.last path} = v; } ];
      nested = lib.filterAttrs (_: isNested) set;
      merged = builtins.foldl' lib.recursiveUpdate { } (
        concatMap (name: flat [ name ] nested.${name}) (attrNames nested)
      );
    in
    removeAttrs set (attrNames nested) // merged;

  mkValueStringDefault =
    { }:
    value:
    let
      unsupported = what: abort "generators.mkValueStringDefault: ${what} not supported: ${toPretty { } value}";
    in
    if isInt value then toString value
    else if isDerivation value then toString value
    else if isString value then value
    else if isBool value then lib.boolToString value
    else if value == null then "null"
    else if isList value then unsupported "lists"
    else if isAttrs value then unsupported "attrsets"
    else if isFunction value then unsupported "functions"
    else if isFloat value then floatToString value
    else unsupported "this value is";

  mkKeyValueDefault =
    {
      mkValueString ? mkValueStringDefault { },
    }:
    separator: key: value:
    "${escape [ separator ] key}${separator}${mkValueString value}";

  toKeyValue =
    {
      mkKeyValue ? mkKeyValueDefault { } "=",
      listsAsDuplicateKeys ? false,
      indent ? "",
    }:
    set:
    let
      line = key: value: "${indent}${mkKeyValue key value}\n";
      entry =
        key: value:
        if listsAsDuplicateKeys then concatStrings (map (line key) (lib.toList value)) else line key value;
    in
    concatStrings (mapAttrsToList entry set);

  toINI =
    {
      mkSectionName ? name: escape [ "[" "]" ] name,
      mkKeyValue ? mkKeyValueDefault { } "=",
      listsAsDuplicateKeys ? false,
    }:
    sections:
    let
      entries = toKeyValue { inherit mkKeyValue listsAsDuplicateKeys; };
    in
    concatStringsSep "\n" (
      mapAttrsToList (name: content: "[${mkSectionName name}]\n${entries content}") sections
    );

  toDconf = { mkValueString = value: toString (lib.gvariant.mkValue value); };
in
rec {
  inherit
    mkKeyValueDefault
    mkValueStringDefault
    toINI
    toKeyValue
    toPretty
    ;

  toINIWithGlobalSection =
    {
      mkSectionName ? name: escape [ "[" "]" ] name,
      mkKeyValue ? mkKeyValueDefault { } "=",
      listsAsDuplicateKeys ? false,
    }:
    {
      globalSection,
      sections ? { },
    }:
    lib.optionalString (globalSection != { }) (
      toKeyValue { inherit mkKeyValue listsAsDuplicateKeys; } globalSection + "\n"
    )
    + toINI { inherit mkSectionName mkKeyValue listsAsDuplicateKeys; } sections;

  toGitINI =
    set:
    toINI {
      mkSectionName = git.section;
      mkKeyValue = git.keyValue;
    } (gitSections set);

  mkDconfKeyValue = mkKeyValueDefault toDconf "=";
  toDconfINI = toINI { mkKeyValue = mkDconfKeyValue; };

  # Cuts a value off below a depth; what makes a set callable or printable is left alone.
  withRecursion =
    {
      depthLimit,
      throwOnDepthLimit ? true,
    }:
    assert isInt depthLimit;
    let
      kept = [ "__functor" "__functionArgs" "__toString" "__pretty" ];
      cut =
        depth: value:
        if depthLimit == null || depth <= depthLimit then value
        else if throwOnDepthLimit then
          throw "Exceeded maximum eval-depth limit of ${toString depthLimit} while trying to evaluate with `generators.withRecursion'!"
        else "<unevaluated>";
      below = depth: value: walk depth (cut depth value);
      walk =
        depth: value:
        if isAttrs value then
          mapAttrs (name: item: if builtins.elem name kept then item else below (depth + 1) item) value
        else if isList value then map (below (depth + 1)) value
        else cut (depth + 1) value;
    in
    walk 0;

  toPlist =
    {
      escape ? false,
    }:
    value:
    let
      text = if escape then lib.escapeXML else x: x;
      tag = name: content: "<${name}>${content}</${name}>";
      isShown = name: item: name != "_module" && item != null;
      block = indent: name: inner: concatStringsSep "\n" [ "${indent}<${name}>" inner "${indent}</${name}>" ];
      entry = indent: name: item: [
        "${indent}${tag "key" (text name)}"
        (show indent item)
      ];
      entries =
        indent: set:
        concatMap (name: lib.optionals (isShown name set.${name}) (entry indent name set.${name})) (attrNames set);
      show =
        indent: item:
        if item == null then ""
        else if isBool item then "${indent}<${lib.boolToString item}/>"
        else if isInt item then indent + tag "integer" (toString item)
        else if isString item then indent + tag "string" (text item)
        else if isList item then block indent "array" (concatMapStringsSep "\n" (show "\t${indent}") item)
        else if isAttrs item then block indent "dict" (concatStringsSep "\n" (entries "\t${indent}" item))
        else if isPath item then indent + tag "string" (text (toString item))
        else if isFloat item then indent + tag "real" (toString item)
        else abort "generators.toPlist: should never happen (v = ${item})";
    in
    lib.warnIf (!escape && lib.oldestSupportedReleaseIsAtLeast 2505)
      "Using `lib.generators.toPlist` without `escape = true` is deprecated"
      (concatStringsSep "\n" [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        "<!DOCTYPE plist PUBLIC \"-//Apple Computer//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">"
        "<plist version=\"1.0\">"
        (show "" value)
        "</plist>"
      ]);

  toDhall =
    { }@options:
    value:
    let
      field = name: item: "${name} = ${toDhall options item}";
    in
    if isAttrs value then "{ ${concatStringsSep ", " (mapAttrsToList field value)} }"
    else if isList value then "[ ${concatMapStringsSep ", " (toDhall options) value} ]"
    else if isInt value then lib.optionalString (value >= 0) "+" + toString value
    else if isBool value then (if value then "True" else "False")
    else if isFunction value then abort "generators.toDhall: cannot convert a function to Dhall"
    else if value == null then abort "generators.toDhall: cannot convert a null to Dhall"
    else builtins.toJSON value;

  toLua =
    {
      multiline ? true,
      indent ? "",
      asBindings ? false,
    }@options:
    value:
    let
      deeper = "${indent}  ";
      show = toLua (options // { indent = if asBindings then indent else deeper; asBindings = false; });
      before = if multiline then "\n${deeper}" else " ";
      after = if multiline then "\n${indent}" else " ";
      table = items: if items == [ ] then "{}" else "{${before}${concatStringsSep ",${before}" items}${after}}";
      isVariable = name: match "[[:alpha:]_][[:alnum:]_]*(\\.[[:alpha:]_][[:alnum:]_]*)*" name != null;
      bad = filter (name: !isVariable name) (attrNames value);
    in
    if asBindings then
      if bad != [ ] then throw "Bad Lua var names: ${toPretty { } bad}"
      else concatStrings (mapAttrsToList (name: item: "${indent}${name} = ${show item}\n") value)
    else if value == null then "nil"
    else if isInt value || isFloat value || isString value || isBool value then builtins.toJSON value
    else if isPath value || isDerivation value then builtins.toJSON "${value}"
    else if isList value then table (map show value)
    else if isAttrs value && value._type or null == "lua-inline" then "(${value.expr})"
    else if isAttrs value then table (mapAttrsToList (name: item: "[${builtins.toJSON name}] = ${show item}") value)
    else abort "generators.toLua: type ${typeOf value} is unsupported";

  mkLuaInline = expr: {
    _type = "lua-inline";
    inherit expr;
  };

  toJSON = { }: builtins.toJSON;
  toYAML = { }: builtins.toJSON;
}

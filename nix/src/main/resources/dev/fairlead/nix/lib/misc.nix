# Old functions that programs still use.
lib:
let
  inherit (builtins)
    any
    elem
    foldl'
    head
    isAttrs
    isBool
    isInt
    isList
    tail
    ;
  zeros = count: lib.strings.replicate count "0";
in
rec {
  fakeHash = "sha256-${lib.strings.replicate 43 "A"}=";
  fakeSha256 = zeros 64;
  fakeSha512 = zeros 128;

  maybeEnv =
    name: otherwise:
    let
      value = builtins.getEnv name;
    in
    if value == "" then otherwise else value;
  maybeAttr = name: otherwise: set: set.${name} or otherwise;
  maybeAttrNullable = maybeAttr;
  imap = lib.imap1;
  nvs = name: value: builtins.listToAttrs [ { inherit name value; } ];
  setAttr = set: name: value: set // nvs name value;
  setAttrMerge = name: otherwise: set: f: setAttr set name (f (set.${name} or otherwise));

  ifEnable =
    condition: value:
    if condition then value
    else if isList value then [ ]
    else if isAttrs value then { }
    else if isBool value then false
    else null;

  nixType =
    value:
    if isAttrs value then (if value ? outPath then "derivation" else "attrs")
    else if lib.isFunction value then "function"
    else if isList value then "list"
    else if isBool value then "bool"
    else if value == null then "null"
    else if isInt value then "int"
    else "string";

  # Flags of a package, its arguments and what they require.
  checkFlag =
    set: name: name == "true" || (name != "false" && (elem name set.flags or [ ] || set.${name} or false));
  getValue =
    set: arguments: name:
    set.${name} or (
      if checkFlag set name then true
      else if arguments == [ ] then null
      else if head (head arguments) == name then head (tail (head arguments))
      else getValue set (tail arguments) name
    );
  checkReqs =
    set: arguments: conditions:
    let
      isMet =
        name:
        let
          value = getValue set arguments name;
        in
        value != null && value != false;
    in
    builtins.all (rule: checkFlag set (head rule) -> builtins.all isMet (tail rule)) conditions;
  condConcat =
    name: pairs: check:
    if pairs == [ ] then name
    else condConcat (if check (head pairs) then name + head (tail pairs) else name) (tail (tail pairs)) check;

  uniqList =
    {
      inputList,
      acc ? [ ],
    }:
    lib.subtractLists acc (lib.unique inputList);
  uniqListExt =
    {
      inputList,
      outputList ? [ ],
      getter ? (x: x),
      compare ? (a: b: a == b),
    }:
    foldl' (
      kept: item: if any (other: compare (getter other) (getter item)) kept then kept else kept ++ [ item ]
    ) outputList inputList;

  lazyGenericClosure =
    { startSet, operator }:
    let
      work =
        todo: keys: result:
        let
          item = head todo;
        in
        if todo == [ ] then result
        else if elem item.key keys then work (tail todo) keys result
        else work (tail todo ++ operator item) ([ item.key ] ++ keys) ([ item ] ++ result);
    in
    work startSet [ ] [ ];

  # Packages with all that they propagate.
  closePropagation = closePropagationFast;
  closePropagationFast =
    packages:
    let
      node = package: { key = package.outPath; inherit package; };
      nodes = list: map node (builtins.filter (package: package != null) list);
    in
    map (n: n.package) (
      builtins.genericClosure {
        startSet = nodes packages;
        operator =
          { package, ... }:
          nodes (package.propagatedBuildInputs or [ ] ++ package.propagatedNativeBuildInputs or [ ]);
      }
    );
  closePropagationSlow = packages: uniqList { inputList = innerClosePropagation [ ] packages; };
  innerClosePropagation =
    found: todo:
    let
      first = head todo;
      known = [ first ] ++ found;
      propagated = first.propagatedBuildInputs or [ ] ++ first.propagatedNativeBuildInputs or [ ];
    in
    if todo == [ ] then found
    else if !isAttrs first then innerClosePropagation found (tail todo)
    else
      innerClosePropagation known (uniqList {
        inputList = propagated ++ tail todo;
        acc = known;
      });

  innerModifySumArgs = f: x: a: b: if b == null then f a b // x else innerModifySumArgs f x (a // b);
  modifySumArgs = f: x: innerModifySumArgs f x { };

  defaultMergeArg = x: y: if isAttrs y then y else y x;
  defaultMerge = x: y: x // defaultMergeArg x y;
  foldArgs =
    merge: f: init: x:
    let
      argument = merge init (defaultMergeArg init x);
      base = setAttrMerge "passthru" { } (f argument) (
        old:
        old
        // {
          function = foldArgs merge f argument;
          args = (old.passthru or { }).args or { } // x;
        }
      );
    in
    base // { override = base.passthru.function; };

  mergeAttrsWithFunc =
    f: a: b: b // a // builtins.mapAttrs (name: _: f a.${name} b.${name}) (builtins.intersectAttrs a b);
  mergeAttrsConcatenateValues = mergeAttrsWithFunc (a: b: lib.toList a ++ lib.toList b);
  mergeAttrsNoOverride =
    {
      mergeLists ? [ "buildInputs" "propagatedBuildInputs" ],
      overrideSnd ? [ "buildPhase" ],
    }:
    a: b:
    let
      both =
        name: _:
        if elem name mergeLists then b.${name} ++ a.${name}
        else if elem name overrideSnd then a.${name}
        else throw "error mergeAttrsNoOverride, attribute ${name} given in both attributes - no merge func defined";
    in
    a // b // builtins.mapAttrs both (builtins.intersectAttrs a b);
  mergeAttrByFunc =
    a: b:
    let
      functions = { mergeAttrBy = lower: upper: lower // upper; } // a.mergeAttrBy or { } // b.mergeAttrBy or { };
      merged = name: f: if a ? ${name} && b ? ${name} then f a.${name} b.${name} else a.${name} or b.${name};
    in
    a // b // builtins.mapAttrs merged (lib.filterAttrs (name: _: a ? ${name} || b ? ${name}) functions);
  mergeAttrsByFuncDefaults = foldl' mergeAttrByFunc { inherit mergeAttrBy; };
  mergeAttrsByFuncDefaultsClean = sets: removeAttrs (mergeAttrsByFuncDefaults sets) [ "mergeAttrBy" ];
  mergeAttrBy =
    lib.genAttrs [
      "nativeBuildInputs"
      "buildInputs"
      "propagatedBuildInputs"
      "configureFlags"
      "prePhases"
      "postAll"
      "patches"
    ] (_: a: b: a ++ b)
    // lib.genAttrs [ "passthru" "meta" "cfg" "flags" ] (_: a: b: a // b)
    // lib.genAttrs [ "preConfigure" "postInstall" ] (_: a: b: "${a}\n${b}");
}

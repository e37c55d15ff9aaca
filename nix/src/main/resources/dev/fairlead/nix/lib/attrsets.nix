# Functions of attribute sets that are not written in Java.
lib:
let
  inherit (builtins)
    attrNames
    attrValues
    catAttrs
    concatMap
    elemAt
    filter
    foldl'
    groupBy
    hasAttr
    head
    isAttrs
    length
    listToAttrs
    mapAttrs
    partition
    ;

  # The first of some outputs that a package has, unless one was selected already.
  firstOutput =
    names: package:
    let
      present = filter (name: hasAttr name package) names;
    in
    if package.outputSpecified or false || present == [ ] then package else package.${head present};
in
rec {
  # How much of a path exists.
  longestValidPathPrefix =
    path: value:
    let
      walk =
        at: depth:
        if depth == length path then path
        else if hasName at (elemAt path depth) then walk at.${elemAt path depth} (depth + 1)
        else lib.take depth path;
      hasName = at: name: at ? ${name};
    in
    walk value 0;

  concatMapAttrs = f: set: foldl' (a: b: a // b) { } (attrValues (mapAttrs f set));

  # Updates with longer paths are applied below those with shorter ones, then the shorter in order.
  updateManyAttrsByPath =
    let
      apply =
        depth: exists: value: updates:
        let
          here = partition (u: length u.path == depth) updates;
          deeper = groupBy (u: elemAt u.path depth) here.wrong;
          below = name: apply (depth + 1) (value ? ${name}) value.${name};
          path = update: showAttrPath update.path;
          base =
            if here.wrong == [ ] then
              if exists then value
              else
                throw "updateManyAttrsByPath: Path '${path (head here.right)}' does not exist in the given value, but the first update to this path tries to access the existing value."
            else if !exists then mapAttrs (_: apply (depth + 1) false null) deeper
            else if isAttrs value then value // mapAttrs below deeper
            else
              throw "updateManyAttrsByPath: Path '${path (head here.wrong)}' needs to be updated, but path '${showAttrPath (lib.take depth (head here.wrong).path)}' of the given value is not an attribute set, so we can't update an attribute inside of it.";
        in
        lib.foldl (result: u: u.update result) base here.right;
    in
    updates: value: apply 0 true value updates;

  filterAttrsRecursive =
    keep: set:
    mapAttrs (_: value: if isAttrs value then filterAttrsRecursive keep value else value) (
      lib.filterAttrs keep set
    );

  foldAttrs =
    op: start: sets:
    mapAttrs (_: lib.foldr op start) (lib.zipAttrs sets);

  cartesianProduct =
    lists:
    foldl' (
      partial: name: concatMap (set: map (item: set // { ${name} = item; }) lists.${name}) partial
    ) [ { } ] (attrNames lists);
  mapCartesianProduct = f: lists: map f (cartesianProduct lists);

  mapAttrsRecursive = mapAttrsRecursiveCond (_: true);
  mapAttrsRecursiveCond =
    descend: f: set:
    let
      below =
        path:
        mapAttrs (
          name: value:
          if isAttrs value && descend value then below (path ++ [ name ]) value else f (path ++ [ name ]) value
        );
    in
    below [ ] set;
  mapAttrsToListRecursive = mapAttrsToListRecursiveCond (_: _: true);
  mapAttrsToListRecursiveCond =
    descend: f: set:
    let
      below = path: inner: concatMap (name: leaves (path ++ [ name ]) inner.${name}) (attrNames inner);
      leaves =
        path: value: if isAttrs value && descend path value then below path value else [ (f path value) ];
    in
    below [ ] set;

  toDerivation =
    path:
    let
      stored = builtins.storePath path;
      self = {
        type = "derivation";
        # Behind the hash and its dash.
        name = lib.strings.sanitizeDerivationName (builtins.substring 33 (-1) (baseNameOf stored));
        outPath = stored;
        outputs = [ "out" ];
        out = self;
        outputName = "out";
      };
    in
    self;

  zipAttrsWithNames =
    names: f: sets:
    listToAttrs (map (name: { inherit name; value = f name (catAttrs name sets); }) names);

  recursiveUpdateUntil =
    stop: lower: upper:
    let
      merge =
        path:
        builtins.zipAttrsWith (
          name: values:
          let
            here = path ++ [ name ];
          in
          if length values == 1 || stop here (elemAt values 1) (head values) then head values
          else merge here values
        );
    in
    merge [ ] [ upper lower ];

  matchAttrs =
    pattern: set:
    assert isAttrs pattern;
    builtins.all (
      name:
      set ? ${name}
      && (
        if isAttrs pattern.${name} then isAttrs set.${name} && matchAttrs pattern.${name} set.${name}
        else pattern.${name} == set.${name}
      )
    ) (attrNames pattern);

  overrideExisting = old: new: mapAttrs (name: value: new.${name} or value) old;

  showAttrPath =
    path:
    if path == [ ] then "<root attribute path>"
    else lib.concatMapStringsSep "." lib.strings.escapeNixIdentifier path;

  getOutput =
    output: package:
    if package.outputSpecified or false then package
    else package.${output} or package.out or package;
  getFirstOutput = firstOutput;
  getBin = getOutput "bin";
  getLib = getOutput "lib";
  getStatic = firstOutput [ "static" "lib" "out" ];
  getDev = getOutput "dev";
  getInclude = firstOutput [ "include" "dev" "out" ];
  getMan = getOutput "man";
  chooseDevOutputs = map getDev;

  recurseIntoAttrs = set: set // { recurseForDerivations = true; };
  dontRecurseIntoAttrs = set: set // { recurseForDerivations = false; };

  unionOfDisjoint =
    a: b:
    let
      both = builtins.intersectAttrs a b;
      complain =
        name: _:
        throw "unionOfDisjoint: collision on ${name}; complete list: ${lib.concatStringsSep " " (attrNames both)}";
    in
    a // b // mapAttrs complain both;
}

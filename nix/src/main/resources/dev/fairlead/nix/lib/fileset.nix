# Sets of files: unions, intersections and differences of local files, made into sources.
#
# A file set is a base folder and a tree below it. A tree is null (no file), a string (a file's type, or "directory" for
# all files below), or a set of trees by name, in which missing names are null. Its form is that of nixpkgs, version 3,
# so that sets made by either can be used by the other.
lib:
let
  inherit (builtins)
    all
    attrNames
    elemAt
    filter
    foldl'
    head
    intersectAttrs
    isAttrs
    isBool
    isList
    isPath
    isString
    length
    mapAttrs
    pathExists
    readDir
    readFileType
    seq
    tail
    trace
    typeOf
    ;
  inherit (lib) isStringLike;
  inherit (lib.lists) commonPrefix;

  version = 3;
  noValue = throw ''
    lib.fileset: Directly evaluating a file set is not supported.
      To turn it into a usable source, use `lib.fileset.toSource`.
      To pretty-print the contents, use `lib.fileset.trace` or `lib.fileset.traceVal`.'';

  empty = {
    _type = "fileset";
    _internalVersion = version;
    _internalIsEmptyWithoutBase = true;
    _noEval = noValue;
  };

  create =
    base: tree:
    let
      parts = lib.path.splitRoot base;
    in
    {
      _type = "fileset";
      _internalVersion = version;
      _internalIsEmptyWithoutBase = false;
      _internalBase = base;
      _internalBaseRoot = parts.root;
      _internalBaseComponents = lib.path.subpath.components parts.subpath;
      _internalTree = tree;
      _noEval = noValue;
    };

  isEmpty = set: set._internalIsEmptyWithoutBase;
  baseOf = set: set._internalBaseComponents;
  treeOf = set: set._internalTree;

  # A folder itself, or a file in its folder, with the tree that a function makes of either.
  below =
    path: ofFolder: ofFile:
    let
      type = readFileType path;
    in
    if type == "directory" then create path (ofFolder path)
    else create (dirOf path) { ${baseNameOf path} = ofFile (baseNameOf path) type; };
  whole = path: below path (_: "directory") (_: type: type);

  # What is wrong with a value as a file set, or null.
  complaint =
    context: value:
    if value._type or "" == "fileset" then
      if value._internalVersion <= version then null
      else ''
        ${context} is a file set created from a future version of the file set library with a different internal representation:
            - Internal version of the file set: ${toString value._internalVersion}
            - Internal version of the library: ${toString version}
            Make sure to update your Nixpkgs to have a newer version of `lib.fileset`.''
    else if isPath value then
      if pathExists value then null
      else ''
        ${context} (${toString value}) is a path that does not exist.
            To create a file set from a path that may not exist, use `lib.fileset.maybeMissing`.''
    else if value ? _isLibCleanSourceWith then
      ''
        ${context} is a `lib.sources`-based value, but it should be a file set or a path instead.
            To convert a `lib.sources`-based value to a file set you can use `lib.fileset.fromSource`.
            Note that this only works for sources created from paths.''
    else if isStringLike value then
      ''
        ${context} ("${toString value}") is a string-like value, but it should be a file set or a path instead.
            Paths represented as strings are not supported by `lib.fileset`, use `lib.sources` or derivations instead.''
    else "${context} is of type ${typeOf value}, but it should be a file set or a path instead.";

  coerce =
    context: value:
    let
      message = complaint context value;
    in
    if message != null then throw message
    else if isPath value then whole value
    # Version 0 had no components, version 2 no empty set.
    else if value._internalVersion < version then create value._internalBase value._internalTree
    else value;

  # All entries of a folder; those that a tree does not mention are null.
  entries = path: tree: if tree == "directory" then readDir path else mapAttrs (_: _: null) (readDir path) // tree;

  isFolder = tree: tree == "directory" || isAttrs tree;

  # A tree whose folders are null if nothing in them counts, and "directory" if everything does.
  filtering =
    path: tree:
    let
      parts = mapAttrs (name: filtering (path + "/${name}")) (entries path tree);
      values = builtins.attrValues parts;
    in
    if !isFolder tree then tree
    else if all (part: part == null) values then null
    else if all isString values then "directory"
    else parts;

  # The same for reading, where folders without files are told apart.
  printable =
    path: tree:
    let
      parts = mapAttrs (name: printable (path + "/${name}")) (entries path tree);
      values = builtins.attrValues parts;
    in
    if !isFolder tree then tree
    else if all (part: part == "emptyDir") values then "emptyDir"
    else if tree == "directory" || all isString values then "directory"
    else if all (part: part == null || part == "emptyDir") values then null
    else parts;

  print =
    set:
    let
      suffix =
        tree:
        if isAttrs tree then ""
        else if tree == "directory" then " (all files in directory)"
        else " (${tree})";
      lines =
        indent: before: tree:
        lib.foldl' (
          before: name:
          let
            part = tree.${name};
            after = trace "${indent}- ${name}${suffix part}" before;
          in
          if part == null || part == "emptyDir" then before
          else if isAttrs part then lines "${indent}  " after part
          else after
        ) before (attrNames tree);
      tree = printable set._internalBase (treeOf set);
      first = trace "${toString set._internalBase}${suffix tree}" null;
    in
    if isEmpty set || tree == null || tree == "emptyDir" then trace "(empty)" null
    else if isAttrs tree then lines "" first tree
    else first;

  # A filter of `builtins.path` that lets exactly these files through.
  sourceFilter =
    set:
    let
      tree = filtering set._internalBase (treeOf set);
      base = baseOf set;
      at =
        i: parts: tree:
        if !isAttrs tree then tree != null
        else if i >= length parts then true
        else at (i + 1) parts tree.${elemAt parts i};
      includes =
        path:
        let
          parts = filter (part: part != "") (lib.splitString "/" path);
          common = length (commonPrefix base parts);
        in
        # Folders above the base lead to it; beside it nothing counts.
        if common == length parts then true
        else if common < length base then false
        else at common parts tree;
      storable =
        path: type:
        type != "unknown"
        || throw ''
          lib.fileset.toSource: `fileset` contains a file that cannot be added to the store: ${path}
              This file is neither a regular file nor a symlink, the only file types supported by the Nix store.
              Therefore the file set cannot be added to the Nix store as is. Make sure to not include that file to avoid this error.'';
    in
    if isEmpty set || tree == null then _: _: false
    else path: type: includes path && storable path type;

  # The tree as seen from a folder above the base, and from one below it.
  raised =
    base: set:
    let
      wrap = i: if i < length (baseOf set) then { ${elemAt (baseOf set) i} = wrap (i + 1); } else treeOf set;
    in
    wrap (length base);
  lowered =
    base: set:
    let
      enter = i: tree: if isAttrs tree && i < length base then enter (i + 1) (tree.${elemAt base i} or null) else tree;
    in
    enter (length (baseOf set)) (treeOf set);

  isBelow = base: other: lib.take (length base) other == base;

  uniteTrees =
    trees:
    let
      strings = filter isString trees;
      sets = filter (tree: tree != null) trees;
    in
    if strings != [ ] then head strings
    else if sets == [ ] then null
    else builtins.zipAttrsWith (_: uniteTrees) sets;

  unite =
    sets:
    let
      based = filter (set: !isEmpty set) sets;
      first = head based;
      base = foldl' (common: set: commonPrefix common (baseOf set)) (baseOf first) (tail based);
      folder = lib.path.append first._internalBaseRoot (lib.path.subpath.join base);
    in
    if based == [ ] then empty else create folder (uniteTrees (map (raised base) based));

  intersectTrees =
    a: b:
    if isAttrs a && isAttrs b then mapAttrs (name: intersectTrees a.${name}) (intersectAttrs a b)
    else if a == null || isString b then a
    else b;

  intersect =
    a: b:
    let
      deeper = if isBelow (baseOf a) (baseOf b) then b else a;
      base = baseOf deeper;
    in
    if isEmpty a || isEmpty b || !(isBelow (baseOf a) base && isBelow (baseOf b) base) then empty
    else create deeper._internalBase (intersectTrees (lowered base a) (lowered base b));

  subtractTrees =
    path: a: b:
    if a == null || isString b then null
    else if b == null then a
    else mapAttrs (name: part: subtractTrees (path + "/${name}") part (b.${name} or null)) (entries path a);

  subtract =
    a: b:
    let
      removed =
        if isBelow (baseOf a) (baseOf b) then raised (baseOf a) b
        else if isBelow (baseOf b) (baseOf a) then lowered (baseOf a) b
        else null;
    in
    if isEmpty a || isEmpty b then a else create a._internalBase (subtractTrees a._internalBase (treeOf a) removed);

  files =
    path: tree:
    if isAttrs tree then lib.concatLists (lib.mapAttrsToList (name: files (path + "/${name}")) tree)
    else if tree == "directory" then files path (readDir path)
    else lib.optional (tree != null) path;

  # What a test of files by name and type leaves of a path.
  select =
    test: path:
    let
      file = name: type: if test name type then type else null;
      folder =
        path: mapAttrs (name: type: if type == "directory" then folder (path + "/${name}") else file name type) (readDir path);
    in
    below path folder file;

  # What a filter of sources, which sees paths as strings, leaves of a path.
  fromFilter =
    keep: path:
    let
      folder =
        path:
        mapAttrs (
          name: type:
          let
            inner = path + "/${name}";
          in
          if !keep (toString inner) type then null
          else if type == "directory" then folder inner
          else type
        ) (readDir path);
    in
    below path folder (_: type: type);

  tracked =
    function: argument: path: settings:
    let
      fail = message: throw "lib.fileset.${function}: ${message}";
      stored = builtins.fetchGit ({ url = path; shallow = true; } // settings);
      mirror = folder: mapAttrs (name: type: if type == "directory" then mirror (folder + "/${name}") else type) (readDir folder);
      isRepository = pathExists (path + "/.git");
    in
    if !isPath path then fail "Expected the ${argument} to be a path, but it's a ${typeOf path} instead."
    else if readFileType path != "directory" then
      fail "Expected the ${argument} (${toString path}) to be a directory, but it's a file instead."
    else if lib.path.hasStorePathPrefix path then
      if !isRepository then whole path
      else
        fail ''
          The ${argument} (${toString path}) is a store path within a working tree of a Git repository.
              This indicates that a source directory was imported into the store using a method such as `import "''${./.}"` or `path:.`.
              This function currently does not support such a use case, since it currently relies on `builtins.fetchGit`.
              You could make this work by using a fetcher such as `fetchGit` instead of copying the whole repository.
              If you can't avoid copying the repo to the store, see https://github.com/NixOS/nix/issues/9292.''
    else if !isRepository then
      fail "Expected the ${argument} (${toString path}) to point to a local working tree of a Git repository, but it's not."
    else create path (mirror stored.outPath);
in
{
  inherit empty;

  isFileset = value: complaint "" value == null;

  maybeMissing =
    path:
    if isPath path then if pathExists path then whole path else empty
    else if isStringLike path then
      throw "lib.fileset.maybeMissing: Argument (\"${toString path}\") is a string-like value, but it should be a path instead."
    else throw "lib.fileset.maybeMissing: Argument is of type ${typeOf path}, but it should be a path instead.";

  trace = value: seq (print (coerce "lib.fileset.trace: Argument" value)) (x: x);
  traceVal =
    value:
    let
      set = coerce "lib.fileset.traceVal: Argument" value;
    in
    seq (print set) set;

  toSource =
    { root, fileset }:
    let
      set = coerce "lib.fileset.toSource: `fileset`" fileset;
      fail = message: throw "lib.fileset.toSource: ${message}";
      keep = sourceFilter set;
    in
    if !isPath root then
      if root ? _isLibCleanSourceWith then
        fail ''
          `root` is a `lib.sources`-based value, but it should be a path instead.
              To use a `lib.sources`-based value, convert it to a file set using `lib.fileset.fromSource` and pass it as `fileset`.
              Note that this only works for sources created from paths.''
      else if isStringLike root then
        fail ''
          `root` (${toString root}) is a string-like value, but it should be a path instead.
              Paths in strings are not supported by `lib.fileset`, use `lib.sources` or derivations instead.''
      else fail "`root` is of type ${typeOf root}, but it should be a path instead."
    else if !pathExists root then fail "`root` (${toString root}) is a path that does not exist."
    else if readFileType root != "directory" then
      fail ''
        `root` (${toString root}) is a file, but it should be a directory instead. Potential solutions:
            - If you want to import the file into the store _without_ a containing directory, use string interpolation or `builtins.path` instead of this function.
            - If you want to import the file into the store _with_ a containing directory, set `root` to the containing directory, such as ${toString (dirOf root)}, and set `fileset` to the file path.''
    else if !isEmpty set && !lib.path.hasPrefix root set._internalBase then
      fail ''
        `fileset` could contain files in ${toString set._internalBase}, which is not under the `root` (${toString root}). Potential solutions:
            - Set `root` to ${toString set._internalBase} or any directory higher up. This changes the layout of the resulting store path.
            - Set `fileset` to a file set that cannot contain files outside the `root` (${toString root}). This could change the files included in the result.''
    else
      seq keep (
        lib.cleanSourceWith {
          name = "source";
          src = root;
          filter = keep;
        }
      );

  toList =
    value:
    let
      set = coerce "lib.fileset.toList: Argument" value;
    in
    if isEmpty set then [ ] else files set._internalBase (treeOf set);

  union = a: b: unite [ (coerce "lib.fileset.union: First argument" a) (coerce "lib.fileset.union: Second argument" b) ];
  unions =
    values:
    if isList values then unite (lib.imap0 (i: coerce "lib.fileset.unions: Element ${toString i}") values)
    else throw "lib.fileset.unions: Argument is of type ${typeOf values}, but it should be a list instead.";
  intersection =
    a: b:
    intersect (coerce "lib.fileset.intersection: First argument" a) (
      coerce "lib.fileset.intersection: Second argument" b
    );
  difference =
    a: b:
    subtract (coerce "lib.fileset.difference: First argument (positive set)" a) (
      coerce "lib.fileset.difference: Second argument (negative set)" b
    );

  fileFilter =
    predicate: path:
    let
      fail = message: throw "lib.fileset.fileFilter: ${message}";
      test =
        name: type:
        predicate {
          inherit name type;
          hasExt = extension: lib.hasSuffix ".${extension}" name;
          # A predicate without "..." fails with this sentence.
          "lib.fileset.fileFilter: The predicate function passed as the first argument must be able to handle extra attributes for future compatibility. If you're using `{ name, file, hasExt }:`, use `{ name, file, hasExt, ... }:` instead." =
            null;
        };
    in
    if !lib.isFunction predicate then
      fail "First argument is of type ${typeOf predicate}, but it should be a function instead."
    else if isPath path then
      if pathExists path then select test path
      else fail "Second argument (${toString path}) is a path that does not exist."
    else if path._type or "" == "fileset" then
      fail ''
        Second argument is a file set, but it should be a path instead.
            If you need to filter files in a file set, use `intersection fileset (fileFilter pred ./.)` instead.''
    else fail "Second argument is of type ${typeOf path}, but it should be a path instead.";

  fromSource =
    source:
    let
      fail = message: throw "lib.fileset.fromSource: ${message}";
      isFiltered = source ? _isLibCleanSourceWith;
      path = if isFiltered then source.origSrc else source;
    in
    if isPath path then
      if !pathExists path then
        fail "The source origin (${toString path}) of the argument is a path that does not exist."
      else if isFiltered then fromFilter source.filter path
      else whole path
    else if isStringLike path then
      fail ''
        The source origin of the argument is a string-like value ("${toString path}"), but it should be a path instead.
            Sources created from paths in strings cannot be turned into file sets, use `lib.sources` or derivations instead.''
    else fail "The source origin of the argument is of type ${typeOf path}, but it should be a path instead.";

  gitTracked = path: tracked "gitTracked" "argument" path { };
  gitTrackedWith =
    {
      recurseSubmodules ? false,
    }:
    path:
    if isBool recurseSubmodules then tracked "gitTrackedWith" "second argument" path { submodules = recurseSubmodules; }
    else
      throw "lib.fileset.gitTrackedWith: Expected the attribute `recurseSubmodules` of the first argument to be a boolean, but it's a ${typeOf recurseSubmodules} instead.";
}

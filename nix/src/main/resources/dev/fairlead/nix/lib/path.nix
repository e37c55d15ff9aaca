# Paths as values, and relative paths ("subpaths") as strings.
lib:
let
  inherit (builtins)
    elemAt
    filter
    genList
    head
    isPath
    isString
    length
    match
    split
    typeOf
    ;
  inherit (lib) drop take;

  # Why a string is no subpath, or null.
  invalidReason =
    value:
    if !isString value then "The given value is of type ${typeOf value}, but a string was expected"
    else if value == "" then "The given string is empty"
    else if builtins.substring 0 1 value == "/" then
      "The given string \"${value}\" starts with a `/`, representing an absolute path"
    else if match "(.*/)?\\.\\.(/.*)?" value != null then
      "The given string \"${value}\" contains a `..` component, which is not allowed in subpaths"
    else null;
  isValid = value: invalidReason value == null;

  requireValid =
    function: what: value: result:
    if isValid value then result
    else throw "lib.path.${function}: ${what} is not a valid subpath string:\n    ${invalidReason value}";

  components = subpath: filter (part: isString part && part != "" && part != ".") (split "/" subpath);
  join = parts: "./${if parts == [ ] then "." else lib.concatStringsSep "/" parts}";

  deconstruct =
    let
      climb =
        parts: path:
        if path == dirOf path then { root = path; components = parts; }
        else climb ([ (baseNameOf path) ] ++ parts) (dirOf path);
    in
    climb [ ];

  requirePath =
    function: what: stop: value: result:
    if isPath value then result
    else throw "lib.path.${function}: ${what} is of type ${typeOf value}, but a path was expected${stop}";

  requireSameRoot =
    function: a: b: result:
    if (deconstruct a).root == (deconstruct b).root then result
    else
      throw ''
        lib.path.${function}: Filesystem roots must be the same for both paths, but paths with different roots were given:
            first argument: "${toString a}" with root "${toString (deconstruct a).root}"
            second argument: "${toString b}" with root "${toString (deconstruct b).root}"'';

  startsWith = a: b: take (length (deconstruct a).components) (deconstruct b).components == (deconstruct a).components;

  storeComponents = components builtins.storeDir;
  isInStore =
    parts:
    let
      depth = length storeComponents;
    in
    (length parts > depth && take depth parts == storeComponents && match ".{32}-.+" (elemAt parts depth) != null)
    # A content-addressed placeholder, as derivations have before they are built.
    || (parts != [ ] && match "[0-9a-z]{52}" (head parts) != null);
in
{
  append =
    path: subpath:
    requirePath "append" "The first argument" "" path (
      requireValid "append" "Second argument" subpath (path + ("/" + subpath))
    );

  hasPrefix =
    prefix:
    requirePath "hasPrefix" "First argument" "" prefix (
      path:
      requirePath "hasPrefix" "Second argument" "" path (
        requireSameRoot "hasPrefix" prefix path (startsWith prefix path)
      )
    );

  removePrefix =
    prefix:
    requirePath "removePrefix" "First argument" "." prefix (
      path:
      requirePath "removePrefix" "Second argument" "." path (
        requireSameRoot "removePrefix" prefix path (
          if startsWith prefix path then join (drop (length (deconstruct prefix).components) (deconstruct path).components)
          else
            throw "lib.path.removePrefix: The first path argument \"${toString prefix}\" is not a component-wise prefix of the second path argument \"${toString path}\"."
        )
      )
    );

  splitRoot =
    path:
    let
      parts = deconstruct path;
    in
    requirePath "splitRoot" "Argument" "" path {
      inherit (parts) root;
      subpath = join parts.components;
    };

  hasStorePathPrefix =
    path: requirePath "hasStorePathPrefix" "Argument" "" path (isInStore (deconstruct path).components);

  subpath = {
    inherit isValid;
    join =
      subpaths:
      let
        wrong = filter (i: !isValid (elemAt subpaths i)) (genList (i: i) (length subpaths));
        first = head wrong;
      in
      if wrong == [ ] then join (lib.concatMap components subpaths)
      else requireValid "subpath.join" "Element at index ${toString first}" (elemAt subpaths first) null;
    components = value: requireValid "subpath.components" "Argument" value (components value);
    normalise = value: requireValid "subpath.normalise" "Argument" value (join (components value));
  };
}

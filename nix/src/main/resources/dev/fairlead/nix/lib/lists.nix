# Functions of lists that are not written in Java.
lib:
let
  inherit (builtins)
    all
    concatLists
    concatMap
    elem
    elemAt
    filter
    genList
    head
    isList
    length
    partition
    sort
    tail
    ;

  # Sorts by a key that is computed once for each item.
  sortByKey =
    less: key: items:
    map (pair: pair.item) (sort (a: b: less a.key b.key) (map (item: { inherit item; key = key item; }) items));

  # Numbers in a string become integers, so that they compare as numbers.
  naturalKey =
    text:
    map (part: if isList part then lib.toInt (head part) else part) (builtins.split "(0|[1-9][0-9]*)" text);
in
rec {
  foldl =
    op: start: list:
    let
      upTo = n: if n == 0 then start else op (upTo (n - 1)) (elemAt list (n - 1));
    in
    upTo (length list);
  fold = lib.warn "fold has been deprecated, use foldr instead" lib.foldr;

  ifilter0 =
    keep: list:
    map (elemAt list) (filter (i: keep i (elemAt list i)) (genList (i: i) (length list)));

  findSingle =
    matches: none: several: list:
    let
      found = filter matches list;
    in
    if found == [ ] then none
    else if length found == 1 then head found
    else several;

  groupBy' = op: start: key: list: builtins.mapAttrs (_: foldl op start) (builtins.groupBy key list);

  # Depth first from the head of the list: something that comes before all others, or a cycle.
  listDfs =
    stopOnCycles: before: list:
    let
      visit =
        here: visited: rest:
        let
          loops = filter (x: before x here) visited;
          earlier = partition (x: before x here) rest;
        in
        if stopOnCycles && loops != [ ] then { cycle = here; inherit loops visited rest; }
        else if earlier.right == [ ] then { minimal = here; inherit visited rest; }
        else visit (head earlier.right) ([ here ] ++ visited) (tail earlier.right ++ earlier.wrong);
    in
    visit (head list) [ ] (tail list);

  toposort =
    before: list:
    let
      first = listDfs true before list;
      others = toposort before (first.visited ++ first.rest);
    in
    if length list < 2 then { result = list; }
    else if first ? cycle then {
      cycle = lib.reverseList ([ first.cycle ] ++ first.visited);
      inherit (first) loops;
    }
    else if others ? cycle then others
    else { result = [ first.minimal ] ++ others.result; };

  sortOn = sortByKey (a: b: a < b);
  naturalSort = sortByKey (a: b: compareLists lib.compare a b < 0) naturalKey;

  compareLists =
    compare: a: b:
    let
      first = compare (head a) (head b);
    in
    if a == [ ] || b == [ ] then (if a == b then 0 else if a == [ ] then -1 else 1)
    else if first != 0 then first
    else compareLists compare (tail a) (tail b);

  takeEnd = count: list: lib.drop (lib.max 0 (length list - count)) list;
  dropEnd = count: list: lib.take (lib.max 0 (length list - count)) list;

  hasPrefix = prefix: list: lib.take (length prefix) list == prefix;
  removePrefix =
    prefix: list:
    if hasPrefix prefix list then lib.drop (length prefix) list
    else throw "lib.lists.removePrefix: First argument is not a list prefix of the second argument";
  commonPrefix =
    a: b:
    let
      different = lib.zipListsWith (x: y: x != y) a b;
    in
    lib.take (lib.lists.findFirstIndex (x: x) (length different) different) a;

  crossLists = f: foldl (functions: items: concatMap (g: map g items) functions) [ f ];

  uniqueStrings = list: builtins.attrNames (builtins.groupBy (x: x) list);
  allUnique = list: length (lib.unique list) == length list;
  mutuallyExclusive = a: b: all (x: !elem x a) b;
  concatAttrValues = set: concatLists (builtins.attrValues set);

  replaceElemAt =
    list: index: item:
    if index >= 0 && index < length list then
      genList (i: if i == index then item else elemAt list i) (length list)
    else
      throw "'lists.replaceElemAt' called with index ${toString index} on a list of size ${toString (length list)}";
}

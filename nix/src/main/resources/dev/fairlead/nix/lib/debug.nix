# Tracing values, and suites of tests that are one expression.
lib:
let
  inherit (builtins)
    concatLists
    deepSeq
    elem
    isAttrs
    isList
    mapAttrs
    substring
    trace
    ;
  pretty = lib.generators.toPretty { allowPrettyValues = true; };

  # Sets and lists below a depth, as three dots.
  shortened =
    depth: value:
    let
      dots = text: { __pretty = _: text; val = value; };
    in
    if depth == 0 then
      if isList value then dots "[…]"
      else if isAttrs value then dots "{…}"
      else value
    else if isList value then map (shortened (depth - 1)) value
    else if isAttrs value then mapAttrs (_: shortened (depth - 1)) value
    else value;
in
rec {
  traceIf = condition: message: value: if condition then trace message value else value;
  traceValFn = f: value: trace (f value) value;
  traceVal = traceValFn (x: x);
  traceSeq = shown: trace (deepSeq shown shown);
  traceSeqN = depth: shown: trace (pretty (shortened depth shown));
  traceValSeqFn = f: value: traceValFn f (deepSeq value value);
  traceValSeq = traceValSeqFn (x: x);
  traceValSeqNFn = f: depth: value: traceSeqN depth (f value) value;
  traceValSeqN = traceValSeqNFn (x: x);
  traceFnSeqN =
    depth: name: f: value:
    let
      result = f value;
    in
    traceSeqN (depth + 1) {
      fn = name;
      from = value;
      to = result;
    } result;

  # The tests that fail; all whose names begin with "test", or those that `tests` names.
  runTests =
    tests:
    let
      chosen = tests.tests or [ ];
      runs = name: if chosen == [ ] then substring 0 4 name == "test" else elem name chosen;
      failure =
        name: test:
        lib.optional (runs name && test.expr != test.expected) {
          inherit name;
          inherit (test) expected;
          result = test.expr;
        };
    in
    concatLists (lib.mapAttrsToList failure tests);

  throwTestFailures =
    {
      failures,
      description ? "tests",
      ...
    }:
    let
      show = value: builtins.unsafeDiscardStringContext (pretty value);
      report =
        failure:
        "FAIL ${show failure.name}:\nExpected:\n${show failure.expected}\n\nResult:\n${show failure.result}\n";
      traced = builtins.foldl' (_: failure: traceVal (report failure)) null failures;
    in
    if failures == [ ] then null
    else
      builtins.seq traced (
        throw "${toString (builtins.length failures)} ${description} failed:\n- ${
          lib.concatMapStringsSep "\n- " (failure: failure.name) failures
        }\n\n${builtins.toJSON failures}"
      );

  testAllTrue = results: {
    expr = results;
    expected = map (_: true) results;
  };
}

# Everything that can become of a test; the expected reports stand beside this file.
{ lib, greeting ? "hello" }:
let
  deep = n: 1 + deep (n + 1);
in
{
  group.inner = {
    testLib = {
      expr = lib.toUpper greeting;
      expected = "HELLO";
    };
    testNumber = {
      expr = 1.0;
      expected = 1;
    };
  };
  tests.testInside = {
    expr = [ ];
    expected = [ ];
  };
  itself = rec { testOnce = { expr = 1; expected = 1; }; again = { inherit again; }; };
  broken = throw "no tests here";
  "test # \\ name" = { expr = 1; expected = 2; };
  testAbort = { expr = abort "stop"; expectedError.type = "Abort"; };
  testAnyPattern = { expr = throw "port 70000]"; expectedError.msg = "^port [[:digit:]]+[[\\]]$"; };
  testArgument = { expr = ({ a }: a) { }; expectedError.type = "TypeError"; };
  testAssertion = { expr = assert 1 == 2; 1; expectedError.type = "AssertionError"; };
  testBadPattern = { expr = throw "x"; expectedError.msg = "("; };
  testBadType = { expr = throw "x"; expectedError.type = "TypError"; };
  testDeep = { expr = deep 0; expected = 1; };
  testDeepAsExpected = { expr = deep 0; expectedError.msg = "max-call-depth"; };
  testDiffers = {
    expr = { a.b = [ 1 { "c.d" = "x"; } ]; e = 1; f = x: x; p = ./p; };
    expected = { a.b = [ 1 { "c.d" = "y"; } 3 ]; f = x: x; p = ./q; };
  };
  testEmptyError = { expr = throw "x"; expectedError = { }; };
  testMany = { expr = lib.range 1 20; expected = lib.range 2 21; };
  testMissingAttribute = { expr = { }.a; expectedError.type = "EvalError"; };
  testNoExpr = { expected = 1; };
  testNoResult = { expr = 1; };
  testNoSet = 1;
  testNotCaught = { expr = 1; expectedError.type = "ThrownError"; };
  testRecursion = { expr = let x = x; in x; expectedError.type = "InfiniteRecursionError"; };
  testSyntax = { expr = import ./broken-syntax; expectedError.type = "RestrictedPathError"; };
  testText = {
    expr = "[a]\nx = 1\nlong = ${lib.concatStrings (lib.replicate 40 "ab")}!\n";
    expected = "[a]\nx = 1\nlong = ${lib.concatStrings (lib.replicate 40 "ab")}?\n";
  };
  testThrows = { expr = throw "surprise <&>"; expected = 1; };
  testWrongMessage = { expr = throw "red"; expectedError = { type = "ThrownError"; msg = "blue"; }; };
  testWrongType = { expr = throw "red"; expectedError.type = "TypeError"; };
}

# Small functions of numbers, functions and warnings that are not written in Java.
lib:
let
  inherit (builtins) elemAt match;

  digit = n: builtins.substring n 1 "0123456789ABCDEF";

  hexValue = text: (builtins.fromTOML "value = 0x${text}").value;
in
rec {
  concat = front: back: front ++ back;
  mergeAttrs = lower: upper: lower // upper;
  bitNot = n: -1 - n;

  # The release of nixpkgs whose functions these are.
  release = "26.11";
  versionSuffix = "pre-git";
  version = release + versionSuffix;
  codeName = "Zokor";
  nixpkgsVersion = lib.warn "lib.nixpkgsVersion is a deprecated alias of lib.version." version;
  revisionWithDefault = fallback: fallback;
  oldestSupportedRelease = 2511;
  oldestSupportedReleaseIsAtLeast = number: number <= oldestSupportedRelease;
  isInOldestRelease =
    lib.warn
      "lib.isInOldestRelease is deprecated. Use lib.oldestSupportedReleaseIsAtLeast instead."
      oldestSupportedReleaseIsAtLeast;

  inNixShell = builtins.getEnv "IN_NIX_SHELL" != "";
  inPureEvalMode = !(builtins ? currentSystem);

  splitByAndCompare =
    isFirst: bothFirst: bothSecond: a: b:
    let
      firstA = isFirst a;
      firstB = isFirst b;
    in
    if firstA && firstB then bothFirst a b
    else if firstA then -1
    else if firstB then 1
    else bothSecond a b;

  importJSON = file: builtins.fromJSON (builtins.readFile file);
  importTOML = file: builtins.fromTOML (builtins.readFile file);

  checkListOfEnum =
    what: valid: given:
    let
      show = items: lib.concatMapStringsSep ", " toString items;
      unexpected = lib.subtractLists valid given;
    in
    lib.throwIfNot (unexpected == [ ])
      "${what}: ${show unexpected} unexpected; valid ones: ${show valid}";

  info = message: builtins.trace "INFO: ${message}";
  showWarnings = warnings: value: lib.foldr lib.warn value warnings;

  mirrorFunctionArgs = model: function: lib.setFunctionArgs function (lib.functionArgs model);

  fromHexString =
    text:
    let
      strict = match "(0x)?([0-7]?[0-9A-Fa-f]{1,15})" text;
      message = "fromHexString: ${lib.generators.toPretty { } text} is not a valid input and will be rejected in 26.05";
    in
    if strict != null then hexValue (elemAt strict 1)
    else lib.warn message (hexValue (lib.removePrefix "0x" (lib.toLower text)));
  toHexString = n: lib.concatMapStrings digit (toBaseDigits 16 n);
  toBaseDigits =
    base: i:
    let
      inherit (builtins) isInt;
      digits = rest: if rest < base then [ rest ] else digits (rest / base) ++ [ (lib.mod rest base) ];
    in
    assert isInt base;
    assert isInt i;
    assert base >= 2;
    assert i >= 0;
    digits i;
}

# Functions of strings that are not written in Java.
lib:
let
  inherit (builtins)
    attrNames
    concatStringsSep
    elem
    filter
    fromJSON
    genList
    head
    isAttrs
    isBool
    isInt
    isList
    isPath
    isString
    length
    match
    parseDrvName
    replaceStrings
    split
    stringLength
    substring
    tail
    toJSON
    typeOf
    ;
  inherit (lib.strings)
    concatMapStrings
    concatMapStringsSep
    concatStrings
    escape
    escapeShellArg
    hasSuffix
    isStringLike
    levenshtein
    optionalString
    removeSuffix
    splitString
    stringToCharacters
    toLower
    toUpper
    ;

  hexByte = n: fixedWidthString 2 "0" (lib.toHexString n);
  # Every character of ASCII that can be printed, and the three blanks, with its code.
  bytes =
    let
      controls = "\t\n\r";
      printable = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
      entry = first: text: i: {
        name = substring i 1 text;
        value = first + i;
      };
    in
    builtins.listToAttrs (
      genList (entry 32 printable) (stringLength printable)
      ++ [
        { name = substring 0 1 controls; value = 9; }
        { name = substring 1 1 controls; value = 10; }
        { name = substring 2 1 controls; value = 13; }
      ]
    );

  unreserved = stringToCharacters "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

  isFlag = value: assert isString value; value;

  # How many bytes two strings have in common, counted by `at`: from the front or from the back.
  commonLength =
    at: a: b:
    let
      limit = lib.min (stringLength a) (stringLength b);
      count = n: if n < limit && at n a == at n b then count (n + 1) else n;
    in
    count 0;

  # The integer that a regular expression finds in a string.
  parseInt =
    name: pattern: text: check:
    let
      found = match pattern text;
      digits = head found;
      number = fromJSON digits;
      failure = throw "${name}: Could not convert ${escapeNixString text} to int.";
    in
    if found == null then failure
    else check digits (if isInt number then number else failure);

  escapeNixString = s: escape [ "$" ] (toJSON s);

  fixedWidthString =
    width: filler: text:
    let
      actual = stringLength text;
      fill =
        missing: result:
        if missing == 0 then result
        else if missing < 0 then tooLong (width + 0)
        else fill (missing - stringLength filler) (filler + result);
      tooLong =
        wanted:
        throw "fixedWidthString: requested string length (${toString wanted}) must not be shorter than actual length (${toString actual})";
    in
    fill (width - actual) text;
in
rec {
  inherit escapeNixString fixedWidthString;

  join = concatStringsSep;
  concatImapStrings = f: list: concatStrings (lib.imap1 f list);
  concatImapStringsSep = separator: f: list: concatStringsSep separator (lib.imap1 f list);
  concatMapAttrsStringSep = separator: f: set: concatStringsSep separator (lib.mapAttrsToList f set);
  concatLines = concatMapStrings (line: line + "\n");
  intersperse =
    separator: list: if list == [ ] then [ ] else tail (lib.concatMap (item: [ separator item ]) list);
  replicate = count: text: concatStrings (lib.lists.replicate count text);
  replaceString = from: to: replaceStrings [ from ] [ to ];

  trim = trimWith { start = true; end = true; };
  trimWith =
    { start ? false, end ? false }:
    let
      blank = "[ \t\r\n]*";
      pattern =
        if !end then "${optionalString start blank}(.*)"
        else "${optionalString start blank}(.*[^ \t\r\n])${blank}";
    in
    text:
    let
      found = match pattern text;
    in
    optionalString (found != null) (head found);

  makeSearchPath =
    folder: paths: concatMapStringsSep ":" (path: path + "/" + folder) (filter (path: path != null) paths);
  makeSearchPathOutput =
    output: folder: packages: makeSearchPath folder (map (lib.getOutput output) packages);
  makeLibraryPath = makeSearchPathOutput "lib" "lib";
  makeIncludePath = makeSearchPathOutput "dev" "include";
  makeBinPath = makeSearchPathOutput "bin" "bin";

  normalizePath =
    text:
    lib.warnIf (isPath text)
      ''
        lib.strings.normalizePath: The argument (${toString text}) is a path value, but only strings are supported.
            Path values are always normalised in Nix, so there's no need to call this function on them.
            This function also copies the path to the Nix store and returns the store path, the same as "''${path}" will, which may not be what you want.
            This behavior is deprecated and will throw an error in the future.''
      (builtins.foldl' (done: c: if c == "/" && hasSuffix "/" done then done else done + c) "" (stringToCharacters text));

  stringAsChars = f: text: concatMapStrings f (stringToCharacters text);
  charToInt = c: bytes.${c};

  escapeC = special: replaceStrings special (map (c: "\\x${toLower (hexByte (charToInt c))}") special);
  escapeURL =
    let
      special = removeAttrs bytes unreserved;
    in
    replaceStrings (attrNames special) (lib.mapAttrsToList (_: code: "%${hexByte code}") special);
  escapeShellArgs = concatMapStringsSep " " escapeShellArg;
  escapeRegex = escape (stringToCharacters "\\[{()^$?*+|.");
  escapeXML =
    replaceStrings
      [ "\"" "'" "<" ">" "&" ]
      [ "&quot;" "&apos;" "&lt;" "&gt;" "&amp;" ];

  isValidPosixName = name: match "[a-zA-Z_][a-zA-Z0-9_]*" name != null;
  toShellVar =
    name: value:
    if !isValidPosixName name then throw "toShellVar: ${name} is not a valid shell variable name"
    else if isAttrs value && !isStringLike value then
      let
        entry = key: item: "[${escapeShellArg key}]=${escapeShellArg item}";
      in
      "declare -A ${name}=(${concatStringsSep " " (lib.mapAttrsToList entry value)})"
    else if isList value then "declare -a ${name}=(${escapeShellArgs value})"
    else "${name}=${escapeShellArg value}";
  toShellVars = vars: concatStringsSep "\n" (lib.mapAttrsToList toShellVar vars);

  lowerChars = stringToCharacters "abcdefghijklmnopqrstuvwxyz";
  upperChars = stringToCharacters "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  toSentenceCase =
    text:
    if !isString text then throw "toSentenceCase does only accepts string values, but got ${typeOf text}"
    else toUpper (substring 0 1 text) + toLower (substring 1 (-1) text);
  toCamelCase =
    text:
    let
      isSeparator = _: c: elem c [ "-" "_" " " ];
      isHump = before: c: match "[a-z]" before != null && match "[A-Z]" c != null;
      words = lib.concatMap (splitStringBy isHump true) (splitStringBy isSeparator false text);
    in
    if !isString text then throw "toCamelCase does only accepts string values, but got ${typeOf text}"
    else addContextFrom text (toLower (head words) + concatMapStrings toSentenceCase (tail words));
  addContextFrom = source: text: substring 0 0 source + text;

  splitStringBy =
    splits: keep: text:
    let
      at = i: substring i 1 text;
      size = stringLength text;
      go =
        i: part: parts:
        if i == size then parts ++ [ part ]
        else if splits (if i == 0 then "" else at (i - 1)) (at i) then
          go (i + 1) (if keep then at i else "") (parts ++ [ part ])
        else go (i + 1) (part + at i) parts;
    in
    map (addContextFrom text) (go 0 "" [ ]);

  versionOlder = a: b: builtins.compareVersions a b < 0;
  versionAtLeast = a: b: !versionOlder a b;
  getName = x: if isString x then (parseDrvName x).name else x.pname or (parseDrvName x.name).name;
  getVersion = x: if isString x then (parseDrvName x).version else x.version or (parseDrvName x.name).version;
  nameFromURL =
    url: separator:
    let
      filename = lib.last (splitString "/" url);
      name = head (splitString separator filename);
    in
    assert name != filename;
    name;

  cmakeOptionType =
    type: feature: value:
    assert elem (toUpper type) [ "BOOL" "FILEPATH" "PATH" "STRING" "INTERNAL" "LIST" ];
    assert isString feature && isString value;
    "-D${feature}:${toUpper type}=${value}";
  cmakeBool = name: flag: assert isBool flag; cmakeOptionType "bool" name (toUpper (lib.boolToString flag));
  cmakeFeature = cmakeOptionType "string";
  mesonOption = feature: value: assert isString value; "-D${isFlag feature}=${value}";
  mesonBool = name: flag: assert isBool flag; mesonOption name (lib.boolToString flag);
  mesonEnable = name: flag: assert isBool flag; mesonOption name (if flag then "enabled" else "disabled");
  enableFeature = flag: name: assert isBool flag; "--${if flag then "enable" else "disable"}-${isFlag name}";
  enableFeatureAs = flag: name: value: enableFeature flag name + optionalString flag "=${value}";
  withFeature = flag: feature: assert isString feature; "--${if flag then "with" else "without"}-${feature}";
  withFeatureAs = flag: name: value: withFeature flag name + optionalString flag "=${value}";

  fixedWidthNumber = width: n: fixedWidthString width "0" (toString n);
  floatToString =
    number:
    let
      text = toString number;
    in
    lib.warnIf (fromJSON text != number) "Imprecise conversion from float to string ${text}" text;

  isConvertibleWithToString =
    x:
    isStringLike x
    || elem (typeOf x) [ "null" "int" "float" "bool" ]
    || (isList x && builtins.all isConvertibleWithToString x);
  isStorePath =
    x:
    isStringLike x
    && (
      let
        path = toString x;
      in
      substring 0 1 path == "/"
      && (dirOf path == builtins.storeDir || match "/[0-9a-z]{52}" path != null)
    );

  toInt =
    text:
    parseInt "toInt" "[[:space:]]*(-?[[:digit:]]+)[[:space:]]*" text (
      digits: number:
      if match "0[[:digit:]]+" digits != null then
        throw "toInt: Ambiguity in interpretation of ${escapeNixString text} between octal and zero padded integer."
      else number
    );
  toIntBase10 =
    text:
    parseInt "toIntBase10" "[[:space:]]*0*(-?[[:digit:]]+)[[:space:]]*" text (
      digits: number: if match "0+" digits != null then 0 else number
    );

  fileContents = file: removeSuffix "\n" (builtins.readFile file);

  sanitizeDerivationName =
    name:
    let
      # What follows the leading dots, with each run of other characters as a dash, and no longer than a name may be.
      undotted = head (match "\\.*(.*)" (builtins.unsafeDiscardStringContext name));
      dashed = concatMapStrings (part: if isList part then "-" else part) (split "[^[:alnum:]+._?=-]+" undotted);
      short = substring (lib.max (stringLength dashed - 207) 0) (-1) dashed;
    in
    if stringLength name <= 207 && match "[[:alnum:]+_?=-][[:alnum:]+._?=-]*" name != null then
      builtins.unsafeDiscardStringContext name
    else if short == "" then "unknown"
    else short;

  commonPrefixLength = commonLength (n: text: substring n 1 text);
  commonSuffixLength = commonLength (n: text: substring (stringLength text - n - 1) 1 text);
  levenshteinAtMost = limit: a: b: if limit <= 0 then a == b else levenshtein a b <= limit;
}

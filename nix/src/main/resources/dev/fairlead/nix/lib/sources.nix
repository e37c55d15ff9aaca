# Choosing the files of a source, and what its version control says.
lib:
let
  inherit (builtins)
    any
    elem
    elemAt
    filter
    head
    isList
    isString
    length
    match
    split
    ;
  inherit (lib)
    fileContents
    hasPrefix
    hasSuffix
    pathIsRegularFile
    removePrefix
    removeSuffix
    ;

  # A source is a path, or a path with the filters that were put on it.
  attributesOf =
    src:
    if src ? _isLibCleanSourceWith then { inherit (src) origSrc filter name; }
    else {
      origSrc = src;
      filter = _: _: true;
      name = "source";
    };
  sourceOf =
    { origSrc, filter, name }:
    {
      _isLibCleanSourceWith = true;
      inherit origSrc filter name;
      outPath = builtins.path {
        inherit filter name;
        path = origSrc;
      };
    };

  cleanSourceWith =
    {
      src,
      filter ? _: _: true,
      name ? null,
    }:
    let
      source = attributesOf src;
    in
    sourceOf {
      inherit (source) origSrc;
      filter = path: type: filter path type && source.filter path type;
      name = if name == null then source.name else name;
    };

  # Version control, editors' files, and what builds leave behind.
  cleanSourceFilter =
    path: type:
    let
      name = baseNameOf path;
      folders = [ ".svn" "CVS" ".hg" ".jj" ".pijul" "_darcs" ];
    in
    !(
      name == ".git"
      || (type == "directory" && elem name folders)
      || any (suffix: hasSuffix suffix name) [ "~" ".o" ".so" ]
      || match "\\.sw[a-z]|\\..*\\.sw[a-z]" name != null
      || (type == "symlink" && hasPrefix "result" name)
      || type == "unknown"
    );

  absolute =
    base: path:
    if hasPrefix "/" path then path
    else if hasPrefix "/" base then "${base}/${path}"
    else "/${base}/${path}";

  # The commit that a reference names in a .git folder, or in the folder that a .git file names.
  commitOf =
    reference: path:
    let
      file = path + "/${reference}";
      packed = path + "/packed-refs";
      content = fileContents file;
      symbolic = match "ref: (.*)" content;

      pointer = match "gitdir: (.*)" (fileContents path);
      folder = absolute (dirOf path) (head pointer);
      shared = if pathIsRegularFile "${folder}/commondir" then fileContents "${folder}/commondir" else folder;
      common = absolute folder (removeSuffix "/" shared);

      lines = filter isString (split "\n" (builtins.readFile packed));
      hashes = filter (found: found != null) (map (match "([a-z0-9]+) ${reference}") lines);
    in
    if pathIsRegularFile path then
      if pointer == null then { error = "File contains no gitdir reference: " + path; }
      else commitOf (removePrefix "${common}/" "${folder}/${reference}") common
    else if pathIsRegularFile file then
      if symbolic == null then { value = content; } else commitOf (head symbolic) path
    else if pathIsRegularFile packed then
      if hashes == [ ] then { error = "Could not find ${reference} in " + packed; }
      else { value = head (head hashes); }
    else { error = "Not a .git directory: " + toString path; };

  # A path fits when its parts fit those of the pattern; "**" stands for any number of them.
  glob =
    pattern:
    let
      parts = text: filter isString (split "/" text);
      regex =
        part:
        if part == "**" then ".*"
        else lib.concatMapStrings (t: if isList t then "[^/]*" else lib.escapeRegex t) (split "\\*+" part);
      wanted = map regex (parts pattern);
      fits =
        type: given: i: j:
        let
          here = match (elemAt wanted i) (elemAt given j) != null;
          isLast = i + 1 == length wanted;
        in
        # A folder may hold what fits even if its own path ends early.
        if j >= length given then i >= length wanted || type == "directory" || type == "symlink"
        else if i >= length wanted then false
        else if elemAt wanted i == ".*" then
          isLast
          || (
            if match (elemAt wanted (i + 1)) (elemAt given j) != null then fits type given (i + 1) j
            else here && fits type given i (j + 1)
          )
        else here && fits type given (i + 1) (j + 1);
    in
    path: type: fits type (parts path) 0 0;

  withoutExtensions =
    name:
    let
      found = match "(.*)\\.(git|tar|zip|gz|tgz|bz|tbz|bz2|tbz2|lzma|txz|xz|zstd)" name;
    in
    if found == null then name else withoutExtensions (head found);

  urlToName = url: withoutExtensions (baseNameOf (removeSuffix "/" (lib.last (lib.splitString ":" (toString url)))));

  shortRev =
    revision:
    let
      name = baseNameOf (toString revision);
      version = match "([A-Za-z]+[-_. ]?)*(v)?([0-9.]+.*)" name;
    in
    if match "[a-f0-9]+" name != null then builtins.substring 0 7 name
    else if version != null then lib.last version
    else name;

  nameOf =
    repository: revision: suffix:
    let
      part = text: lib.optionalString (text != null) "-${text}";
    in
    "${urlToName repository}${part (if revision == null then null else shortRev revision)}${part suffix}-source";
in
{
  inherit
    cleanSourceFilter
    cleanSourceWith
    shortRev
    urlToName
    ;

  cleanSource =
    src:
    cleanSourceWith {
      inherit src;
      filter = cleanSourceFilter;
    };

  trace =
    src:
    let
      source = attributesOf src;
      filter =
        path: type:
        let
          kept = source.filter path type;
        in
        builtins.trace "${source.name}.filter ${path} = ${lib.boolToString kept}" kept;
    in
    sourceOf (source // { inherit filter; })
    // {
      satisfiesSubpathInvariant = src.satisfiesSubpathInvariant or false;
    };

  sourceByRegex =
    src: patterns:
    let
      root = "${toString (attributesOf src).origSrc}/";
    in
    cleanSourceWith {
      inherit src;
      filter = path: _: any (pattern: match pattern (removePrefix root (toString path)) != null) patterns;
    };

  sourceByGlobs =
    src: patterns:
    let
      matchers = map glob patterns;
    in
    cleanSourceWith {
      inherit src;
      filter = path: type: any (fits: fits (removePrefix "${toString src}/" path) type) matchers;
    };

  sourceFilesBySuffices =
    src: suffixes:
    cleanSourceWith {
      inherit src;
      filter = path: type: type == "directory" || any (suffix: hasSuffix suffix (baseNameOf path)) suffixes;
    };

  pathIsGitRepo = path: commitOf "HEAD" path ? value;
  commitIdFromGitRepo =
    path:
    let
      commit = commitOf "HEAD" path;
    in
    commit.value or (throw commit.error);

  pathHasContext = builtins.hasContext;
  canCleanSource = src: src ? _isLibCleanSourceWith || !builtins.hasContext (toString src);

  revOrTag =
    revision: tag:
    if tag != null then tag
    else if revision != null then revision
    else "HEAD";
  repoRevToName =
    kind:
    if kind == "source" then _: _: _: "source"
    else if kind == "versioned" then repository: revision: _: nameOf repository revision null
    else if kind == "full" then nameOf
    else throw "repoRevToName: invalid kind";
}

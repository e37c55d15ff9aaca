# Looking at files while evaluating.
lib:
let
  inherit (builtins)
    attrNames
    filter
    match
    pathExists
    readDir
    readFileType
    ;
  inherit (lib) hasSuffix mapAttrsToList removeSuffix;

  isOf = type: path: pathExists path && readFileType path == type;

  # The folders of packages below a folder, called with what they need.
  packagesIn =
    { callPackage, directory, ... }@args:
    let
      package =
        name: type:
        let
          path = directory + "/${name}";
        in
        if type == "directory" then { ${name} = packagesFromDirectoryRecursive (args // { directory = path; }); }
        else if type == "regular" then
          lib.optionalAttrs (hasSuffix ".nix" name) { ${removeSuffix ".nix" name} = callPackage path { }; }
        else
          throw ''
            lib.filesystem.packagesFromDirectoryRecursive: Unsupported file type ${type} at path ${toString path}
          '';
    in
    lib.concatMapAttrs package (readDir directory);

  packagesFromDirectoryRecursive =
    {
      callPackage,
      newScope ? throw "lib.packagesFromDirectoryRecursive: newScope wasn't passed in args",
      directory,
    }@args:
    let
      file = directory + "/package.nix";
      scope = self: packagesIn (args // { inherit (self) callPackage newScope; });
    in
    if pathExists file then callPackage file { }
    else if args ? newScope then lib.recurseIntoAttrs (lib.makeScope newScope scope)
    else packagesIn args;
in
rec {
  inherit packagesFromDirectoryRecursive;

  pathType = readFileType;
  pathIsDirectory = isOf "directory";
  pathIsRegularFile = isOf "regular";

  haskellPathsInDir =
    root:
    lib.filterAttrs (name: path: pathExists (path + "/${name}.cabal")) (
      builtins.mapAttrs (name: _: root + "/${name}") (readDir root)
    );

  # The first folder upwards that has a file whose name matches a regular expression, with what the groups match.
  locateDominatingFile =
    pattern: file:
    let
      climb =
        path:
        let
          matches = filter (found: found != null) (map (match pattern) (attrNames (readDir path)));
        in
        if matches != [ ] then { inherit path matches; }
        else if toString path == "/" then null
        else climb (dirOf path);
      isFolder = toString file == "/" || (readDir (dirOf file)).${baseNameOf file} or null == "directory";
    in
    climb (if isFolder then file else dirOf file);

  listFilesRecursive =
    folder:
    lib.flatten (
      mapAttrsToList (
        name: type: if type == "directory" then listFilesRecursive (folder + "/${name}") else folder + "/${name}"
      ) (readDir folder)
    );

  resolveDefaultNix =
    value:
    if pathIsDirectory value then value + "/default.nix"
    else if builtins.isString value && hasSuffix "/" value then value + "default.nix"
    else value;
}

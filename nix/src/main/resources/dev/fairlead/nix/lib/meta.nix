# What packages say of themselves.
lib:
let
  inherit (builtins)
    any
    isString
    match
    parseDrvName
    typeOf
    ;

  addMetaAttrs =
    changes: package:
    let
      changed = old: { meta = old.meta or { } // changes; };
    in
    if package ? overrideAttrs then package.overrideAttrs changed else package // changed package;

  setPrio = priority: addMetaAttrs { inherit priority; };
  mapDerivationAttrset =
    f: builtins.mapAttrs (_: package: if lib.isDerivation package then f package else package);

  platformMatch =
    platform: wanted:
    if isString wanted then platform ? system && wanted == platform.system
    else lib.matchAttrs (if wanted ? parsed then wanted else { parsed = wanted; }) platform;

  bySpdxId = lib.mapAttrs' (_: license: lib.nameValuePair (lib.toLower license.spdxId) license) licensesSpdx;
  licensesSpdx = lib.mapAttrs' (_: license: lib.nameValuePair license.spdxId license) (
    lib.filterAttrs (_: license: license ? spdxId) lib.licenses
  );
  getLicenseFromSpdxIdOr = id: otherwise: bySpdxId.${lib.toLower id} or otherwise;

  getExe' =
    package: name:
    if !lib.isDerivation package then
      throw "lib.meta.getExe': The first argument is of type ${typeOf package}, but it should be a derivation instead."
    else if !isString name then
      throw "lib.meta.getExe': The second argument is of type ${typeOf name}, but it should be a string instead."
    else if match ".*/.*" name != null then
      throw "lib.meta.getExe': The second argument \"${name}\" is a nested path with a \"/\" character, but it should just be the name of the executable instead."
    else "${lib.getBin package}/bin/${name}";

  guessed =
    package:
    lib.warn
      "getExe: Package ${
        lib.strings.escapeNixIdentifier package.meta.name or package.pname or package.name
      } does not have the meta.mainProgram attribute. We'll assume that the main program has the same name for now, but this behavior is deprecated, because it leads to surprising errors when the assumption does not hold. If the package has a main program, please set `meta.mainProgram` in its definition to make this warning go away. Otherwise, if the package does not have a main program, or if you don't control its definition, use getExe' to specify the name to the program, such as lib.getExe' foo \"bar\"."
      (lib.getName package);
in
{
  inherit
    addMetaAttrs
    getExe'
    getLicenseFromSpdxIdOr
    licensesSpdx
    mapDerivationAttrset
    platformMatch
    setPrio
    ;

  dontDistribute = addMetaAttrs { hydraPlatforms = [ ]; };
  setName = name: package: package // { inherit name; };
  updateName = change: package: package // { name = change package.name; };
  appendToName =
    suffix: package:
    let
      parts = parseDrvName package.name;
    in
    package // { name = "${parts.name}-${suffix}-${parts.version}"; };

  # Of two packages with one file the lower number wins.
  defaultPriority = 5;
  lowPrio = setPrio 10;
  lowPrioSet = mapDerivationAttrset (setPrio 10);
  hiPrio = setPrio (-10);
  hiPrioSet = mapDerivationAttrset (setPrio (-10));

  availableOn =
    platform: package:
    (!(package ? meta.platforms) || any (platformMatch platform) package.meta.platforms)
    && (!(package ? meta.badPlatforms) || !any (platformMatch platform) package.meta.badPlatforms);

  getLicenseFromSpdxId =
    id:
    getLicenseFromSpdxIdOr id (
      lib.warn "getLicenseFromSpdxId: No license with the given SPDX ID found: ${id}" {
        shortName = id;
        spdxId = id;
      }
    );

  getExe = package: getExe' package (package.meta.mainProgram or (guessed package));

  cpeFullVersionWithVendor = vendor: version: {
    inherit vendor version;
    update = "*";
  };
}

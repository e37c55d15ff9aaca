# Calling packages with what they need, and changing them afterwards.
lib:
let
  inherit (builtins)
    all
    attrNames
    attrValues
    filter
    head
    intersectAttrs
    isAttrs
    length
    listToAttrs
    mapAttrs
    seq
    ;
  inherit (lib)
    extends
    functionArgs
    isFunction
    mirrorFunctionArgs
    optionalAttrs
    setFunctionArgs
    ;
  inherit (lib.strings) levenshtein levenshteinAtMost;

  load = value: if isFunction value then value else import value;

  extendDerivation =
    condition: extra: drv:
    let
      # Evaluating a path is where the condition counts.
      guarded = set: {
        drvPath = assert condition; set.drvPath;
        outPath = assert condition; set.outPath;
      };
      output = name: {
        inherit name;
        value =
          common
          // {
            inherit (drv.${name}) type outputName;
            outputSpecified = true;
          }
          // guarded drv.${name}
          // optionalAttrs (extra ? overrideAttrs) {
            overrideAttrs = change: (extra.overrideAttrs change).${name};
          };
      };
      outputs = map output (drv.outputs or [ "out" ]);
      common =
        drv // listToAttrs outputs // { all = map (o: o.value) outputs; } // extra // guarded drv;
    in
    common;

  overrideDerivation =
    drv: change:
    let
      spliced = optionalAttrs (drv ? __spliced) {
        __spliced = mapAttrs (_: other: overrideDerivation other change) drv.__spliced;
      };
      kept = {
        meta = drv.meta or { };
        passthru = drv.passthru or { };
      };
    in
    extendDerivation (seq drv.drvPath true) (kept // drv.passthru or { } // spliced) (
      derivation (drv.drvAttrs // change drv)
    );

  # The result of a function can be computed again with other arguments.
  makeOverridable =
    f:
    let
      alike = mirrorFunctionArgs f;
      call =
        args:
        let
          result = f args;
          override = alike (
            changes: makeOverridable f (args // (if isFunction changes then changes args else changes))
          );
          again = change: makeOverridable (alike change) args;
        in
        if isAttrs result then
          result
          // {
            inherit override;
            overrideDerivation = change: again (args: overrideDerivation (f args) change);
          }
          // optionalAttrs (result ? overrideAttrs) {
            overrideAttrs = change: again (args: (f args).overrideAttrs change);
          }
        else if isFunction result then setFunctionArgs result (functionArgs result) // { inherit override; }
        else result;
      overridable = alike call;
    in
    if !isAttrs f then overridable
    else
      f
      // overridable
      // optionalAttrs (f ? override) { override = change: makeOverridable (f.override change); };

  callPackageWith =
    available: package: given:
    let
      f = load package;
      wanted = functionArgs f;
      args = intersectAttrs wanted available // given;
      missing = removeAttrs wanted (attrNames args);
      required = head (filter (name: !wanted.${name}) (attrNames missing));
      pos = builtins.unsafeGetAttrPos required wanted;
      place = if pos == null then "<unknown location>" else "${pos.file}:${toString pos.line}";
      near = lib.take 3 (
        lib.sortOn (levenshtein required) (filter (levenshteinAtMost 2 required) (attrNames (available // given)))
      );
      quoted = map (name: "\"${name}\"") near;
      suggestion =
        if near == [ ] then ""
        else if length near == 1 then ", did you mean ${head quoted}?"
        else ", did you mean ${lib.concatStringsSep ", " (lib.init quoted)} or ${lib.last quoted}?";
    in
    if all (optional: optional) (attrValues missing) then makeOverridable f args
    else
      abort "lib.customisation.callPackageWith: Function called without required argument \"${required}\" at ${place}${suggestion}";

  callPackagesWith =
    available: packages: given:
    let
      f = load packages;
      args = intersectAttrs (functionArgs f) available // given;
      result = f args;
      one = name: _: makeOverridable (mirrorFunctionArgs f (changed: (f changed).${name})) args;
    in
    if lib.isDerivation result then
      throw "function `callPackages` was called on a *single* derivation \"${result.name or "<unknown-name>"}\"; did you mean to use `callPackage` instead?"
    else mapAttrs one result;

  makeScope =
    newScope: f:
    let
      self = { callPackage = self.newScope { }; } // f self // {
        newScope = extra: newScope (self // extra);
        overrideScope = overlay: makeScope newScope (extends overlay f);
        packages = f;
      };
    in
    self;

  makeScopeWithSplicing' =
    { splicePackages, newScope }@tools:
    {
      otherSplices,
      keep ? _: { },
      extra ? _: { },
      f,
    }@parts:
    let
      plain = splicePackages {
        pkgsBuildBuild = otherSplices.selfBuildBuild;
        pkgsBuildHost = otherSplices.selfBuildHost;
        pkgsBuildTarget = otherSplices.selfBuildTarget;
        pkgsHostHost = otherSplices.selfHostHost;
        # Not that of the other splices, which an overlay has not changed.
        pkgsHostTarget = self;
        pkgsTargetTarget = otherSplices.selfTargetTarget;
      };
      spliced = extra plain // plain // keep self;
      self = f self // {
        newScope = more: newScope (spliced // more);
        callPackage = newScope spliced;
        overrideScope = overlay: makeScopeWithSplicing' tools (parts // { f = extends overlay f; });
        packages = f;
      };
    in
    self;

  # From which platform to which, as names of attributes.
  indices = {
    buildBuild = "BuildBuild";
    buildHost = "BuildHost";
    buildTarget = "BuildTarget";
    hostHost = "HostHost";
    hostTarget = "HostTarget";
    targetTarget = "TargetTarget";
  };
in
{
  inherit
    callPackageWith
    callPackagesWith
    extendDerivation
    makeOverridable
    makeScope
    makeScopeWithSplicing'
    overrideDerivation
    ;

  makeScopeWithSplicing =
    splicePackages: newScope: otherSplices: keep: extra: f:
    makeScopeWithSplicing' { inherit splicePackages newScope; } {
      inherit extra f keep otherSplices;
    };

  hydraJob =
    drv:
    let
      names = drv.outputs or [ "out" ];
      common = {
        inherit (drv) meta name system;
        outputs = names;
      }
      // optionalAttrs (drv._hydraAggregate or false) {
        _hydraAggregate = true;
        constituents = map lib.hydraJob (lib.flatten drv.constituents);
      }
      // outputs;
      outputs = lib.genAttrs names (
        name:
        common
        // {
          inherit (drv.${name}) drvPath outPath;
          type = "derivation";
          outputName = name;
        }
      );
      result = outputs.${head names};
    in
    if drv == null then null else builtins.deepSeq result result;

  extendMkDerivation =
    {
      constructDrv,
      excludeDrvArgNames ? [ ],
      excludeFunctionArgNames ? [ ],
      extendDrvArgs,
      inheritFunctionArgs ? true,
      transformDrv ? (drv: drv),
    }:
    let
      inherited = optionalAttrs inheritFunctionArgs (removeAttrs (functionArgs constructDrv) excludeDrvArgNames);
    in
    {
      inherit constructDrv excludeDrvArgNames extendDrvArgs transformDrv;
      __functor =
        _: args:
        transformDrv (
          constructDrv (
            final:
            let
              previous = if isFunction args then args final else args;
            in
            removeAttrs previous excludeDrvArgNames // extendDrvArgs final previous
          )
        );
      __functionArgs = removeAttrs (inherited // functionArgs (extendDrvArgs { })) excludeFunctionArgNames;
    };

  renameCrossIndexFrom = prefix: set: mapAttrs (_: name: set.${prefix + name}) indices;
  renameCrossIndexTo = prefix: set: lib.mapAttrs' (name: to: lib.nameValuePair (prefix + to) set.${name}) indices;
  mapCrossIndex = f: set: mapAttrs (name: _: f set.${name}) indices;
}

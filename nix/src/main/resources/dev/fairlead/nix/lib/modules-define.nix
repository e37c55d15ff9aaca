# Properties of definitions that are not written in Java, and modules for options that were renamed or removed.
lib:
let
  inherit (builtins) elem filter foldl' trace;
  inherit (lib)
    attrByPath
    getAttrFromPath
    mkIf
    mkMerge
    mkOption
    mkOverride
    setAttrByPath
    showFiles
    showOption
    types
    ;
  inherit (lib.modules) defaultOverridePriority;

  renamed = from: to: "Obsolete option `${showOption from}' is used. It was renamed to `${showOption to}'.";

  # The definitions of an option as a definition of something else.
  mkAliasAndWrapDefinitions = wrap: option: mkIf option.isDefined (wrap (mkMerge option.definitions));
  mkAliasAndWrapDefsWithPriority =
    wrap: option:
    let
      priority = option.highestPrio or defaultOverridePriority;
    in
    mkIf option.isDefined (wrap (mkMerge (map (mkOverride priority) option.definitions)));

  # An option whose definitions go to another, and whose value is that of the other.
  doRename =
    {
      from,
      to,
      visible,
      warn,
      use,
      withPriority ? true,
      condition ? true,
    }:
    { config, options, ... }:
    let
      old = getAttrFromPath from options;
      target = attrByPath to { } options;
      value = attrByPath to (abort "Renaming error: option `${showOption to}' does not exist.") config;
      type = target.type or (types.submodule { });
      alias = if withPriority then mkAliasAndWrapDefsWithPriority else mkAliasAndWrapDefinitions;
      warning = "The option `${showOption from}' defined in ${showFiles old.files} has been renamed to `${showOption to}'.";
    in
    {
      options = setAttrByPath from (
        mkOption {
          inherit visible;
          description = "Alias of {option}`${showOption to}`.";
          apply = _: use value;
        }
        // lib.optionalAttrs (type != null) { inherit type; }
      );
      config = mkIf condition (mkMerge [
        (lib.optionalAttrs (options ? warnings) { warnings = lib.optional (warn && old.isDefined) warning; })
        (alias (setAttrByPath to) old)
      ]);
    };

  mkAliasOptionModule =
    from: to:
    doRename {
      inherit from to;
      visible = true;
      warn = false;
      use = x: x;
    };

  # A value that no definition has.
  unset = "_mkMergedOptionModule";

  mkMergedOptionModule =
    from: to: merge:
    { config, options, ... }:
    let
      isSet = path: getAttrFromPath path config != unset;
      changed =
        path:
        "The option `${showOption path}' defined in ${showFiles (getAttrFromPath path options).files} has been changed to `${showOption to}' that has a different type. Please read `${showOption to}' documentation and update your configuration accordingly.";
      declare =
        path:
        setAttrByPath path (mkOption {
          visible = false;
          default = unset;
        });
    in
    {
      options = foldl' lib.recursiveUpdate { } (map declare from);
      config = {
        warnings = map changed (filter isSet from);
      }
      // setAttrByPath to (mkMerge (lib.optional (builtins.any isSet from) (merge config)));
    };
in
{
  inherit
    doRename
    mkAliasAndWrapDefinitions
    mkAliasAndWrapDefsWithPriority
    mkAliasOptionModule
    mkMergedOptionModule
    ;

  mkAssert =
    assertion: message: mkIf (if assertion then true else throw "\nFailed assertion: ${message}");
  mkDefinition = { file, value, ... }@definition: definition // { _type = "definition"; };
  mkFixStrictness = lib.warn "lib.mkFixStrictness has no effect and will be removed. It returns its argument unmodified, so you can just remove any calls." (
    x: x
  );

  # Applies a function to what a definition says, inside its properties.
  mapDefinitionValue =
    f: def:
    let
      again = lib.modules.mapDefinitionValue f;
      type = def._type or null;
    in
    if type == "merge" then def // { contents = map again def.contents; }
    else if elem type [ "if" "override" "order" ] then def // { content = again def.content; }
    else if type == "definition" then def // { value = again def.value; }
    else f def;

  mkAliasDefinitions = mkAliasAndWrapDefinitions (x: x);
  mkAliasIfDef = lib.warn "Usage of 'mkAliasIfDef' has been deprecated. Use 'mkIf option.isDefined' instead." (
    option: mkIf option.isDefined
  );
  mkDerivedConfig = option: f: mkOverride (option.highestPrio or defaultOverridePriority) (f option.value);

  mkRemovedOptionModule =
    path: instructions:
    { options, ... }:
    let
      option = getAttrFromPath path options;
    in
    {
      options = setAttrByPath path (mkOption {
        visible = false;
        apply =
          _:
          throw "The option `${showOption path}' can no longer be used since it's been removed. ${instructions}";
      });
      config.assertions = [
        {
          assertion = !option.isDefined;
          message = ''
            The option definition `${showOption path}' in ${showFiles option.files} no longer has any effect; please remove it.
            ${instructions}
          '';
        }
      ];
    };

  mkRenamedOptionModule =
    from: to:
    doRename {
      inherit from to;
      visible = false;
      warn = true;
      use = trace (renamed from to);
    };
  mkRenamedOptionModuleWith =
    {
      from,
      to,
      sinceRelease,
    }:
    let
      warn = lib.oldestSupportedReleaseIsAtLeast sinceRelease;
    in
    doRename {
      inherit from to warn;
      visible = false;
      use = lib.warnIf warn (renamed from to);
    };
  mkChangedOptionModule = from: mkMergedOptionModule [ from ];
  mkAliasOptionModuleMD = lib.warn "mkAliasOptionModuleMD is deprecated and will be removed in 26.05; please use mkAliasOptionModule." mkAliasOptionModule;
}

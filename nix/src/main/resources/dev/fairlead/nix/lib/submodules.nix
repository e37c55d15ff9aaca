# The types of values that are made by modules of their own.
lib:
let
  inherit (builtins) isAttrs;
  inherit (lib) mkOptionType showOption types;
  inherit (lib.types) defaultFunctor optionDescriptionPhrase;

  isModule = value: isAttrs value || lib.isFunction value || types.path.check value;

  # For manuals: definitions without an option are no error there.
  unchecked = {
    _file = "<built-in module that disables checks for the purpose of documentation generation>";
    config._module.check = lib.mkForce false;
  };

  # Both sides of a double declaration must agree on an argument, unless one leaves it open.
  agree =
    a: b: name: complaint:
    let
      one = a.${name} or null;
      other = b.${name} or null;
    in
    if one == null then other
    else if other == null || one == other then one
    else throw "A submoduleWith option is declared multiple times with conflicting ${complaint}";

  mergePayloads =
    a: b:
    let
      shared = builtins.intersectAttrs a.specialArgs b.specialArgs;
    in
    {
      modules = a.modules ++ b.modules;
      specialArgs =
        if shared == { } then a.specialArgs // b.specialArgs
        else
          throw "A submoduleWith option is declared multiple times with the same specialArgs \"${toString (builtins.attrNames shared)}\"";
      class = agree a b "class" "class values \"${toString a.class or null}\" and \"${toString b.class or null}\".";
      shorthandOnlyDefinesConfig = agree a b "shorthandOnlyDefinesConfig" "shorthandOnlyDefinesConfig values";
      description = agree a b "description" "descriptions";
    };

  submoduleWith =
    {
      modules,
      specialArgs ? { },
      shorthandOnlyDefinesConfig ? false,
      description ? null,
      class ? null,
    }@arguments:
    let
      base = lib.evalModules {
        inherit class specialArgs;
        modules = [ { _module.args.name = lib.mkOptionDefault "‹name›"; } ] ++ modules;
      };
      inherit (base._module) freeformType;

      fromDefinition =
        def:
        if isAttrs def.value && shorthandOnlyDefinesConfig == true then { _file = def.file; config = def.value; }
        else { _file = def.file; imports = [ def.value ]; };

      documented = arguments: base.extendModules (arguments // { modules = [ unchecked ]; });

      v2 =
        { loc, defs }:
        let
          configuration = base.extendModules {
            modules = [ { _module.args.name = lib.last loc; } ] ++ map fromDefinition defs;
            prefix = loc;
          };
          invalid = builtins.filter (def: !isModule def.value) defs;
        in
        {
          headError =
            if invalid == [ ] then null
            else { message = "Definition values: ${lib.options.showDefs invalid}"; };
          value = configuration.config;
          valueMeta = { inherit configuration; };
        };
    in
    mkOptionType {
      name = "submodule";
      description =
        let
          open = (documented { })._module.freeformType;
        in
        if description != null then description
        else if open ? description then
          "open submodule of ${optionDescriptionPhrase (class: class == "noun" || class == "composite") open}"
        else "submodule";
      check = {
        __functor = _: isModule;
        isV2MergeCoherent = true;
      };
      merge = {
        __functor = self: loc: defs: (self.v2 { inherit loc defs; }).value;
        inherit v2;
      };
      emptyValue.value = base.config;
      getSubOptions =
        prefix:
        let
          docs = documented { inherit prefix; };
          open = docs._module.freeformType;
        in
        docs.options // lib.optionalAttrs (open != null) { _freeformOptions = open.getSubOptions prefix; };
      getSubModules = modules;
      substSubModules = others: submoduleWith (arguments // { modules = others; });
      nestedTypes = lib.optionalAttrs (freeformType != null) { inherit freeformType; };
      functor = defaultFunctor "submodule" // {
        type = types.submoduleWith;
        payload = {
          inherit
            class
            description
            modules
            shorthandOnlyDefinesConfig
            specialArgs
            ;
        };
        binOp = mergePayloads;
      };
    };

  deferredModuleWith =
    {
      staticModules ? [ ],
    }@arguments:
    mkOptionType {
      name = "deferredModule";
      description = "module";
      descriptionClass = "noun";
      check = isModule;
      merge = loc: defs: {
        imports =
          staticModules
          ++ map (def: lib.setDefaultModuleLocation "${def.file}, via option ${showOption loc}" def.value) defs;
      };
      inherit (submoduleWith { modules = staticModules; }) getSubModules getSubOptions;
      substSubModules = modules: deferredModuleWith (arguments // { staticModules = modules; });
      functor = defaultFunctor "deferredModuleWith" // {
        type = types.deferredModuleWith;
        payload = { inherit staticModules; };
        binOp = a: b: { staticModules = a.staticModules ++ b.staticModules; };
      };
    };
in
{
  inherit deferredModuleWith submoduleWith;
  noCheckForDocsModule = unchecked;

  submodule =
    modules:
    submoduleWith {
      shorthandOnlyDefinesConfig = true;
      modules = lib.toList modules;
    };
  deferredModule = deferredModuleWith { };
}

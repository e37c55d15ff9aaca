# The module system: evaluating a list of modules to one configuration.
lib:
let
  inherit (builtins)
    addErrorContext
    attrNames
    filter
    head
    length
    seq
    ;
  inherit (lib)
    attrByPath
    mkDefault
    mkOption
    optional
    showOption
    types
    ;
  inherit (lib.modules) collectModules mergeModules;
  inherit (lib.options) showDefs;

  # The options that every evaluation has.
  baseModule =
    { specialArgs, extendModules, moduleType, nested }:
    let
      file = "lib/modules.nix";
      internal = lib.optionalAttrs nested { internal = true; };
    in
    {
      _file = file;
      key = file;
      options._module = {
        args = mkOption (
          {
            type = types.lazyAttrsOf types.raw;
            description = ''
              Arguments that each module gets in addition to `lib`, `config`, `options` and those of `specialArgs`.
              They may depend on options, so they cannot be used in `imports`. Submodules do not inherit them.
            '';
          }
          // internal
        );
        check = mkOption {
          type = types.bool;
          internal = true;
          default = true;
          description = "Whether to check whether all option definitions have matching declarations.";
        };
        freeformType = mkOption {
          type = types.nullOr types.optionType;
          internal = true;
          default = null;
          description = ''
            The type by which all definitions without an option are merged together. Without it, such a definition is an
            error unless {option}`_module.check` is turned off.
          '';
        };
        specialArgs = mkOption {
          readOnly = true;
          internal = true;
          description = "Arguments from outside, which modules cannot change but can use in `imports`.";
        };
      };
      config._module = {
        args = { inherit extendModules moduleType; };
        inherit specialArgs;
      };
    };

  # The names most like a wrong one, best first, at most three.
  similar =
    name: candidates:
    let
      near = if length candidates < 100 then candidates else filter (lib.strings.levenshteinAtMost 2 name) candidates;
    in
    lib.take 3 (lib.sortOn (lib.strings.levenshtein name) near);

  listAlternatives =
    items:
    if length items == 1 then head items
    else "${lib.concatStringsSep ", " (lib.init items)} or ${lib.last items}";

  # The sentence about the first definition that has no option.
  unmatchedMessage =
    prefix: options: def:
    let
      path = prefix ++ def.prefix;
      parent = lib.init def.prefix;
      siblings = attrNames (attrByPath parent { } options);
      candidates = if parent == [ ] then lib.remove "_module" siblings else siblings;
      suggestions = map (name: "`${showOption (lib.init path ++ [ name ])}'") (similar (lib.last def.prefix) candidates);
      shown =
        addErrorContext
          "while evaluating the error message for definitions for `${showOption path}', which is an option that does not exist"
          (addErrorContext "while evaluating a definition from `${def.file}'" (showDefs [ def ]));
      sentence = "The option `${showOption path}' does not exist. Definition values:${shown}${
        lib.optionalString (suggestions != [ ]) "\n\nDid you mean ${listAlternatives suggestions}?"
      }";
    in
    if attrNames options != [ "_module" ] then sentence
    else if prefix == [ ] then
      "${sentence}\n\nIt seems as if you're trying to declare an option by placing it into `config' rather than `options'!\n"
    else
      "${sentence}\n\nHowever there are no options defined in `${showOption prefix}'. Are you sure you've\ndeclared your options properly? This can happen if you e.g. declared your options in `types.submodule'\nunder `config' rather than `options'.\n";

  evalModules =
    {
      modules,
      prefix ? [ ],
      specialArgs ? { },
      class ? null,
      args ? { },
      check ? true,
    }@arguments:
    let
      given =
        modules
        ++ optional (arguments ? args) { config._module = { inherit args; }; }
        ++ optional (arguments ? check) { config._module.check = mkDefault check; };

      base = baseModule {
        inherit specialArgs extendModules;
        moduleType = type;
        nested = prefix != [ ];
      };

      collected = collectModules class (specialArgs.modulesPath or "") (given ++ [ base ]) (
        {
          inherit lib options specialArgs;
          _class = class;
          _prefix = prefix;
          config = addErrorContext "if you get an infinite recursion here, you probably reference `config` in `imports`. If you are trying to achieve a conditional import behavior dependent on `config`, consider importing unconditionally, and using `mkEnableOption` and `mkIf` to control its effect." config;
        }
        // specialArgs
      );

      merged = mergeModules prefix (lib.reverseList collected.modules);
      options = merged.matchedOptions;
      unmatched = merged.unmatchedDefns;

      declared = lib.mapAttrsRecursiveCond (node: !lib.isOption node) (_: option: option.value) options;
      inherit (declared._module) freeformType;
      free =
        if unmatched == [ ] then { }
        else
          freeformType.merge prefix (
            map (def: {
              inherit (def) file;
              value = lib.setAttrByPath def.prefix def.value;
            }) unmatched
          );
      config = if freeformType == null then declared else lib.recursiveUpdate free declared;

      checked = seq (
        if config._module.check && freeformType == null && unmatched != [ ] then
          throw (unmatchedMessage prefix options (head unmatched))
        else null
      );

      extendModules =
        {
          modules ? [ ],
          specialArgs ? { },
          prefix ? arguments.prefix or [ ],
        }:
        evalModules (
          arguments
          // {
            inherit prefix;
            modules = given ++ modules;
            specialArgs = arguments.specialArgs or { } // specialArgs;
          }
        );

      type = types.submoduleWith { inherit modules specialArgs class; };

      deprecated =
        name:
        lib.warnIf (arguments ? ${name})
          "The ${name} argument to evalModules is deprecated. Please set config._module.${name} instead.";
    in
    deprecated "args" (
      deprecated "check" {
        _type = "configuration";
        options = checked options;
        config = checked (removeAttrs config [ "_module" ]);
        _module = checked config._module;
        inherit (collected) graph;
        inherit class extendModules type;
      }
    );
in
{
  inherit evalModules;

  fixMergeModules =
    modules: args:
    evalModules {
      inherit modules args;
      check = false;
    };
}

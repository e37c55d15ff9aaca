# Merging: declarations to options, definitions to values.
lib:
let
  inherit (builtins)
    addErrorContext
    all
    attrNames
    concatLists
    concatMap
    filter
    foldl'
    head
    isAttrs
    length
    listToAttrs
    mapAttrs
    sort
    typeOf
    zipAttrsWith
    ;
  inherit (lib)
    isOption
    mapAttrsToList
    mkOption
    mkOptionDefault
    optionalString
    showFiles
    showOption
    types
    zipAttrs
    ;
  inherit (lib.modules)
    defaultOverridePriority
    dischargeProperties
    filterOverrides'
    pushDownProperties
    sortProperties
    ;
  inherit (lib.options) showDefs;

  # Definitions of an attribute below others keep their file.
  located = file: map (config: { inherit file config; });

  declarationsByName =
    prefix: modules:
    let
      declarations =
        module:
        if !isAttrs module.options then
          throw ''
            An option declaration for `${lib.concatStringsSep "." prefix}' has type
            `${typeOf module.options}' rather than an attribute set.
            Did you mean to define this outside of `options'?
          ''
        else
          mapAttrs (name: options: {
            inherit (module) _file;
            inherit options;
            pos = builtins.unsafeGetAttrPos name module.options;
          }) module.options;
    in
    zipAttrs (map declarations modules);

  checkedConfig =
    prefix: config:
    if isAttrs config.config then config
    else
      throw ''
        In module `${config.file}', you're trying to define a value of type `${typeOf config.config}'
        rather than an attribute set for the option
        `${lib.concatStringsSep "." prefix}'!

        This usually happens if `${lib.concatStringsSep "." prefix}' has option
        definitions inside that are not matched. Please check how to properly define
        this option by e.g. referring to `man 5 configuration.nix'!
      '';

  # Plain options below a submodule become another module of it.
  asOption =
    declaration:
    if isOption declaration.options then declaration
    else
      declaration
      // {
        options = mkOption {
          type = types.submoduleWith {
            modules = [ { inherit (declaration) options; } ];
            shorthandOnlyDefinesConfig = null;
          };
        };
      };

  nestedMessage =
    loc: option: others:
    let
      line =
        declaration: name: " - option(s) with prefix `${showOption (loc ++ [ name ])}' in module `${declaration._file}'";
      lines = concatMap (declaration: map (line declaration) (attrNames declaration.options)) others;
    in
    "The option `${showOption loc}' in module `${option._file}' would be a parent of the following options, but its type `${
      option.options.type.description or "<no description>"
    }' does not support nested options.\n${lib.concatStringsSep "\n" (sort (a: b: a < b) lines)}";

  wrongDeclaration =
    loc: type: file:
    let
      name = lib.strings.escapeNixIdentifier (lib.last loc);
      comment = optionalString (length loc > 1) "\n    # ${showOption loc}";
      advice = ''
        When declaring an option, you must wrap the type in a `mkOption` call. It should look somewhat like:
            ${comment}
            ${name} = lib.mkOption {
              description = ...;
              type = <the type you wrote for ${name}>;
              ...
            };
      '';
    in
    throw "In module ${file}: expected an option declaration at option path `${showOption loc}` but got an attribute set with type ${type}${
      optionalString (type == "option-type") "\n\n${advice}"
    }";

  isDeclaration =
    loc: declaration:
    declaration.options ? _type
    && (declaration.options._type == "option" || wrongDeclaration loc declaration.options._type declaration._file);

  mergeModules' =
    prefix: modules: configs:
    let
      declarations = declarationsByName prefix modules;
      checked = map (checkedConfig prefix) configs;

      pushed = zipAttrsWith (_: concatLists) (
        map (config: mapAttrs (_: value: located config.file (pushDownProperties value)) config.config) checked
      );
      raw = zipAttrs (
        map (config: mapAttrs (_: value: { inherit (config) file; inherit value; }) config.config) checked
      );

      merge =
        name: decls:
        let
          loc = prefix ++ [ name ];
          options = filter (isDeclaration loc) decls;
          evaluated = decls: {
            matchedOptions = evalOptionValue loc (fixupOptionType loc (mergeOptionDecls loc decls)) (raw.${name} or [ ]);
            unmatchedDefns = [ ];
          };
        in
        if length options == length decls then evaluated decls
        else if options == [ ] then mergeModules' loc decls (pushed.${name} or [ ])
        else if all (decl: decl.options.type.name or null == "submodule") options then evaluated (map asOption decls)
        else throw (nestedMessage loc (head options) (filter (decl: !isOption decl.options) decls));

      results = mapAttrs merge declarations;
      unmatchedByName =
        mapAttrs (_: result: result.unmatchedDefns) results // removeAttrs raw (attrNames declarations);
      below = name: map (def: def // { prefix = [ name ] ++ def.prefix or [ ]; });
    in
    {
      matchedOptions = mapAttrs (_: result: result.matchedOptions) results;
      unmatchedDefns = if configs == [ ] then [ ] else concatLists (mapAttrsToList below unmatchedByName);
    };

  # Several declarations of one option: their types are merged, everything else may be said once.
  mergeOptionDecls =
    loc: declarations:
    let
      add =
        merged: declaration:
        let
          option = declaration.options;
          again = throw "The option `${showOption loc}' in `${declaration._file}' is already declared in ${showFiles merged.declarations}.";
          isDouble = name: option ? ${name} && merged ? ${name};
          type = merged.type.typeMerge option.type.functor;
          subModules = option.type.getSubModules or null;
        in
        if isDouble "default" || isDouble "example" || isDouble "description" || isDouble "apply" then again
        else
          option
          // merged
          // {
            declarations = merged.declarations ++ [ declaration._file ];
            declarationPositions = merged.declarationPositions ++ [
              (
                if declaration.pos or null != null then declaration.pos
                else {
                  file = declaration._file;
                  line = null;
                  column = null;
                }
              )
            ];
            options =
              if subModules == null then merged.options
              else map (lib.setDefaultModuleLocation declaration._file) subModules ++ merged.options;
          }
          // lib.optionalAttrs (isDouble "type") { type = if type == null then again else type; };
    in
    foldl' add {
      inherit loc;
      declarations = [ ];
      declarationPositions = [ ];
      options = [ ];
    } declarations;

  fixupOptionType =
    _: option:
    if option.type.getSubModules or null == null then option // { type = option.type or types.unspecified; }
    else
      option
      // {
        type = option.type.substSubModules option.options;
        options = [ ];
      };

  evalOptionValue =
    loc: option: defs:
    let
      withDefault =
        if option ? default then
          [ { file = head option.declarations; value = mkOptionDefault option.default; } ] ++ defs
        else defs;
      each = map (def: def // { value = (mergeDefinitions loc option.type [ def ]).mergedValue; }) withDefault;
      result =
        if option.readOnly or false && length withDefault > 1 then
          throw "The option `${showOption loc}' is read-only, but it's set multiple times. Definition values:${showDefs each}"
        else mergeDefinitions loc option.type withDefault;
      value = if option ? apply then option.apply result.mergedValue else result.mergedValue;
      deprecation = option.type.deprecationMessage or null;
      warned =
        lib.warnIf (deprecation != null)
          "The type `types.${option.type.name}' of option `${showOption loc}' defined in ${showFiles option.declarations} is deprecated. ${toString deprecation}"
          option;
    in
    warned
    // {
      value = addErrorContext "while evaluating the option `${showOption loc}':" value;
      inherit (result.defsFinal') highestPrio;
      definitions = map (def: def.value) result.defsFinal;
      files = map (def: def.file) result.defsFinal;
      definitionsWithLocations = result.defsFinal;
      inherit (result) isDefined;
      inherit (result.checkedAndMerged) valueMeta;
      __toString = _: showOption loc;
    };

  checkV2MergeCoherence =
    loc: type: result:
    if type.check.isV2MergeCoherent or false then result
    else
      throw ''
        The option `${showOption loc}' has a type `${type.description}' that uses
        an ad-hoc `type // { check = ...; }' override, which is incompatible with
        the v2 merge mechanism.

        Please use `lib.types.addCheck` instead of `type // { check }' to add
        custom validation. For example:

          lib.types.addCheck baseType (value: /* custom check */)

        instead of:

          baseType // { check = value: /* custom check */; }

        Alternatively, this message may also occur as false positive when mixing Nixpkgs
        versions, if one Nixpkgs is between 83fed2e6..58696117 (Aug 28 - Oct 28 2025)
      '';

  # The definitions that count, and what the type makes of them.
  mergeDefinitions =
    loc: type: defs:
    let
      context = file: addErrorContext "while evaluating definitions from `${file}':";
      discharged =
        def:
        map (
          value:
          if value._type or null == "definition" then value else { inherit (def) file; inherit value; }
        ) (context def.file (dischargeProperties def.value));
      only = head defs;
      isPlain = length defs == 1 && context only.file (!(isAttrs only.value && only.value ? _type));
      overridden = filterOverrides' (concatMap discharged defs);
      isOrdered = builtins.any (def: def.value._type or "" == "order");

      defsFinal' =
        if isPlain then {
          values = defs;
          highestPrio = defaultOverridePriority;
        }
        else overridden // {
          values = if isOrdered overridden.values then sortProperties overridden.values else overridden.values;
        };
      defsFinal = defsFinal'.values;
      isDefined = defsFinal != [ ];
      invalid = filter (def: !type.check def.value) defsFinal;
      wrong =
        what: throw "A definition for option `${showOption loc}' is not of type `${type.description}'. ${what}";

      mergedValue =
        if !isDefined then
          type.emptyValue.value
            or (throw "The option `${showOption loc}' was accessed but has no value defined. Try setting the option.")
        else if type.merge ? v2 then
          if checkedAndMerged.headError == null then checkedAndMerged.value
          else wrong "TypeError: ${checkedAndMerged.headError.message}"
        else if invalid == [ ] then type.merge loc defsFinal
        else wrong "Definition values:${showDefs invalid}";

      v2 = checkV2MergeCoherence loc type (type.merge.v2 { inherit loc; defs = defsFinal; });
      checkedAndMerged =
        if type.merge ? v2 then
          checkShape (v2 // { valueMeta = v2.valueMeta // { _internal = { inherit type; }; }; })
        else {
          headError = null;
          value = mergedValue;
          valueMeta = { };
        };
    in
    {
      inherit
        checkedAndMerged
        defsFinal
        defsFinal'
        isDefined
        mergedValue
        ;
      optionalValue = if isDefined then { value = mergedValue; } else { };
    };

  # What `merge.v2` must return.
  checkShape = { headError, value, valueMeta }@result: result;
in
{
  inherit
    checkV2MergeCoherence
    evalOptionValue
    fixupOptionType
    mergeDefinitions
    mergeModules'
    mergeOptionDecls
    ;

  mergeModules =
    prefix: modules:
    mergeModules' prefix modules (concatMap (module: located module._file (pushDownProperties module.config)) modules);

  # The value and priority of each attribute that the definitions of an option of attrsOf give.
  mergeAttrDefinitionsWithPrio =
    option:
    let
      split = def: map (mapAttrs (_: value: def // { inherit value; })) (pushDownProperties def.value);
      merge =
        name: defs:
        let
          merged = mergeDefinitions (option.loc ++ [ name ]) option.type.nestedTypes.elemType defs;
        in
        {
          value = merged.mergedValue;
          inherit (merged.defsFinal') highestPrio;
        };
    in
    assert option.type.name == "attrsOf" || option.type.name == "lazyAttrsOf";
    mapAttrs merge (zipAttrs (concatMap split option.definitionsWithLocations));
}

# Merging: declarations to options, definitions to values.
lib:
let
  inherit (builtins)
    all
    attrNames
    concatLists
    concatMap
    filter
    foldl'
    head
    isAttrs
    length
    mapAttrs
    sort
    typeOf
    zipAttrsWith
    ;
  inherit (lib)
    isOption
    mapAttrsToList
    mkOption
    optionalString
    showFiles
    showOption
    types
    zipAttrs
    ;
  inherit (lib.modules) evalOptionValue mergeDefinitions pushDownProperties;

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
in
{
  inherit
    fixupOptionType
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

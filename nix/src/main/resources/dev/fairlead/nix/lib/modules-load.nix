# Loading modules: from files, functions and sets to one form, with their imports and without what is disabled.
lib:
let
  inherit (builtins)
    addErrorContext
    attrNames
    concatLists
    concatMap
    elem
    filter
    genericClosure
    head
    isAttrs
    isList
    isString
    mapAttrs
    substring
    typeOf
    ;
  inherit (lib)
    imap1
    isFunction
    mkMerge
    showOption
    ;
  inherit (lib.options) showDefs unknownModule;
  inherit (lib.strings) escapeNixString trim;

  # What a module may have beside `config` and `options`, and what is no configuration in a module without them.
  structure = [
    "_class"
    "_file"
    "key"
    "disabledModules"
    "imports"
    "options"
    "config"
    "meta"
    "freeformType"
  ];
  keywords = [
    "_class"
    "_file"
    "key"
    "disabledModules"
    "require"
    "imports"
    "freeformType"
  ];

  setDefaultModuleLocation = file: module: {
    _file = file;
    imports = [ module ];
  };

  unifyModuleSyntax =
    file: key: m:
    let
      withFreeform =
        config:
        if m ? freeformType then mkMerge [ config { _module.freeformType = m.freeformType; } ] else config;
      withMeta = config: if m ? meta then mkMerge [ config { inherit (m) meta; } ] else config;
      unified = {
        _file = toString m._file or file;
        _class = m._class or null;
        key = toString m.key or key;
        disabledModules = m.disabledModules or [ ];
        imports = m.imports or [ ];
      };
      extra = attrNames (removeAttrs m structure);
    in
    if m ? config || m ? options then
      if extra != [ ] then
        throw "Module `${key}' has an unsupported attribute `${head extra}'. This is caused by introducing a top-level `config' or `options' attribute. Add configuration attributes immediately on the top level instead, or move all of them (namely: ${toString extra}) into the explicit `config' attribute."
      else
        unified
        // {
          options = m.options or { };
          config = withFreeform (withMeta (m.config or { }));
        }
    else if !isAttrs m then throw "module ${file} (${key}) does not look like a module."
    else
      unified
      // {
        imports = m.require or [ ] ++ m.imports or [ ];
        options = { };
        config = withFreeform (removeAttrs m keywords);
      };

  # A module's function gets exactly what it names: from outside, or else from `_module.args`.
  applyModuleArgs =
    key: f:
    { config, ... }@args:
    let
      argument =
        name: _:
        addErrorContext "while evaluating the module argument `${name}' in \"${key}\":" (
          args.${name} or (addErrorContext
            "noting that argument `${name}` is not externally provided, so querying `_module.args` instead, requiring `config`"
            config._module.args.${name}
          )
        );
    in
    f (args // mapAttrs argument (lib.functionArgs f));
  applyModuleArgsIfFunction = key: m: args: if isFunction m then applyModuleArgs key m args else m;

  loadModule =
    class: args: file: key: m:
    if isFunction m then unifyModuleSyntax file key (applyModuleArgs key m args)
    else if isAttrs m then
      if m._type or "module" == "module" then unifyModuleSyntax file key m
      else if m._type == "if" || m._type == "override" then unifyModuleSyntax file key { config = m; }
      else throw (notAModule class args._prefix file m._type)
    else if isList m then
      throw "Module imports can't be nested lists. Perhaps you meant to remove one level of lists? Definitions: ${
        showDefs [ { inherit file; value = m; } ]
      }"
    else unifyModuleSyntax (toString m) (toString m) (applyModuleArgsIfFunction (toString m) (import m) args);

  checkClass =
    class: m:
    if class == null || m._class == null || m._class == class then m
    else
      throw ''
        The module `${m._file or m.key}` (class: ${escapeNixString m._class}) cannot be imported into a module evaluation that expects class ${escapeNixString class}.

        Help:
        - Ensure that you are importing the correct module.
        - Verify that the module's `_class`, ${escapeNixString m._class} matches the expected `class` ${escapeNixString class}.
        - If you are using a custom class, make sure it is correctly defined and used consistently across your modules.
      '';

  # A module, the modules that it imports, and what they disable.
  collect =
    class: args: file: parent: modules:
    let
      node =
        n: given:
        let
          module = checkClass class (loadModule class args file "${parent}:anon-${toString n}" given);
          inner = collect class args module._file module.key module.imports;
          own = lib.optional (module.disabledModules != [ ]) {
            file = module._file;
            disabled = module.disabledModules;
          };
        in
        {
          inherit (module) key;
          inherit module;
          inherit (inner) modules;
          disabled = own ++ inner.disabled;
        };
      nodes = imap1 node modules;
    in
    {
      disabled = concatLists (map (n: n.disabled) nodes);
      modules = nodes;
    };

  disabledKey =
    modulesPath: file: m:
    if isString m then if substring 0 1 m == "/" then m else "${toString modulesPath}/${m}"
    else if lib.strings.isConvertibleWithToString m then
      if m ? key && m.key != toString m then
        throw "Module `${file}` contains a disabledModules item that is an attribute set that can be converted to a string (${toString m}) but also has a `.key` attribute (${m.key}) with a different value. This makes it ambiguous which module should be disabled."
      else toString m
    else if m ? key then m.key
    else if isAttrs m then
      throw "Module `${file}` contains a disabledModules item that is an attribute set, presumably a module, that does not have a `key` attribute. This means that the module system doesn't have any means to identify the module that should be disabled. Make sure that you've put the correct value in disabledModules: a string path relative to modulesPath, a path value, or an attribute set with a `key` attribute."
    else
      throw "Each disabledModules item must be a path, string, or a attribute set with a key attribute, or a value supported by toString. However, one of the disabledModules items in `${toString file}` is none of that, but is of type ${typeOf m}.";

  collectModules =
    class: modulesPath: modules: args:
    let
      tree = collect class args unknownModule "" modules;
      disabled = concatMap ({ file, disabled }: map (disabledKey modulesPath file) disabled) tree.disabled;
      isDisabled = node: elem node.key disabled;
      enabled = if tree.disabled == [ ] then nodes: nodes else filter (node: !isDisabled node);
      graphOf = node: {
        disabled = isDisabled node;
        inherit (node) key;
        file = node.module._file;
        imports = map graphOf node.modules;
      };
    in
    {
      modules = map (node: node.module) (genericClosure {
        startSet = enabled tree.modules;
        operator = node: enabled node.modules;
      });
      graph = map graphOf (filter (node: node.key != "lib/modules.nix") tree.modules);
    };

  notAModule =
    class: prefix: file: type:
    let
      escape = builtins.fromJSON "\"\\u001b\"";
      bold = text: "${escape}[1m${text}${escape}[0m";
      magenta = text: "${escape}[1;35m${text}${escape}[0m";
      green = text: "${escape}[1;32m${text}${escape}[0m";
      intoFile = lib.optionalString (file != null && file != unknownModule) ", while trying to load a module into ${toString file}";
      intoPrefix = lib.optionalString (prefix != [ ]) ", while trying to load a module into ${bold (showOption prefix)}";
      modulesOf = { nixos = "nixosModules"; darwin = "darwinModules"; }.${toString class} or null;
      configuration = ''
        If you really mean to import this configuration, instead please only import the modules that make up the configuration.
        You may have to create a `let` binding, file or attribute to give yourself access to the relevant modules.
        While loading a configuration into the module system is a very sensible idea, it can not be done cleanly in practice.
      '';
      flake = ''
        Perhaps you forgot to select an attribute name?
        Instead of, for example,
            ${magenta "inputs.someflake"}
        you need to write something like
            ${magenta "inputs.someflake"}${green ".modules.${if class == null then "someApp" else class}.default"}
      ''
      + lib.optionalString (modulesOf != null) ''
        or
            ${magenta "inputs.someflake"}${green ".${toString modulesOf}.default"}
      '';
    in
    lib.concatMapStringsSep "\n\n" trim (
      [
        ''
          Expected a module, but found a value of type ${magenta (escapeNixString type)}${intoFile}${intoPrefix}.
          A module is typically loaded by adding it to the ${bold "imports = [ ... ];"} attribute of an existing module, or in the ${bold "modules = [ ... ];"} argument of various functions.
          Please make sure that each of the list items is a module, and not a different kind of value.
        ''
      ]
      ++ lib.optional (type == "configuration") configuration
      ++ lib.optional (type == "flake") flake
    );
in
{
  inherit
    applyModuleArgsIfFunction
    collectModules
    setDefaultModuleLocation
    unifyModuleSyntax
    ;

  importApply = file: argument: setDefaultModuleLocation file (import file argument);
  importJSON = file: {
    _file = file;
    config = lib.importJSON file;
  };
  importTOML = file: {
    _file = file;
    config = lib.importTOML file;
  };
}

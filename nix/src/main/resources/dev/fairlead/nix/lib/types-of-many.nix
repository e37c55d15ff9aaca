# The types of lists and sets of values. Most merge in two ways: `merge loc defs` gives the value, `merge.v2` also
# what is wrong with the definitions (headError) and what is known of the parts (valueMeta).
lib: own:
let
  inherit (builtins)
    all
    attrNames
    catAttrs
    concatLists
    concatMap
    filter
    foldl'
    head
    isAttrs
    isList
    length
    mapAttrs
    zipAttrsWith
    ;
  inherit (lib)
    filterAttrs
    getFiles
    imap1
    mergeDefinitions
    mkOptionType
    showFiles
    showOption
    types
    ;
  inherit (lib.options) showDefs;
  inherit (lib.types) defaultFunctor;
  inherit (own)
    coherent
    definition
    elemFunctor
    headError
    merging
    noun
    nounOrComposite
    ;
  inherit (lib.strings) escapeNixIdentifier;

  listOf =
    elemType:
    mkOptionType rec {
      name = "listOf";
      description = "list of ${nounOrComposite elemType}";
      descriptionClass = "composite";
      check = coherent isList;
      merge = merging (
        { loc, defs }:
        let
          item =
            n: def: m: value:
            mergeDefinitions (loc ++ [ "[definition ${toString n}-entry ${toString m}]" ]) elemType [
              (definition def.file value)
            ];
          items = filter (x: x.optionalValue ? value) (concatLists (imap1 (n: def: imap1 (item n def) def.value) defs));
        in
        {
          headError = headError isList defs;
          value = map (x: x.optionalValue.value) items;
          valueMeta.list = map (x: x.checkedAndMerged.valueMeta) items;
        }
      );
      emptyValue.value = [ ];
      getSubOptions = prefix: elemType.getSubOptions (prefix ++ [ "*" ]);
      inherit (elemType) getSubModules;
      substSubModules = modules: listOf (elemType.substSubModules modules);
      functor = elemFunctor name { inherit elemType; } // {
        type = payload: types.listOf payload.elemType;
      };
      nestedTypes = { inherit elemType; };
    };

  attrsWith =
    {
      elemType,
      lazy ? false,
      placeholder ? "name",
    }:
    mkOptionType {
      name = if lazy then "lazyAttrsOf" else "attrsOf";
      description = "${lib.optionalString lazy "lazy "}attribute set of ${nounOrComposite elemType}";
      descriptionClass = "composite";
      check = coherent isAttrs;
      merge = merging (
        { loc, defs }:
        let
          located = map (def: mapAttrs (_: definition def.file) def.value) defs;
          all = zipAttrsWith (name: mergeDefinitions (loc ++ [ name ]) elemType) located;
          # A lazy set has all names; the others only those that some definition really gives.
          parts = if lazy then all else filterAttrs (_: part: part.optionalValue ? value) all;
          value =
            part:
            if lazy then part.optionalValue.value or elemType.emptyValue.value or part.mergedValue
            else part.optionalValue.value;
        in
        {
          headError = headError isAttrs defs;
          value = mapAttrs (_: value) parts;
          valueMeta.attrs = mapAttrs (_: part: part.checkedAndMerged.valueMeta) parts;
        }
      );
      emptyValue.value = { };
      getSubOptions = prefix: elemType.getSubOptions (prefix ++ [ "<${placeholder}>" ]);
      inherit (elemType) getSubModules;
      substSubModules =
        modules:
        attrsWith {
          elemType = elemType.substSubModules modules;
          inherit lazy placeholder;
        };
      functor = elemFunctor "attrsWith" { inherit elemType lazy placeholder; } // {
        binOp =
          a: b:
          let
            elemType = a.elemType.typeMerge b.elemType.functor;
            placeholders = filter (name: name != "name") (lib.unique [ a.placeholder b.placeholder ]);
          in
          if elemType == null || a.lazy != b.lazy || length placeholders > 1 then null
          else {
            inherit elemType;
            inherit (a) lazy;
            placeholder = head (placeholders ++ [ "name" ]);
          };
      };
      nestedTypes = { inherit elemType; };
    };

  # A list of sets with one name each: the order counts, and a name may come again.
  attrListWith =
    {
      elemType,
      asAttrs ? false,
      mergeAttrValues ? _: values: values,
    }:
    let
      description = "attribute list of ${nounOrComposite elemType}";

      # The value below order and override, with both priorities.
      peel =
        value:
        let
          inner = peel value.content;
          type = value._type or null;
        in
        # What is overridden must not be looked at.
        if type == "order" then {
          inherit (inner) overridePrio value;
          prio = value.priority;
        }
        else if type == "override" then {
          inherit (inner) prio;
          overridePrio = value.priority;
          value = lib.mkOverride value.priority inner.value;
        }
        else {
          inherit value;
          prio = lib.modules.defaultOrderPriority;
          overridePrio = lib.modules.defaultOverridePriority;
        };

      wrong =
        loc: file: raw: why:
        throw "A definition for option `${showOption loc}' is not of type `${description}'. ${why}.${
          showDefs [ (definition file raw) ]
        }";

      fromItem =
        loc: file: raw:
        let
          ordered = lib.isType "order" raw;
          item = if ordered then raw.content else raw;
          key = head (attrNames item);
          peeled = peel item.${key};
        in
        if !isAttrs item then
          wrong loc file raw "Each list element must be an attribute set, but got ${builtins.typeOf item}"
        else if length (attrNames item) != 1 then
          wrong loc file raw
            "Each list element must be a single-key attribute set, but got ${toString (length (attrNames item))} keys"
        else
          peeled
          // {
            inherit file key;
            prio = if ordered then raw.priority else peeled.prio;
          };

      fromDef =
        loc: def:
        if isList def.value then map (fromItem loc def.file) def.value
        else lib.mapAttrsToList (key: value: peel value // { inherit (def) file; inherit key; }) def.value;

      lowest = items: mapAttrs (_: same: foldl' lib.min lib.modules.defaultOverridePriority (catAttrs "overridePrio" same)) (
        builtins.groupBy (item: item.key) items
      );
    in
    mkOptionType {
      name = "attrListOf";
      inherit description;
      descriptionClass = "composite";
      check = coherent (value: isList value || isAttrs value);
      merge = merging (
        { loc, defs }:
        let
          all = concatMap (fromDef loc) defs;
          winning = lowest all;
          kept = builtins.sort (a: b: a.prio < b.prio) (filter (item: item.overridePrio == winning.${item.key}) all);
          evaluated = map (
            item:
            item // { eval = mergeDefinitions (loc ++ [ item.key ]) elemType [ (definition item.file item.value) ]; }
          ) kept;
          defined = filter (item: item.eval.optionalValue ? value) evaluated;
          single = item: { ${item.key} = item.eval.optionalValue.value; };
          list = map single defined;
        in
        {
          headError = headError (value: isList value || isAttrs value) defs;
          value = if asAttrs then zipAttrsWith mergeAttrValues list else list;
          valueMeta = {
            attrList = map (item: item.eval.checkedAndMerged.valueMeta) defined;
            attrListValue = list;
            definitions = map (
              item:
              lib.mkDefinition {
                inherit (item) file;
                value = lib.mkOrder item.prio (single item);
              }
            ) defined;
          };
        }
      );
      emptyValue.value = if asAttrs then { } else [ ];
      getSubOptions = prefix: elemType.getSubOptions (prefix ++ [ "*" ]);
      inherit (elemType) getSubModules;
      substSubModules =
        modules:
        attrListWith {
          elemType = elemType.substSubModules modules;
          inherit asAttrs mergeAttrValues;
        };
      typeMerge = _: null;
      nestedTypes = { inherit elemType; };
    };

  attrTag =
    tags:
    let
      place = name: builtins.unsafeGetAttrPos name tags;
      suffix =
        name:
        let
          pos = place name;
        in
        lib.optionalString (pos != null) " at ${pos.file}:${toString pos.line}:${toString pos.column}";
      wasInstead =
        value:
        if !(value ? _type) then "was not."
        else if value._type == "option-type" then "was a bare type, not wrapped in mkOption."
        else "was of type ${lib.strings.escapeNixString value._type}.";
      declared =
        name: option:
        if option._type or null != "option" then
          throw "In attrTag, each tag value must be an option, but tag ${escapeNixIdentifier name} ${wasInstead option}"
        else
          option
          // {
            declarations = option.declarations or (lib.optional (place name != null) (place name).file);
            declarationPositions = option.declarationPositions or (lib.optional (place name != null) (place name));
          };
      options = mapAttrs (
        name: option:
        builtins.addErrorContext
          "while checking that attrTag tag ${escapeNixIdentifier name} is an option with a type${suffix name}"
          (declared name option)
      ) tags;
      choices = lib.concatMapStringsSep ", " escapeNixIdentifier (attrNames options);
      tagOf = value: head (attrNames value);
    in
    mkOptionType {
      name = "attrTag";
      description = "attribute-tagged union with choices: ${choices}";
      descriptionClass = "noun";
      getSubOptions = prefix: mapAttrs (name: option: option // { loc = prefix ++ [ name ]; }) options;
      check = value: isAttrs value && length (attrNames value) == 1 && options ? ${tagOf value};
      merge =
        loc: defs:
        let
          choice = tagOf (head defs).value;
          files = showFiles (getFiles defs);
          inner =
            def:
            if tagOf def.value == choice then definition def.file def.value.${choice}
            else
              throw "The option `${showOption loc}` is defined both as `${choice}` and `${tagOf def.value}`, in ${files}.";
        in
        if options ? ${choice} then
          { ${choice} = (lib.modules.evalOptionValue (loc ++ [ choice ]) options.${choice} (map inner defs)).value; }
        else
          throw "The option `${showOption loc}` is defined as ${escapeNixIdentifier choice}, but ${escapeNixIdentifier choice} is not among the valid choices (${choices}). Value ${choice} was defined in ${files}.";
      nestedTypes = options;
      functor = defaultFunctor "attrTag" // {
        type = payload: types.attrTag payload.tags;
        payload.tags = options;
        binOp =
          a: b:
          let
            declare = option: {
              _file = "<attrTag {...}>";
              pos = null;
              options = option;
            };
            both =
              name: other:
              let
                one = a.tags.${name};
              in
              lib.mergeOptionDecls [ name ] [ (declare one) (declare other) ]
              // {
                declarations = one.declarations ++ other.declarations;
                declarationPositions = one.declarationPositions ++ other.declarationPositions;
              };
          in
          { tags = a.tags // b.tags // mapAttrs both (builtins.intersectAttrs a.tags b.tags); };
      };
    };
in
{
  inherit
    attrListWith
    attrTag
    attrsWith
    listOf
    ;

  nonEmptyListOf =
    elemType:
    let
      list = types.addCheck (types.listOf elemType) (items: items != [ ]);
    in
    list
    // {
      description = "non-empty ${noun list}";
      emptyValue = { };
      substSubModules = modules: types.nonEmptyListOf (elemType.substSubModules modules);
    };
  attrListOf = elemType: attrListWith { inherit elemType; };
  attrsOf = elemType: attrsWith { inherit elemType; };
  lazyAttrsOf =
    elemType:
    attrsWith {
      inherit elemType;
      lazy = true;
    };
  loaOf =
    elemType:
    types.attrsOf elemType
    // {
      name = "loaOf";
      deprecationMessage = "Mixing lists with attribute values is no longer possible; please use `types.attrsOf` instead. See https://github.com/NixOS/nixpkgs/issues/1800 for the motivation.";
      nestedTypes = { inherit elemType; };
    };
}

# The types that change or combine others.
lib: own:
let
  inherit (builtins)
    all
    elemAt
    filter
    foldl'
    head
    length
    tail
    zipAttrsWith
    ;
  inherit (lib)
    getFiles
    isFunction
    mergeDefinitions
    mergeOneOption
    mergeUniqueOption
    mkOptionType
    showFiles
    showOption
    types
    ;
  inherit (lib.options) showDefs;
  inherit (lib.types) defaultFunctor;
  inherit (own)
    anyPhrase
    coherent
    definition
    elemFunctor
    headError
    merged
    merging
    noun
    nounOrComposite
    nounOrConjunction
    ;

  unique =
    { message }:
    type:
    mkOptionType {
      name = "unique";
      inherit (type)
        check
        description
        descriptionClass
        emptyValue
        getSubModules
        getSubOptions
        ;
      merge = mergeUniqueOption {
        inherit message;
        inherit (type) merge;
      };
      substSubModules = modules: types.uniq (type.substSubModules modules);
      functor = elemFunctor "unique" { elemType = type; } // {
        type = payload: types.unique { inherit message; } payload.elemType;
      };
      nestedTypes.elemType = type;
    };

  nullOr =
    elemType:
    mkOptionType rec {
      name = "nullOr";
      description = "null or ${nounOrConjunction elemType}";
      descriptionClass = "conjunction";
      check = value: value == null || elemType.check value;
      merge =
        loc: defs:
        let
          nulls = filter (def: def.value == null) defs;
        in
        if nulls == [ ] then elemType.merge loc defs
        else if length nulls == length defs then null
        else
          throw "The option `${showOption loc}` is defined both null and not null, in ${showFiles (getFiles defs)}.";
      emptyValue.value = null;
      inherit (elemType) getSubOptions getSubModules;
      substSubModules = modules: nullOr (elemType.substSubModules modules);
      functor = elemFunctor name { inherit elemType; } // {
        type = payload: types.nullOr payload.elemType;
      };
      nestedTypes = { inherit elemType; };
    };

  functionTo =
    elemType:
    mkOptionType {
      name = "functionTo";
      description = "function that evaluates to a(n) ${nounOrComposite elemType}";
      descriptionClass = "composite";
      check = isFunction;
      merge = loc: defs: {
        __functionArgs = zipAttrsWith (_: all (x: x)) (map (def: lib.functionArgs def.value) defs);
        __functor =
          _: argument:
          (mergeDefinitions (loc ++ [ "<function body>" ]) elemType (
            map (def: definition def.file (def.value argument)) defs
          )).mergedValue;
      };
      getSubOptions = prefix: elemType.getSubOptions (prefix ++ [ "<function body>" ]);
      inherit (elemType) getSubModules;
      substSubModules = modules: functionTo (elemType.substSubModules modules);
      functor = elemFunctor "functionTo" { inherit elemType; } // {
        type = payload: types.functionTo payload.elemType;
      };
      nestedTypes = { inherit elemType; };
    };

  either =
    left: right:
    mkOptionType rec {
      name = "either";
      description =
        if left.descriptionClass or null == "nonRestrictiveClause" then
          "${left.description}, or ${nounOrConjunction right}"
        else "${nounOrConjunction left} or ${anyPhrase right}";
      descriptionClass = "conjunction";
      check = coherent (value: left.check value || right.check value);
      merge = merging (
        { loc, defs }:
        let
          asLeft = merged left loc defs;
          asRight = merged right loc defs;
          message = "The option `${showOption loc}` is neither a value of type `${left.description}` nor `${right.description}`, Definition values: ${showDefs defs}";
        in
        if asLeft.headError == null then asLeft
        else if asRight.headError == null then asRight
        else rec {
          headError = { inherit message; };
          valueMeta = { inherit headError; };
          value = lib.warn ''
            One or more definitions did not pass the type-check of the 'either' type.
            ${message}
            If `either`, `oneOf` or similar is used in freeformType, ensure that it is preceded by an 'attrsOf' such as: `freeformType = types.attrsOf (types.either t1 t2)`.
            Otherwise consider using the correct type for the option `${showOption loc}`.  This will be an error in Nixpkgs 26.05.
          '' (mergeOneOption loc defs);
        }
      );
      typeMerge =
        other:
        let
          one = left.typeMerge (head other.payload.elemType).functor;
          two = right.typeMerge (elemAt other.payload.elemType 1).functor;
        in
        if other.name == name && one != null && two != null then functor.type one two else null;
      functor = elemFunctor name { elemType = [ left right ]; };
      nestedTypes = { inherit left right; };
    };

  coercedTo =
    from: coerce: to:
    assert lib.assertMsg (from.getSubModules == null)
      "coercedTo: coercedType must not have submodules (it’s a ${from.description})";
    mkOptionType rec {
      name = "coercedTo";
      description = "${noun to} or ${noun from} convertible to it";
      check = coherent (value: (from.check value && to.check (coerce value)) || to.check value);
      merge = merging (
        { loc, defs }:
        let
          accepts =
            def:
            if from.merge ? v2 then (merged from loc [ def ]).headError == null else from.check def.value;
          coerced = map (def: def // { value = if accepts def then coerce def.value else def.value; }) defs;
        in
        merged to loc coerced
        // lib.optionalAttrs (!(to.merge ? v2)) { headError = headError check defs; }
      );
      inherit (to) emptyValue getSubOptions getSubModules;
      substSubModules = modules: coercedTo from coerce (to.substSubModules modules);
      typeMerge = _: null;
      functor = defaultFunctor name;
      nestedTypes = {
        coercedType = from;
        finalType = to;
      };
    };

  addCheck =
    type: check:
    if !(type.merge ? v2) then type // { check = value: type.check value && check value; }
    else
      type
      // {
        check = coherent (value: type.check value && check value);
        merge = merging (
          { loc, defs }:
          let
            inner = merged type loc defs;
          in
          inner // { headError = if inner.headError != null then inner.headError else headError check defs; }
        );
      };

  serializable =
    name: nullable:
    let
      plain = types.oneOf [
        types.bool
        types.int
        types.float
        types.str
        types.path
        (types.attrsOf value)
        (types.listOf value)
      ];
      value = (if nullable then nullOr plain else plain) // {
        description = "${name} value";
      };
    in
    value;
in
{
  inherit
    addCheck
    coercedTo
    either
    functionTo
    nullOr
    unique
    ;

  uniq = unique { message = ""; };
  oneOf =
    alternatives:
    if alternatives == [ ] then throw "types.oneOf needs to get at least one type in its argument"
    else foldl' either (head alternatives) (tail alternatives);

  serializableValueWith = { typeName, nullable ? true }: serializable typeName nullable;
  json = serializable "JSON" true;
  toml = serializable "TOML" false;
}

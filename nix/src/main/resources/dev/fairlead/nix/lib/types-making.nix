# What the types that hold other values are made with.
lib: own:
let
  inherit (builtins) filter;
  inherit (lib) types;
  inherit (lib.options) showDefs;
  inherit (lib.types) optionDescriptionPhrase;

  oneOfClasses = classes: class: builtins.elem class classes;
  noun = optionDescriptionPhrase (oneOfClasses [ "noun" ]);
  nounOrComposite = optionDescriptionPhrase (oneOfClasses [ "noun" "composite" ]);
  nounOrConjunction = optionDescriptionPhrase (oneOfClasses [ "noun" "conjunction" ]);
  anyPhrase = optionDescriptionPhrase (oneOfClasses [ "noun" "conjunction" "composite" ]);

  # A check that knows that `merge.v2` reports the same errors.
  coherent = test: {
    __functor = _: test;
    isV2MergeCoherent = true;
  };
  merging = v2: {
    __functor = self: loc: defs: (self.v2 { inherit loc defs; }).value;
    inherit v2;
  };

  headError =
    check: defs:
    let
      invalid = filter (def: !check def.value) defs;
    in
    if invalid == [ ] then null else { message = "Definition values: ${showDefs invalid}"; };

  # What a type makes of definitions, whichever way it merges.
  merged =
    type: loc: defs:
    if type.merge ? v2 then own.checkV2MergeCoherence loc type (type.merge.v2 { inherit loc defs; })
    else {
      value = type.merge loc defs;
      headError = headError type.check defs;
      valueMeta = { };
    };

  # Types of one element type are merged by merging that.
  elemFunctor = name: payload: {
    inherit name payload;
    type = types.${name};
    binOp =
      a: b:
      let
        elemType = a.elemType.typeMerge b.elemType.functor;
      in
      if elemType == null then null else { inherit elemType; };
  };

  definition = file: value: { inherit file value; };
in
{
  inherit
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
}

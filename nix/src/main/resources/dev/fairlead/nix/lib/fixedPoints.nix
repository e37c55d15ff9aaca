# Fixed points of functions, and the overlays that change them.
lib:
rec {
  fix = f: let result = f result; in result;

  # Keeps the function, so that it can be extended again.
  fix' = f: let result = f result // { __unfix__ = f; }; in result;

  converge = f: start: let next = f start; in if next == start then start else converge f next;

  extends = overlay: base: final: let prev = base final; in prev // overlay final prev;

  composeExtensions =
    first: second: final: prev:
    let
      changes = first final prev;
    in
    changes // second final (prev // changes);

  composeManyExtensions = lib.foldr composeExtensions (_: _: { });

  makeExtensible = makeExtensibleWithCustomName "extend";

  makeExtensibleWithCustomName =
    name: attributes:
    fix' (
      final:
      attributes final
      // {
        ${name} = overlay: makeExtensibleWithCustomName name (extends overlay attributes);
      }
    );

  toExtension =
    value:
    if !lib.isFunction value then _: _: value
    else
      final: prev:
      let
        applied = value prev;
      in
      if lib.isFunction applied then value final prev else applied;
}

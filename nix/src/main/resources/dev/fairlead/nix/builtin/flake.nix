# The value of a flake, given where its files are.
{
  # The flake: { outPath, tree }, where tree is what describes the files of which the flake is a part
  place,
  # The contents of flake.lock, or null
  lock,
  # Gives the place of an input: its possible names, a reference, and the place of what refers to it
  find,
  # Gives the value of the flake at a place, by its own lock file
  open,
}:
let
  flakeAt =
    { outPath, tree }:
    inputs:
    let
      outputs = (import (outPath + "/flake.nix")).outputs (inputs // { self = value; });
      value =
        outputs
        // tree
        // {
          inherit outPath inputs outputs;
          sourceInfo = tree;
          _type = "flake";
        };
    in
    value;

  filesAt =
    { outPath, tree }:
    tree
    // {
      inherit outPath;
      sourceInfo = tree;
    };

  locked =
    let
      # A list is a path of input names, from the root
      nodeOf =
        target:
        if builtins.isList target then
          builtins.foldl' (node: name: nodeOf lock.nodes.${node}.inputs.${name}) lock.root target
        else
          target;

      nodes = builtins.mapAttrs (
        name: node:
        let
          at =
            if name == lock.root then
              place
            else
              find [
                name
                (node.original.id or "")
                (node.locked.repo or "")
              ] node.locked nodes.${nodeOf (node.parent or [ ])}.at;
        in
        {
          inherit at;
          value =
            if node.flake or true then
              flakeAt at (builtins.mapAttrs (_: target: nodes.${nodeOf target}.value) (node.inputs or { }))
            else
              filesAt at;
        }
      ) lock.nodes;
    in
    nodes.${lock.root}.value;

  unlocked =
    let
      inputs = builtins.mapAttrs (
        name: input:
        if input ? follows then
          inputs.${input.follows}
        else
          let
            at = find [ name ] (input.url or (removeAttrs input [ "flake" "inputs" ])) place;
          in
          if input.flake or true then open at else filesAt at
      ) ((import (place.outPath + "/flake.nix")).inputs or { });
    in
    flakeAt place inputs;
in
if lock == null then unlocked else locked

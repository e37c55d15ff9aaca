# Reads, parses and compiles every file of lib, and evaluates none of them further than to a function or a set
{ libPath ? <nixpkgs-lib> }:
let
  files = builtins.filter (name: builtins.match ".*[.]nix" name != null) (builtins.attrNames (builtins.readDir libPath));
in
builtins.foldl' (count: name: builtins.seq (import (libPath + "/${name}")) (count + 1)) 0 files

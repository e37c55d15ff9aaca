# What the continuous integration of each gen library gives to its test files, by the name of the library's folder.
{ checkout, lib }:
let
  has = path: builtins.pathExists (checkout + path);
  # Without gen-prelude, which is a part of both
  prelude = if has "/gen-prelude/lib" then import (checkout + "/gen-prelude/lib") else lib // builtins;
  genGraph = import (checkout + "/gen-graph/lib") { inherit prelude; };
  genAlgebra = import (checkout + "/gen-algebra/pure");
in
{
  gen-graph = {
    inherit lib genGraph;
    genPrelude = prelude;
  };
  gen-derive =
    {
      inherit lib;
      genDerive = import (checkout + "/gen-derive/lib") {
        inherit lib;
        genAlgebra = if has "/gen-algebra/pure" then genAlgebra else { };
      };
    }
    // (if has "/gen-algebra/pure" then { inherit genAlgebra; } else { })
    // (
      if has "/gen-algebra/pure" && has "/gen-select/lib" then
        { genSelect = import (checkout + "/gen-select/lib") { inherit lib genAlgebra; }; }
      else
        { }
    );
  gen-vars = {
    inherit lib;
    genVars = import (checkout + "/gen-vars") {
      inherit lib;
      inputs.gen-graph.lib = genGraph;
    };
    genVarsPure = import (checkout + "/gen-vars") { inherit lib; };
    pkgs = throw "the packages of nixpkgs are no part of a checkout";
  };
}

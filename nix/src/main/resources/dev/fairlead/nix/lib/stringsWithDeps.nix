# Pieces of text that need other pieces before them.
lib:
let
  inherit (builtins) head isAttrs tail;
  entry = deps: text: { inherit deps text; };

  # Each piece once, after those that it needs.
  textClosureList =
    predefined: arguments:
    let
      walk =
        done: todo:
        let
          first = head todo;
          needed = walk done first.deps;
          rest = walk needed.done (tail todo);
        in
        if todo == [ ] then { result = [ ]; inherit done; }
        else if isAttrs first then {
          result = needed.result ++ [ first.text ] ++ rest.result;
          inherit (rest) done;
        }
        else if done ? ${first} then walk done (tail todo)
        else walk (done // { ${first} = true; }) ([ predefined.${first} ] ++ tail todo);
    in
    (walk { } arguments).result;
in
{
  inherit textClosureList;
  textClosureMap = f: predefined: names: lib.concatMapStringsSep "\n" f (textClosureList predefined names);
  noDepEntry = entry [ ];
  fullDepEntry = text: deps: entry deps text;
  packEntry = deps: entry deps "";
  stringAfter = entry;
}

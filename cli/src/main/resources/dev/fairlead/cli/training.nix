# Evaluated while the launcher prepares a fast start: a little of everything that programs use, so that the JVM knows
# which classes that takes. What it computes does not matter.
lib:
let
  inherit (lib) mkOption types;

  language = rec {
    numbers = [ (1 + 2 * 3 - 4 / 2) (-1.5 + 2) (7 / 2.0) (1.0 * 3 - 0.5) ];
    compared = [ (1 < 2) (1.5 <= 2) ("a" > "b") ([ 1 2 ] >= [ 1 ]) (numbers == [ ]) ({ a = 1; } != { a = 1.0; }) (./a == ./b) ];
    logic = if !(true && false) || (false -> true) then [ ] else null;
    text = ''
      an indented text
        of ${toString numbers} and ${"strings"}
    '';
    path = ./training + "/${"a"}";
    dynamic = { ${toString 2} = 1; ${toString 1} = 2; c = 3; };
    set.${"computed"}.deep = { inherit numbers; inherit (builtins) length; };
    updated = set // { more = set.missing or { } // { x = 1; }; } // { } // set;
    present = [ (set ? computed.deep) (set ? ${"missing"}.deep) (set.computed.deep.numbers or [ ]) ];
    "quoted name" = with set; with { b = 2; }; [ computed b ];
    call = [ (function 1 2) (destructured { b = 1; }) (nested 1 2 3 4) (functor 1) (lib.id function 3 4) ];
    function = a: b: assert a != b; a + b;
    nested = a: b: c: d: let e = a + b; in c: e + d;
    destructured = all@{ a ? b, b, ... }: all // { inherit a; };
    functor = { __functor = self: x: self.y + x; y = 1; __toString = self: "functor"; };
    caught = map builtins.tryEval [ (throw "thrown") (assert false; 1) 1 "${functor}" ];
    fold = builtins.foldl' (sum: item: sum + item) 0 (builtins.genList (i: i * i) 100);
  };

  lists = with builtins; [
    (concatMap (x: [ x x ]) [ 1 2 ])
    (concatLists [ [ 1 ] [ 2 ] ])
    (filter (x: x > 1) [ 1 2 3 ])
    (all (x: x > 1) [ 1 2 ])
    (any (x: x > 1) [ 1 2 ])
    (elem 1 [ 1 ])
    (head (tail [ 1 2 ]))
    (sort lessThan [ 3 1 2 ])
    (sort (a: b: a < b) [ "b" "a" ])
    (partition (x: x > 1) [ 1 2 ])
    (groupBy (x: x) [ "a" "b" "a" ])
    (genericClosure { startSet = [ { key = 1; } ]; operator = x: if x.key > 3 then [ ] else [ { key = x.key + 1; } ]; })
  ];

  sets = with builtins; [
    (listToAttrs [ { name = "b"; value = 1; } { name = "a"; value = 2; } ])
    (mapAttrs (name: value: name + toString value) { a = 1; b = 2; })
    (intersectAttrs { a = 1; } { a = 2; b = 3; })
    (removeAttrs { a = 1; b = 2; } [ "a" ])
    (zipAttrsWith (name: values: values) [ { a = 1; } { a = 2; b = 3; } ])
    (catAttrs "a" [ { a = 1; } ])
    (attrValues { a = 1; })
    (functionArgs language.destructured)
    (unsafeGetAttrPos "fold" language)
    (hasAttr "a" { })
  ];

  strings = with builtins; [
    (concatStringsSep ", " [ "a" "b" ])
    (replaceStrings [ "a" "b" ] [ "c" "d" ] "abc")
    (split "([a-z]+)|[[:space:]]" "some words 12")
    (match "([a-z0-9]+)@(.*)" "user@host")
    (substring 1 2 "abc")
    (hashString "sha256" "text")
    (fromJSON (toJSON { a = [ 1 2.5 null true "text" ]; }))
    (fromTOML "a = 1\n[b]\nc = \"d\"")
    (toXML { a = [ 1 ]; })
    (compareVersions "1.2" "1.10")
    (parseDrvName "name-1.2")
    (baseNameOf "/a/b")
    (dirOf "/a/b")
    (toFile "name" "text")
    "${derivation { name = "training"; system = "any"; builder = "builder"; }}"
  ];

  configuration = lib.evalModules {
    modules = [
      ({ config, lib, ... }: {
        options.services = mkOption {
          type = types.attrsOf (types.submodule ({ name, config, ... }: {
            options = {
              enable = lib.mkEnableOption name;
              port = mkOption { type = types.port; default = 80; };
              tags = mkOption { type = types.listOf types.str; default = [ ]; description = "tags"; };
              role = mkOption { type = types.nullOr (types.enum [ "server" "client" ]); default = null; };
              extra = mkOption { type = types.either types.int (types.attrsOf types.anything); default = { }; };
              summary = mkOption { type = types.str; readOnly = true; };
            };
            config.summary = lib.mkDefault "${name}:${toString config.port}";
          }));
          default = { };
        };
      })
      {
        config.services.a = { enable = lib.mkForce true; tags = lib.mkBefore [ "first" ]; };
      }
      {
        services = lib.mkMerge [ { a.tags = [ "second" ]; } (lib.mkIf true { b.port = 81; b.extra.x = [ 1 ]; }) ];
      }
    ];
  };
in
{
  inherit language lists sets strings;
  inherit (configuration) config;
  helpers = [
    (lib.recursiveUpdate { a.b = 1; } { a.c = 2; })
    (lib.filterAttrs (_: value: value > 1) { a = 1; b = 2; })
    (lib.mapAttrsToList lib.nameValuePair { a = 1; })
    (lib.optionals true (lib.unique (lib.flatten [ 1 [ 1 [ 2 ] ] ])))
    (lib.concatMapStringsSep "," lib.toUpper (lib.splitString "." "a.b"))
    (lib.fix (self: { a = self.b; b = 1; }))
    (lib.escapeShellArg (lib.removePrefix "a" "a b"))
    (lib.generators.toPretty { } { a = [ 1 "x" ]; })
  ];
}

# Options of the Linux kernel's configuration.
lib:
let
  tristate = value: {
    tristate = value;
    optional = false;
  };
in
{
  option = item: item // { optional = true; };
  yes = tristate "y";
  no = tristate "n";
  module = tristate "m";
  unset = tristate null;
  freeform = text: {
    freeform = text;
    optional = false;
  };
  whenHelpers = version: {
    whenAtLeast = low: lib.mkIf (lib.versionAtLeast version low);
    whenOlder = high: lib.mkIf (lib.versionOlder version high);
    whenBetween = low: high: lib.mkIf (lib.versionAtLeast version low && lib.versionOlder version high);
  };
}

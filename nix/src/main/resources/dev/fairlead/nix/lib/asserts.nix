# Assertions with messages that are not written in Java.
lib:
let
  show = lib.generators.toPretty { };
in
{
  assertOneOf =
    name: value: allowed:
    lib.assertMsg (builtins.elem value allowed)
      "${name} must be one of ${show allowed}, but is: ${show value}";

  assertEachOneOf =
    name: values: allowed:
    lib.assertMsg (builtins.all (value: builtins.elem value allowed) values)
      "each element in ${name} must be one of ${show allowed}, but is: ${show values}";

  checkAssertWarn =
    assertions: warnings: value:
    let
      failed = builtins.filter (a: !a.assertion) assertions;
    in
    if failed != [ ] then
      throw "\nFailed assertions:\n${lib.concatMapStringsSep "\n" (a: "- ${a.message}") failed}"
    else
      lib.showWarnings warnings value;
}

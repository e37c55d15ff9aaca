# Command lines from attribute sets.
lib:
let
  inherit (builtins) concatLists isBool isList stringLength;
  showValue = lib.generators.mkValueStringDefault { };

  outdated =
    name: instead:
    lib.warnIf (lib.oldestSupportedReleaseIsAtLeast 2511)
      "lib.cli.${name} is deprecated, please use ${instead} or lib.cli.toCommandLineShellGNU instead.";

  toCommandLine =
    format: options:
    let
      render =
        {
          option,
          sep,
          explicitBool,
          formatArg ? showValue,
        }:
        value:
        if value == null || (!explicitBool && value == false) then [ ]
        else if !explicitBool && value == true then [ option ]
        else if sep == null then [ option (formatArg value) ]
        else [ "${option}${sep}${formatArg value}" ];
      one =
        name: value:
        if name == "" then throw "lib.cli.toCommandLine only accepts non-empty option names."
        else if isList value then lib.concatMap (render (format name)) value
        else render (format name) value;
    in
    concatLists (lib.mapAttrsToList one options);

  toCommandLineGNU =
    {
      isLong ? name: stringLength name > 1,
      explicitBool ? false,
      formatArg ? showValue,
    }:
    toCommandLine (name: {
      option = if isLong name then "--${name}" else "-${name}";
      sep = if isLong name then "=" else "";
      inherit explicitBool formatArg;
    });
in
{
  inherit toCommandLine toCommandLineGNU;

  toCommandLineShell = format: options: lib.escapeShellArgs (toCommandLine format options);
  toCommandLineShellGNU = settings: options: lib.escapeShellArgs (toCommandLineGNU settings options);

  toGNUCommandLineShell = outdated "toGNUCommandLineShell" "lib.cli.toCommandLineShell" (
    settings: options: lib.escapeShellArgs (lib.cli.toGNUCommandLine settings options)
  );
  toGNUCommandLine = outdated "toGNUCommandLine" "lib.cli.toCommandLine" (
    {
      mkOptionName ? name: if stringLength name == 1 then "-${name}" else "--${name}",
      mkBool ? name: value: lib.optional value (mkOptionName name),
      mkList ? name: lib.concatMap (mkOption name),
      mkOption ?
        name: value:
        if value == null then [ ]
        else if optionValueSeparator == null then [ (mkOptionName name) (showValue value) ]
        else [ "${mkOptionName name}${optionValueSeparator}${showValue value}" ],
      optionValueSeparator ? null,
    }:
    options:
    let
      one =
        name: value:
        if isBool value then mkBool name value
        else if isList value then mkList name value
        else mkOption name value;
    in
    concatLists (lib.mapAttrsToList one options)
  );
}

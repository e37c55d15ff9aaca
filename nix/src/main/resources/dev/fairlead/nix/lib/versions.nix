# Parts of version numbers.
lib:
let
  inherit (builtins) elemAt splitVersion;
in
{
  major = version: elemAt (splitVersion version) 0;
  minor = version: elemAt (splitVersion version) 1;
  patch = version: elemAt (splitVersion version) 2;
  majorMinor = version: lib.concatStringsSep "." (lib.take 2 (splitVersion version));

  # Exactly `count` numbers, before what follows the first dash.
  pad =
    count: version:
    let
      numbers = builtins.head (lib.splitString "-" version);
      padded = splitVersion numbers ++ lib.replicate count "0";
    in
    lib.concatStringsSep "." (lib.take count padded) + lib.removePrefix numbers version;
}

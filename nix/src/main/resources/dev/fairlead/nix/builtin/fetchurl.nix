# <nix/fetchurl.nix>: the derivation of a file that Nix itself downloads. Its attributes are part of its store path.
{
  url,
  name ? baseNameOf (toString url),
  hash ? "",
  sha512 ? "",
  sha1 ? "",
  md5 ? "",
  sha256 ? "",
  outputHash ? builtins.head (
    builtins.filter (given: given != "") [ hash sha512 sha1 md5 ] ++ [ sha256 ]
  ),
  outputHashAlgo ?
    if hash != "" then
      ""
    else if sha512 != "" then
      "sha512"
    else if sha1 != "" then
      "sha1"
    else if md5 != "" then
      "md5"
    else
      "sha256",
  executable ? false,
  unpack ? false,
  impure ? false,
  # Accepted for old callers
  system ? "",
}:
derivation (
  {
    inherit name url executable unpack;
    builder = "builtin:fetchurl";
    system = "builtin";
    urls = [ url ];
    outputHashMode = if executable || unpack then "recursive" else "flat";
    preferLocalBuild = true;
    impureEnvVars = map (kind: kind + "_proxy") [ "http" "https" "ftp" "all" "no" ];
  }
  // (if impure then { __impure = true; } else { inherit outputHash outputHashAlgo; })
)

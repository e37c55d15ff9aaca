# The hash arguments of functions that fetch sources.
lib:
let
  inherit (builtins)
    attrNames
    head
    intersectAttrs
    length
    ;

  fake = {
    hash = lib.fakeHash;
    sha256 = lib.fakeSha256;
    sha512 = lib.fakeSha512;
  };

  hashes = types: lib.genAttrs ([ "hash" ] ++ types) (_: { });

  normalizeHash =
    {
      hashTypes ? [ "sha256" ],
      required ? true,
    }:
    args:
    let
      given = attrNames (intersectAttrs (hashes hashTypes) args);
      name = head given;
      output = {
        outputHashAlgo = if name == "hash" then null else name;
        outputHash =
          if args.${name} != "" then args.${name}
          else fake.${name} or (throw "no “fake hash” defined for ${name}");
      };
      found =
        if length given > 1 then
          throw "fetcher called with mutually-incompatible arguments: ${lib.concatStringsSep ", " given}"
        else if given != [ ] then output
        else if required then throw "fetcher called without `hash`"
        else { };
    in
    if args ? outputHash then args else removeAttrs args (attrNames (hashes hashTypes)) // found;
in
{
  inherit normalizeHash;

  proxyImpureEnvVars =
    let
      names = [ "http_proxy" "https_proxy" "ftp_proxy" "all_proxy" "no_proxy" ];
    in
    names ++ map lib.toUpper names ++ [ "NIX_SSL_CERT_FILE" ];

  withNormalizedHash =
    {
      hashTypes ? [ "sha256" ],
    }:
    fetcher:
    let
      args = lib.functionArgs fetcher;
      normalize = normalizeHash {
        inherit hashTypes;
        required = !args.outputHash;
      };
    in
    assert args ? outputHash && args ? outputHashAlgo;
    assert intersectAttrs args (hashes hashTypes) == { };
    lib.setFunctionArgs (given: fetcher (normalize given)) (
      removeAttrs args [ "outputHash" "outputHashAlgo" ] // { hash = args.outputHash; }
    );
}

# A schema as a set of fields.
{ lib, ... }:
{
  den.aspects.nginx = {
    settings = {
      port = { type = lib.types.port; default = 80; };
      workers = { type = lib.types.positive; default = 4; };
      allowedOrigins = { type = lib.types.listOf lib.types.str; default = [ ]; merge = "append"; };
    };
    meta = { settings, ... }: {
      provides.http-proxy = { inherit (settings) port workers allowedOrigins; };
    };
  };
}

# The name of a setting is misspelt on one host.
{ den, lib, ... }:
{
  den.aspects.nginx.settings = {
    port = { type = lib.types.port; default = 80; };
    workers = { type = lib.types.ints.positive; default = 4; };
  };

  den.hosts.x86_64-linux.web1 = {
    includes = [ den.aspects.nginx ];
    settings.nginx.wokers = 16;
  };
}

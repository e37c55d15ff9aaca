# A port in quotes is no port, whichever host it is meant for.
{ den, lib, ... }:
{
  den.aspects.nginx.settings.port = lib.mkOption {
    type = lib.types.port;
    default = 80;
  };

  den.environments.prod.settings.nginx.port = "8080";
  den.hosts.x86_64-linux.web1 = {
    environment = "prod";
    includes = [ den.aspects.nginx ];
    settings.nginx.port = 443;
  };
}

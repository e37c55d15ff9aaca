# The wiki speaks to nginx and to nothing else, and production has moved to caddy.
{ den, ... }:
{
  den.environments.prod.backends.reverse-proxy = "caddy";
  den.hosts.x86_64-linux.web1 = {
    environment = "prod";
    includes = [ den.aspects.wiki ];
  };

  den.aspects.wiki.nginx = { nixos.services.nginx.virtualHosts."wiki.example".locations."/".proxyPass = "http://[::1]:8080"; };
}

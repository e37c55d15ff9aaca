{ den, ... }:
{
  den.hosts.x86_64-linux.web1.includes = [ den.aspects.nginx ];

  den.aspects.nginx = {
    meta.provides = [ "http-proxy" ];
    nixso = { services.nginx.enable = true; };
  };
}

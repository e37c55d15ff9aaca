{ den, libs, ... }:
{
  den.hosts.x86_64-linux.web1.includes = [ den.aspects.nginx ];
  den.aspects.nginx.meta.provides = [ "http-proxy" ];
}

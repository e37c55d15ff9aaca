{ den, ... }:
{
  den.hosts.x86_64-linux.web1 = {
    includes = with den.aspects; [ nginx grafana ];
    bindings.http-proxy = "service:caddy@web1";
  };

  den.aspects.nginx.meta.provides = [ "http-proxy" ];
  den.aspects.grafana.meta.requires = [ "http-proxy" ];
}

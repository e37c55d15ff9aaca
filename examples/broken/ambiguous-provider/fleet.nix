{ den, ... }:
{
  den.hosts.x86_64-linux.web1.includes = with den.aspects; [ nginx caddy grafana ];

  den.aspects.nginx.meta.provides = [ "http-proxy" ];
  den.aspects.caddy.meta.provides = [ "http-proxy" ];
  den.aspects.grafana.meta.requires = [ "http-proxy" ];
}

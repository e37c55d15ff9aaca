{ den, lib, ... }:
let
  port = lib.toInt "eighty";
in
{
  den.hosts.x86_64-linux.web1.includes = [ den.aspects.nginx den.aspects.grafana ];

  # Throws for nginx only: grafana is still resolved.
  den.aspects.nginx.meta.provides.http-proxy = if port > 0 then { } else throw "no port";
  den.aspects.grafana.meta.provides = [ "dashboards" ];
}

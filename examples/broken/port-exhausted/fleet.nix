# Room for two ports, and three services that want one.
{ den, ... }:
{
  den.fleet.ports.auto = { from = 20000; to = 20001; };
  den.hosts.x86_64-linux.web1.includes = with den.aspects; [ grafana prometheus loki ];

  den.aspects.grafana.ports.web = "auto";
  den.aspects.prometheus.ports.web = "auto";
  den.aspects.loki.ports.web = "auto";
}

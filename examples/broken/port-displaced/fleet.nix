# Grafana was given port 20000 when the fleet was last locked; now the exporter insists on it.
{ den, ... }:
{
  den.hosts.x86_64-linux.web1.includes = with den.aspects; [ grafana exporter ];

  den.aspects.grafana.ports.web = "auto";
  den.aspects.exporter.ports.metrics = 20000;
}

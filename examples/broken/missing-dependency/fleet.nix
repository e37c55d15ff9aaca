# dns is on the gateway and only seen there; web1 is another machine.
{ den, ... }:
{
  den.hosts.x86_64-linux.gateway.includes = [ den.aspects.dns ];
  den.hosts.x86_64-linux.web1.includes = [ den.aspects.grafana ];

  den.aspects.dns.meta.provides = [ "dns" ];
  den.aspects.grafana.meta.requires = [ "dns" ];
}

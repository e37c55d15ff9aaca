# Each rule includes a DNS server where there is none, and none of the two knows of the other.
{ den, actions, fleet, ... }:
{
  den.rules.small = {
    on = "host";
    nac = host: fleet.servicesProviding "dns" != [ ];
    produce = host: actions.include "dnsmasq";
  };
  den.rules.large = {
    on = "host";
    nac = host: fleet.servicesProviding "dns" != [ ];
    produce = host: actions.include "bind";
  };

  den.aspects.dnsmasq.meta.provides = [ "dns" ];
  den.aspects.bind.meta.provides = [ "dns" ];
  den.hosts.x86_64-linux.web1 = { };
}

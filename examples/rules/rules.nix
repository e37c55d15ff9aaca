{ den, lib, sel, fleet, actions, gen-derive, ... }:
{
  den.rules = {
    # Whoever has no DNS server gets a small one. The rule does not see the one that it brings itself.
    dns = {
      on = "host";
      nac = _: fleet.servicesProviding "dns" != [ ];
      produce = _: actions.include den.aspects.dnsmasq;
    };

    # Runs before "hardened", which reads the tag.
    exposed = {
      on = "port";
      condition = { port, ... }: lib.elem port [ 80 443 ];
      produce = { host, ... }: actions.tag { tag = "exposed"; scope = "host:${host}"; };
    };
    hardened = {
      on = "host";
      condition = sel.tag "exposed";
      produce = _: actions.include "fail2ban";
    };

    # What is in production is observed; a service that must not be, says so.
    observed = {
      on = "host";
      condition = sel.attrs { environment = "prod"; };
      produce = _: [
        (actions.include den.aspects.node-exporter)
        (actions.set { path = "blog.workers"; value = 8; })
      ];
    };

    # Rules of one group can keep each other from firing.
    lab-is-lenient = {
      on = "port";
      condition = sel.and [ (sel.within (sel.name "lab")) (sel.attrs { port = 23; }) ];
      overrides = [ "cleartext" ];
      produce = port: actions.note "${port.service} speaks in clear text, which is fine in the lab.";
    };
    cleartext = {
      on = "port";
      condition = { port, ... }: port == 23;
      produce = port: actions.error "${port.service} speaks in clear text.";
    };

    # A number of things can be more or fewer later, so counts are read after whatever makes those things.
    small = gen-derive.mkRule {
      on = "fleet";
      condition = _: fleet.count.services > 100;
      produce = _: actions.warn "The fleet has grown beyond what one person looks after.";
    };
  };
}

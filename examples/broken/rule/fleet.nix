# A rule of this fleet: what faces the internet is monitored. One host is not.
{ den, actions, sel, ... }:
{
  den.rules.monitored = {
    on = "host";
    condition = sel.tag "edge";
    nac = sel.has "node-exporter";
    produce = host: actions.error {
      message = "host:${host.name} faces the internet and is not monitored.";
      fix = "add \"node-exporter\" to its includes";
    };
  };

  den.aspects.node-exporter.meta.provides = [ "metrics" ];
  den.hosts.x86_64-linux.web1 = { tags = [ "edge" ]; includes = [ "node-exporter" ]; };
  den.hosts.x86_64-linux.web2.tags = [ "edge" ];
}

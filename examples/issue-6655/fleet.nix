# The chain of clan-core#6655 on one host, with data-mesher declared and not deployed:
#
#   grafana → monitoring → { dns → data-mesher, pki },  grafana → reverse-proxy
#
# `curl server1/grafana` would fail at run time; `fairlead check` says so now.
{ den, ... }:
{
  den.fleet.name = "issue-6655";

  den.hosts.x86_64-linux.server1.includes =
    with den.aspects; [ grafana monitoring dns pki reverse-proxy ];

  den.aspects.grafana.meta.requires = [ "monitoring" "reverse-proxy" ];
  den.aspects.monitoring.meta.requires = [ "dns" "pki" ];
  den.aspects.dns.meta.requires = [ "data-mesher" ];
  den.aspects.data-mesher.meta.provides = [ "names" ]; # declared, and no host includes it
  den.aspects.pki.meta.provides = [ "tls" ];
  den.aspects.reverse-proxy.meta.provides = [ "http-proxy" ];
}

# Names need certificates, certificates need names; the dashboard stands behind both.
{ den, ... }:
{
  den.hosts.x86_64-linux.web1.includes = with den.aspects; [ dns pki grafana ];

  den.aspects.dns.meta.requires = [ "pki" ];
  den.aspects.pki.meta.requires = [ "dns" ];
  den.aspects.grafana.meta.requires = [ "dns" ];
}

# Three hosts, and what the fleet wants of itself. The rules add what is missing and report what nobody can add.
{ den, ... }:
{
  imports = [ ./rules.nix ];

  den.fleet.name = "rules";
  den.environments.prod = { };
  den.environments.lab = { };

  den.hosts.x86_64-linux = {
    edge = {
      environment = "prod";
      tags = [ "internet" ];
      includes = [ den.aspects.caddy den.aspects.blog ];
    };
    core = {
      environment = "prod";
      includes = [ den.aspects.bind den.aspects.postgresql ];
    };
    bench = {
      environment = "lab";
      includes = [ den.aspects.blog den.aspects.telnetd ];
    };
  };

  den.aspects = {
    caddy = {
      meta.provides = [ "http-proxy" ];
      ports.http = 80;
      ports.https = 443;
    };
    blog = {
      meta.requires = [ "dns" ];
      settings.workers = {
        default = 2;
      };
      ports.http = 8080;
    };
    bind.meta.provides = [ "dns" ];
    dnsmasq.meta.provides = [ "dns" ];
    postgresql.meta = {
      provides = [ "database" ];
      constraints.maxHosts = 1;
    };
    telnetd.ports.telnet = 23;
    fail2ban.meta.provides = [ "intrusion-prevention" ];
    node-exporter.meta.provides = [ "metrics" ];
  };
}

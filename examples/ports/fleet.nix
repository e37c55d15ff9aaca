# Ports of two machines: fixed ones, ranges, one address only, numbers from settings, and numbers that Fairlead chooses.
# fairlead.lock.json keeps the chosen ones: fairlead lock writes it.
{ den, lib, ... }:
{
  den.environments.prod.settings.proxy.httpPort = 8080;

  den.hosts.x86_64-linux.web = {
    environment = "prod";
    settings.proxy.httpsPort = 8443; # nearer than the environment, so it wins
    includes = with den.aspects; [ proxy grafana loki admin ];
  };
  den.hosts.x86_64-linux.voice.includes = with den.aspects; [ jitsi grafana ];

  den.aspects.proxy = {
    settings.httpPort = lib.mkOption { type = lib.types.port; default = 80; };
    settings.httpsPort = lib.mkOption { type = lib.types.port; default = 443; };
    ports = { settings, ... }: {
      http = { port = settings.httpPort; public = true; };
      https = { port = settings.httpsPort; public = true; };
    };
  };

  # Two interfaces on one number: they listen on different addresses.
  den.aspects.admin.ports.ui = { port = 9000; bind = "127.0.0.1"; };
  den.aspects.loki.ports.api = { port = 9000; bind = "10.0.0.5"; };

  # Whoever needs the number of a port that Fairlead chooses reads it from the argument ports.
  den.aspects.grafana = { ports, ... }: {
    ports.web = "auto";
    meta.provides.dashboard = { visibility = "host"; url = "http://localhost:${toString ports.web}"; };
  };

  den.aspects.jitsi.ports = {
    web = 443;
    media = { range = { from = 10000; to = 10100; }; protocol = "udp"; public = true; };
  };
}

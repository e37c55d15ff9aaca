# Grafana shows what monitoring gathers from every machine it may see.
{
  den.aspects.node-exporter = {
    meta.provides.metrics = { visibility = "environment"; port = 9100; };
  };

  den.aspects.monitoring = {
    meta.requires = {
      dns = { };
      pki = { };
      metrics.cardinality = "some";
    };
    state.paths = [ "/var/lib/mimir" "/var/lib/loki" ];
  };

  den.aspects.grafana = { lib, host, ... }: {
    meta.requires = [ "monitoring" "http-proxy" "postgresql" ]
      ++ lib.optional (host.environment == "prod") "sso-auth";
    settings.domain = lib.mkOption { type = lib.types.str; default = "grafana.home.example"; };
  };
}

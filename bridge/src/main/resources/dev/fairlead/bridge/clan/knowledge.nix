# What Clan's own services need and offer, which they do not say themselves.
#
# A role of a module is the aspect <module>.<role>; an instance gives it to machines. Capabilities
# are named for what a service asks of another: dns, certificate, http-proxy, metrics-sink,
# backup-repository. Only what holds for every use of the module is written here.
{ den, ... }:
{
  # Programs that modules bring along on the same machine, fixed in their code.
  den.aspects.nginx.meta.provides = [ "http-proxy" ];
  den.aspects.postgresql.meta.provides = [ "postgresql" ];

  # The server brings nginx and shows grafana at <machine>.<domain>, a name somebody must answer
  # for and a certificate somebody must issue.
  den.aspects.grafana.meta.requires = [ "dns" "certificate" "http-proxy" "postgresql" ];
  den.aspects.monitoring = {
    server = {
      meta.provides.metrics-sink = { visibility = "fleet"; };
      includes = { settings, lib, ... }:
        [ den.aspects.nginx ]
        ++ lib.optionals (settings.grafana.enable or false) [ den.aspects.postgresql den.aspects.grafana ];
      state.paths = [ "/var/lib/mimir" "/var/lib/loki" ];
    };
    client.meta.requires = [ "metrics-sink" ];
  };

  # Answers for the names that data-mesher spreads, on the machine it runs on.
  den.aspects.dm-dns = {
    default.meta = {
      provides.dns = { visibility = "host"; };
      requires = [ "data-mesher" ];
    };
    push.meta.requires = [ "data-mesher" ];
  };

  # Every machine has an agent; the bootstrap ones are where the others start.
  den.aspects.data-mesher = {
    default.meta = {
      provides.data-mesher = { visibility = "host"; };
      requires.data-mesher-bootstrap.cardinality = "some";
    };
    bootstrap.meta.provides.data-mesher-bootstrap = { visibility = "fleet"; };
  };

  # Issues certificates to its own machine.
  den.aspects.pki.default.meta.provides.certificate = { visibility = "host"; };

  den.aspects.borgbackup = {
    client.meta = {
      provides.backup = { visibility = "host"; };
      requires.backup-repository.cardinality = "some";
    };
    server.meta.provides.backup-repository = { visibility = "fleet"; };
  };

  # Gets its public certificate by itself; needs the proxy and the database it brings.
  den.aspects.matrix-synapse.default = {
    meta.requires = [ "http-proxy" "postgresql" ];
    includes = [ den.aspects.nginx den.aspects.postgresql ];
    state.paths = [ "/var/lib/matrix-synapse" ];
  };
}

# What Clan's own services need and offer, which they do not say themselves.
#
# A role of a module is the aspect "<module>.<role>"; an instance gives it to machines. Aspects without a dot are programs
# that modules bring along. Only what holds for every use of a module, as its settings are, is written here:
#   - dns, certificate, http-proxy, postgresql, data-mesher, backup: needed from the same machine;
#   - "<module>.<role>[<instance>]": a machine with that role in the same instance, wherever it is.
{ den, lib, ... }:
let
  # Who has a role offers it to its whole instance.
  offer = role: { instance, ... }: {
    "${role}[${instance}]" = { visibility = "fleet"; };
  };
in
{
  den.aspects.nginx.meta.provides = [ "http-proxy" ];
  den.aspects.postgresql.meta.provides = [ "postgresql" ];

  # Shown at <machine>.<domain>/grafana, by nginx: a name that somebody must answer for and a certificate that somebody
  # must issue, unless the setting "host" of the server says that the name is looked after elsewhere.
  den.aspects.grafana.meta.requires = [ "http-proxy" "postgresql" ];
  den.aspects."monitoring.server" = {
    meta.provides = offer "monitoring.server";
    includes =
      { settings, ... }:
      let
        grafana = den.aspects.grafana;
        named = (settings.host or null) != null;
        reachable = grafana // {
          meta.requires = {
            http-proxy = { };
            postgresql = { };
            dns.cardinality = "some";
            certificate.cardinality = "some";
          };
        };
      in
      [ den.aspects.nginx ]
      ++ lib.optionals ((settings.grafana.enable or false) == true) [
        den.aspects.postgresql
        (if named then grafana else reachable)
      ];
    state.paths = [ "/var/lib/mimir" "/var/lib/loki" ];
  };

  # Sends to the one server of its instance, and does not evaluate without.
  den.aspects."monitoring.client".meta.requires = { instance, ... }: [ "monitoring.server[${instance}]" ];

  # Answers on its machine for the names that data-mesher spreads.
  den.aspects."dm-dns.default".meta = {
    provides = [ "dns" ];
    requires = [ "data-mesher" ];
  };
  den.aspects."dm-dns.push".meta.requires = [ "data-mesher" ];

  # Starts at a machine with the role "bootstrap", itself perhaps, or at peers that the settings name.
  den.aspects."data-mesher.default".meta = {
    provides = [ "data-mesher" ];
    requires =
      { instance, settings, ... }:
      lib.optionalAttrs ((settings.extraBootstrapPeers or [ ]) == [ ]) {
        "data-mesher.bootstrap[${instance}]" = { cardinality = "some"; late = true; };
      };
  };
  den.aspects."data-mesher.bootstrap".meta = {
    provides = offer "data-mesher.bootstrap";
    requires = [ "data-mesher" ];
  };

  # Issues certificates to its own machine.
  den.aspects."pki.default".meta.provides = [ "certificate" ];

  # Another authority, with one machine that issues. What it provides is a function so that it is not proposed to those
  # who have none: the role alone would not help them.
  den.aspects."certificates.default".meta = {
    provides = { host, ... }: [ "certificate" ];
    requires = { instance, ... }: { "certificates.ca[${instance}]".cardinality = "some"; };
  };
  den.aspects."certificates.ca" = {
    meta.provides = { instance, ... }: offer "certificates.ca" { inherit instance; } // { certificate = { }; };
    meta.requires = [ "http-proxy" ];
    includes = [ den.aspects.nginx ];
  };

  # Backs up what its machine keeps to all servers of its instance, and to destinations outside that the settings name.
  den.aspects."borgbackup.client" = {
    meta.provides = [ "backup" ];
    meta.requires =
      { instance, settings, ... }:
      lib.optionalAttrs ((settings.destinations or { }) == { }) {
        "borgbackup.server[${instance}]".cardinality = "some";
      };
    pipe.backup.consume = "backup-targets";
  };
  den.aspects."borgbackup.server".meta.provides = offer "borgbackup.server";

  # Copies what its machine keeps to a disk of it.
  den.aspects."localbackup.default" = {
    meta.provides = [ "backup" ];
    pipe.backup.consume = "backup-targets";
  };

  # Brings its proxy and its database, and gets its public certificate itself.
  den.aspects."matrix-synapse.default" = {
    meta.requires = [ "http-proxy" "postgresql" ];
    includes = [ den.aspects.nginx den.aspects.postgresql ];
    state.paths = [ "/var/lib/matrix-synapse" ];
  };
}

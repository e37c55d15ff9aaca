{ den, sel, ... }:
{
  den.aspects = {
    router.meta.provides.routing.visibility = "environment";

    # Deployed where the tag is, not where somebody remembers to include it.
    postgres = {
      neededBy = sel.tag "database";
      includes = [ den.aspects.debugging ];
      meta.requires = [ "routing" ];
    };

    # All monitored hosts but routers, which are watched from outside.
    node-exporter = {
      neededBy = sel.and [
        (sel.tag "monitored")
        (sel.kind "host")
        (sel.not (sel.has den.aspects.router))
      ];
      nixos = { host, ... }: { services.prometheus.exporters.node.listenAddress = host.address; };
    };

    # Keeps the debugger out, and what only the debugger brings, whoever includes it.
    hardened.excludes = [ den.aspects.debugging ];
    debugging.includes = [ den.aspects.symbols ];
    symbols.nixos = { };

    # For each administrator, on whichever host.
    sudo = { user, ... }: {
      neededBy = sel.tag "admin";
      nixos.security.sudo.extraRules = [ { users = [ user.name ]; } ];
    };
    shell = { user, ... }: { homeManager.programs.fish.enable = true; };

    # A service of the cluster: its functions read the cluster as others read their host.
    failover = { cluster, ... }: {
      meta.provides.accounts-database.primary = cluster.primary;
    };
  };
}

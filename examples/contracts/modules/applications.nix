{ sel, ... }:
{
  # From one of several databases: the one on a host with the tag.
  den.aspects.grafana = {
    meta.requires.database = {
      from = sel.tag "primary";
      request.name = "grafana";
    };
    nixos =
      { bindings, ... }:
      let
        inherit (bindings) database;
      in
      {
        services.grafana.settings.database.host = "${database.address}:${toString database.port}";
      };
  };

  # From all of them: it keeps copies.
  den.aspects.nextcloud = {
    meta.requires.database = {
      cardinality = "some";
      request = {
        name = "nextcloud";
        extensions = [ "pg_trgm" ];
      };
    };
    nixos =
      { bindings, pipes, ... }:
      {
        services.nextcloud.databases = map (database: database.address) bindings.database;
        services.nextcloud.neighbours = pipes.database-clients;
      };
  };
}

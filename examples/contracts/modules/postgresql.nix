# Makes a database and a user for each service that is bound to it.
{ lib, ... }:
{
  den.aspects.postgresql = {
    meta =
      { host, ... }:
      {
        provides.database = {
          visibility = "environment";
          inherit (host) address;
        };
      };
    nixos =
      { requests, ... }:
      {
        services.postgresql = {
          enable = requests.database != [ ];
          ensureDatabases = map (request: request.value.name) requests.database;
          ensureUsers = map (request: {
            inherit (request.value) name;
            ensureDBOwnership = true;
          }) requests.database;
          extensions = lib.unique (lib.concatMap (request: request.value.extensions) requests.database);
        };
      };
    # Who connects, and from where: told to whatever writes the rules of the firewall.
    pipe.clients =
      { requests, ... }:
      {
        channel = "database-clients";
        data = map (request: "${request.value.name} on ${request.host}") requests.database;
        visibility = "fleet";
      };
  };
}

# A database with one writer runs on two hosts of one environment.
{ den, ... }:
{
  den.aspects.postgresql.meta = {
    provides = [ "database" ];
    constraints = { maxHosts = 1; per = "environment"; };
  };

  den.environments.prod = { };
  den.environments.dev = { };
  den.hosts.x86_64-linux.db1 = { environment = "prod"; includes = [ den.aspects.postgresql ]; };
  den.hosts.x86_64-linux.db2 = { environment = "prod"; includes = [ den.aspects.postgresql ]; };
  den.hosts.x86_64-linux.lab = { environment = "dev"; includes = [ den.aspects.postgresql ]; };
}

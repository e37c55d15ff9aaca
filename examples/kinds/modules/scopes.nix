{ den, ... }:
{
  den.environments.prod.tags = [ "monitored" ];
  den.environments.lab = { };

  den.hosts.x86_64-linux = {
    edge = {
      environment = "prod";
      address = "10.0.0.1";
      includes = [ den.aspects.router ];
    };
    db1 = {
      environment = "prod";
      address = "10.0.0.11";
      gateway = "edge";
      rack = 2;
      tags = [ "database" ];
      includes = [ den.aspects.hardened ];
      users.ann = {
        tags = [ "admin" ];
        includes = [ den.aspects.shell ];
      };
    };
    bench = {
      environment = "lab";
      address = "10.0.9.1";
      includes = [ den.aspects.debugging ];
    };
  };

  # Not a machine, and yet something that services live in.
  den.entities.cluster.accounts = {
    environment = "prod";
    primary = "db1";
    includes = [ den.aspects.failover ];
    expose.accounts-database = "environment";
  };
}

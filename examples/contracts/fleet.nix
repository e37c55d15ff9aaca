# Two hosts: one keeps the databases, the other runs what uses them. Neither side names the other: a service says what it
# asks for and reads what it gets, the database makes what is asked and says where it is.
{ den, sel, ... }:
{
  den.fleet.name = "contracts";
  den.environments.prod = { };

  den.hosts.x86_64-linux.db1 = {
    environment = "prod";
    address = "10.0.0.2";
    tags = [ "primary" ];
    includes = [ den.aspects.postgresql ];
  };
  den.hosts.x86_64-linux.db2 = {
    environment = "prod";
    address = "10.0.0.3";
    includes = [ den.aspects.postgresql ];
  };
  den.hosts.x86_64-linux.web1 = {
    environment = "prod";
    address = "10.0.0.4";
    includes = [
      den.aspects.grafana
      den.aspects.nextcloud
    ];
  };
}

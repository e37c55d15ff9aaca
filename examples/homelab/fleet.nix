# Three machines in two environments. What runs where is said here; what each service
# provides and needs is said once, beside the service, in modules/.
{ den, ... }:
{
  den.fleet.name = "homelab";

  den.environments.prod = {
    domain = "home.example";
    tags = [ "backed-up" ];
  };
  den.environments.lab = {
    domain = "lab.example";
    imports = [ "prod" ]; # sees what prod offers: names, certificates, sign-on
  };

  # Every machine can be watched and resolves names through the mesh.
  den.default.includes = [ den.aspects.node-exporter den.aspects.data-mesher ];

  den.hosts.x86_64-linux.gateway = {
    environment = "prod";
    address = "10.0.0.1";
    tags = [ "edge" ];
    includes = with den.aspects; [ dns pki reverse-proxy sso backup ];
  };

  den.hosts.x86_64-linux.apps = {
    environment = "prod";
    address = "10.0.0.2";
    includes = with den.aspects; [ nextcloud matrix grafana monitoring postgresql backup ];
    users.alice.includes = [ "shell" ];
  };

  den.hosts.aarch64-linux.bench = {
    environment = "lab";
    address = "10.1.0.1";
    includes = [ den.aspects.jellyfin "backup" ];
  };
}

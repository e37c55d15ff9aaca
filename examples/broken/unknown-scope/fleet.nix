{
  den.environments.prod = { };
  den.hosts.x86_64-linux.gateway.environment = "prod";
  den.hosts.x86_64-linux.web1 = {
    environment = "prod";
    imports = [ "gatway" ];
  };
}

# Who decides what a setting is: each scope says what it knows, and the nearest that says
# something wins. `fairlead why host:web1 nginx.port -C examples/settings` shows the layers.
{ den, ... }:
{
  den.fleet.name = "settings";

  # An environment that others build on, and one that is its own.
  den.environments.base = {
    settings.k3s = {
      clusterCidr = "10.42.0.0/16";
      flags = [ "--disable=traefik" ];
    };
    settings.services.bgp.asn = 65000;
    settings.disk.impermanence.wipeHomeOnBoot = true;
  };
  den.environments.prod = {
    imports = [ "base" ];
    settings.k3s.flags = [ "--secrets-encryption" ];
    settings.nginx = {
      port = 443;
      allowedOrigins = [ "*.example.com" ];
    };
  };
  den.environments.cdn.settings.nginx.allowedOrigins = [ "cdn.example" ];

  # The port and the workers are the host's own; it takes origins from cdn, and the rest from prod.
  den.hosts.x86_64-linux.web1 = {
    environment = "prod";
    imports = [ "cdn" ];
    settings.nginx = {
      port = 8080;
      workers = 16;
    };
    includes = [ den.aspects.nginx ];
  };

  den.hosts.x86_64-linux.node1 = {
    environment = "prod";
    includes = with den.aspects; [ disk.impermanence k3s services.bgp ];
    settings.services.bgp.peers.tor1 = { address = "10.0.0.1"; asn = 65001; };
    users.alice.includes = [ "home" ];
  };
  den.hosts.x86_64-linux.node2 = {
    environment = "prod";
    includes = with den.aspects; [ disk.impermanence k3s services.bgp ];
    # This one keeps its homes, and speaks to its neighbour by another number.
    settings.disk.impermanence.wipeHomeOnBoot = false;
    settings.k3s.flags = [ "--secrets-encryption" "--node-label=zone=b" ];
    settings.services.bgp.peers.tor1.asn = 65002;
    users.bob.includes = [ "home" ];
  };
}

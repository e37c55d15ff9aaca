# Names: the mesh spreads them, dns answers for them.
{
  den.aspects.data-mesher = {
    meta.provides.names = { port = 7331; };
    state.paths = [ "/var/lib/data-mesher" ];
    nixos = { services.data-mesher.enable = true; };
  };

  den.aspects.dns = {
    meta.requires = [ "data-mesher" ];
    meta.provides.dns = { visibility = "fleet"; port = 53; };
    ports.dns = { port = 53; protocol = "udp"; };
    nixos = { host, ... }: { services.unbound.settings.server.interface = [ host.address ]; };
  };
}

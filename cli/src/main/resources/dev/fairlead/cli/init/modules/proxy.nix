# An aspect is a feature that hosts include; there it becomes a service.
{
  den.aspects.proxy = {
    # What it offers to others, and how far away it is seen: host, environment or fleet.
    meta.provides.http-proxy = { visibility = "environment"; };

    # Claims on ports: two services of one host that claim the same are found.
    ports.http = { port = 80; public = true; };
    ports.https = { port = 443; public = true; };

    # What it means for NixOS.
    nixos.services.nginx.enable = true;
  };
}

{ lib, ... }:
{
  den.aspects.web = {
    # What it needs. Take the proxy off its host, and fairlead check tells who misses it, and why.
    meta.requires = [ "http-proxy" ];

    # Typed settings. fairlead why host:web1 web.port tells where a value is from.
    settings = {
      port = lib.mkOption { type = lib.types.port; default = 3000; };
      workers = lib.mkOption { type = lib.types.ints.positive; default = 1; };
    };

    # A facet may be a function of what it needs to know: settings, host, bindings, ports ...
    ports.http = { settings, ... }: settings.port;
    nixos = { settings, bindings, ... }: {
      services.web = {
        inherit (settings) port workers;
        trustedProxy = bindings.http-proxy.host;
      };
    };

    # What it keeps. State that no backup reads is a warning.
    state.paths = [ "/var/lib/web" ];
  };
}

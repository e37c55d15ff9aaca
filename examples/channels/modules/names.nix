# /etc/hosts from the whole fleet: each host says what it is called, and reads what all are called.
{ lib, ... }:
{
  den.channels.hosts = {
    description = "what the hosts of the fleet are called";
    visibility = "fleet";
    type = lib.types.submodule {
      options.name = lib.mkOption { type = lib.types.str; };
      options.address = lib.mkOption { type = lib.types.str; };
    };
  };

  den.aspects.names = {
    pipe.hosts =
      { host, ... }:
      {
        data = {
          inherit (host) name address;
        };
      };
    nixos =
      { pipes, ... }:
      {
        networking.hosts = lib.listToAttrs (
          map (host: lib.nameValuePair host.address [ host.name ]) pipes.hosts
        );
      };
  };
}

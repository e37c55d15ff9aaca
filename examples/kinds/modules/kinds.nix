# What the scopes of this fleet are: typed hosts, and database clusters with their nodes.
{ lib, ... }:
{
  den.kinds.host = {
    options = {
      address = lib.mkOption {
        type = lib.types.str;
        description = "where the others reach it";
      };
      rack = lib.mkOption {
        type = lib.types.ints.positive;
        default = 1;
      };
      gateway = lib.mkOption {
        type = lib.types.nullOr (lib.types.ref "host");
        default = null;
        description = "the host that leads out";
      };
    };
    refine = [
      {
        check = host: host.gateway != host.name;
        message = "a host is not its own gateway";
      }
    ];
    strict = true;
  };

  den.kinds.cluster = {
    parent = "environment";
    options.primary.type = lib.types.ref "host";
  };
}

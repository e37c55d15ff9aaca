# Schemas as options and as modules, and aspects that read each other's settings.
{ lib, ... }:
{
  den.aspects.disk.impermanence = {
    settings = { lib, ... }: {
      options.persistRoot = lib.mkOption { type = lib.types.str; default = "/persist"; };
      options.wipeRootOnBoot = lib.mkEnableOption "a new root file system at each boot";
      options.wipeHomeOnBoot = lib.mkEnableOption "new homes at each boot";
      config.wipeRootOnBoot = true;
    };
    nixos = { settings, ... }: { fileSystems.${settings.persistRoot}.neededForBoot = true; };
  };

  # What a home must keep depends on what the machine does with homes.
  den.aspects.home = { host, user, ... }: {
    meta.provides.home = {
      keep = lib.optional host.settings.disk.impermanence.wipeHomeOnBoot
        "${host.settings.disk.impermanence.persistRoot}/home/${user.name}";
    };
  };

  den.aspects.k3s.settings = {
    clusterCidr = lib.mkOption { type = lib.types.str; };
    flags = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; merge = "unique"; };
  };
  den.aspects.k3s.meta = { settings, settingSources, ... }: {
    provides.cluster = { inherit (settings) clusterCidr flags; flagsFrom = settingSources.flags; };
  };

  den.aspects.services.bgp = {
    settings = {
      asn = lib.mkOption {
        type = lib.types.ints.u32;
        refine = [
          { check = n: n >= 64512 && n <= 65534; message = "the number of the fleet must be a private one"; }
        ];
      };
      peers = lib.mkOption {
        type = lib.types.attrsOf (lib.types.attrsOf (lib.types.either lib.types.str lib.types.int));
        default.tor1.address = "10.0.0.254";
        merge = "recursive";
      };
    };
    meta = { settings, ... }: { provides.routes = { inherit (settings) asn peers; }; };
  };
}

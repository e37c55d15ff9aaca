# A whole number is not yet a number of servers that can vote.
{ den, lib, ... }:
{
  den.aspects.etcd.settings.members = lib.mkOption {
    type = lib.types.ints.positive;
    default = 3;
    refine = [
      { check = n: lib.mod n 2 == 1; message = "an even number of members cannot outvote a split"; }
    ];
  };

  den.fleet.settings.etcd.members = 4;
  den.hosts.x86_64-linux.db1.includes = [ den.aspects.etcd ];
}

# Backups find every stateful service on their host: its state is an item of backup-targets, and whoever reads that
# channel gets it. A new service needs no line here.
{ lib, ... }:
{
  den.channels.backup-targets = {
    description = "what has to be kept";
    coverage = "required";
    type = lib.types.submodule {
      options = lib.genAttrs [ "paths" "databases" "excludes" ] (
        name:
        lib.mkOption {
          type = lib.types.listOf lib.types.str;
          default = [ ];
        }
      );
    };
  };

  den.aspects.nextcloud.state = {
    paths = [ "/var/lib/nextcloud" ];
    databases = [ "nextcloud" ];
  };
  den.aspects.gitea.state.paths = [ "/var/lib/gitea" ];

  den.aspects.restic.nixos =
    { pipes, channels, ... }:
    {
      services.restic.backups.local.paths = lib.concatMap (target: target.paths) pipes.backup-targets;
      environment.etc."backed-up".text = lib.concatMapStringsSep "\n" (item: item.service) channels.backup-targets;
    };
}

# Services exchange data through channels: all state on a host is in backup-targets.
{
  den.aspects.backup.nixos = { lib, pipes, ... }: {
    services.restic.backups.local.paths = lib.concatMap (kept: kept.paths) pipes.backup-targets;
  };
}

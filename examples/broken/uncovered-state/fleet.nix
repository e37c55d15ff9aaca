# The files are backed up on the host where they are kept, but the photos were forgotten.
{ den, ... }:
{
  den.hosts.x86_64-linux.nas.includes = with den.aspects; [ files backup ];
  den.hosts.x86_64-linux.attic.includes = [ den.aspects.photos ];

  den.aspects.files.state.paths = [ "/srv/files" ];
  den.aspects.photos.state.paths = [ "/srv/photos" ];

  den.aspects.backup.nixos = { lib, pipes, ... }: {
    services.restic.backups.daily.paths = lib.concatMap (kept: kept.paths) pipes.backup-targets;
  };
}

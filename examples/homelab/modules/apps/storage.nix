# Databases, and the backup that finds everything with state.
{
  den.aspects.postgresql = {
    meta.provides.postgresql = { port = 5432; };
    state.databases = [ "grafana" "matrix" "nextcloud" ];
  };

  den.aspects.backup = {
    meta.provides = [ "backup" ];
    meta.requires.dns.late = true; # restores must work before names do
    nixos = { lib, pipes, ... }: {
      services.restic.backups.local.paths = lib.concatMap (kept: kept.paths) pipes.backup-targets;
      services.postgresqlBackup.databases = lib.concatMap (kept: kept.databases) pipes.backup-targets;
    };
  };
}

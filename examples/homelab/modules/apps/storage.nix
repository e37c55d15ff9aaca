# Databases, and the backup that finds everything with state.
{
  den.aspects.postgresql = {
    meta.provides.postgresql = { port = 5432; };
    state.databases = [ "grafana" "matrix" "nextcloud" ];
  };

  den.aspects.backup = {
    meta.provides = [ "backup" ];
    meta.requires.dns.late = true; # restores must work before names do
  };
}

# What people come for.
{
  den.aspects.nextcloud = {
    meta.requires = [ "postgresql" "http-proxy" "sso-auth" "backup" ];
    state.paths = [ "/var/lib/nextcloud" ];
  };

  den.aspects.matrix = {
    meta.requires = [ "postgresql" "http-proxy" "backup" ];
    state.paths = [ "/var/lib/matrix-synapse" ];
  };

  den.aspects.jellyfin = {
    meta.requires = {
      dns = { };
      pki = { };
      sso-auth.cardinality = "optional";
    };
    state.paths = [ "/var/lib/jellyfin" ];
  };

  den.aspects.shell = { user, ... }: {
    homeManager.programs.zsh.enable = true;
  };
}

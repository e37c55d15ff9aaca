# One account for everything. Accounts live in the directory beside it.
{ den, ... }:
{
  den.aspects.ldap = {
    meta.provides = [ "ldap" ];
    state.paths = [ "/var/lib/lldap" ];
  };

  den.aspects.sso = {
    includes = [ den.aspects.ldap ];
    meta.provides.sso-auth = { visibility = "environment"; };
    meta.requires = [ "http-proxy" "ldap" ];
  };
}

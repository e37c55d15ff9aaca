# A setting without a default that nobody gives a value.
{ den, lib, ... }:
{
  den.aspects.acme = {
    settings.email = lib.mkOption { type = lib.types.str; };
    meta.provides.certificates = { };
  };

  den.hosts.x86_64-linux.web1.includes = [ den.aspects.acme ];
}

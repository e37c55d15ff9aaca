# web1 gets den.aspects.web1 by its name; including it again says nothing new.
{ den, ... }:
{
  den.hosts.x86_64-linux.web1.includes = [ den.aspects.web1 ];
  den.aspects.web1.meta.provides = [ "http-proxy" ];
}

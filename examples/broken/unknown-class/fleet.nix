# The class is reverse-proxy; without its hyphen it is none.
{ den, ... }:
{
  den.hosts.x86_64-linux.web1 = {
    backends.reverseproxy = "caddy";
    includes = [ den.aspects.blog ];
  };

  den.aspects.blog.reverse-proxy = { virtualHosts."blog.example".port = 8080; };
}

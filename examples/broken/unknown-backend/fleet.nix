# A slip of the keys in the name of the proxy.
{ den, ... }:
{
  den.environments.prod.backends.reverse-proxy = "ngnix";
  den.hosts.x86_64-linux.web1 = {
    environment = "prod";
    includes = [ den.aspects.blog ];
  };

  den.aspects.blog.reverse-proxy = { virtualHosts."blog.example".port = 8080; };
}

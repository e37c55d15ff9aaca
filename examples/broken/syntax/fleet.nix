{
  den.hosts.x86_64-linux.web1 = {
    includes = [ "nginx" ]
  };

  den.aspects.nginx.meta.provides = [ "http-proxy" ];
}

# A load balancer gets its back-ends from the other hosts of its environment, the spare ones left out.
{ sel, lib, ... }:
{
  den.aspects.web.pipe.backends =
    { host, ... }:
    {
      visibility = "environment";
      data = {
        inherit (host) name address;
        port = 8080;
      };
    };

  den.aspects.load-balancer = {
    pipe.upstreams = {
      gather = sel.and [
        (sel.name "web")
        (sel.not (sel.within (sel.tag "spare")))
      ];
      channel = "backends";
      sort = a: b: a.name < b.name;
      map = backend: "${backend.address}:${toString backend.port}";
    };
    nixos =
      { pipes, ... }:
      {
        services.haproxy.config = lib.concatMapStringsSep "\n" (address: "server ${address}") pipes.upstreams;
      };
  };
}

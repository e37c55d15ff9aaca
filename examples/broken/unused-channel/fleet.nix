# The reader of the channel has its name wrong.
{ ... }:
{
  den.hosts.x86_64-linux.web1.includes = [
    "blog"
    "prometheus"
  ];

  den.aspects.blog.pipe.metrics = {
    channel = "scrape-targets";
    data.port = 9100;
  };
  den.aspects.prometheus.nixos =
    { pipes, ... }:
    {
      services.prometheus.targets = map (target: target.port) pipes.scrape-target;
    };
}

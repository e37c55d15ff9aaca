# A fleet: its hosts, and what is included on each. What the aspects are is in modules/.
# fairlead check tells what is wrong with it, fairlead diagram draws it.
{ den, ... }:
{
  den.environments.prod = {
    # Settings of an environment hold on all of its hosts that say nothing nearer.
    settings.web.workers = 4;
  };

  den.hosts.x86_64-linux.gateway = {
    environment = "prod";
    includes = [ den.aspects.proxy ];
  };

  den.hosts.x86_64-linux.web1 = {
    environment = "prod";
    includes = with den.aspects; [ web backup ];
    settings.web.port = 8080;
  };
}

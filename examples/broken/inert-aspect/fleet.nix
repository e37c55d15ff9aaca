# No scope knows a cluster, so the aspect has no effect anywhere.
{ den, ... }:
{
  den.hosts.x86_64-linux.web1.includes = [ den.aspects.k3s ];
  den.aspects.k3s = { host, cluster, ... }: {
    meta.provides = [ "kubernetes" ];
  };
}

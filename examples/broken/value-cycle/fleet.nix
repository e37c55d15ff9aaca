# Each machine takes its tags from the other, so neither has any.
{ den, ... }:
{
  den.hosts.x86_64-linux.web1.tags = den.hosts.x86_64-linux.web2.tags;
  den.hosts.x86_64-linux.web2.tags = den.hosts.x86_64-linux.web1.tags;
}

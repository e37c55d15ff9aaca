# The rule tags a host that has no such tag, and so has it no more, and so has it again.
{ den, actions, ... }:
{
  den.rules.fresh = {
    on = "host";
    condition = host: !builtins.elem "seen" host.tags;
    produce = host: actions.tag "seen";
  };

  den.hosts.x86_64-linux.web1 = { };
}

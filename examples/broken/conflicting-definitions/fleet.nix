# The machine's environment is said here and, differently, in modules/web1.nix.
{
  den.environments.prod = { };
  den.environments.lab = { };
  den.hosts.x86_64-linux.web1.environment = "prod";
}

{
  den.environments.prod = { };
  den.hosts.x86_64-linux.web1.environment = "pord";
}

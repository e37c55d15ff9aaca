{
  den.hosts.x86_64-linux.web1.tags = [ "edge" ];
  den.hosts.aarch64-linux.web1.tags = [ "lab" ];
}

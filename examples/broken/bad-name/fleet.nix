{
  den.hosts.x86_64-linux."web1@rack2".tags = [ "edge" ];
}

# What services tell each other without knowing each other: what to back up, where to send requests, who is called what.
{ den, ... }:
{
  den.fleet.name = "channels";
  den.environments.prod = { };
  den.environments.staging = { };

  # Every host is in everybody's /etc/hosts.
  den.default.includes = [ den.aspects.names ];

  den.hosts.x86_64-linux.lb1 = {
    environment = "prod";
    address = "10.0.0.1";
    includes = [ den.aspects.load-balancer ];
  };
  den.hosts.x86_64-linux.web1 = {
    environment = "prod";
    address = "10.0.0.11";
    includes = with den.aspects; [
      web
      nextcloud
      restic
    ];
  };
  den.hosts.x86_64-linux.web2 = {
    environment = "prod";
    address = "10.0.0.12";
    tags = [ "spare" ];
    includes = with den.aspects; [
      web
      gitea
      restic
    ];
  };
  den.hosts.x86_64-linux.try1 = {
    environment = "staging";
    address = "10.1.0.11";
    includes = [ den.aspects.web ];
  };
}

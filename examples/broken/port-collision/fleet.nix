# Two proxies on one machine, both at the door of the web.
{ den, ... }:
{
  den.hosts.x86_64-linux.web1.includes = with den.aspects; [ nginx caddy ];

  den.aspects.nginx.ports.http = 80;
  den.aspects.caddy.ports = { http = 80; https = 443; };
}

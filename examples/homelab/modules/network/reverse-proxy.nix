# The one door from outside. Which proxy it is, is the class's business: nobody below names nginx.
{
  den.classes.reverse-proxy.backend = "caddy";

  den.aspects.reverse-proxy = {
    meta.provides.http-proxy = { visibility = "environment"; };
    meta.requires = [ "dns" "pki" ];
    ports = { http = 80; https = 443; };
  };
}

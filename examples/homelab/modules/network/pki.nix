# Certificates of our own authority.
{
  den.aspects.pki = {
    meta.provides.pki = { visibility = "fleet"; };
    state.paths = [ "/var/lib/step-ca" ];
    nixos = { services.step-ca.enable = true; };
  };
}

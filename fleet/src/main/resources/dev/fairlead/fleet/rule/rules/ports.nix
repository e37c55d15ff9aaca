# Ports of a host that several claims take. Every claim of a collision says the same, so it is one finding, which lists
# them all.
{ actions, fleet, lib, ... }:
let
  inherit (builtins) elem head length match toString;
  inherit (lib) concatMapStringsSep concatStringsSep hasPrefix last optionalString;

  everywhere = [ "0.0.0.0" "::" "[::]" "*" ];

  # Claims of what is deployed outside of hosts name the scope by its id.
  scopeOf = port: if match ".*:.*" port.host == null then "host:${port.host}" else port.host;

  layer =
    name:
    if name == "include" then
      "of its include"
    else if name == "default" then
      "by default"
    else
      "${if hasPrefix "rule:" name then "by" else "at"} ${name}";

  claimed =
    port:
    "${fleet.brief port.service} claims ${port.protocol} ${toString port.port}"
    + optionalString (port.to != port.port) "-${toString port.to}"
    + optionalString (!elem port.bind everywhere) " of ${port.bind}"
    + " as ports.${port.name}"
    + optionalString (port.setting != null) ", from ${port.setting}"
    + optionalString (port.layer != null) " ${layer port.layer}";

  times = n: if n == 2 then " twice" else " ${toString n} times";

  move =
    port:
    if port.setting != null && hasPrefix "host:" (scopeOf port) then
      "set settings.${port.setting} on ${scopeOf port} to another port"
    else
      ''give one of them another number, such as ports.${port.name} = "auto" in den.aspects.${(fleet.fact port.service).aspect}, or another address to bind'';
in
{
  port-collision = {
    on = "port";
    condition = port: port.collision != null;
    produce =
      port:
      let
        inherit (port.collision) claims ports services;
        one = length ports == 1 && match "[0-9]+" (head ports) != null;
      in
      actions.error {
        id = "port-collision";
        message =
          "${if one then "Port" else "Ports"} ${concatStringsSep ", " ports} claimed"
          + optionalString (length services == 1) (times (length claims))
          + " by ${concatMapStringsSep ", " fleet.brief services} on ${scopeOf port}.";
        subject = scopeOf port;
        related = [
          {
            fact = port.id;
            message = claimed port;
          }
        ];
        fix = move (fleet.fact (last claims));
      };
  };
}

# meta.constraints = { minHosts; maxHosts; maxInstances; per; }: how often an aspect may be deployed. The services of an
# aspect agree on its constraints, so every one of them says the same, and it is one finding.
{ actions, fleet, lib, ... }:
let
  inherit (builtins) length toString;
  known = [ "maxHosts" "maxInstances" "minHosts" "per" ];
  plural = n: word: "${toString n} ${word}${if n == 1 then "" else "s"}";
in
{
  constraints = {
    on = "service";
    condition = service: service.meta != null && service.meta ? constraints;
    produce =
      service:
      let
        c = service.meta.constraints;
        perEnvironment = (c.per or "fleet") == "environment";
        all = map fleet.fact (
          fleet.servicesOf (
            { inherit (service) aspect; }
            // (if perEnvironment then { inherit (service) environment; } else { host = null; })
          )
        );
        hosts = length (lib.unique (map (s: s.host) all));
        instances = length all;
        where = preposition: if perEnvironment then " ${preposition} env:${service.environment}" else "";
        broken =
          what: limit:
          actions.error {
            id = "constraint";
            message = "service:${service.aspect} runs ${what}, but its meta.constraints allow ${limit}.";
            subject = (builtins.head all).id;
            related = map (s: s.id) all;
          };
        misspelt =
          message:
          actions.error {
            id = "constraint";
            message = "den.aspects.${service.aspect}.meta.constraints.${message}";
            subject = builtins.head (fleet.servicesOf { inherit (service) aspect; host = null; });
          };
      in
      map (name: misspelt "${name} is none of ${lib.concatStringsSep ", " known}.") (
        lib.subtractLists known (builtins.attrNames c)
      )
      ++ lib.optional (!builtins.elem (c.per or "fleet") [ "fleet" "environment" ]) (
        misspelt "per must be \"fleet\" or \"environment\"."
      )
      ++ lib.optional (c ? minHosts && hosts < c.minHosts) (
        broken "on ${plural hosts "host"}${where "of"}" "no fewer than ${toString c.minHosts}"
      )
      ++ lib.optional (c ? maxHosts && hosts > c.maxHosts) (
        broken "on ${plural hosts "host"}${where "of"}" "no more than ${toString c.maxHosts}"
      )
      ++ lib.optional (c ? maxInstances && instances > c.maxInstances) (
        broken "${plural instances "time"}${where "in"}" "no more than ${toString c.maxInstances}"
      );
  };
}

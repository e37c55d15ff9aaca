# meta.constraints = { minHosts; maxHosts; maxInstances; per; }: how often an aspect may be deployed. The services of an
# aspect agree on its constraints, so every one of them says the same, and it is one finding.
{ actions, fleet, lib, ... }:
let
  inherit (builtins) length toString;
  plural = n: word: "${toString n} ${word}${if n == 1 then "" else "s"}";
in
{
  constraints = {
    on = "service";
    condition = service: builtins.isAttrs (service.meta.constraints or null);
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
        # What is no number was reported where it is written.
        has = limit: builtins.isInt (c.${limit} or null);
      in
      lib.optional (has "minHosts" && hosts < c.minHosts) (
        broken "on ${plural hosts "host"}${where "of"}" "no fewer than ${toString c.minHosts}"
      )
      ++ lib.optional (has "maxHosts" && hosts > c.maxHosts) (
        broken "on ${plural hosts "host"}${where "of"}" "no more than ${toString c.maxHosts}"
      )
      ++ lib.optional (has "maxInstances" && instances > c.maxInstances) (
        broken "${plural instances "time"}${where "in"}" "no more than ${toString c.maxInstances}"
      );
  };
}

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
        where = if perEnvironment then " of env:${service.environment}" else "";
        broken =
          what: limit:
          actions.error {
            id = "constraint";
            message = "service:${service.aspect} runs ${what}${where}, but its meta.constraints allow ${limit}.";
            subject = (builtins.head all).id;
            related = map (s: s.id) all;
          };
      in
      lib.optional (c ? minHosts && hosts < c.minHosts) (
        broken "on ${plural hosts "host"}" "no fewer than ${toString c.minHosts}"
      )
      ++ lib.optional (c ? maxHosts && hosts > c.maxHosts) (
        broken "on ${plural hosts "host"}" "no more than ${toString c.maxHosts}"
      )
      ++ lib.optional (c ? maxInstances && instances > c.maxInstances) (
        broken "${plural instances "time"}" "no more than ${toString c.maxInstances}"
      );
  };
}

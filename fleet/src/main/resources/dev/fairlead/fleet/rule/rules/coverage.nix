# What services emit and nobody takes: items of a channel with coverage = "required", and state that no backup reads.
{ actions, dialect, fleet, lib, ... }:
let
  inherit (builtins) head;
  inherit (lib) optionalString;

  reason =
    item: reader:
    if reader.sees then
      "reads the channel and sees the item, but does not gather it"
    else
      "reads the channel, but the item is only seen in ${item.seenIn}";

  remedy =
    item:
    let
      reader = head item.readers;
    in
    if item.readers == [ ] then
      "include an aspect that reads pipes.${item.channel} in ${item.scope}"
    else if reader.sees then
      "let ${reader.service} gather it: by a wider selector, or fewer stages"
    else
      "include ${(fleet.fact reader.service).aspect} in ${item.scope}, or let the item be seen farther: "
      + optionalString item.state "den.channels.${item.channel}."
      + ''visibility = "environment" or "fleet"'';

  missed =
    item: report:
    actions.${report.severity} (
      removeAttrs report [ "severity" ]
      // {
        candidates = map (reader: {
          inherit (reader) fact;
          reason = reason item reader;
        }) item.readers;
      }
    );
in
{
  uncovered-item = {
    on = "channel-item";
    condition = item: item.required && !item.consumed && !item.doubtful;
    produce =
      item:
      missed item {
        severity = "error";
        id = "uncovered-item";
        message = "${item.service} emits into the channel ${item.channel}, where each item must be consumed, but nobody consumes this one.";
        related = [
          {
            fact = "channel:${item.channel}";
            message = "the channel";
          }
        ];
        fix = remedy item;
      };
  };

  uncovered-state = {
    on = "channel-item";
    condition = item: item.state && !item.required && !item.kept && !item.doubtful;
    produce =
      item:
      let
        known = dialect.backUp item.scope;
      in
      missed item {
        severity = "warn";
        id = "uncovered-state";
        message = "${item.service} keeps state that no backup reads.";
        fix = if known != null then known else "${remedy item}; or, if it may be lost, set state.backup = false";
      };
  };
}

# Addresses of networks.
lib:
let
  inherit (builtins)
    elemAt
    filter
    head
    length
    match
    ;
  pieces = 8;
  bits = 128;

  # Eight groups of hexadecimal digits, with the zeros that "::" stands for.
  expand =
    text:
    let
      parts = lib.splitString ":" text;
      given = filter (part: part != "") parts;
      zeros = lib.replicate (pieces - length given) "0";
      begins = lib.hasPrefix "::" text;
      ends = lib.hasSuffix "::" text;
      short = lib.hasInfix "::" text;
      empty = length parts - length given;
      expected = if begins || ends then 2 else if short then 1 else 0;
      fits = if short then length given < pieces else length given == pieces;
    in
    if match "[0-9A-Fa-f:]+" text == null then throw "${text} contains malformed characters for IPv6 address"
    else if text == "::" then zeros
    else if empty != expected || !fits then throw "${text} is not a valid IPv6 address"
    else if begins then zeros ++ given
    else if ends then given ++ zeros
    else lib.concatMap (part: if part == "" then zeros else [ part ]) parts;

  group =
    text:
    let
      value = lib.fromHexString text;
    in
    if value >= 0 && value <= 65535 then value else throw "0x${text} is not a valid u16 integer";

  hex = n: lib.toLower (lib.toHexString n);
in
{
  ipv6 = {
    fromString =
      text:
      let
        parts = lib.splitString "/" text;
        given = lib.toInt (elemAt parts 1);
        prefixLength =
          if length parts == 1 then bits
          else if given >= 1 && given <= bits then given
          else throw "${text} IPv6 subnet should be in range [1;${toString bits}], got ${toString given}";
      in
      if length parts > 2 then throw "${text} is not a valid IPv6 address in CIDR notation"
      else {
        address = lib.concatMapStringsSep ":" (part: hex (group part)) (expand (head parts));
        inherit prefixLength;
      };

    # The lower half of an address, made of a MAC address.
    mkEUI64Suffix =
      mac:
      let
        octets = match (lib.concatStringsSep "[-:.]?" (lib.replicate 6 "([0-9A-Fa-f]{2})")) mac;
        octet = elemAt octets;
        flipped = lib.toHexString (builtins.bitXor 512 (lib.fromHexString (octet 0 + octet 1)));
      in
      if octets == null then throw "\"${mac}\" is not a valid MAC address (expected 6 octets of hex digits)"
      else lib.toLower "${flipped}:${octet 2}ff:fe${octet 3}:${octet 4 + octet 5}";
  };
}

# What may be asked of a database, and what one gives. Both sides are held to it, when somebody reads what they say.
{ lib, ... }:
{
  den.contracts.database = {
    request = {
      name = lib.mkOption { type = lib.types.str; };
      extensions = lib.mkOption {
        type = lib.types.listOf lib.types.str;
        default = [ ];
      };
    };
    result = {
      address = lib.mkOption { type = lib.types.str; };
      port = lib.mkOption {
        type = lib.types.port;
        default = 5432;
      };
    };
  };
}

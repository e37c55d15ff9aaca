# The name of a database is asked for under a name that the contract does not have.
{ lib, ... }:
{
  den.contracts.database.request = {
    name = lib.mkOption {
      type = lib.types.str;
      default = "main";
    };
  };

  den.hosts.x86_64-linux.web1.includes = [
    "blog"
    "postgresql"
  ];

  den.aspects.blog.meta.requires.database.request.nam = "blog";
  den.aspects.postgresql.meta.provides.database = { };
}

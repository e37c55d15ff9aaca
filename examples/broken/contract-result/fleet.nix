# A database says its port as text.
{ lib, ... }:
{
  den.contracts.database.result = {
    port = lib.mkOption { type = lib.types.port; };
  };

  den.hosts.x86_64-linux.web1.includes = [
    "blog"
    "postgresql"
  ];

  den.aspects.blog.meta.requires.database = { };
  den.aspects.postgresql.meta.provides.database.port = "5432";
}

# What is to be backed up is a list of paths; one service says a path.
{ lib, ... }:
{
  den.channels.backups.type = lib.types.submodule {
    options.paths = lib.mkOption { type = lib.types.listOf lib.types.str; };
  };

  den.hosts.x86_64-linux.web1.includes = [
    "blog"
    "restic"
  ];

  den.aspects.blog.pipe.backups.data.paths = "/var/lib/blog";
  den.aspects.restic.nixos =
    { pipes, ... }:
    {
      services.restic.backups.all.paths = lib.concatMap (item: item.paths) pipes.backups;
    };
}

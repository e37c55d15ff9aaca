# What must be backed up is kept on a host that nobody backs up.
{ ... }:
{
  den.channels.backups.coverage = "required";

  den.hosts.x86_64-linux.web1.includes = [ "blog" ];
  den.hosts.x86_64-linux.nas.includes = [ "restic" ];

  den.aspects.blog.pipe.backups.data.paths = [ "/var/lib/blog" ];
  den.aspects.restic.nixos =
    { pipes, lib, ... }:
    {
      services.restic.backups.all.paths = lib.concatMap (item: item.paths) pipes.backups;
    };
}

# The systems that packages are built for, by their names alone: what `lib.systems` has beyond these needs a package set.
lib:
let
  on = kernel: map (cpu: "${cpu}-${kernel}");

  linux = on "linux" [
    "aarch64"
    "arc"
    "armv5tel"
    "armv6l"
    "armv7a"
    "armv7l"
    "i686"
    "loongarch64"
    "m68k"
    "sh4"
    "microblaze"
    "microblazeel"
    "mips"
    "mips64"
    "mips64el"
    "mipsel"
    "powerpc"
    "powerpc64"
    "powerpc64le"
    "riscv32"
    "riscv64"
    "s390"
    "s390x"
    "x86_64"
  ];
  darwin = on "darwin" [ "x86_64" "aarch64" ];
  freebsd = on "freebsd" [ "i686" "x86_64" "aarch64" ];
  netbsd = on "netbsd" [
    "aarch64"
    "armv6l"
    "armv7a"
    "armv7l"
    "i686"
    "m68k"
    "mipsel"
    "powerpc"
    "riscv32"
    "riscv64"
    "x86_64"
  ];
  openbsd = on "openbsd" [ "i686" "x86_64" ];
  cygwin = on "cygwin" [ "i686" "x86_64" ];
  windows = on "windows" [ "aarch64" "x86_64" "i686" ];
  all = cygwin ++ darwin ++ freebsd ++ linux ++ netbsd ++ openbsd ++ windows;
  ofCpu = pattern: builtins.filter (system: builtins.match "${pattern}-.*" system != null) all;
in
{
  flakeExposed =
    on "linux" [ "x86_64" "aarch64" "armv6l" "armv7l" "i686" "powerpc64le" "riscv64" ] ++ darwin ++ [ "x86_64-freebsd" ];

  doubles = {
    inherit
      all
      cygwin
      darwin
      freebsd
      linux
      netbsd
      openbsd
      windows
      ;
    none = [ ];
    unix = cygwin ++ darwin ++ freebsd ++ linux ++ netbsd ++ openbsd;
    aarch64 = ofCpu "aarch64";
    i686 = ofCpu "i686";
    x86_64 = ofCpu "x86_64";
    x86 = ofCpu "(i686|x86_64)";
    riscv64 = ofCpu "riscv64";
  };
}

# What the source of a package may be.
lib:
let
  type = name: isSource: {
    shortName = name;
    inherit isSource;
  };
  binary = lib.genAttrs [
    "binaryNativeCode"
    "binaryBytecode"
    "binaryFirmware"
    "obfuscatedCode"
  ] (name: type name false);
in
binary // { fromSource = type "fromSource" true; }

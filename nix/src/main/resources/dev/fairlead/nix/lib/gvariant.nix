# Values in the text format of GVariant, which dconf reads.
lib:
let
  inherit (builtins)
    all
    filter
    head
    isAttrs
    isBool
    isFloat
    isInt
    isList
    isString
    typeOf
    ;
  inherit (lib) concatMapStringsSep escape;

  type = {
    arrayOf = t: "a${t}";
    maybeOf = t: "m${t}";
    tupleOf = ts: "(${lib.concatStrings ts})";
    dictionaryEntryOf = key: value: "{${key}${value}}";
    string = "s";
    boolean = "b";
    uchar = "y";
    int16 = "n";
    uint16 = "q";
    int32 = "i";
    uint32 = "u";
    int64 = "x";
    uint64 = "t";
    double = "d";
    variant = "v";
  };

  # A value with its type; `show` gives its text.
  variant = type: value: show: {
    _type = "gvariant";
    inherit type value;
    __toString = show;
  };
  annotated = type: value: variant type value (self: "@${self.type} ${toString self.value}");
  plain = type: value: variant type value (self: toString self.value);
  items = self: concatMapStringsSep "," toString self.value;

  constructor = name: type: min: max: { inherit name type min max; };

  unclear =
    n:
    let
      fits = { min, max, ... }: (min == null || min <= n) && (max == null || n <= max);
    in
    throw ''
      The GVariant type for number “${toString n}” is unclear.
      Please wrap the value with one of the following, depending on the value type in GSettings schema:

      ${concatMapStringsSep "\n" (c: "- `lib.gvariant.${c.name}` for `${c.type}`") (filter fits intConstructors)}
    '';

  intConstructors = [
    (constructor "mkInt32" type.int32 (-2147483648) 2147483647)
    (constructor "mkUint32" type.uint32 0 4294967295)
    (constructor "mkInt64" type.int64 null null)
    (constructor "mkUint64" type.uint64 0 null)
    (constructor "mkInt16" type.int16 (-32768) 32767)
    (constructor "mkUint16" type.uint16 0 65535)
    (constructor "mkUchar" type.uchar 0 255)
  ];
in
rec {
  inherit intConstructors type;

  isGVariant = value: value._type or "" == "gvariant";

  mkValue =
    value:
    if isBool value then mkBoolean value
    else if isFloat value then mkDouble value
    else if isString value then mkString value
    else if isList value then mkArray value
    else if isGVariant value then value
    else if isInt value then unclear value
    else if isAttrs value then
      throw "Cannot construct GVariant value from an attribute set. If you want to construct a dictionary, you will need to create an array containing items constructed with `lib.gvariant.mkDictionaryEntry`."
    else throw "The GVariant type of “${typeOf value}” can't be inferred.";

  mkArray =
    list:
    let
      values = map mkValue list;
      first = (head values).type;
    in
    if list == [ ] then throw "Please create empty array with mkEmptyArray."
    else if !all (value: value.type == first) values then throw "Elements in a list should have same type."
    else variant (type.arrayOf first) values (self: "@${self.type} [${items self}]");
  mkEmptyArray = item: variant (type.arrayOf item) [ ] (self: "@${self.type} []");

  mkVariant = value: variant type.variant (mkValue value) (self: "<${toString self.value}>");
  mkDictionaryEntry =
    name: value:
    let
      key = mkValue name;
      content = mkValue value;
    in
    variant (type.dictionaryEntryOf key.type content.type) { inherit name value; } (
      self: "@${self.type} {${key},${content}}"
    );

  mkMaybe =
    item: value:
    variant (type.maybeOf item) value (
      self: if self.value == null then "@${self.type} nothing" else "just ${toString self.value}"
    );
  mkNothing = item: mkMaybe item null;
  mkJust =
    value:
    let
      content = mkValue value;
    in
    mkMaybe content.type content;

  mkTuple =
    list:
    let
      values = map mkValue list;
    in
    variant (type.tupleOf (map (value: value.type) values)) values (self: "@${self.type} (${items self})");

  mkBoolean = value: variant type.boolean value (self: lib.boolToString self.value);
  mkString =
    value:
    variant type.string value (
      self: "'${builtins.replaceStrings [ "\n" ] [ "\\n" ] (escape [ "'" "\\" ] self.value)}'"
    );
  mkObjectpath = value: variant type.string value (self: "objectpath '${escape [ "'" ] self.value}'");

  mkUchar = annotated type.uchar;
  mkInt16 = annotated type.int16;
  mkUint16 = annotated type.uint16;
  mkInt32 = plain type.int32;
  mkUint32 = annotated type.uint32;
  mkInt64 = annotated type.int64;
  mkUint64 = annotated type.uint64;
  mkDouble = plain type.double;
}

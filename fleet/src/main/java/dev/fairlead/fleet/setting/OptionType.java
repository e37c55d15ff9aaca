package dev.fairlead.fleet.setting;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type of {@code lib.types}. Whose {@code lib} made it does not matter: all that is asked of it is the protocol that
 * {@code lib.mkOptionType} gives every type.
 */
public final class OptionType {
    /** Types whose {@code merge} gives a single definition back as it is. */
    private static final Set<String> PLAIN = Set.of(
            "anything",
            "attrs",
            "bool",
            "enum",
            "float",
            "int",
            "intBetween",
            "nonEmptyStr",
            "numberBetween",
            "numberNonnegative",
            "numberPositive",
            "path",
            "positiveInt",
            "raw",
            "separatedString",
            "signedInt16",
            "signedInt32",
            "signedInt8",
            "str",
            "unsignedInt",
            "unsignedInt16",
            "unsignedInt32",
            "unsignedInt8",
            "unspecified");

    /** Those of them whose values are neither lists nor text. */
    private static final Set<String> OF_ONE_PIECE = Set.of(
            "attrs",
            "bool",
            "float",
            "int",
            "intBetween",
            "numberBetween",
            "numberNonnegative",
            "numberPositive",
            "path",
            "positiveInt",
            "signedInt16",
            "signedInt32",
            "signedInt8",
            "unsignedInt",
            "unsignedInt16",
            "unsignedInt32",
            "unsignedInt8");

    /** Those of them whose values may be sets. */
    private static final Set<String> OF_ANY_KIND = Set.of("anything", "attrs", "raw", "unspecified");

    /** How a value of a type is taken apart. */
    enum Form {
        /** It is what it is. */
        PLAIN,
        LIST,
        ATTRS,
        NULLABLE,
        EITHER,
        /** The type's own {@code merge} makes the value, as of a submodule. */
        MADE
    }

    private final AttrsValue type;
    private final String name;
    private final Form form;

    private OptionType(AttrsValue type) {
        this.type = type;
        this.name = text("name", "");
        this.form = switch (name) {
            case "listOf" -> Form.LIST;
            case "attrsOf", "lazyAttrsOf" -> Form.ATTRS;
            case "nullOr" -> Form.NULLABLE;
            case "either" -> Form.EITHER;
            default -> PLAIN.contains(name) || name.startsWith("strMatching") ? Form.PLAIN : Form.MADE;
        };
    }

    /** Whether a forced value is a type. */
    public static boolean isType(Value value) {
        return of(value) != null;
    }

    /** The type that a forced value is, or null if it is none. */
    static @Nullable OptionType of(Value value) {
        return value instanceof AttrsValue set && "option-type".equals(tag(set)) ? new OptionType(set) : null;
    }

    /** What {@code _type} says, or null. */
    static @Nullable String tag(AttrsValue set) {
        Value tag = set.get("_type");
        return tag != null && tag.force() instanceof StringValue text ? text.text() : null;
    }

    AttrsValue attrs() {
        return type;
    }

    Form form() {
        return form;
    }

    boolean isLazy() {
        return name.equals("lazyAttrsOf");
    }

    boolean isSubmodule() {
        return name.equals("submodule");
    }

    /** Whether a value of the type may be a list or text; of a type that is not known nobody can say that it may not. */
    boolean mayBeListOrText() {
        return switch (form) {
            case LIST -> true;
            case ATTRS -> false;
            case PLAIN -> !OF_ONE_PIECE.contains(name);
            case NULLABLE -> mayBeListOrText(nested("elemType"));
            case EITHER -> mayBeListOrText(nested("left")) || mayBeListOrText(nested("right"));
            case MADE -> !isSubmodule();
        };
    }

    private static boolean mayBeListOrText(@Nullable OptionType type) {
        return type == null || type.mayBeListOrText();
    }

    /** Whether a value of the type may be a set, to be merged by key. */
    boolean mayBeSet() {
        return switch (form) {
            case ATTRS, MADE -> true;
            case LIST -> false;
            case PLAIN -> OF_ANY_KIND.contains(name);
            case NULLABLE -> mayBeSet(nested("elemType"));
            case EITHER -> mayBeSet(nested("left")) || mayBeSet(nested("right"));
        };
    }

    private static boolean mayBeSet(@Nullable OptionType type) {
        return type == null || type.mayBeSet();
    }

    boolean isSeparatedString() {
        return name.equals("separatedString");
    }

    /** As messages say it: {@code 16 bit unsigned integer; between 0 and 65535 (both inclusive)}. */
    public String description() {
        return text("description", name);
    }

    /** What it wants, as the end of a sentence. */
    String demand() {
        return "its type is " + description();
    }

    /** Whether the type takes a value, as far as that can be said without looking into it. */
    public boolean accepts(Value value) {
        return Functions.call(part("check"), value) == BoolValue.TRUE;
    }

    /** The type of the parts of a value: {@code elemType}, {@code left} or {@code right}; null if it has none. */
    @Nullable
    OptionType nested(String part) {
        Value nested = type.get("nestedTypes");
        Value found = nested != null && nested.force() instanceof AttrsValue types ? types.get(part) : null;
        return found == null ? null : of(found.force());
    }

    /** What {@code nullOr} and {@code either} hold a value to; null if nothing more is asked of it, or of another type. */
    @Nullable
    OptionType branch(Value value) {
        return switch (form) {
            case NULLABLE -> value == NullValue.NULL ? null : nested("elemType");
            case EITHER -> {
                OptionType left = nested("left");
                yield left != null && left.accepts(value) ? left : nested("right");
            }
            case PLAIN, LIST, ATTRS, MADE -> null;
        };
    }

    /** The value of what nobody defines, as an empty list is for lists, or null if the type has none. */
    @Nullable
    Value emptyValue() {
        Value empty = type.get("emptyValue");
        return empty != null && empty.force() instanceof AttrsValue set ? set.get("value") : null;
    }

    /** An attribute that every type has. */
    Value part(String attribute) {
        Value part = type.get(attribute);
        if (part == null) {
            throw EvalException.type("the type '" + name + "' has no attribute '" + attribute + "'");
        }
        return part;
    }

    private String text(String attribute, String otherwise) {
        Value text = type.get(attribute);
        return text != null && text.force() instanceof StringValue string ? Bytes.decode(string.text()) : otherwise;
    }
}

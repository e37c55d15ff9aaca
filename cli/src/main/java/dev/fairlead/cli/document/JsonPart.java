package dev.fairlead.cli.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a JSON document, which knows where it is, so that a complaint about it can say so. */
public final class JsonPart {
    private static final Pattern SCHEMA = Pattern.compile("fairlead/([a-z]+)/([0-9]{1,6})");

    private final @Nullable Object value;
    /** What it is a part of; null for the whole. */
    private final @Nullable JsonPart around;
    /** Its key there, or its index, a number; put together only for complaints, since most parts have none. */
    private final Object step;

    private JsonPart(@Nullable Object value, @Nullable JsonPart around, Object step) {
        this.value = value;
        this.around = around;
        this.step = step;
    }

    /** A value that was read alone, at a place in the document. */
    static JsonPart of(@Nullable Object value, String place) {
        return new JsonPart(value, null, place);
    }

    /** A value that was read alone and is a part of another. */
    static JsonPart of(@Nullable Object value, JsonPart around, Object step) {
        return new JsonPart(value, around, step);
    }

    /**
     * A document of ours, read from a file.
     *
     * @param schema the schema it must have: {@code fairlead/baseline/1}
     * @throws DocumentException if the file has something else, or the same of a later version
     */
    public static JsonPart read(Path file, String schema) throws IOException, DocumentException {
        return parse(Files.readAllBytes(file), schema);
    }

    /** As {@link #read}, of a text. */
    public static JsonPart parse(byte[] document, String schema) throws DocumentException {
        JsonPart root = of(JsonTree.parse(document), "");
        Object found = root.value instanceof JsonObject object ? object.get("schema") : null;
        if (!schema.equals(found)) {
            throw otherSchema(found instanceof String text ? text : null, schema);
        }
        return root;
    }

    /** A complaint that a document is another; {@code found} is null if it does not say what it is. */
    static DocumentException otherSchema(@Nullable String found, String wanted) {
        Matcher theirs = SCHEMA.matcher(found == null ? "" : found);
        Matcher ours = SCHEMA.matcher(wanted);
        if (theirs.matches() && ours.matches() && theirs.group(1).equals(ours.group(1))) {
            boolean later = Integer.parseInt(theirs.group(2)) > Integer.parseInt(ours.group(2));
            return new DocumentException("is of " + (later ? "a later" : "another") + " version of Fairlead (it is "
                    + found + ", this version reads " + wanted + ")");
        }
        return new DocumentException(
                found == null ? "has no \"schema\": \"" + wanted + "\"" : "is " + found + ", not " + wanted);
    }

    /** What an attribute of an object holds; must be there, and may be null. */
    public JsonPart get(String key) throws DocumentException {
        return new JsonPart(attribute(key), this, key);
    }

    /** What an attribute of an object holds, or null if it is absent or null: for keys that were added later. */
    public @Nullable JsonPart find(String key) throws DocumentException {
        Object found = object().get(key);
        return found == null ? null : new JsonPart(found, this, key);
    }

    private @Nullable Object attribute(String key) throws DocumentException {
        JsonObject object = object();
        int index = object.indexOf(key);
        if (index < 0) {
            throw new DocumentException("has no " + new JsonPart(null, this, key).place());
        }
        return object.value(index);
    }

    /** An attribute that is text. */
    public String text(String key) throws DocumentException {
        if (attribute(key) instanceof String text) {
            return text;
        }
        throw get(key).wrong("text");
    }

    /** An attribute that is text or null. */
    public @Nullable String textOrNull(String key) throws DocumentException {
        return attribute(key) == null ? null : text(key);
    }

    /** An attribute that is a whole number which fits an int. */
    public int number(String key) throws DocumentException {
        if (attribute(key) instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        throw get(key).wrong("a whole number");
    }

    /** An attribute that is true or false. */
    public boolean truth(String key) throws DocumentException {
        if (attribute(key) instanceof Boolean truth) {
            return truth;
        }
        throw get(key).wrong("true or false");
    }

    /** An attribute that is a list of text. */
    public List<String> texts(String key) throws DocumentException {
        if (!(attribute(key) instanceof List<?> list)) {
            throw get(key).wrong("a list");
        }
        List<String> texts = new ArrayList<>(list.size());
        for (Object item : list) {
            if (!(item instanceof String text)) {
                throw items(key).get(texts.size()).wrong("text");
            }
            texts.add(text);
        }
        return texts;
    }

    /** The items of an attribute that is a list. */
    public List<JsonPart> items(String key) throws DocumentException {
        return get(key).items();
    }

    /** The attribute names of an object, in their order. */
    public List<String> keys() throws DocumentException {
        return object().keys();
    }

    public List<JsonPart> items() throws DocumentException {
        if (!(value instanceof List<?> list)) {
            throw wrong("a list");
        }
        List<JsonPart> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(new JsonPart(list.get(i), this, i));
        }
        return items;
    }

    public String text() throws DocumentException {
        if (value instanceof String text) {
            return text;
        }
        throw wrong("text");
    }

    public boolean isNull() {
        return value == null;
    }

    /** The value as {@link JsonTree} describes it. */
    @Nullable
    Object value() {
        return value;
    }

    /** A complaint that this part is not what it should be. */
    public DocumentException wrong(String expected) {
        String place = place();
        return new DocumentException((place.isEmpty() ? "it" : place) + " must be " + expected);
    }

    private JsonObject object() throws DocumentException {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw wrong("an object");
    }

    /** {@code services[3].name}; empty for the whole document. */
    private String place() {
        String outer = around == null ? "" : around.place();
        if (step instanceof Integer index) {
            return outer + "[" + index + "]";
        }
        return outer.isEmpty() ? step.toString() : outer + "." + step;
    }
}

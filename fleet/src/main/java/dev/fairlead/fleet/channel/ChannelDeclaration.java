package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.Registries.Declared;
import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.deploy.Context;
import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.deploy.Meta.Visibility;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.setting.OptionType;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code den.channels.<name>}.
 *
 * @param type of each item, a cell; null if anything goes
 * @param visibility of what is emitted without one
 * @param required true if each item must be consumed
 */
record ChannelDeclaration(
        String name,
        @Nullable Value type,
        int typePosition,
        Visibility visibility,
        boolean required,
        @Nullable String description,
        @Nullable Place location) {
    private static final List<String> KNOWN = List.of("coverage", "description", "type", "visibility");

    /** The declaration that says nothing. */
    static ChannelDeclaration undeclared(String name) {
        return new ChannelDeclaration(name, null, 0, Visibility.HOST, false, null, null);
    }

    static ChannelDeclaration read(Declared declared, Places places, EvaluationFindings errors, Findings findings) {
        String path = "den.channels." + declared.name();
        var facet = new FacetReader(Context.NOWHERE, new Arguments(), null, places, errors, findings);
        AttrsValue attrs = facet.attrs(declared.value(), path, declared.location());
        Value type = null;
        int typePosition = 0;
        Visibility visibility = Visibility.HOST;
        boolean required = false;
        String description = null;
        for (int i = 0; attrs != null && i < attrs.size(); i++) {
            String name = Bytes.decode(attrs.name(i).name());
            Place place = facet.place(attrs, i, declared.location());
            Value value = attrs.value(i);
            String where = path + "." + name;
            switch (name) {
                case "type" -> {
                    type = type(facet, value, where, place);
                    typePosition = attrs.position(i);
                }
                case "visibility" -> visibility = visibility(facet, value, where, place);
                case "coverage" -> required = required(facet, value, where, place);
                case "description" -> description = facet.text(value, where, place);
                default -> facet.unknown(where, Suggestions.nearest(name, KNOWN), place);
            }
        }
        return new ChannelDeclaration(
                declared.name(), type, typePosition, visibility, required, description, declared.location());
    }

    private static @Nullable Value type(FacetReader facet, Value cell, String where, @Nullable Place place) {
        Value value = facet.force(cell, place);
        if (value != null && OptionType.isType(value)) {
            return value;
        }
        facet.wrong(value, where, "one of lib.types", place);
        return null;
    }

    private static Visibility visibility(FacetReader facet, Value value, String where, @Nullable Place place) {
        String text = facet.text(value, where, place);
        Visibility visibility = text == null ? Visibility.HOST : Visibility.parse(text);
        if (visibility == null) {
            facet.problem(
                    where + " is \"" + text + "\", but must be \"service\", \"host\", \"environment\" or \"fleet\".",
                    place);
            return Visibility.HOST;
        }
        return visibility;
    }

    private static boolean required(FacetReader facet, Value value, String where, @Nullable Place place) {
        String text = facet.text(value, where, place);
        if (text != null && !text.equals("required") && !text.equals("optional")) {
            facet.problem(where + " is \"" + text + "\", but must be \"required\" or \"optional\".", place);
        }
        return "required".equals(text);
    }
}

package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.References;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Symbol;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with settings: blames the layer that says it, and shows where the aspect declares the field. */
final class SettingBlame implements Blame {
    private static final int MOST_NAMES = 12;

    private final AspectName aspect;
    private final String viewer;
    private final List<String> searched;
    private final Places places;
    private final References references;

    /**
     * @param aspect whose settings they are
     * @param viewer the id of the scope that reads the settings, or of the service if it is an instance
     * @param searched the ids of the scopes whose layers are searched
     */
    SettingBlame(AspectName aspect, String viewer, List<String> searched, Schemas schemas) {
        this.aspect = aspect;
        this.viewer = viewer;
        this.searched = searched;
        this.places = schemas.places();
        this.references = schemas.references();
    }

    @Override
    public Finding wrongType(@Nullable Field field, Mismatch mismatch, String layer) {
        String name = field == null ? path(mismatch.part()) : path(field.text()) + mismatch.part();
        String given = Blame.excerpt(mismatch.found());
        Place place = places.at(mismatch.position());
        Place declared = field == null ? null : places.at(field.position());
        References.Unknown unknown = references.unknown(mismatch.demand(), mismatch.found());
        if (unknown != null) {
            return Finding.of(
                            FindingId.UNKNOWN_REFERENCE,
                            sets(layer, name) + " " + given + ", but there is no " + unknown.kind() + " of that name.")
                    .subject(subject(layer))
                    .at(place == null ? declared : place)
                    .related(related("the field is declared here", declared, place))
                    .fix(unknown.fix())
                    .build();
        }
        return Finding.of(FindingId.SETTING_TYPE, sets(layer, name) + " " + given + ", but " + mismatch.demand() + ".")
                .subject(subject(layer))
                .at(place == null ? declared : place)
                .related(related("the field is declared here", declared, place))
                .fix(field == null ? null : Correction.of(field, mismatch, name))
                .build();
    }

    @Override
    public Finding refused(Field field, String message, Contribution by) {
        Place place = places.at(by.position());
        Place declared = places.at(field.position());
        String end = message.endsWith(".") ? message : message + ".";
        return Finding.of(
                        FindingId.REFINEMENT,
                        sets(by.layer(), path(field.text())) + " " + Blame.excerpt(by.value())
                                + ", which its schema refuses: " + end)
                .subject(subject(by.layer()))
                .at(place == null ? declared : place)
                .related(related("the condition is declared with the field", declared, place))
                .build();
    }

    @Override
    public Finding missing(Field field) {
        String name = path(field.text());
        return Finding.of(
                        FindingId.MISSING_SETTING,
                        "The setting " + name + " has no value for " + viewer + ", and no default.")
                .subject(viewer)
                .at(places.at(field.position()))
                .searched(searched)
                .fix(giving(name) + "give the field a default")
                .build();
    }

    /** How to give a field a value, where there is a place for one. */
    private String giving(String name) {
        if (viewer.startsWith("service:")) {
            return "write settings." + name + " = ...; on its include, or ";
        }
        return aspect.isInline() ? "" : "write settings." + name + " = ...; on " + viewer + ", or ";
    }

    @Override
    public Finding unknown(List<Symbol> path, int position, String layer, Collection<String> known) {
        String group = Field.text(path.subList(0, path.size() - 1));
        String where = path(group);
        String nearest = Suggestions.nearest(Bytes.decode(path.getLast().name()), known);
        String has =
                known.isEmpty() ? where + " has no settings." : where + " has only the settings " + names(known) + ".";
        return Finding.of(FindingId.UNKNOWN_SETTING, verb(layer) + " " + path(Field.text(path)) + ", but " + has)
                .subject(subject(layer))
                .at(places.at(position))
                .fix(
                        nearest == null
                                ? "leave it out, or declare it in " + aspect.settings()
                                : "did you mean \"" + nearest + "\"?")
                .build();
    }

    /** A layer that gives settings to an aspect which does not exist. */
    static Finding unknownAspect(String layer, String path, @Nullable Place place, Collection<String> aspects) {
        // What begins with an aspect and is none was written as one name.
        boolean quoted = aspects.stream().anyMatch(aspect -> path.startsWith(aspect + "."));
        String nearest = Suggestions.nearest(path, aspects);
        String otherwise = quoted ? "write settings." + path + " without quotes" : "declare den.aspects." + path;
        return Finding.of(
                        FindingId.UNKNOWN_SETTING,
                        layer + " has settings for " + path + ", but there is no aspect " + path + ".")
                .subject(layer)
                .at(place)
                .fix(nearest == null || quoted ? otherwise : "did you mean \"" + nearest + "\"?")
                .build();
    }

    /** A rule that sets what is no setting: an aspect alone, say. */
    static Finding noField(String layer, String path, @Nullable Place place) {
        return Finding.of(
                        FindingId.UNKNOWN_SETTING,
                        layer + " sets \"" + path + "\", which names no setting: the path of one is that of its aspect,"
                                + " then its own.")
                .subject(layer)
                .at(place)
                .fix("write path = \"" + (path.isBlank() ? "<aspect>" : path) + ".<setting>\"")
                .build();
    }

    /** The subject and verb of a sentence about what a layer says. */
    private String sets(String layer, String name) {
        return switch (layer) {
            case Contribution.DEFAULT -> aspect.settings() + " gives " + name + " the default";
            default -> verb(layer) + " " + name + " to";
        };
    }

    private String verb(String layer) {
        return layer.equals(Contribution.INCLUDE) ? "The include of " + viewer + " sets" : layer + " sets";
    }

    private @Nullable String subject(String layer) {
        return switch (layer) {
            case Contribution.DEFAULT -> null;
            case Contribution.INCLUDE -> viewer;
            default -> layer.startsWith("rule:") ? viewer : layer;
        };
    }

    private String path(String below) {
        return below.isEmpty() ? aspect.path() : aspect.path() + "." + below;
    }

    private static List<Related> related(String message, @Nullable Place declared, @Nullable Place place) {
        return declared == null || declared.equals(place) ? List.of() : List.of(new Related(message, declared));
    }

    private static String names(Collection<String> known) {
        List<String> names = known.stream().sorted().limit(MOST_NAMES).toList();
        int others = known.size() - names.size();
        return String.join(", ", names) + (others == 0 ? "" : " and " + others + " more");
    }
}

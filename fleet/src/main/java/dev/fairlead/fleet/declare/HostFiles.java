package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.FleetModules.FleetModule;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.declare.merge.Properties;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out which files say {@code den.hosts.<system>.<name>} and nothing else. */
final class HostFiles {
    private final Survey survey;
    private final Set<String> files;

    private HostFiles(FleetInput input, Survey survey) {
        this.survey = survey;
        this.files = input.contributions().stream().map(Contribution::file).collect(Collectors.toSet());
    }

    /** Notes for each host in which files it is declared. */
    static void note(FleetInput input, List<FleetModule> modules, Survey survey) {
        var notes = new HostFiles(input, survey);
        modules.forEach(notes::note);
    }

    private void note(FleetModule module) {
        try {
            AttrsValue only = only(only(module.attrs(), "den"), "hosts");
            Set<String> names = only == null ? null : names(only);
            if (names != null && files.contains(module.file())) {
                survey.hosts(module.file(), names);
                return;
            }
            for (Definition definition : FleetModules.definitionsOfDen(module)) {
                noteHosts(definition.value().force());
            }
        } catch (EvalException | SyntaxException failure) {
            survey.everyHost(module.file() + ", which cannot be read");
        }
    }

    private void noteHosts(Value den) {
        Value hosts = den instanceof AttrsValue set && plain(set) != null ? set.get("hosts") : null;
        Set<String> names = hosts == null ? Set.of() : hosts.force() instanceof AttrsValue set ? names(set) : null;
        if (plain(den) == null || names == null) {
            survey.everyHost("a file that says under a condition which hosts there are");
        } else {
            survey.elsewhere(names);
        }
    }

    /** The names of the hosts of all systems; null if they are said under a condition. */
    private static @Nullable Set<String> names(AttrsValue hosts) {
        if (plain(hosts) == null) {
            return null;
        }
        var names = new TreeSet<String>();
        for (int system = 0; system < hosts.size(); system++) {
            AttrsValue declared = plain(hosts.value(system).force());
            if (declared == null) {
                return null;
            }
            for (int host = 0; host < declared.size(); host++) {
                names.add(Bytes.decode(declared.name(host).name()));
            }
        }
        return names;
    }

    private static @Nullable AttrsValue only(@Nullable AttrsValue set, String name) {
        return set != null && set.size() == 1 && set.name(0).name().equals(name)
                ? plain(set.value(0).force())
                : null;
    }

    /** The value if it is a set of what it seems to be one of, and no {@code mkIf} or the like. */
    private static @Nullable AttrsValue plain(Value value) {
        return value instanceof AttrsValue set && !Properties.isProperty(set) ? set : null;
    }
}

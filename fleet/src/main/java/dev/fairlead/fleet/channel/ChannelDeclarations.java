package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.Registries.Declared;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** {@code den.channels}. A channel that is not declared there is one all the same. */
final class ChannelDeclarations {
    private final TreeMap<String, ChannelDeclaration> byName = new TreeMap<>();

    ChannelDeclarations(List<Declared> declared, Places places, EvaluationFindings errors, Findings findings) {
        for (Declared channel : declared) {
            byName.put(channel.name(), ChannelDeclaration.read(channel, places, errors, findings));
        }
    }

    ChannelDeclaration of(String channel) {
        ChannelDeclaration declared = byName.get(channel);
        return declared == null ? ChannelDeclaration.undeclared(channel) : declared;
    }

    Collection<ChannelDeclaration> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** The names of those that are declared. */
    Set<String> names() {
        return byName.keySet();
    }
}

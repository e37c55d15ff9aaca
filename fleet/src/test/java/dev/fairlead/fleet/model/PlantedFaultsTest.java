package dev.fairlead.fleet.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet with a hundred mistakes has a hundred findings: each of them, once, and no other. */
final class PlantedFaultsTest {
    private static final int HOSTS = 8;
    private static final int FAULTS = 100;

    /** A fleet without mistakes. */
    private static final String SOUND = """
            {
              den.environments.prod = { };
              den.kinds.rack.parent = "environment";
              den.kinds.shelf.parent = "rack";
              den.entities.rack.r1 = { };
              den.aspects.web = { meta.provides = [ "http" ]; meta.requires = [ "names" "store" ]; };
              den.aspects.names = { meta.provides.names.visibility = "environment"; };
              den.aspects.store = { includes = [ "disk" ]; meta.provides = [ "store" ]; };
              den.aspects.disk = { };
            """;

    @TempDir
    private Path directory;

    @Test
    void aFleetWithoutMistakesHasNoFindings() throws Exception {
        assertThat(resolve(List.of()).findings()).isEmpty();
    }

    @Test
    void thereIsAMistakeForEveryFinding() {
        var ids = new TreeSet<String>();
        Fault.KINDS.forEach(fault -> ids.add(fault.id()));
        ids.add(Fault.ONCE.id());
        Fault.ELSEWHERE.keySet().forEach(id -> ids.add(id.text()));
        assertThat(ids)
                .isEqualTo(Stream.of(FindingId.values()).map(FindingId::text).collect(Collectors.toSet()));
    }

    @Test
    @Tag("large")
    void aHundredMistakesOfAllKindsAreAHundredFindings() {
        Property.tries(10).check(Gen.ints(0, 1_000_000), seed -> {
            var random = new Random(seed);
            var planted = new ArrayList<Fault>();
            planted.add(Fault.ONCE.at(FAULTS, "b" + random.nextInt(HOSTS)));
            for (int i = 0; i < FAULTS - 1; i++) {
                // All kinds first, so that none is left out.
                int kind = i < Fault.KINDS.size() ? i : random.nextInt(Fault.KINDS.size());
                planted.add(Fault.KINDS.get(kind).at(i, "b" + random.nextInt(HOSTS)));
            }
            assertThat(resolve(planted).findings().stream()
                            .map(finding -> finding.id().text() + " " + finding.subject())
                            .sorted())
                    .containsExactlyElementsOf(
                            planted.stream().map(Fault::finding).sorted().toList());
        });
    }

    private Resolution resolve(List<Fault> faults) throws Exception {
        var sound = new StringBuilder(SOUND);
        for (int host = 0; host < HOSTS; host++) {
            sound.append("  den.hosts.x86_64-linux.b%d = { environment = \"prod\"; includes = [ %s ]; };\n"
                    .formatted(host, host == 0 ? "\"web\" \"names\" \"store\"" : "\"web\" \"store\""));
        }
        var texts = new TreeMap<String, String>();
        texts.put("modules/sound.nix", sound.append("}\n").toString());
        for (int i = 0; i < faults.size(); i++) {
            texts.put(
                    "modules/f%03d.nix".formatted(i),
                    "{ lib, actions, fleet, ... }:\n{\n" + faults.get(i).definitions() + "}\n");
        }
        return new ModelFiles(texts).resolve(directory);
    }
}

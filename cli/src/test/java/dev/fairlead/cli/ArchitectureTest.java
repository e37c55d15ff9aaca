package dev.fairlead.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.fairlead.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of ARCHITECTURE.md, enforced. A room is a module; its package is {@code dev.fairlead.<room>}. */
final class ArchitectureTest {
    /** Which rooms a room may use. Add a row here and in ARCHITECTURE.md when a module is made. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "nix", Set.of(),
            "scope", Set.of(),
            "fleet", Set.of("nix", "scope"),
            "emit", Set.of("fleet"),
            "diagram", Set.of("fleet", "scope"),
            "vars", Set.of("fleet"),
            "bridge", Set.of("nix", "fleet", "emit", "diagram", "vars"),
            "viewer", Set.of("fleet", "diagram"),
            "cli", Set.of("nix", "scope", "fleet", "emit", "diagram", "vars", "bridge", "viewer"),
            "testing", Set.of());

    /** Rooms that need nothing but the JDK and the annotations of nullness. */
    private static final List<String> JDK_ONLY = List.of("nix", "scope");

    /** Packages of a room that may use each other in circles, because they are one thing seen from several sides. */
    private static final Map<String, Set<String>> KNOTS = Map.of("nix", Set.of("value", "eval", "builtin", "lib"));

    /** Modules that use Fairlead from outside and are no rooms of it. */
    private static final List<String> OUTSIDE = List.of("bench", "fuzz");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.fairlead");

    @Test
    void everyClassOfTheSourcesIsLookedAt() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (Path source : sources()) {
            String path = source.toString().replace('\\', '/');
            String name = path.substring(path.indexOf("/src/main/java/") + "/src/main/java/".length());
            if (!name.endsWith("-info.java")
                    && OUTSIDE.stream().noneMatch(module -> path.contains("/" + module + "/src/"))) {
                expected.add(name.replace(".java", "").replace('/', '.'));
            }
        }
        Set<String> found = CLASSES.stream().map(JavaClass::getName).collect(Collectors.toSet());
        assertThat(expected).contains(Main.class.getName(), Repository.class.getName());
        assertThat(found).containsAll(expected);
    }

    @Test
    void everyClassLivesInARoomOfTheTable() {
        assertThat(CLASSES.stream().map(ArchitectureTest::room).collect(Collectors.toSet()))
                .contains("cli")
                .isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void aRoomUsesOnlyTheRoomsItsRowNames() {
        MAY_USE.forEach((room, used) -> {
            String[] forbidden = MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(room) && !used.contains(other))
                    .map(ArchitectureTest::packages)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(packages(room))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .because(room + " may use " + new TreeSet<>(used))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        });
    }

    @Test
    void nixAndScopeNeedOnlyTheJdk() {
        for (String room : JDK_ONLY) {
            noClasses()
                    .that()
                    .resideInAPackage(packages(room))
                    .should()
                    .dependOnClassesThat(
                            resideOutsideOfPackages(packages(room), "java..", "javax..", "jdk..", "org.jspecify.."))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void syntaxKnowsNothingOfEvaluation() {
        noClasses()
                .that()
                .resideInAPackage("dev.fairlead.nix.syntax..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(KNOTS.getOrDefault("nix", Set.of()).stream()
                        .map(name -> packages("nix." + name))
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void thePackagesOfARoomFormNoCircles() {
        slices().assignedFrom(new Packages())
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
        List<Path> folders = sources().stream()
                .map(source -> source.resolveSibling(""))
                .distinct()
                .toList();
        assertThat(folders).isNotEmpty().allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(Files.readString(info)).contains("@NullMarked").startsWith("/**");
        });
    }

    /** The package of a room itself, and those directly below it, each with all that is in it; a knot counts as one. */
    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String[] names = javaClass.getPackageName().split("\\.", -1);
            if (names.length < 4) {
                return names.length < 3 ? SliceIdentifier.ignore() : SliceIdentifier.of(names[2], "(itself)");
            }
            boolean knotted = KNOTS.getOrDefault(names[2], Set.of()).contains(names[3]);
            return SliceIdentifier.of(names[2], knotted ? "(knot)" : names[3]);
        }

        @Override
        public String getDescription() {
            return "the packages of each room";
        }
    }

    private static String room(JavaClass javaClass) {
        String[] names = javaClass.getPackageName().split("\\.", -1);
        return names.length > 2 ? names[2] : "(none)";
    }

    private static String packages(String room) {
        return "dev.fairlead." + room + "..";
    }

    /** The Java files of all modules that are not tests. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Repository.root())) {
            List<Path> folders = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }
}

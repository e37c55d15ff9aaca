package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Program;
import dev.fairlead.testing.Repository;
import dev.fairlead.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, in a copy of the repository's outline with a pretended JDK and a pretended Maven. */
final class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            for argument; do
                case $argument in
                    -XX:AOTCacheOutput=*) [ -e "${0%/*}/untrainable" ] && exit 1; : >"${argument#*=}"; exit 0 ;;
                esac
            done
            while [ "$1" != -cp ]; do shift; done
            [ -f "$2" ] && [ "$3" = dev.fairlead.cli.Main ] || exit 9
            shift 3
            echo "java got: $*"
            exit 7
            """;

    private static final String MAVEN = """
            #!/bin/sh
            if [ "$1" = --version ]; then echo "Apache Maven VERSION (x)"; exit; fi
            echo build >>builds
            [ -e broken ] && { echo "[INFO] noise"; echo "[ERROR] Main.java: no such thing"; exit 1; }
            sleep 0.3
            mkdir -p cli/target && echo jar >cli/target/fairlead.jar
            """;

    /** All that the script may need of the system. */
    private static final List<String> COMMANDS = List.of(
            "sh", "find", "readlink", "mkdir", "rmdir", "mv", "rm", "cp", "ln", "cat", "sed", "grep", "tail", "sleep");

    @TempDir
    Path temporary;

    private Path root = Path.of("");
    private Path bin = Path.of("");
    private Path jdk = Path.of("");

    @BeforeEach
    void pretend() throws IOException {
        root = Files.createDirectories(temporary.resolve("a place/fair lead"));
        bin = Files.createDirectories(temporary.resolve("bin"));
        Files.createDirectories(root.resolve("cli/src/main/java"));
        Files.writeString(root.resolve("pom.xml"), "");
        Files.createDirectories(root.resolve("tools"));
        for (String script : List.of("fairlead", "tools/build-environment.sh")) {
            Files.copy(Repository.root().resolve(script), root.resolve(script));
        }
        assertThat(root.resolve("fairlead").toFile().setExecutable(true)).isTrue();
        for (String command : COMMANDS) {
            Path real = Tools.require("coreutils", command).path();
            executable(bin.resolve(command), "#!/bin/sh\nexec " + real + " \"$@\"\n");
        }
        jdk = jdk("jdk 25", "25.0.3");
        executable(bin.resolve("mvn"), MAVEN.replace("VERSION", "3.9.9"));
    }

    private Path jdk(String folder, String version) throws IOException {
        Path home = temporary.resolve(folder);
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/java"), JAVA);
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Program.Output launch(String... arguments) {
        return launch(root.resolve("fairlead"), jdk, arguments);
    }

    private Program.Output launch(Path script, Path javaHome, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("-i", "PATH=" + bin, "HOME=" + temporary, "JAVA_HOME=" + javaHome));
        command.add(script.toString());
        command.addAll(List.of(arguments));
        return Tools.require("coreutils", "env").run(temporary, "", Duration.ofSeconds(30), command);
    }

    private int builds() throws IOException {
        Path builds = root.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    @Test
    void theFirstRunBuildsAndTheSecondDoesNot() throws IOException {
        Program.Output first = launch("check", "two words", "");
        assertThat(first.stdout()).as(first.stderr()).isEqualTo("java got: check two words \n");
        assertThat(first.exit()).as("the program's exit status").isEqualTo(7);
        assertThat(first.stderr()).contains("building");
        Program.Output second = launch("check");
        assertThat(second.stdout()).isEqualTo("java got: check\n");
        assertThat(second.stderr()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aChangedSourceIsBuiltAgain() throws IOException {
        launch();
        Path source = Files.writeString(root.resolve("cli/src/main/java/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
        launch();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aDeletedSourceIsBuiltAgain() throws IOException {
        Path folder = root.resolve("cli/src/main/java");
        Files.writeString(folder.resolve("Old.java"), "");
        launch();
        Files.delete(folder.resolve("Old.java"));
        // The clock of a file system may be coarse; what counts is that the folder has changed since.
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().plusSeconds(2)));
        launch();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aBuildThatFailsShowsItsErrorsAndNothingOnStandardOutput() throws IOException {
        Files.writeString(root.resolve("broken"), "");
        Program.Output output = launch("check");
        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.stdout()).isEmpty();
        assertThat(output.stderr()).contains("[ERROR] Main.java: no such thing").doesNotContain("noise");
        Files.delete(root.resolve("broken"));
        assertThat(launch("check").exit()).as("the next run builds again").isEqualTo(7);
    }

    @Test
    void aTrainingThatFailsIsToldOnceAndDoesNoHarm() throws IOException {
        Files.writeString(jdk.resolve("bin/untrainable"), "");
        Program.Output output = launch("check");
        assertThat(output.exit()).isEqualTo(7);
        assertThat(output.stderr()).contains("each start takes longer");
        assertThat(launch("check").stderr()).isEmpty();
    }

    @Test
    void aJdkThatIsGoneIsReplacedWithoutABuild() throws IOException {
        launch();
        Files.delete(jdk.resolve("bin/java"));
        assertThat(launch(root.resolve("fairlead"), jdk("other", "25"), "check").exit())
                .isEqualTo(7);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void twoFirstRunsAtOnceBuildOnce() throws IOException {
        List<CompletableFuture<Program.Output>> runs = List.of(
                CompletableFuture.supplyAsync(() -> launch("a")), CompletableFuture.supplyAsync(() -> launch("b")));
        assertThat(runs).allSatisfy(run -> assertThat(run.join().exit()).isEqualTo(7));
        assertThat(builds()).isEqualTo(1);
        assertThat(root.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void theLockOfABuildThatWasKilledIsCleared() throws IOException, InterruptedException {
        Files.createDirectories(root.resolve("target"));
        Process ended = new ProcessBuilder(bin.resolve("sh").toString(), "-c", ":").start();
        ended.waitFor();
        Files.createSymbolicLink(root.resolve("target/build.lock"), Path.of(String.valueOf(ended.pid())));
        assertThat(launch("check").exit()).isEqualTo(7);
    }

    @Test
    void theScriptIsFoundThroughLinks() throws IOException {
        Path near = Files.createSymbolicLink(root.resolve("near"), Path.of("fairlead"));
        Path far = Files.createSymbolicLink(temporary.resolve("far"), near);
        assertThat(launch(far, jdk, "x").stdout()).isEqualTo("java got: x\n");
        assertThat(root.resolve("target/launcher")).exists();
    }

    @Test
    void anOldJavaHomeIsPassedOverForTheJavaOfThePath() throws IOException {
        Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));
        assertThat(launch(root.resolve("fairlead"), jdk("jdk17", "17.0.15"), "x")
                        .exit())
                .isEqualTo(7);
        assertThat(Files.readString(root.resolve("target/launcher/java")).strip())
                .isEqualTo(jdk.toRealPath().resolve("bin/java").toString());
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws IOException {
        Path script = root.resolve("tools/build-environment.sh");
        Files.writeString(script, Files.readString(script).replace("JDK_WANTED=25", "JDK_WANTED=9925"));
        Program.Output output = launch("check");
        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.stdout()).isEmpty();
        assertThat(output.stderr()).contains("needs a JDK of version 9925").contains("apt-get install openjdk-9925");
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws IOException {
        Files.delete(bin.resolve("mvn"));
        Program.Output output = launch("check");
        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.stderr()).contains("no mvn on PATH").contains("apt-get install maven");
    }

    @Test
    void anOldMavenIsNamedWithItsVersion() throws IOException {
        executable(bin.resolve("mvn"), MAVEN.replace("VERSION", "3.8.6"));
        Program.Output output = launch("check");
        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.stderr()).contains("needs Maven 3.8.7 or newer").contains("mvn is 3.8.6");
    }
}

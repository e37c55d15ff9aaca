package dev.fairlead.cli.git;

import dev.fairlead.testing.Program;
import dev.fairlead.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A repository for a test. Skips the test where there is no Git. */
public final class GitRepository {
    private final Program git = Tools.git()
            .with(
                    "-c",
                    "user.name=test",
                    "-c",
                    "user.email=test@example.org",
                    "-c",
                    "protocol.file.allow=always",
                    "-c",
                    "commit.gpgsign=false");
    private final Path folder;

    public GitRepository(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        git("init", "--quiet", "--initial-branch=main");
    }

    public void git(String... arguments) {
        Program.Output ignored =
                git.run(folder, "", Duration.ofMinutes(1), List.of(arguments)).expectSuccess();
    }

    /** Writes a file and commits it. */
    public GitRepository commit(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
        return commit();
    }

    /** Commits whatever is there. */
    public GitRepository commit() {
        git("add", "--all");
        git("commit", "--quiet", "--message=change");
        return this;
    }
}

package dev.fairlead.cli.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RevisionFolderTest {
    @TempDir
    private Path directory;

    private int copies;

    private RevisionFolder read(String word, Path from) throws IOException, GitException {
        return RevisionFolder.of(word, from, Files.createDirectory(directory.resolve("copy" + copies++)));
    }

    private GitRepository repository() throws IOException {
        return new GitRepository(directory.resolve("home"))
                .commit("fleet.nix", "first")
                .commit("sub/dir/a.nix", "a")
                .commit("fleet.nix", "second");
    }

    private Path home() {
        return directory.resolve("home");
    }

    private static List<String> files(Path folder) throws IOException {
        var files = new ArrayList<String>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(file -> !Files.isDirectory(file))
                    .forEach(
                            file -> files.add(folder.relativize(file).toString().replace('\\', '/')));
        }
        files.sort(null);
        return files;
    }

    @Test
    void theFilesAreThoseOfTheRevisionAndNotOfTheWorkingTree() throws Exception {
        repository();
        Files.writeString(home().resolve("fleet.nix"), "not committed");
        Files.writeString(home().resolve("new.nix"), "nor this");
        RevisionFolder first = read("git:HEAD~2", home());
        assertThat(files(first.place())).containsExactly("fleet.nix");
        assertThat(first.place().resolve("fleet.nix")).hasContent("first");
        RevisionFolder last = read("git:main", home());
        assertThat(files(last.place())).containsExactly("fleet.nix", "sub/dir/a.nix");
        assertThat(last.place().resolve("fleet.nix")).hasContent("second");
        assertThat(last.place())
                .as("a fleet without a name has that of its folder")
                .hasFileName("home");
        assertThat(home().resolve("fleet.nix")).hasContent("not committed");
    }

    @Test
    void aFolderOfTheRepositoryIsNamedAsGitNamesIt() throws Exception {
        repository();
        for (String word : List.of("git:HEAD:sub", "git:HEAD:./sub")) {
            RevisionFolder sub = read(word, home());
            assertThat(files(sub.place())).containsExactly("dir/a.nix");
            assertThat(sub.place()).hasFileName("sub");
        }
        Path inner = home().resolve("sub/dir");
        assertThat(files(read("git:HEAD", inner).place())).containsExactly("a.nix");
        assertThat(files(read("git:HEAD:", inner).place())).containsExactly("fleet.nix", "sub/dir/a.nix");
        assertThat(read("git:HEAD:fleet.nix", inner).place())
                .hasFileName("fleet.nix")
                .hasContent("second");
    }

    @Test
    void colonsInBracesBelongToTheRevision() throws Exception {
        repository();
        assertThat(Revision.of("git:HEAD^{/x: y}:sub/dir"))
                .isEqualTo(new Revision("git:HEAD^{/x: y}:sub/dir", "HEAD^{/x: y}", "sub/dir"));
        assertThat(files(read("git:HEAD^{/cha}:sub/dir", home()).place())).containsExactly("a.nix");
    }

    @Test
    void linksLeadWithinTheCopyOrNowhere() throws Exception {
        repository();
        Files.createSymbolicLink(home().resolve("sub/dir/b.nix"), Path.of("a.nix"));
        Files.createSymbolicLink(home().resolve("sub/dir/up"), Path.of("../../fleet.nix"));
        Files.createSymbolicLink(home().resolve("away"), Path.of("/nowhere/x"));
        new GitRepository(home()).commit();
        RevisionFolder all = read("git:HEAD", home());
        assertThat(files(all.place())).containsExactly("fleet.nix", "sub/dir/a.nix", "sub/dir/b.nix", "sub/dir/up");
        assertThat(all.place().resolve("sub/dir/up")).hasContent("second");
        assertThat(all.leftOut())
                .containsExactly(
                        "git:HEAD has the link away to /nowhere/x, outside of the folder, which is not followed");
        assertThat(read("git:HEAD:sub", home()).leftOut())
                .containsExactly("git:HEAD:sub has the link dir/up to ../../fleet.nix, outside of the folder, which is"
                        + " not followed");
    }

    @Test
    void aSubmoduleIsToldAndLeftOut() throws Exception {
        GitRepository repository = repository();
        new GitRepository(directory.resolve("other")).commit("x", "x");
        repository.git("submodule", "--quiet", "add", directory.resolve("other").toString(), "vendor/other");
        repository.commit();
        RevisionFolder read = read("git:HEAD", home());
        assertThat(files(read.place())).containsExactly(".gitmodules", "fleet.nix", "sub/dir/a.nix");
        assertThat(read.leftOut()).containsExactly("git:HEAD has the submodule vendor/other, whose files are not read");
    }

    @Test
    void noHookAndNoFilterOfTheRepositoryIsRun() throws Exception {
        GitRepository repository = repository();
        Path ran = directory.resolve("ran");
        repository.git("config", "filter.spy.smudge", "touch " + ran + " && cat");
        repository.git("config", "core.fsmonitor", "touch " + ran);
        repository.git("config", "core.hooksPath", "hooks");
        Path hook = home().resolve("hooks/post-checkout");
        Files.createDirectories(hook.resolveSibling(""));
        Files.writeString(hook, "#!/bin/sh\ntouch " + ran + "\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        Files.writeString(home().resolve(".gitattributes"), "*.nix filter=spy export-ignore\n");
        repository.git("add", "--all");
        repository.git("commit", "--quiet", "--message=spy");
        Files.deleteIfExists(ran);
        assertThat(files(read("git:HEAD", home()).place())).contains("fleet.nix");
        assertThat(ran).doesNotExist();
    }

    @Test
    void whatCannotBeReadIsOneSentence() throws Exception {
        repository();
        Path nowhere = Files.createDirectories(directory.resolve("nowhere"));
        assertThatThrownBy(() -> read("git:HEAD", nowhere))
                .isInstanceOf(GitException.class)
                .hasMessage("'git:HEAD' needs a Git repository, and " + nowhere + " is in none");
        assertThatThrownBy(() -> read("git:HEAD~9", home())).hasMessage("the repository has no revision 'HEAD~9'");
        assertThatThrownBy(() -> read("git:--help", home())).hasMessage("the repository has no revision '--help'");
        assertThatThrownBy(() -> read("git:HEAD:x", home())).hasMessage("the revision HEAD has no 'x'");
        assertThatThrownBy(() -> read("git::x", home())).hasMessageStartingWith("'git::x' names no revision");
        assertThatThrownBy(() -> RevisionFolder.of("git:HEAD", home(), directory, "no-such-git"))
                .hasMessage("the program no-such-git cannot be run in " + home());
    }
}

package dev.fairlead.cli.git;

import dev.fairlead.cli.git.Git.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A folder, or a file, of a revision, written out somewhere else.
 *
 * @param place where it is
 * @param leftOut what of it could not be read, as sentences without a full stop
 */
public record RevisionFolder(Path place, List<String> leftOut) {
    private static final String PROGRAM = "git";
    private static final int TAB = '\t';

    public RevisionFolder {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Writes out what {@code word} names ({@link Revision}). Costs the size of the folder and three runs of {@code git}.
     *
     * @param from the current folder, which says which repository and is the default for its part
     * @param empty a folder to write to
     */
    public static RevisionFolder of(String word, Path from, Path empty) throws GitException {
        return of(word, from, empty, PROGRAM);
    }

    static RevisionFolder of(String word, Path from, Path empty, String program) throws GitException {
        Revision revision = Revision.of(word);
        if (!Files.isDirectory(from)) {
            throw new GitException("there is no directory " + from);
        }
        return new Reading(revision, new Git(program, from), from, empty).read();
    }

    /** One entry of a tree, its path relative to the tree. */
    private record Entry(String mode, String type, String hash, String path) {}

    private static final class Reading {
        private static final String LINK = "120000";

        private final Revision revision;
        private final Git git;
        private final Path from;
        private final Path empty;
        private final List<String> leftOut = new ArrayList<>();

        Reading(Revision revision, Git git, Path from, Path empty) {
            this.revision = revision;
            this.git = git;
            this.from = from;
            this.empty = empty;
        }

        RevisionFolder read() throws GitException {
            Result prefix = git.run("rev-parse", "--show-prefix");
            if (prefix.failed()) {
                throw prefix.error().startsWith("not a git repository")
                        ? new GitException(
                                "'" + revision.text() + "' needs a Git repository, and " + from + " is in none")
                        : unreadable(prefix.error());
            }
            if (git.run("rev-parse", "--verify", "--quiet", "--end-of-options", revision.commit() + "^{tree}")
                    .failed()) {
                throw new GitException("the repository has no revision '" + revision.commit() + "'");
            }
            String given = revision.path() == null ? "./" : revision.path();
            String object = revision.commit() + ":" + given;
            Result found = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", object);
            if (found.failed()) {
                String path = revision.path() == null ? prefix.text() : revision.path();
                throw new GitException("the revision " + revision.commit() + " has no '" + path + "'");
            }
            String hash = found.text();
            String name = name(given, prefix.text());
            try {
                return isFile(hash) ? file(hash, name) : folder(hash, name);
            } catch (IOException failed) {
                throw unreadable(String.valueOf(failed.getMessage()));
            }
        }

        private GitException unreadable(String reason) {
            return new GitException("'" + revision.text() + "' cannot be read: " + reason);
        }

        private boolean isFile(String hash) throws GitException {
            return git.run("cat-file", "-t", hash).text().equals("blob");
        }

        /** A fleet that says no name has that of its folder, so the copy is called as the original is. */
        private String name(String given, String prefix) throws GitException {
            String path = given.startsWith("./") ? prefix + given.substring(2) : given;
            Path last = Path.of(path).normalize().getFileName();
            if (last != null && !last.toString().isEmpty() && !last.toString().equals("..")) {
                return last.toString();
            }
            Path top = Path.of(git.run("rev-parse", "--show-toplevel").text()).getFileName();
            return top == null || top.toString().isEmpty() ? "fleet" : top.toString();
        }

        private RevisionFolder file(String hash, String name) throws GitException, IOException {
            Path file = empty.resolve(name);
            try (Git.Contents contents = git.contents()) {
                Files.write(file, contents.read(hash));
            }
            return new RevisionFolder(file, List.of());
        }

        private RevisionFolder folder(String hash, String name) throws GitException, IOException {
            Path root = Files.createDirectory(empty.resolve(name));
            var links = new ArrayList<Entry>();
            try (Git.Contents contents = git.contents()) {
                for (Entry entry : entries(hash)) {
                    if (entry.type().equals("commit")) {
                        leftOut.add(
                                revision.text() + " has the submodule " + entry.path() + ", whose files are not read");
                    } else if (entry.mode().equals(LINK)) {
                        links.add(entry);
                    } else {
                        Path file = inside(root, entry.path());
                        Files.createDirectories(Objects.requireNonNull(file.getParent()));
                        Files.write(file, contents.read(entry.hash()));
                    }
                }
                // Last, so that nothing is written through them.
                for (Entry entry : links) {
                    link(root, entry, new String(contents.read(entry.hash()), StandardCharsets.UTF_8));
                }
            }
            return new RevisionFolder(root, leftOut);
        }

        private List<Entry> entries(String hash) throws GitException {
            Result listed = git.run("ls-tree", "-r", "-z", "--full-tree", hash);
            if (listed.failed()) {
                throw unreadable(listed.error());
            }
            var entries = new ArrayList<Entry>();
            for (String line : listed.out().split("\0", -1)) {
                int tab = line.indexOf(TAB);
                if (tab > 0) {
                    String[] facts = line.substring(0, tab).split(" ", -1);
                    entries.add(new Entry(facts[0], facts[1], facts[2], line.substring(tab + 1)));
                }
            }
            return entries;
        }

        private Path inside(Path root, String path) throws GitException {
            Path file = root.resolve(path).normalize();
            if (!file.startsWith(root) || file.equals(root)) {
                throw unreadable("it has a file with the path '" + path + "'");
            }
            return file;
        }

        /** A link within the folder is one in the copy too; where any other leads is not part of the revision's folder. */
        private void link(Path root, Entry entry, String target) throws GitException, IOException {
            Path link = inside(root, entry.path());
            Path parent = Objects.requireNonNull(link.getParent());
            if (target.startsWith("/") || !parent.resolve(target).normalize().startsWith(root)) {
                leftOut.add(revision.text() + " has the link " + entry.path() + " to " + target
                        + ", outside of the folder, which is not followed");
                return;
            }
            Files.createDirectories(parent);
            Files.createSymbolicLink(link, Path.of(target));
        }
    }
}

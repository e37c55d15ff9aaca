package dev.fairlead.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether files changed, by their names, sizes and times. What a fleet is made of are the files in its folder, so all
 * of them are looked at, but for folders in which programs keep what they make.
 */
final class FileStamps extends SimpleFileVisitor<Path> {
    private static final Set<String> MADE = Set.of("node_modules", "target", "result");
    /** Looking at more would keep the disk busy. */
    private static final int MOST = 50_000;

    private final Path start;
    private final Map<Path, Long> stamps = new HashMap<>();

    private FileStamps(Path start) {
        this.start = start;
    }

    /** The stamps of a file, or of all in a folder, as they are now. */
    static FileStamps of(Path place) {
        var stamps = new FileStamps(place);
        try {
            Files.walkFileTree(place, stamps);
        } catch (IOException gone) {
            stamps.stamps.clear();
        }
        return stamps;
    }

    /** A number that is another when a file came, went or was written. */
    long number() {
        // A sum, so that the order in which folders list their files does not matter.
        return stamps.entrySet().stream()
                .mapToLong(stamp -> mixed(stamp.getKey().hashCode() * 31L + stamp.getValue()))
                .sum();
    }

    /** The files that came, went or were written since. */
    Set<Path> changedSince(FileStamps before) {
        var changed = new HashSet<Path>();
        stamps.forEach((file, stamp) -> {
            if (!stamp.equals(before.stamps.get(file))) {
                changed.add(file);
            }
        });
        before.stamps.keySet().stream()
                .filter(file -> !stamps.containsKey(file))
                .forEach(changed::add);
        return changed;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = String.valueOf(folder.getFileName());
        boolean passed = !folder.equals(start) && (name.startsWith(".") || MADE.contains(name));
        return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        BasicFileAttributes real = attributes;
        if (attributes.isSymbolicLink() && Files.exists(file)) {
            real = Files.readAttributes(file, BasicFileAttributes.class);
        }
        stamps.put(file, mixed(real.size() * 31 + real.lastModifiedTime().toMillis()));
        return stamps.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    /** A file that goes while it is looked at will be missed next time. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
        return FileVisitResult.CONTINUE;
    }

    /** The finaliser of SplitMix64: close numbers become far ones. */
    private static long mixed(long number) {
        long a = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}

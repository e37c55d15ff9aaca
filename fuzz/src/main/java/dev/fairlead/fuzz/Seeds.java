package dev.fairlead.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs to begin with: those of {@code fuzz/corpus}, and what the repository has for examples and tests. They are
 * in order of their paths, so that what is made of them is the same everywhere.
 */
final class Seeds {
    /** Larger ones slow a fuzzer down more than they teach it. */
    private static final int LARGEST = 16_000;

    private final Path repository;

    Seeds(Path repository) {
        this.repository = repository;
    }

    /** The inputs that once showed a fault in a target, or that are unlike the others. */
    List<byte[]> corpus(String target) throws IOException {
        return contents(repository.resolve("fuzz/corpus").resolve(target), "");
    }

    /** All inputs to begin with for a target, never none. */
    List<byte[]> of(String target) throws IOException {
        List<byte[]> seeds = new ArrayList<>(corpus(target));
        switch (target) {
            case "syntax", "evaluation" -> {
                seeds.addAll(contents(repository.resolve("examples"), ".nix"));
                seeds.addAll(contents(repository.resolve("nix/src/main/resources"), ".nix"));
                seeds.addAll(expressions());
            }
            case "fleet" -> seeds.addAll(contents(repository.resolve("examples"), ".nix"));
            case "inventory" -> seeds.addAll(contents(repository.resolve("examples"), ".json"));
            default -> {}
        }
        seeds.removeIf(seed -> seed.length > LARGEST);
        return seeds;
    }

    private static List<byte[]> contents(Path folder, String suffix) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.toString().endsWith(suffix)) {
                    contents.add(Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }

    /** The expressions of the tables of tests: those lines that no mark of a result begins. */
    private List<byte[]> expressions() throws IOException {
        List<byte[]> expressions = new ArrayList<>();
        for (byte[] table : contents(repository.resolve("nix/src/test/resources"), ".table")) {
            for (String line : new String(table, StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank() && "#=!?".indexOf(line.charAt(0)) < 0) {
                    expressions.add(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return expressions;
    }

    /** Writes the seeds of a target for Jazzer: the arguments are the repository, the target and a folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        List<byte[]> seeds = new Seeds(Path.of(arguments[0])).of(arguments[1]);
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(folder.resolve("seed-" + i), seeds.get(i));
        }
    }
}

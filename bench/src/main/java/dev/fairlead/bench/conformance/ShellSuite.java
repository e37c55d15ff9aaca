package dev.fairlead.bench.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Test scripts of nixpkgs' {@code lib} that call {@code nix-instantiate} for every check, run unchanged: they find a
 * program of that name that hands each call to this process through two pipes.
 */
final class ShellSuite {
    /** Words end with a zero byte; a word of its own ends the call. */
    private static final String PROGRAM = """
            #!/usr/bin/env bash
            here=$(dirname "$0")
            { printf '%s\\0' "$PWD" "${NIX_PATH:-}" "$@"; printf '\\1\\0'; } >"$here/calls"
            read -r code <"$here/answers"
            cat "$here/out"
            cat "$here/err" >&2
            exit "$code"
            """;

    private static final String END_OF_CALL = "\1";
    private static final Pattern COUNT = Pattern.compile("^(\\d+) (Pass|Fail)$", Pattern.MULTILINE);
    private static final Pattern FAILURE = Pattern.compile("TEST FAILED\\S* at \\S*?([^/\\s]+:\\d+)");

    private final Path script;

    ShellSuite(Path script) {
        this.script = script.toAbsolutePath().normalize();
    }

    /** What a script says that counts its checks and goes on after one that fails. */
    Tally counted() {
        String said = run().text();
        List<Outcome> outcomes = new ArrayList<>();
        Matcher failure = FAILURE.matcher(said);
        int start = 0;
        while (failure.find()) {
            outcomes.add(Outcome.failed(failure.group(1), said.substring(start, failure.start())));
            start = failure.end();
        }
        Matcher count = COUNT.matcher(said);
        while (count.find()) {
            if (count.group(2).equals("Pass")) {
                for (int i = 0; i < Integer.parseInt(count.group(1)); i++) {
                    outcomes.add(Outcome.passed("check"));
                }
            }
        }
        return new Tally("nixpkgs lib: " + script.getFileName(), outcomes);
    }

    /** What a script says that stops at the first check that fails. */
    Outcome whole() {
        Evaluation run = run();
        String name = String.valueOf(script.getFileName());
        return run.succeeded() ? Outcome.passed(name) : Outcome.failed(name, run.text());
    }

    private Evaluation run() {
        try {
            Path folder = Files.createTempDirectory("conformance");
            try {
                return run(folder);
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + script + " ran", interrupted);
        }
    }

    private Evaluation run(Path folder) throws IOException, InterruptedException {
        Path program = Files.writeString(folder.resolve("nix-instantiate"), PROGRAM);
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
        command(List.of("mkfifo", folder + "/calls", folder + "/answers")).waitFor();
        Thread server = Thread.ofPlatform().daemon().name("nix-instantiate").start(() -> serve(folder));
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("PATH", folder + ":" + environment.get("PATH"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        // An empty call ends the server
        command(List.of("bash", "-c", "printf '\\1\\0' >'" + folder + "/calls'"))
                .waitFor();
        server.join();
        return new Evaluation(code == 0, said);
    }

    private static Process command(List<String> words) throws IOException {
        return new ProcessBuilder(words).inheritIO().start();
    }

    private static void serve(Path folder) {
        try {
            for (List<String> call = read(folder); !call.isEmpty(); call = read(folder)) {
                Instantiate instantiate =
                        new Instantiate(Path.of(call.get(0)), call.get(1), call.subList(2, call.size()));
                Evaluation evaluation = instantiate.run();
                Files.writeString(folder.resolve("out"), evaluation.succeeded() ? evaluation.text() + "\n" : "");
                Files.writeString(
                        folder.resolve("err"),
                        instantiate.traces() + (evaluation.succeeded() ? "" : evaluation.text()));
                Files.writeString(folder.resolve("answers"), evaluation.succeeded() ? "0\n" : "1\n");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The words of the next call; none if there will be no other. */
    private static List<String> read(Path folder) throws IOException {
        List<String> words = new ArrayList<>();
        for (String word : Files.readString(folder.resolve("calls")).split("\0", -1)) {
            if (word.equals(END_OF_CALL)) {
                return words;
            }
            words.add(word);
        }
        throw new IOException("a call of nix-instantiate ended early");
    }
}

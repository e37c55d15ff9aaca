package dev.fairlead.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An installed program, with the arguments that come before those of each run. Input and output are UTF-8.
 *
 * @param name the command, for messages
 * @param path its file
 * @param prefix the arguments that every run starts with
 */
public record Program(String name, Path path, List<String> prefix) {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    public Program {
        prefix = List.copyOf(prefix);
    }

    /** The same program with {@code arguments} put before those of each run. */
    public Program with(String... arguments) {
        List<String> longer = new ArrayList<>(prefix);
        longer.addAll(List.of(arguments));
        return new Program(name, path, longer);
    }

    /** Runs in the working directory of the test, with nothing on standard input and a timeout of a minute. */
    public Output run(String... arguments) {
        return run(Path.of(""), "", TIMEOUT, List.of(arguments));
    }

    /** As {@link #run(String...)}, with {@code input} on standard input. */
    public Output feed(String input, String... arguments) {
        return run(Path.of(""), input, TIMEOUT, List.of(arguments));
    }

    /**
     * Runs to the end; a run that takes longer than {@code timeout} is killed with its children and fails the test.
     *
     * @param folder the working directory
     * @param input what standard input holds
     */
    public Output run(Path folder, String input, Duration timeout, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(path.toString());
        command.addAll(prefix);
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .start();
            // Each stream has a thread of its own: a program that fills one pipe while we wait on another would stop.
            CompletableFuture<String> stdout = reading(process.getInputStream());
            CompletableFuture<String> stderr = reading(process.getErrorStream());
            Thread.ofVirtual().start(() -> write(process, input));
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(
                        String.join(" ", command) + " did not end within " + timeout.toMillis() + " ms");
            }
            return new Output(String.join(" ", command), process.exitValue(), stdout.join(), stderr.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while running " + name, e);
        }
    }

    private static CompletableFuture<String> reading(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (stream) {
                text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                text.completeExceptionally(e);
            }
        });
        return text;
    }

    private static void write(Process process, String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedWithoutReading) {
            // A program may end without reading its input; its exit status says whether that was an error.
        }
    }

    /**
     * What a run left.
     *
     * @param command the command line, for messages
     * @param exit the exit status
     */
    public record Output(String command, int exit, String stdout, String stderr) {
        /** This output, or a failure that shows it if the program did not exit with 0. */
        public Output expectSuccess() {
            if (exit != 0) {
                throw new AssertionError(command + " exited with " + exit + "\n" + stderr + stdout);
            }
            return this;
        }
    }
}

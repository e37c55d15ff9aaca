package dev.fairlead.cli.git;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program {@code git}, run in a folder, asked for objects only. */
final class Git {
    private final String program;
    private final Path folder;

    Git(String program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** What a run came to; {@code error} is the first line of what it complained, without {@code fatal:}. */
    record Result(int exit, String out, String error) {
        boolean failed() {
            return exit != 0;
        }

        String text() {
            return out.strip();
        }
    }

    Result run(String... arguments) throws GitException {
        try {
            Process process = start(List.of(arguments));
            process.getOutputStream().close();
            // Complaints are a few lines: the pipe takes them while the output is read.
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(wait(process), out, complaint(error));
        } catch (IOException failed) {
            throw notRunning();
        }
    }

    private Process start(List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(program);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        var environment = builder.environment();
        environment.put("LC_ALL", "C");
        // Objects that a partial clone has not got stay where they are: reading must not open the network.
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        return builder.start();
    }

    private static int wait(Process process) throws GitException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GitException("git was interrupted");
        }
    }

    private static String complaint(String error) {
        String first = error.lines().findFirst().orElse("");
        return first.startsWith("fatal: ") ? first.substring("fatal: ".length()) : first;
    }

    private GitException notRunning() {
        return new GitException("the program " + program + " cannot be run in " + folder);
    }

    /** A reader of many files; one process for all. */
    Contents contents() throws GitException {
        try {
            return new Contents(start(List.of("cat-file", "--batch")));
        } catch (IOException failed) {
            throw notRunning();
        }
    }

    /** Reads files by the hash of their object. */
    static final class Contents implements AutoCloseable {
        private final Process process;
        private final InputStream in;
        private final OutputStream out;

        private Contents(Process process) {
            this.process = process;
            this.in = new BufferedInputStream(process.getInputStream(), 1 << 16);
            this.out = new BufferedOutputStream(process.getOutputStream());
        }

        byte[] read(String hash) throws IOException {
            out.write((hash + "\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String[] header = line().split(" ", -1);
            if (header.length != 3) {
                throw new IOException("the object " + hash + " is not in the repository");
            }
            byte[] content = in.readNBytes(Integer.parseInt(header[2]));
            // A line end follows the content.
            if (in.read() < 0) {
                throw new EOFException("git stopped");
            }
            return content;
        }

        private String line() throws IOException {
            var line = new ByteArrayOutputStream();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new EOFException("git stopped");
                }
                line.write(b);
            }
            return line.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}

package dev.fairlead.cli.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What replacing a file does to the disk, step by step; tests stop between any two. */
public interface Disk {
    /** Writes a file and waits until the disk has it. */
    void write(Path file, byte[] content) throws IOException;

    /** Puts a file in the place of another, in one step: nobody sees neither. */
    void rename(Path from, Path to) throws IOException;

    /** Waits until the disk has the names in a directory. */
    void syncNames(Path directory) throws IOException;

    /** The real one. */
    Disk REAL = new Disk() {
        @Override
        public void write(Path file, byte[] content) throws IOException {
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void syncNames(Path directory) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException unsupported) {
                // Not every system opens directories. The file is whole either way, and only perhaps the old one.
            }
        }
    };
}

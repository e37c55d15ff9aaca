package dev.fairlead.cli.snapshot;

import dev.fairlead.cli.disk.Disk;
import dev.fairlead.cli.disk.WholeFile;
import dev.fairlead.cli.document.DocumentException;
import dev.fairlead.cli.document.ResolutionReader;
import dev.fairlead.cli.report.ResolutionJson;
import dev.fairlead.cli.report.Summary;
import dev.fairlead.fleet.resolution.Resolution;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The folder {@code .fairlead} of a fleet: {@code resolutions/<id>.json.gz}, and for each {@link SnapshotName} a file with a
 * line for every snapshot that had the name, the last one last. Equal resolutions are one file.
 */
public final class SnapshotFolder {
    private static final String FOLDER = ".fairlead";
    private static final String END = ".json.gz";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PART = Pattern.compile("[0-9a-f]{4,64}");

    private final Path folder;
    private final Path resolutions;
    private final Disk disk;

    SnapshotFolder(Path fleet, Disk disk) {
        this.folder = fleet.resolve(FOLDER);
        this.resolutions = folder.resolve("resolutions");
        this.disk = disk;
    }

    /** The snapshots of the fleet in a directory, none if there is no such folder in it. */
    public static SnapshotFolder in(Path fleet) {
        return new SnapshotFolder(fleet, Disk.REAL);
    }

    /**
     * Keeps a resolution under names. The resolution is on the disk before any name leads to it.
     *
     * @throws IOException if it cannot be written; the names then mean what they meant before
     * @throws SnapshotException if a file of names is damaged
     */
    public Snapshot keep(Resolution resolution, List<SnapshotName> names) throws IOException, SnapshotException {
        var json = new ByteArrayOutputStream();
        ResolutionJson.write(resolution, json);
        var snapshot = new Snapshot(hash(json.toByteArray()), words(resolution));
        Files.createDirectories(resolutions);
        Path file = resolutions.resolve(snapshot.id() + END);
        if (!Files.exists(file)) {
            new WholeFile(file, disk).write(packed(json.toByteArray()));
        }
        for (SnapshotName name : names) {
            var history = new ArrayList<>(history(name));
            if (history.isEmpty() || !history.getLast().id().equals(snapshot.id())) {
                history.add(snapshot);
                new WholeFile(folder.resolve(name.text()), disk).write(lines(history));
            }
        }
        return snapshot;
    }

    private static String words(Resolution resolution) {
        Summary summary = Summary.of(resolution, resolution.findings());
        // The name is the fleet's own, and a line is a line.
        String fleet = resolution.fleet().replaceAll("\\p{Cntrl}", " ");
        return fleet + ": " + Summary.plural(summary.services(), "service") + ", "
                + Summary.plural(summary.hosts(), "host") + ", " + Summary.plural(summary.errors(), "error");
    }

    private static byte[] lines(List<Snapshot> history) {
        var lines = new StringBuilder();
        history.forEach(snapshot ->
                lines.append(snapshot.id()).append(' ').append(snapshot.words()).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The snapshots that had a name, in order; those that got it twice in a row once. */
    public List<Snapshot> history(SnapshotName name) throws SnapshotException {
        Path file = folder.resolve(name.text());
        var history = new ArrayList<Snapshot>();
        try {
            for (String line : Files.readAllLines(file)) {
                String id = line.substring(0, Math.max(0, line.indexOf(' ')));
                if (!ID.matcher(id).matches()) {
                    throw damaged(name);
                }
                history.add(new Snapshot(id, line.substring(id.length() + 1)));
            }
            return history;
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            throw damaged(name);
        }
    }

    private static SnapshotException damaged(SnapshotName name) {
        return new SnapshotException(FOLDER + "/" + name.text()
                + " is damaged, so it is left as it is; restore it from version control, or remove it and run "
                + name.command());
    }

    /**
     * The resolution with a name, an id, or the beginning of one that no other has.
     *
     * @throws SnapshotException if there is none, or it is damaged or of a later version
     */
    public Resolution read(String name) throws SnapshotException {
        for (SnapshotName known : SnapshotName.values()) {
            if (known.text().equals(name)) {
                List<Snapshot> history = history(known);
                if (history.isEmpty()) {
                    throw new SnapshotException("there is no " + name + " snapshot in " + folder.getParent() + "; "
                            + known.command() + " keeps one");
                }
                return resolution(history.getLast().id());
            }
        }
        return resolution(id(name));
    }

    private String id(String part) throws SnapshotException {
        if (!PART.matcher(part).matches()) {
            throw new SnapshotException(
                    "'" + part + "' is no snapshot: it has to be deployed, latest, or 4 or more digits of an id");
        }
        List<String> found = ids().stream().filter(id -> id.startsWith(part)).toList();
        if (found.size() != 1) {
            throw new SnapshotException((found.isEmpty() ? "there is no snapshot " : "there are several snapshots ")
                    + part + " in " + folder.getParent() + "; fairlead snapshot --list shows them");
        }
        return found.getFirst();
    }

    private List<String> ids() throws SnapshotException {
        if (!Files.isDirectory(resolutions)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(resolutions)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .filter(name -> ID.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new SnapshotException(resolutions + " cannot be read: " + unreadable);
        }
    }

    private Resolution resolution(String id) throws SnapshotException {
        String file = FOLDER + "/resolutions/" + id + END;
        try (var in =
                new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(resolutions.resolve(id + END))))) {
            byte[] json = in.readAllBytes();
            if (!hash(json).equals(id)) {
                throw new SnapshotException(file + " is damaged: its content is not what it is named after");
            }
            return ResolutionReader.parse(json);
        } catch (NoSuchFileException gone) {
            throw new SnapshotException("the snapshot " + file + " is gone; restore it, or keep another");
        } catch (IOException damaged) {
            throw new SnapshotException(file + " is damaged: it cannot be unpacked");
        } catch (DocumentException other) {
            throw new SnapshotException(file + " " + other.getMessage());
        }
    }

    private static byte[] packed(byte[] json) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(json);
        }
        return packed.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

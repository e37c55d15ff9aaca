package dev.fairlead.cli;

import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.fit.Part;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.ShortId;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.resolution.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A folder of all pictures of a fleet: {@code <view>.<format>}, {@code hosts/<host>.<format>}, and a table of them. */
final class DiagramFolder {
    /** Names of files have at most 255 bytes, with what says which part and format it is. */
    private static final int LONGEST = 200;

    private final Resolution resolution;
    private final Order order;
    private final Function<Order, Diagram> picture;
    private final Path folder;
    private final List<String> contents = new ArrayList<>();
    private int files;

    /** @param picture draws what is ordered */
    DiagramFolder(Resolution resolution, Order order, Function<Order, Diagram> picture, Path folder) {
        this.resolution = resolution;
        this.order = order;
        this.picture = picture;
        this.folder = folder;
    }

    /** Writes the pictures and says how many. */
    void write(Console console) {
        contents.add("# Diagrams of " + resolution.fleet());
        contents.add("");
        contents.add("| view | shows | pictures |");
        contents.add("| --- | --- | --- |");
        for (View view : View.values()) {
            draw(order.of(view, order.question()), view.text(), view.meaning());
        }
        for (Resolution.Scope scope : resolution.scopes()) {
            if (scope.kind().equals("host") && order.question().host() == null) {
                draw(order.of(View.HOST, order.question()).ofHost(scope.name()), "hosts/" + safe(scope), scope.id());
            }
        }
        save("README.md", String.join("\n", contents) + "\n");
        console.err().println("wrote " + files + " files to " + folder);
    }

    private void draw(Order wanted, String name, String meaning) {
        Diagram diagram = DiagramOptions.answering(() -> picture.apply(wanted));
        var links = new ArrayList<String>();
        for (Format format : Format.values()) {
            for (Part part : Diagrams.draw(diagram, format, wanted.budget(), wanted.theme())) {
                String file = name + (part.name().isEmpty() ? "" : "-" + part.name()) + "." + format.extension();
                save(file, part.text());
                if (part.name().isEmpty()) {
                    links.add("[" + format.text() + "](" + file + ")");
                }
            }
        }
        contents.add("| " + name + " | " + meaning.replace("|", "\\|") + " | " + String.join(" ", links) + " |");
    }

    /**
     * Names of hosts may have characters that names of files may not, and may be longer; they stay different. A short id has a
     * digest in it where the id is not short itself, and no file is called so but for that.
     */
    private static String safe(Resolution.Scope host) {
        String name = written(host.name());
        return name.length() <= LONGEST ? name : ShortId.of(host.id());
    }

    private static String written(String name) {
        var safe = new StringBuilder();
        name.codePoints().forEach(c -> {
            if ((c < 128 && Character.isLetterOrDigit(c)) || c == '-' || c == '_') {
                safe.appendCodePoint(c);
            } else {
                safe.append("%%%X".formatted(c));
            }
        });
        return safe.toString();
    }

    private void save(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (IOException failed) {
            throw new UnusableInputException(folder + " cannot be made: " + failed);
        }
        PictureOutput.write(file, text);
        files++;
    }
}

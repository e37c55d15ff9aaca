package dev.fairlead.viewer;

import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.fit.Part;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.viewer.Questions.Look;
import dev.fairlead.viewer.answer.Refusal;
import dev.fairlead.viewer.http.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What is looked at as a file: one, or a ZIP of several where a format's budget takes that many pictures. */
final class Export {
    private final Look look;
    private final Format format;

    Export(Look look, Format format) {
        this.look = look;
        this.format = format;
    }

    /** The format that a request names. */
    static Format format(String name) throws Refusal {
        return Format.named(name)
                .orElseThrow(() -> Refusal.malformed(
                        "There is no format '" + name + "'; there are " + String.join(", ", Format.names()) + "."));
    }

    Reply reply() throws IOException {
        Diagram diagram = look.shown().seen();
        String name = name(look.document().title()) + "-" + name(diagram.view());
        List<Part> parts = Diagrams.draw(
                diagram, format, look.order().budget(), look.order().theme());
        if (parts.size() == 1) {
            return file(name, parts.getFirst().text());
        }
        return Reply.file(name + ".zip", "application/zip", zip(name, parts));
    }

    /** One file with a text in the format. */
    Reply file(String name, String text) {
        String type = switch (format) {
            case SVG -> "image/svg+xml";
            case HTML -> "text/html; charset=utf-8";
            case JSON -> "application/json; charset=utf-8";
            case MARKDOWN -> "text/markdown; charset=utf-8";
            case MERMAID, DOT, PLANTUML, C4_PLANTUML, STRUCTURIZR, TEXT -> "text/plain; charset=utf-8";
        };
        return Reply.file(name + "." + format.extension(), type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What of a title can be in the name of a file everywhere. */
    static String name(String title) {
        String plain =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "fleet" : plain.substring(0, Math.min(60, plain.length()));
    }

    private byte[] zip(String name, List<Part> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Part part : parts) {
                String file = name + (part.name().isEmpty() ? "" : "-" + part.name()) + "." + format.extension();
                var entry = new ZipEntry(file);
                // Equal pictures are equal files, whenever they are made.
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(part.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

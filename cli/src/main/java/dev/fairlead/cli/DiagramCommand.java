package dev.fairlead.cli;

import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.fit.Budget;
import dev.fairlead.diagram.fit.Part;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramFormatException;
import dev.fairlead.diagram.ir.DiagramReader;
import dev.fairlead.diagram.view.View;
import dev.fairlead.viewer.Viewer;
import dev.fairlead.viewer.answer.Document;
import dev.fairlead.viewer.answer.Document.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code fairlead diagram}: pictures of a fleet. */
final class DiagramCommand implements Command {
    static final Option VIEW =
            Option.choice("--view", "V", View.names(), "what is drawn (dependencies); see --list");
    private static final Option FORMAT =
            Option.choice("--format", "F", Format.names(), String.join(", ", Format.names()));
    private static final Option BUDGET = Option.choice(
            "--budget", "B", Budget.names(), "how large a picture may be: " + String.join(", ", Budget.names()));
    private static final Option OUTPUT = Option.of("-o", "FILE", "writes to this file, and further parts beside it");
    private static final Option ALL = Option.flag("--all", "draws all views in all formats, and those of each host");
    private static final Option OUT = Option.of("--out", "DIR", "the folder for --all");
    private static final Option READ =
            Option.of("--read", "FILE", "draws a diagram that --format json wrote, and no fleet");
    private static final Option LIST = Option.flag("--list", "lists the views, one a line");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "diagram",
                "draws the fleet",
                List.of(StandardOptions.FLEET),
                DiagramOptions.with(List.of(VIEW, FORMAT), List.of(BUDGET, OUTPUT, ALL, OUT, READ, LIST)),
                StandardOptions.ofFleet(),
                "fairlead diagram examples/homelab --format svg -o homelab.svg");
    }

    @Override
    public int run(Call call) {
        Arguments arguments = call.arguments();
        if (arguments.has(LIST)) {
            View.names().forEach(call.console().out()::println);
            return ExitCode.DONE;
        }
        Format format = Format.named(arguments.choice(FORMAT)).orElseThrow();
        Budget budget =
                arguments.has(BUDGET) ? Budget.named(arguments.choice(BUDGET)).orElseThrow() : null;
        String written = arguments.value(READ);
        if (written != null) {
            Diagram diagram = read(call.path(written), written);
            deliver(draw(new Content.Picture(diagram), diagram, format, budget, call), format, call);
            return ExitCode.DONE;
        }
        if (arguments.has(ALL) != arguments.has(OUT)) {
            throw new UsageException("--all and --out DIR go together");
        }
        Fleet fleet = call.fleetOfOperand();
        View view = View.named(arguments.choice(VIEW)).orElseThrow();
        Order order = new DiagramOptions(call, fleet.resolution()).order(view, budget);
        String folder = arguments.value(OUT);
        if (folder != null) {
            new DiagramFolder(fleet.resolution(), order, call.path(folder)).write(call.console());
        } else {
            Diagram diagram = DiagramOptions.answering(() -> Diagrams.view(fleet.resolution(), order));
            deliver(draw(new Content.Fleet(fleet.resolution()), diagram, format, budget, call), format, call);
        }
        return call.done(fleet);
    }

    /** A page that can be explored, unless the colours are asked for: then it is a still picture in these. */
    private static List<Part> draw(
            Content content, Diagram diagram, Format format, @Nullable Budget budget, Call call) {
        if (format == Format.HTML && !call.arguments().has(DiagramOptions.THEME)) {
            Optional<String> page =
                    Viewer.page(Document.live(content), diagram, new ViewerForms(call.console(), call.fleets()));
            if (page.isPresent()) {
                return List.of(new Part("", diagram, page.get()));
            }
        }
        return Diagrams.draw(diagram, format, budget, DiagramOptions.theme(call));
    }

    private static Diagram read(Path file, String name) {
        try {
            return DiagramReader.read(Files.readString(file));
        } catch (IOException failed) {
            throw new UnusableInputException(name + " cannot be read: " + failed);
        } catch (DiagramFormatException wrong) {
            throw new UnusableInputException(name + " is no diagram: " + wrong.getMessage());
        }
    }

    /** Writes the first picture where it was asked for, and the others beside it if that is a file. */
    private static void deliver(List<Part> parts, Format format, Call call) {
        String output = call.arguments().value(OUTPUT);
        if (output == null || output.equals("-")) {
            call.console().out().print(parts.getFirst().text());
            if (parts.size() > 1) {
                call.console()
                        .complain("the picture is over budget: this is its index; -o FILE writes its "
                                + (parts.size() - 1) + " parts too");
            }
            return;
        }
        for (Part part : parts) {
            write(call.path(beside(output, part.name(), format)), part.text());
        }
    }

    /** {@code fleet-part-1.svg} beside {@code fleet.svg}. */
    private static String beside(String file, String part, Format format) {
        if (part.isEmpty()) {
            return file;
        }
        String end = "." + format.extension();
        return file.endsWith(end)
                ? file.substring(0, file.length() - end.length()) + "-" + part + end
                : file + "-" + part;
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UnusableInputException(file + " cannot be written: " + failed);
        }
    }
}

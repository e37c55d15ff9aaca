package dev.fairlead.cli;

import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.filter.Chosen;
import dev.fairlead.diagram.fit.Budget;
import dev.fairlead.diagram.fit.Part;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramFormatException;
import dev.fairlead.diagram.ir.DiagramReader;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.select.SelectionException;
import dev.fairlead.viewer.Viewer;
import dev.fairlead.viewer.answer.Document;
import dev.fairlead.viewer.answer.Document.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code fairlead diagram}: pictures of a fleet. */
final class DiagramCommand implements Command {
    static final Option VIEW = Option.choice("--view", "V", View.names(), "what is drawn (dependencies); see --list");
    private static final Option FORMAT =
            Option.choice("--format", "F", Format.names(), String.join(", ", Format.names()));
    private static final Option ALL = Option.flag("--all", "draws all views in all formats, and those of each host");
    private static final Option OUT = Option.of("--out", "DIR", "the folder for --all");
    private static final Option READ =
            Option.of("--read", "FILE", "draws a diagram that --format json wrote, and no fleet");
    private static final Option CHANGED_SINCE = Option.of(
            "--changed-since", "OLD", "only what is different from OLD, which is what diff takes: git:HEAD~1");
    private static final Option LIST = Option.flag("--list", "lists the views, one a line");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "diagram",
                "draws the fleet",
                List.of(StandardOptions.FLEET),
                DiagramOptions.with(
                        List.of(VIEW, FORMAT),
                        List.of(CHANGED_SINCE, PictureOutput.BUDGET, PictureOutput.OUTPUT, ALL, OUT, READ, LIST)),
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
        Budget budget = PictureOutput.budget(arguments);
        String written = arguments.value(READ);
        if (written != null) {
            DiagramOptions.refuseWith(READ, arguments);
            Diagram diagram = read(call.path(written), written);
            PictureOutput.deliver(draw(new Content.Picture(diagram), diagram, format, budget, call), format, call);
            return ExitCode.DONE;
        }
        if (arguments.has(ALL) != arguments.has(OUT)) {
            throw new UsageException("--all and --out DIR go together");
        }
        Fleet fleet = call.fleetOfOperand();
        View view = View.named(arguments.choice(VIEW)).orElseThrow();
        Order order =
                new DiagramOptions(call, fleet.resolution(), chosen(call, fleet.resolution())).order(view, budget);
        Function<Order, Diagram> picture = picture(fleet.resolution(), call);
        String folder = arguments.value(OUT);
        if (folder != null) {
            new DiagramFolder(fleet.resolution(), order, picture, call.path(folder)).write(call.console());
        } else {
            Diagram diagram = DiagramOptions.answering(() -> picture.apply(order));
            PictureOutput.deliver(
                    draw(new Content.Fleet(fleet.resolution()), diagram, format, budget, call), format, call);
        }
        return call.done(fleet);
    }

    private static @Nullable Chosen chosen(Call call, Resolution resolution) {
        String expression = call.arguments().value(DiagramOptions.SELECT);
        try {
            return expression == null ? null : TypedSelector.OF_COMMAND.choose(resolution, expression);
        } catch (SelectionException refused) {
            throw new UsageException(String.valueOf(refused.getMessage()));
        }
    }

    /** A page that can be explored, unless the colours are asked for: then it is a still picture in these. */
    private static List<Part> draw(
            Content content, Diagram diagram, Format format, @Nullable Budget budget, Call call) {
        if (format == Format.HTML && !call.arguments().has(DiagramOptions.THEME)) {
            Optional<String> page = Viewer.page(Document.live(content), diagram, new ViewerForms(call));
            if (page.isPresent()) {
                return List.of(new Part("", diagram, page.get()));
            }
        }
        return Diagrams.draw(diagram, format, budget, DiagramOptions.theme(call));
    }

    /** What is drawn: the fleet, or what of it is different. */
    private static Function<Order, Diagram> picture(Resolution now, Call call) {
        String since = call.arguments().value(CHANGED_SINCE);
        if (since == null) {
            return order -> Diagrams.view(now, order);
        }
        Resolution before = new Versions(call, call.folderOfOperand()).named(since);
        return order -> Diagrams.changes(before, now, order);
    }

    private static Diagram read(Path file, String name) {
        try {
            return DiagramReader.read(Files.readString(file));
        } catch (IOException failed) {
            throw UnusableInputException.unreadable(name, failed);
        } catch (DiagramFormatException wrong) {
            throw new UnusableInputException(name + " is no diagram: " + wrong.getMessage());
        }
    }
}

package dev.fairlead.cli;

import dev.fairlead.cli.args.HelpPage;
import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Synopsis;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code fairlead init}: a small fleet to begin with. */
final class InitCommand implements Command {
    /** Below the resource folder {@code init}, and in the fleet. */
    private static final List<String> FILES =
            List.of("fleet.nix", "modules/backup.nix", "modules/proxy.nix", "modules/web.nix");

    /** What makes a directory a fleet already. */
    private static final List<String> TAKEN = List.of("fleet.nix", "modules");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "init",
                "writes a small fleet to begin with",
                List.of(Operand.optional("DIR", "the directory, made if need be (.)")),
                List.of(),
                StandardOptions.ofAny(),
                "fairlead init my-fleet");
    }

    @Override
    public int run(Call call) {
        String operand = call.arguments().operand(0);
        String name = operand == null ? "." : operand;
        Path directory = call.path(name);
        for (String taken : TAKEN) {
            if (Files.exists(directory.resolve(taken), LinkOption.NOFOLLOW_LINKS)) {
                throw new UnusableInputException(
                        name + " has a " + taken + " already; init writes only where there is no fleet");
            }
        }
        try {
            for (String file : FILES) {
                write(file, directory.resolve(file));
                call.console().out().println("wrote " + (operand == null ? file : name + "/" + file));
            }
        } catch (IOException failed) {
            throw new UnusableInputException("the fleet cannot be written to " + name + ": " + failed);
        }
        call.console().out().print(next(operand));
        return ExitCode.DONE;
    }

    private static String next(@Nullable String directory) {
        String operand = directory == null ? "" : " " + directory;
        String option = directory == null ? "" : " -C " + directory;
        var next = new StringBuilder("\nnext:\n");
        HelpPage.table(
                List.of(
                        new String[] {"fairlead check" + operand, "what is wrong with it: nothing"},
                        new String[] {"fairlead diagram" + operand + " --format text", "what it looks like"},
                        new String[] {"fairlead why" + option + " service:web http-proxy", "who serves web, and why"}),
                next);
        return next.append("Then take the proxy off its host in fleet.nix, and check again.\n")
                .toString();
    }

    /** Never over a file that is there. */
    private static void write(String resource, Path file) throws IOException {
        try (InputStream content = Objects.requireNonNull(
                InitCommand.class.getResourceAsStream("init/" + resource), "a file of the program is missing")) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            long ignored = Files.copy(content, file);
        }
    }
}

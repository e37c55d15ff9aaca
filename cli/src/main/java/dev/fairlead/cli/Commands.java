package dev.fairlead.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands, by name. A command's class is loaded when it is asked for. */
final class Commands {
    /** In the order in which help lists them. */
    static final List<String> NAMES = List.of(
            "check",
            "resolve",
            "plan",
            "why",
            "whatif",
            "diff",
            "snapshot",
            "lock",
            "diagram",
            "serve",
            "eval",
            "test",
            "init",
            "explain",
            "completion",
            "version",
            "help");

    private Commands() {}

    static @Nullable Command find(String name) {
        return switch (name) {
            case "check" -> new CheckCommand();
            case "resolve" -> new ResolveCommand();
            case "plan" -> new PlanCommand();
            case "why" -> new WhyCommand();
            case "whatif" -> new WhatIfCommand();
            case "diff" -> new DiffCommand();
            case "snapshot" -> new SnapshotCommand();
            case "lock" -> new LockCommand();
            case "diagram" -> new DiagramCommand();
            case "serve" -> new ServeCommand();
            case "eval" -> new EvalCommand();
            case "test" -> new TestCommand();
            case "explain" -> new ExplainCommand();
            case "init" -> new InitCommand();
            case "completion" -> new CompletionCommand();
            case "version" -> new VersionCommand();
            case "help" -> new HelpCommand();
            default -> null;
        };
    }

    /** The command of a name in {@link #NAMES}. */
    static Command get(String name) {
        Command command = find(name);
        if (command == null) {
            throw new IllegalArgumentException(name);
        }
        return command;
    }
}

package dev.fairlead.bench;

import dev.fairlead.cli.report.Paint;
import dev.fairlead.cli.report.SourceLines;
import dev.fairlead.cli.why.AnswerText;
import dev.fairlead.cli.why.Asked;
import dev.fairlead.cli.why.Questions;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.ServiceNames;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How long an answer of {@code why} takes in a warm process that has the resolution: for everything one can ask of it. */
final class WhyBenchmark {
    private static final int ROUNDS = 5;

    private record Words(String subject, @Nullable String what) {}

    private WhyBenchmark() {}

    /** Asks all questions of each fleet several times and prints a row for each fleet, of the least time of each question. */
    static void run(PrintStream out, List<Path> fleets) throws UnreadableFleetException {
        out.println("| fleet | services | questions | median ms | 99 of 100 below | slowest ms |");
        out.println("|---|---:|---:|---:|---:|---:|");
        for (Path fleet : fleets) {
            Resolution resolution = ResolveBenchmark.resolve(fleet);
            List<Words> questions = questions(resolution);
            long[] nanos = new long[questions.size()];
            Arrays.fill(nanos, Long.MAX_VALUE);
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < nanos.length; i++) {
                    long start = System.nanoTime();
                    answer(questions.get(i), resolution);
                    nanos[i] = Math.min(nanos[i], System.nanoTime() - start);
                }
            }
            Arrays.sort(nanos);
            out.printf(
                    "| %s | %d | %d | %.2f | %.2f | %.2f |%n",
                    fleet.getFileName(),
                    resolution.services().size(),
                    nanos.length,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 99 / 100] / 1e6,
                    nanos[nanos.length - 1] / 1e6);
        }
    }

    private static void answer(Words words, Resolution resolution) {
        String text = AnswerText.of(
                Questions.answer(Asked.of(words.subject(), words.what(), resolution)),
                SourceLines.NONE,
                ServiceNames.of(resolution),
                Paint.PLAIN);
        if (text.isEmpty()) {
            throw new AssertionError(words);
        }
    }

    private static List<Words> questions(Resolution resolution) {
        var questions = new ArrayList<Words>();
        for (Service service : resolution.services()) {
            questions.add(new Words(service.id(), null));
            var capabilities = new TreeSet<String>();
            service.requires().stream().map(Requirement::capability).forEach(capabilities::add);
            capabilities.forEach(capability -> questions.add(new Words(service.id(), capability)));
        }
        for (PortClaim claim : resolution.coordination().claims()) {
            questions.add(new Words("host:" + claim.host(), ":" + claim.from()));
        }
        resolution
                .coordination()
                .settings()
                .forEach((subject, settings) ->
                        settings.keySet().forEach(path -> questions.add(new Words(subject, path))));
        resolution
                .coordination()
                .channels()
                .forEach((name, channel) ->
                        channel.consumers().forEach(consumer -> questions.add(new Words(consumer.service(), name))));
        return questions;
    }
}

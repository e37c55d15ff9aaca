package dev.fairlead.bench;

import dev.fairlead.fleet.declare.UnreadableFleetException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The benchmarks that need no other program; {@code docs/benchmarks.md} says how to run them and what they gave. */
public final class Bench {
    private Bench() {}

    /**
     * Runs the benchmark that the arguments name.
     *
     * @param args what is measured, and of what; without, how to say that is printed
     */
    public static void main(String[] args) throws IOException, UnreadableFleetException {
        String what = args.length == 0 ? "" : args[0];
        switch (what) {
            case "resolve" ->
                ResolveBenchmark.run(System.out, GeneratedFleet::write, sizes(args, 1_000, 3_000, 10_000, 30_000));
            case "coordinated" -> ResolveBenchmark.run(System.out, CoordinatedFleet::write, sizes(args, 40, 160, 300));
            case "wide" -> ResolveBenchmark.run(System.out, WideFleet::write, sizes(args, 250, 1_000));
            case "edited" -> EditBenchmark.run(System.out, sizes(args, 160, 1_000));
            case "why" -> WhyBenchmark.run(System.out, paths(args));
            case "diamonds" -> DiamondBenchmark.run(System.out, args.length == 1 ? 20 : Integer.parseInt(args[1]));
            case "generate" -> GeneratedFleet.write(Path.of(args[2]), Integer.parseInt(args[1]));
            case "coordinate" -> CoordinatedFleet.write(Path.of(args[2]), Integer.parseInt(args[1]));
            case "widen" -> WideFleet.write(Path.of(args[2]), Integer.parseInt(args[1]));
            case "layout" -> PictureBenchmark.layout(System.out, size(args, 1, 1_000), size(args, 2, 3_000));
            case "pictures" ->
                PictureBenchmark.nine(
                        System.out, Arrays.stream(args).skip(1).map(Path::of).toList());
            case "eval" -> EvalBenchmark.run(System.out, List.of(args).subList(1, args.length));
            default -> {
                System.err.println(
                        "usage: resolve [SIZE...] | coordinated [HOSTS...] | wide [HOSTS...] | edited [HOSTS...] | why DIRECTORY... | diamonds [N]"
                                + " | generate SIZE DIRECTORY | coordinate HOSTS DIRECTORY | widen HOSTS DIRECTORY | layout [NODES EDGES]"
                                + " | pictures GRAPH... | eval [NAME=PATH...] FILE...");
                System.exit(2);
            }
        }
    }

    private static List<Path> paths(String... args) {
        return Stream.of(args).skip(1).map(Path::of).toList();
    }

    private static int size(String[] args, int index, int usual) {
        return args.length <= index ? usual : Integer.parseInt(args[index]);
    }

    private static int[] sizes(String[] args, int... usual) {
        return args.length == 1
                ? usual
                : Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
    }
}

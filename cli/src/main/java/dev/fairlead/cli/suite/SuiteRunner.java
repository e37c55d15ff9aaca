package dev.fairlead.cli.suite;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs suites on all processors. Each thread has evaluations of its own, so a test sees nothing of those that run at
 * the same time; what is reported, and in which order, does not depend on their number.
 *
 * <p>A test that takes too long, nests too deeply or uses up the memory is one failure: its evaluation is thrown away
 * and the next test gets a new one. Since memory is shared, a test that ran out of it is run once more alone.
 */
public final class SuiteRunner {
    private final TimeLimit limit;

    /** Evaluations that nobody uses. They can be made again, so they give way when memory is short. */
    private final Map<Suite, Queue<SoftReference<Evaluation>>> idle = new ConcurrentHashMap<>();

    /** Read by whoever runs a test, written by whoever must be alone. */
    private final ReadWriteLock company = new ReentrantReadWriteLock();

    private SuiteRunner(TimeLimit limit) {
        this.limit = limit;
    }

    /**
     * Runs all tests and reports them in the order of the suites.
     *
     * @param time how long each test may take
     */
    public static void run(List<Suite> suites, Duration time, TestReport report) {
        try (TimeLimit limit = new TimeLimit(time);
                ExecutorService threads = Executors.newFixedThreadPool(
                        Runtime.getRuntime().availableProcessors(),
                        Thread.ofPlatform().daemon().name("test ", 1).factory())) {
            SuiteRunner runner = new SuiteRunner(limit);
            List<Found> tests = new ArrayList<>();
            for (Future<List<Found>> found : submit(threads, suites, runner::tests)) {
                tests.addAll(result(found));
            }
            report.begin(tests.size());
            for (Future<Outcome> outcome : submit(threads, tests, runner::outcome)) {
                report.add(result(outcome));
            }
            report.end();
        }
    }

    private static <A, B> List<Future<B>> submit(ExecutorService threads, List<A> inputs, Function<A, B> work) {
        List<Future<B>> futures = new ArrayList<>(inputs.size());
        for (A input : inputs) {
            futures.add(threads.submit(() -> work.apply(input)));
        }
        return futures;
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private List<Found> tests(Suite suite) {
        Evaluation evaluation = take(suite);
        List<Found> tests = evaluation.tests();
        giveBack(suite, evaluation);
        return tests;
    }

    private Outcome outcome(Found found) {
        SuiteTest test = found.test();
        if (found.failure() != null) {
            return new Outcome(test, found.failure());
        }
        Evaluation evaluation = take(test.suite());
        Failure failure;
        company.readLock().lock();
        try {
            failure = evaluation.failure(test);
        } finally {
            company.readLock().unlock();
        }
        giveBack(test.suite(), evaluation);
        return new Outcome(test, failure != null && evaluation.isExhausted() ? failureAlone(test) : failure);
    }

    private @Nullable Failure failureAlone(SuiteTest test) {
        company.writeLock().lock();
        try {
            return new Evaluation(test.suite(), limit).failure(test);
        } finally {
            company.writeLock().unlock();
        }
    }

    private Evaluation take(Suite suite) {
        Queue<SoftReference<Evaluation>> waiting = idle(suite);
        for (SoftReference<Evaluation> next = waiting.poll(); next != null; next = waiting.poll()) {
            Evaluation evaluation = next.get();
            if (evaluation != null) {
                return evaluation;
            }
        }
        return new Evaluation(suite, limit);
    }

    private void giveBack(Suite suite, Evaluation evaluation) {
        if (evaluation.isUsable()) {
            idle(suite).add(new SoftReference<>(evaluation));
        }
    }

    private Queue<SoftReference<Evaluation>> idle(Suite suite) {
        return idle.computeIfAbsent(suite, _ -> new ConcurrentLinkedQueue<>());
    }
}

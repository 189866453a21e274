package org.imageop.tck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imageop.tck.result.RuleViolation;

/** Several threads that begin at once. */
public final class Threads {
    /** How many there are. */
    public static final int COUNT = 4;

    private Threads() {}

    /** What each thread does, by its number. */
    public interface Task {
        void run(int thread) throws Exception;
    }

    /** Runs a task in all threads; what one of them throws is thrown. */
    public static void together(Probe probe, Task task) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(COUNT);
        try {
            CyclicBarrier start = new CyclicBarrier(COUNT);
            List<Callable<Void>> runs = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                int thread = i;
                runs.add(() -> {
                    start.await();
                    task.run(thread);
                    return null;
                });
            }
            for (Future<Void> run : threads.invokeAll(runs)) {
                run.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuleViolation violation) {
                throw violation;
            }
            throw probe.unexpected(e.getCause());
        } finally {
            threads.shutdown();
        }
    }
}

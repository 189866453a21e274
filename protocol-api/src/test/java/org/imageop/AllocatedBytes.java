package org.imageop;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the caller's thread allocates. */
final class AllocatedBytes {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocatedBytes() {}

    /** Bytes that a task allocates when it is done for the second time, with classes and lambdas in place. */
    static long of(Runnable task) {
        task.run();
        return once(task);
    }

    /** Bytes that a task allocates. */
    static long once(Runnable task) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        task.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}

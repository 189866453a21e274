package org.imageop.javafx;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.opentest4j.AssertionFailedError;

/** The JavaFX application thread of tests that need one. */
final class FxThread {
    private FxThread() {}

    static void start() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        await(started);
    }

    static <T> T call(Callable<T> callable) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(callable);
        Platform.runLater(task);
        return task.get();
    }

    /** Fails after a minute rather than never. */
    static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(1, TimeUnit.MINUTES)) {
            throw new AssertionFailedError("waited for a minute in vain");
        }
    }
}

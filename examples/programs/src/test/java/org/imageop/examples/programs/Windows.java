package org.imageop.examples.programs;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.image.ImageView;
import javafx.stage.Window;

/** Programs with a window, from outside. */
final class Windows {
    private Windows() {}

    /** Starts a program. The future throws what the program throws, and is done when the program has ended. */
    static CompletableFuture<Void> start(Runnable program) throws InterruptedException {
        // the toolkit, so that there is a list of windows to look at
        Platform.startup(() -> {});
        return CompletableFuture.runAsync(program, task -> new Thread(task, "main").start());
    }

    /** The view in the program's window, as soon as there is one. */
    static ImageView view(CompletableFuture<Void> program) throws Exception {
        CompletableFuture<Window> shown = new CompletableFuture<>();
        program.whenComplete((done, failure) -> shown.completeExceptionally(
                failure != null ? failure : new IllegalStateException("The program ended without a window")));
        Runnable look = () -> Window.getWindows().stream().findFirst().ifPresent(shown::complete);
        Platform.runLater(() -> {
            Window.getWindows().addListener((ListChangeListener<Window>) change -> look.run());
            look.run();
        });
        Window window = shown.get();
        return call(() -> (ImageView)
                window.getScene().getRoot().getChildrenUnmodifiable().get(0));
    }

    static <T> T call(Callable<T> callable) throws Exception {
        FutureTask<T> task = new FutureTask<>(callable);
        Platform.runLater(task);
        return task.get();
    }
}

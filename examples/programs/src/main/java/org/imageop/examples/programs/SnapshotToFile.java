package org.imageop.examples.programs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.effect.DropShadow;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.imageop.imageio.ImageFiles;

/**
 * JavaFX snapshot → file: a scene with a translucent shadow, drawn by JavaFX off screen, becomes a PNG with alpha. ImageFiles takes the
 * WritableImage as it is and reads it row by row: neither SwingFXUtils nor a BufferedImage is between.
 */
public final class SnapshotToFile {
    private SnapshotToFile() {}

    /**
     * Writes the file.
     *
     * @param args the file, e.g. snapshot.png
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        CompletableFuture<WritableImage> snapshot = new CompletableFuture<>();
        // what goes wrong on JavaFX's thread is thrown by join()
        Platform.startup(() -> snapshot.completeAsync(SnapshotToFile::draw, Runnable::run));
        try {
            ImageFiles.write(snapshot.join(), Path.of(args[0]));
        } finally {
            Platform.exit();
        }
    }

    private static WritableImage draw() {
        Circle circle = new Circle(50, 50, 30, Color.ORANGE);
        circle.setEffect(new DropShadow());
        return new Scene(new Group(circle), 100, 100, Color.TRANSPARENT).snapshot(null);
    }
}

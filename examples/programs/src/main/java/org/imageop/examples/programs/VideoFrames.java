package org.imageop.examples.programs;

import java.awt.Color;
import java.awt.image.BufferedImage;
import javafx.application.Application;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.imageop.Copy;
import org.imageop.Images;
import org.imageop.javafx.SwapChain;

/**
 * Video frames into JavaFX by double buffering: a thread draws one frame after the other, here with Java2D, while JavaFX shows the last
 * one that is complete. Neither waits for the other, no frame is shown half drawn, and none is copied: a frame of the SwapChain is a
 * BufferedImage and a WritableImage on the same memory.
 */
public final class VideoFrames {
    private VideoFrames() {}

    /**
     * Opens the window and plays until it is closed.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The window; JavaFX makes it. */
    public static final class Window extends Application {
        private volatile boolean open = true;

        @Override
        public void start(Stage stage) {
            SwapChain frames = new SwapChain(320, 200);
            ImageView view = new ImageView();
            view.imageProperty().bind(frames.imageProperty());
            stage.setScene(new Scene(new Group(view)));
            stage.show();
            new Thread(() -> play(frames), "video").start();
        }

        private void play(SwapChain frames) {
            for (int i = 0; open; i++) {
                BufferedImage frame = Images.transfer(frames.next(), BufferedImage.class, Copy.NEVER)
                        .image();
                var graphics = frame.createGraphics();
                graphics.setColor(Color.getHSBColor(i / 500f, 1, 1));
                graphics.fillRect(0, 0, frame.getWidth(), frame.getHeight());
                graphics.dispose();
                frames.publish();
            }
        }

        @Override
        public void stop() {
            open = false;
        }
    }
}

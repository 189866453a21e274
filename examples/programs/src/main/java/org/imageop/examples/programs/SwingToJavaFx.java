package org.imageop.examples.programs;

import java.awt.image.BufferedImage;
import javafx.application.Application;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import javax.swing.JLabel;
import org.imageop.javafx.FxImages;

/**
 * Swing → JavaFX: a Swing component paints into a BufferedImage, and a JavaFX window shows that very memory. A click lets Swing paint
 * again; nothing is copied, then or later. Memory of TYPE_INT_ARGB_PRE is what Java2D and JavaFX have in common; of other types,
 * JavaFX gets a copy.
 */
public final class SwingToJavaFx {
    private static int clicks;

    private SwingToJavaFx() {}

    /**
     * Opens the window.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The window; JavaFX makes it. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) {
            BufferedImage swing = new BufferedImage(200, 50, BufferedImage.TYPE_INT_ARGB_PRE);
            paint(swing);
            ImageView view = FxImages.imageView(swing);
            view.setOnMouseClicked(click -> {
                clicks++;
                paint(swing);
                FxImages.refresh(view.getImage());
            });
            stage.setScene(new Scene(new Group(view)));
            stage.show();
        }
    }

    private static void paint(BufferedImage image) {
        JLabel label = new JLabel("Swing, " + clicks + " clicks", JLabel.CENTER);
        label.setOpaque(true);
        label.setSize(image.getWidth(), image.getHeight());
        var graphics = image.createGraphics();
        label.paint(graphics);
        graphics.dispose();
    }
}

package org.imageop.cli.window;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.image.BufferedImage;
import javafx.application.Platform;
import javafx.embed.swing.JFXPanel;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Paint;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;

/** An opaque canvas as JavaFX shows it, pixel by pixel, from the canvas's own memory: a scene inside of a Swing window. */
final class JavaFxCanvas extends JFXPanel {
    private static final long serialVersionUID = 1L;

    /**
     * A panel; JavaFX must run.
     *
     * @param canvas what it shows
     * @param background what surrounds the canvas if the panel is larger
     */
    JavaFxCanvas(ImageLike canvas, Color background) {
        WritableImage pixels =
                Images.transfer(canvas, WritableImage.class, Copy.NEVER).image();
        // white by default
        Paint fill = javafx.scene.paint.Color.rgb(background.getRed(), background.getGreen(), background.getBlue());
        setPreferredSize(new Dimension(canvas.width(), canvas.height()));
        setName("javafx");
        // No scene before the panel has its place. Adding a panel and making the first scene, at once on two threads,
        // would each wait for a class that the other one initialises, for ever; and a panel does not guard its size
        // against JavaFX's thread.
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent firstSize) {
                removeComponentListener(this);
                Platform.runLater(() -> setScene(new Scene(new Group(new ImageView(pixels)), fill)));
            }
        });
    }

    /** Whether JavaFX, which draws at its own pace, has drawn the canvas for the first time. */
    boolean drawn() {
        BufferedImage picture = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        paintComponent(graphics);
        graphics.dispose();
        return picture.getRGB(0, 0) != 0;
    }
}

package org.imageop.cli.window;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;

/** An opaque canvas as Swing shows it, pixel by pixel, from the canvas's own memory. */
final class SwingCanvas extends JComponent {
    private static final long serialVersionUID = 1L;

    private final transient BufferedImage pixels;

    SwingCanvas(ImageLike canvas) {
        pixels = pixelsOf(canvas);
        setPreferredSize(new Dimension(pixels.getWidth(), pixels.getHeight()));
        setOpaque(true);
        setName("swing");
    }

    /** A canvas's memory as Swing's image. */
    static BufferedImage pixelsOf(ImageLike canvas) {
        return Images.transfer(canvas, BufferedImage.class, Copy.NEVER).image();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.drawImage(pixels, 0, 0, null);
    }
}

package org.imageop.cli.window;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import javax.swing.SwingUtilities;
import org.imageop.ImageLike;

/** Draws with the mouse on a canvas, by Swing's own means: the left button white, the right one black. */
final class Brush extends MouseAdapter {
    private static final int THICKNESS = 9;

    private final ImageLike canvas;
    private final BufferedImage pixels;
    private final CanvasWindow window;
    private Point last = new Point();

    Brush(ImageLike canvas, CanvasWindow window) {
        this.canvas = canvas;
        this.pixels = SwingCanvas.pixelsOf(canvas);
        this.window = window;
    }

    @Override
    public void mousePressed(MouseEvent event) {
        last = event.getPoint();
        draw(event);
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        draw(event);
    }

    private void draw(MouseEvent event) {
        Point next = event.getPoint();
        synchronized (canvas) {
            Graphics2D graphics = pixels.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setStroke(new BasicStroke(THICKNESS, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.setColor(SwingUtilities.isRightMouseButton(event) ? Color.BLACK : Color.WHITE);
            graphics.drawLine(last.x, last.y, next.x, next.y);
            graphics.dispose();
        }
        Rectangle changed = new Rectangle(last);
        changed.add(next);
        changed.grow(THICKNESS, THICKNESS);
        changed = changed.intersection(new Rectangle(pixels.getWidth(), pixels.getHeight()));
        if (!changed.isEmpty()) {
            window.refresh(changed.x, changed.y, changed.width, changed.height);
        }
        last = next;
    }
}

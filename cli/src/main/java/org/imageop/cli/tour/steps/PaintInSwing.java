package org.imageop.cli.tour.steps;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.cli.compare.PixelComparison;

/** Swing draws on a shared canvas, and the protocol sees it at once; then the canvas is put right again. */
public final class PaintInSwing implements TourStep {
    @Override
    public String title() {
        return "drawing in Swing";
    }

    @Override
    public StepResult run(ImageLike canvas) {
        BufferedImage swing =
                Images.transfer(canvas, BufferedImage.class, Copy.NEVER).image();
        StandardImage before = StandardImage.from(canvas);
        long start = System.nanoTime();
        Graphics2D graphics = swing.createGraphics();
        graphics.setColor(new Color(200, 30, 60));
        graphics.fillRect(0, 0, swing.getWidth(), swing.getHeight());
        graphics.dispose();
        long nanos = System.nanoTime() - start;
        PixelComparison.check(canvas, (y, samples) -> {
            for (int i = 0; i < samples.length; i += 4) {
                samples[i] = 200;
                samples[i + 1] = 30;
                samples[i + 2] = 60;
                samples[i + 3] = 255;
            }
        });
        Images.copy(before, canvas);
        return StepResult.agreed(
                "Swing draws on it", "canvas " + canvas.mode(), StepResult.Memory.SHARED, 0, nanos, canvas);
    }
}

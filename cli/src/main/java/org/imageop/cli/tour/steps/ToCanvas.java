package org.imageop.cli.tour.steps;

import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.cli.compare.PixelComparison;
import org.imageop.cli.compare.PremultipliedPixels;

/** Onto a canvas: the one memory layout that all toolkits open without copying. */
public final class ToCanvas implements TourStep {
    @Override
    public String title() {
        return "protocol to canvas";
    }

    @Override
    public StepResult run(ImageLike image) {
        StandardImage canvas = StandardImage.canvas(image.width(), image.height());
        long start = System.nanoTime();
        Images.copy(image, canvas);
        long nanos = System.nanoTime() - start;
        PixelComparison.check(canvas, new PremultipliedPixels(image));
        return StepResult.agreed(
                "protocol " + image.mode(),
                "canvas " + canvas.mode(),
                StepResult.Memory.COPIED,
                canvas.buffer().length(),
                nanos,
                canvas);
    }
}

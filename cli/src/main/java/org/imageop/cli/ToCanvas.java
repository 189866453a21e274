package org.imageop.cli;

import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;

/** Onto a canvas: the one memory layout that all toolkits open without copying. */
final class ToCanvas implements Hop {
    @Override
    public String title() {
        return "protocol to canvas";
    }

    @Override
    public Passage pass(ImageLike image) {
        StandardImage canvas = StandardImage.canvas(image.width(), image.height());
        long start = System.nanoTime();
        Images.copy(image, canvas);
        long nanos = System.nanoTime() - start;
        Agreement.check(canvas, new Premultiplied(image));
        return new Passage(
                "protocol " + image.mode(),
                "canvas " + canvas.mode(),
                Passage.Memory.COPIED,
                canvas.buffer().length(),
                nanos,
                "agree",
                List.of(),
                canvas);
    }
}

package org.imageop.cli;

import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
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
        StandardImage expected = StandardImage.from(image, Mode.RGBA);
        Agreement.check(canvas, (y, samples) -> {
            Images.rows(expected).read(0, y, expected.width(), samples, 0);
            premultiplyAndBack(samples);
        });
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

    /** What premultiplied memory of 8 bits can keep of RGBA pixels: written out once more, to compare with. */
    private static void premultiplyAndBack(int[] samples) {
        for (int i = 0; i < samples.length; i += 4) {
            int alpha = samples[i + 3];
            for (int c = i; c < i + 3; c++) {
                int stored = (samples[c] * alpha * 2 + 255) / 510;
                samples[c] = alpha == 0 ? 0 : Math.min(255, (stored * 510 + alpha) / (2 * alpha));
            }
        }
    }
}

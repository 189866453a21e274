package org.imageop.verification.matrix;

import java.util.SplittableRandom;
import org.imageop.Mode;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.Formulas;
import org.imageop.verification.model.Numbers;
import org.imageop.verification.model.StoredImage;
import org.jspecify.annotations.Nullable;

/** The pixels of an image in memory through the memory. */
record MemoryPixels(StoredImage image) implements Pixels {

    @Override
    public int[] get(int x, int y) {
        Shape shape = image.shape();
        int[] stored = new int[shape.names().size()];
        for (int c = 0; c < stored.length; c++) {
            stored[c] = image.get(c, x / shape.divisor(c), y / shape.divisor(c));
        }
        return image.premultiplied() ? Formulas.straight(stored, shape.max()) : stored;
    }

    @Override
    public void set(int x, int y, int... samples) {
        Shape shape = image.shape();
        int[] stored = image.premultiplied() ? Formulas.premultiplied(samples, shape.max()) : samples;
        for (int c = 0; c < stored.length; c++) {
            image.set(c, x / shape.divisor(c), y / shape.divisor(c), stored[c]);
        }
    }

    @Override
    public @Nullable Numbers numbers() {
        return image.fields().get(0).numbers();
    }

    /** One colour in all of a planar image, because how chroma is resampled is not the matter here. */
    @Override
    public void scatter(int x, int y, Mode mode, SplittableRandom random) {
        if (mode.planar()) {
            set(x, y, random.nextInt(16, 236), 150, 100);
        } else {
            Pixels.super.scatter(x, y, mode, random);
        }
    }
}

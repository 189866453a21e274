package org.imageop.verification.matrix;

import java.util.SplittableRandom;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.verification.model.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * An image to be transferred.
 *
 * @param group what it is, a heading of the table
 * @param kind how it lies in memory
 * @param label its mode or type, of which those with the same fate share a row of the table
 * @param mode its mode
 * @param object the image itself
 * @param own its pixels through its own means
 * @param writable whether its own means can write it
 */
record Source(String group, String kind, String label, Mode mode, Object object, Pixels own, boolean writable) {

    Source(String group, String kind, Mode mode, Object object, Pixels own) {
        this(group, kind, mode.name(), mode, object, own, true);
    }

    /** The foreign object, also if the image wraps it. */
    Object foreign() {
        return Images.of(object) instanceof StandardImage image ? image.source().orElse(object) : object;
    }

    /** What its elements are, if they are numbers of a range. */
    @Nullable
    Numbers numbers() {
        return own.numbers();
    }

    /** The same image, with some colour in each pixel. */
    Source scattered() {
        SplittableRandom random = new SplittableRandom(toString().hashCode());
        for (int y = 0; y < Pixels.HEIGHT; y++) {
            for (int x = 0; x < Pixels.WIDTH; x++) {
                own.scatter(x, y, mode, random);
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return group + ", " + kind + ", " + label;
    }
}

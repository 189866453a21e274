package org.imageop.opencv.elements;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.jspecify.annotations.Nullable;

/**
 * Elements in memory.
 *
 * @param elements a buffer of the depth's kind, which begins with the first pixel
 * @param width the pixels of a row
 * @param height how many rows
 * @param step the distance from one row to the next, in elements
 * @param owner who may free the memory; null if nobody does before the buffer is gone
 */
public record ElementMemory(Buffer elements, int width, int height, long step, Plane.@Nullable Owner owner) {

    /** An image of these elements, which stands for a foreign object. */
    public StandardImage image(Object source, PixelMeaning meaning) {
        return meaning.depth() == Depth.F64
                ? StandardImage.wrapping(source, meaning.mode(), width, height, rows(meaning))
                : StandardImage.wrapping(source, layout(meaning));
    }

    /** An image of some of these elements, which stands for no object. */
    public StandardImage image(PixelMeaning meaning) {
        return meaning.depth() == Depth.F64
                ? StandardImage.computed(meaning.mode(), width, height, rows(meaning))
                : StandardImage.wrap(layout(meaning));
    }

    /** Copies an image into these elements, which were allocated for it. */
    public void fill(ImageLike image, PixelMeaning meaning) {
        if (meaning.depth() == Depth.F64) {
            Images.copy(image, image(meaning));
        } else {
            StandardImage.from(image, layout(meaning));
        }
    }

    private PixelLayout layout(PixelMeaning meaning) {
        PixelLayout layout = meaning.layout(elements, width, height, step);
        return owner == null ? layout : layout.ownedBy(owner);
    }

    /** Layouts have no doubles. */
    private ElementRows rows(PixelMeaning meaning) {
        return new ElementRows(new Doubles((DoubleBuffer) elements, meaning.channels(), step, owner), meaning);
    }

    private record Doubles(DoubleBuffer memory, int channels, long step, Plane.@Nullable Owner owner)
            implements ElementRows.Store {

        @Override
        public void get(int x, int y, Object array) {
            checkAlive();
            memory.get(index(x, y), (double[]) array);
        }

        @Override
        public void put(int x, int y, Object array) {
            checkAlive();
            memory.put(index(x, y), (double[]) array);
        }

        private int index(int x, int y) {
            return Math.toIntExact(y * step + (long) x * channels);
        }

        private void checkAlive() {
            if (owner != null && !owner.alive()) {
                throw new IllegalStateException("The memory of this image was freed by its owner and cannot be read or"
                        + " written; copy the image with StandardImage.from before the owner is closed"
                        + " [errors.md#memory-freed]");
            }
        }

        @Override
        public List<?> foundations() {
            return List.of(memory);
        }
    }
}

package org.imageop.tck.source;

import java.util.Optional;
import java.util.Set;
import org.imageop.Mode;
import org.imageop.PixelLayout;

/**
 * Makes memory that is described by a layout, reads and writes that memory without the layout, and declares what the
 * layouts are capable of.
 */
public interface LayoutSource extends Capabilities {

    /**
     * Memory, and the layout that describes it.
     *
     * @param layout the layout that is tested
     * @param memory the same memory by its owner's own means
     */
    record Described(PixelLayout layout, Memory memory) {}

    /**
     * Samples by the means of the memory's owner, also where the layout is read-only. Colours are as they are
     * stored, multiplied by alpha if that is declared; fields of fewer bits are scaled to 0 … M (L-7).
     */
    interface Memory {
        /**
         * A sample.
         *
         * @param component the component's index in the mode
         * @param x the column, in the component's own size
         * @param y the row, in the component's own size
         * @return its value, 0 to M; in L32 the raw bits
         */
        int get(int component, int x, int y);

        /**
         * Changes a sample.
         *
         * @param component the component's index in the mode
         * @param x the column, in the component's own size
         * @param y the row, in the component's own size
         * @param value its new value
         */
        void set(int component, int x, int y, int value);
    }

    /**
     * Makes described memory, new each time. It may hold anything.
     *
     * @param mode the mode
     * @param width the width in pixels
     * @param height the height in pixels
     * @return the memory; empty, or an {@link IllegalArgumentException} or {@link UnsupportedOperationException}
     *     with a message, if no memory has the mode and size. Empty in all sizes declares that the mode
     *     is missing; where exceptions refuse modes, {@link #modes} is to declare the others.
     */
    Optional<Described> layout(Mode mode, int width, int height);

    @Override
    default Set<Mode> modes() {
        return DeclaredModes.of(this, this::layout);
    }
}

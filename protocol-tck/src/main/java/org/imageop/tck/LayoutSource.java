package org.imageop.tck;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.imageop.Mode;
import org.imageop.PixelLayout;

/** Makes memory that is described by a layout, and reads and writes that memory without the layout. */
public interface LayoutSource {

    /**
     * Memory, and what is said of it.
     *
     * @param layout the layout that is tested
     * @param memory the same memory by its owner's own means
     */
    record Described(PixelLayout layout, Memory memory) {}

    /** Samples by the means of those who own the memory; as they are stored, neither straightened nor scaled. */
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
     * Makes described memory, writable, straight and new each time.
     *
     * @param mode one of {@link #modes()}
     * @param width the width in pixels
     * @param height the height in pixels
     * @return the memory; empty, or an {@link IllegalArgumentException} or {@link UnsupportedOperationException}
     *     with a message, if there is none of that mode or size
     */
    Optional<Described> layout(Mode mode, int width, int height);

    /**
     * The modes that there are layouts of; all others must be refused.
     *
     * @return all modes, unless overridden
     */
    default Set<Mode> modes() {
        return EnumSet.allOf(Mode.class);
    }
}

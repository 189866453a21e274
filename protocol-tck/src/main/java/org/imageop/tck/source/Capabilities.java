package org.imageop.tck.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imageop.ImageSize;
import org.imageop.Mode;

/** Declares what images are capable of. The kit tests that they refuse everything else. */
public interface Capabilities {

    /**
     * The modes that the images can have; all others must be refused.
     *
     * @return at least one mode; unless overridden, the modes in which an image is returned in one of the {@link #sizes}
     */
    Set<Mode> modes();

    /**
     * The sizes to try in a mode. A {@linkplain #usualSizes usual size} that is left out must be refused; so repeat the
     * usual ones when you add others.
     *
     * @param mode a mode
     * @return the usual sizes, unless overridden
     */
    default List<ImageSize> sizes(Mode mode) {
        return usualSizes(mode);
    }

    /**
     * The sizes that are tried unless {@link #sizes} is overridden: one pixel, one column, one row, a small area that all
     * rules are tried on, and an area of more than 64 × 64 pixels for the rules that find samples in wrong places, such as
     * places that tiles and padded rows cause. Sides are even in planar modes.
     *
     * @param mode a mode
     * @return the sizes
     */
    static List<ImageSize> usualSizes(Mode mode) {
        return mode.planar()
                ? List.of(
                        new ImageSize(2, 2),
                        new ImageSize(2, 6),
                        new ImageSize(10, 2),
                        new ImageSize(6, 4),
                        new ImageSize(70, 68))
                : List.of(
                        new ImageSize(1, 1),
                        new ImageSize(1, 6),
                        new ImageSize(5, 1),
                        new ImageSize(7, 5),
                        new ImageSize(70, 67));
    }

    /**
     * Whether the images are read-only; then every write must be refused.
     *
     * @return false, unless overridden
     */
    default boolean readOnly() {
        return false;
    }

    /**
     * Whether colours are kept multiplied by alpha, so that they come back rounded by L-10.
     *
     * @return false, unless overridden
     */
    default boolean premultiplied() {
        return false;
    }

    /**
     * The largest value of the field that keeps a component, F in L-7. Values come back rounded by this rule.
     *
     * @param mode a mode of {@link #modes()}
     * @param component the component's index in the mode
     * @return M, unless overridden; 31, for example, where a component is kept in five bits
     */
    default long largest(Mode mode, int component) {
        return mode.maxValue();
    }

    /**
     * The rules that are knowingly not kept. They are listed in the report, each with its reason.
     *
     * @return from a rule's id, or from a rule's id, a space and what it is tried on ({@code "P-58 7×5 RGB image"}), to the
     *     reason; empty, unless overridden
     */
    default Map<String, String> suppressed() {
        return Map.of();
    }
}

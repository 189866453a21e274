package org.imageop.tck.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imageop.ImageSize;
import org.imageop.Mode;

/** What images are declared to be capable of. What they are not capable of is tested to be refused. */
public interface Capabilities {

    /**
     * The modes that there are images of; all others must be refused.
     *
     * @return at least one mode; unless overridden, those of which there is more than empty in one of the {@link #sizes}
     */
    Set<Mode> modes();

    /**
     * The sizes to try in a mode. Those of the {@linkplain #usualSizes usual sizes} that are left out must be refused; so
     * repeat them where more are added.
     *
     * @param mode a mode
     * @return the usual sizes, unless overridden
     */
    default List<ImageSize> sizes(Mode mode) {
        return usualSizes(mode);
    }

    /**
     * The sizes that are tried unless {@link #sizes} is overridden: one pixel, one column, one row, a small area that all
     * rules are tried on, and an area of more than 64 × 64 pixels for those rules that find samples in wrong places, as
     * tiles and padded rows put them. Sides are even in planar modes.
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
     * Whether colours are kept multiplied by alpha, so that they come back as L-10 says.
     *
     * @return false, unless overridden
     */
    default boolean premultiplied() {
        return false;
    }

    /**
     * The largest value of the field that keeps a component, F in L-7. Values come back as that rule says.
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

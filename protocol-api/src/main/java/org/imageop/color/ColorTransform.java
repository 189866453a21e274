package org.imageop.color;

/** A conversion of colours, ready for use. Several threads may use it at once. */
@FunctionalInterface
public interface ColorTransform {

    /**
     * Converts colours. Alpha, where the modes have it, is neither read nor written.
     *
     * @param source {@code count} pixels of the given mode from index 0 on, components side by side, each from 0 to the
     *     mode's largest value
     * @param target where the colours of {@code count} pixels of the wanted mode go, from index 0 on; never {@code source}
     * @param count how many pixels, at least 1
     */
    void apply(int[] source, int[] target, int count);
}

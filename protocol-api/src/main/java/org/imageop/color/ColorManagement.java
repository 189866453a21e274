package org.imageop.color;

import org.imageop.Mode;
import org.jspecify.annotations.Nullable;

/**
 * Conversion between ICC profiles, as a service. {@link Profiles} finds it; programs call that class.
 *
 * <p>A provider has a public constructor without parameters, keeps no state that can be seen, and may be called by several
 * threads at once. It is declared with {@code provides} in {@code module-info.java} and in {@code META-INF/services}.
 */
public interface ColorManagement {

    /**
     * How the numbers of one side of a conversion are understood.
     *
     * @param mode a mode of 8 or 16 bits without alpha that is not planar
     * @param profile an ICC profile for the mode's colours; null for sRGB, and in grey modes for grey with the curve of sRGB;
     *     never null in the CMYK modes
     */
    record Colors(Mode mode, byte @Nullable [] profile) {}

    /**
     * The profile of sRGB.
     *
     * @return a new array
     */
    byte[] srgb();

    /**
     * The profile of grey with the curve of sRGB.
     *
     * @return a new array
     */
    byte[] grey();

    /**
     * A conversion between two kinds of colours.
     *
     * @param from the colours that are given
     * @param to the colours that are wanted; of as many bits as {@code from}
     * @param intent what becomes of colours that {@code to} lacks
     * @return the conversion
     * @throws IllegalArgumentException if a profile cannot be read, or cannot be used in this direction
     */
    ColorTransform transform(Colors from, Colors to, RenderingIntent intent);
}

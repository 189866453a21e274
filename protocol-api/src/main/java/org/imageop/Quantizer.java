package org.imageop;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.imageop.internal.profiles.ProfileHeader;
import org.imageop.internal.quantizing.FewColors;
import org.imageop.internal.quantizing.Indexing;
import org.jspecify.annotations.Nullable;

/**
 * Shows images in few colours (D-15).
 *
 * <pre>{@code
 * IndexedImage picture = Quantizer.DEFAULT.withColors(16).quantize(photo);
 * IndexedImage icon = Quantizer.DEFAULT.withDither(false).withPalette(palette).quantize(logo);
 * }</pre>
 *
 * <p>An image with no more colours than that keeps each of them. Otherwise boxes of similar colours are cut where the squared
 * error becomes least, and their means are improved by k-means. Results depend on nothing but the image and the settings.
 *
 * <p>Quantizers never change; methods return new ones. They may be used by several threads at once.
 */
public final class Quantizer {
    /** 256 colours, dithered. */
    public static final Quantizer DEFAULT = new Quantizer(256, true, null);

    private static final Set<Mode> HANDLED = Set.of(Mode.L, Mode.RGB, Mode.RGBA);

    private final int colors;
    private final boolean dither;
    private final @Nullable ImagePalette palette;

    private Quantizer(int colors, boolean dither, @Nullable ImagePalette palette) {
        this.colors = colors;
        this.dither = dither;
        this.palette = palette;
    }

    /**
     * The same with another number of colours.
     *
     * @param most how many colours there may be, 1 to 256
     * @return a new quantizer
     * @throws IllegalArgumentException for another number
     */
    public Quantizer withColors(int most) {
        if (most < 1 || most > 256) {
            throw new IllegalArgumentException(
                    "An indexed image has 1 to 256 colours, not " + most + " [errors.md#number-of-colours]");
        }
        return new Quantizer(most, dither, palette);
    }

    /**
     * The same with or without dithering: by error diffusion, areas have the colour that they should have, and pixels do not.
     *
     * @param diffuse whether errors are passed on to neighbours; an image with few enough colours has none
     * @return a new quantizer
     */
    public Quantizer withDither(boolean diffuse) {
        return new Quantizer(colors, diffuse, palette);
    }

    /**
     * The same with colours that are given, not chosen. All of them may be used.
     *
     * @param given a palette of mode L, RGB or RGBA with 1 to 256 entries; it is copied
     * @return a new quantizer
     * @throws IllegalArgumentException for another number of entries, or another mode
     */
    public Quantizer withPalette(ImagePalette given) {
        withColors(given.size());
        if (!HANDLED.contains(given.mode())) {
            throw new IllegalArgumentException("Images are not quantised to colours of " + given.mode()
                    + "; give a palette of L, RGB or RGBA [errors.md#palette-mode]");
        }
        return new Quantizer(colors, dither, given.unpacked().copy());
    }

    /**
     * The mode of the result for an image.
     *
     * @param image any image
     * @return L, RGB or RGBA; that of the given palette, if there is one
     */
    public Mode mode(ImageLike image) {
        return palette == null ? image.mode().nearestIn(HANDLED) : palette.mode();
    }

    /**
     * An image in its own colours, if there are no more than may be.
     *
     * @param image any image
     * @return a new image that has the same pixels, but for the colours of fully transparent ones; empty if it has too many
     *     colours, or if a palette is given
     * @throws IllegalArgumentException if this JVM cannot hold it
     */
    public Optional<IndexedImage> exact(ImageLike image) {
        ImageLike pixels = handled(image, mode(image));
        int[] all = palette == null ? few(pixels).all(colors) : null;
        return all == null ? Optional.empty() : Optional.of(indexed(pixels, colors(pixels.mode(), all), false));
    }

    /**
     * An image in few colours.
     *
     * @param image any image; one of more than 8 bits is reduced to 8, and other colours become RGB
     * @return a new image with memory of its own, in mode L, RGB or RGBA, or in that of the given palette; its info has the
     *     profile of {@code image}, if it fits (K-2), and the palette
     * @throws IllegalArgumentException if this JVM cannot hold it
     */
    public IndexedImage quantize(ImageLike image) {
        Objects.requireNonNull(image, "image");
        ImageLike pixels = handled(image, mode(image));
        if (palette != null) {
            return indexed(pixels, palette.copy(), dither);
        }
        return exact(pixels)
                .orElseGet(
                        () -> indexed(pixels, colors(pixels.mode(), few(pixels).chosen(colors)), dither));
    }

    private static ImageLike handled(ImageLike image, Mode mode) {
        return image.mode() == mode ? image : StandardImage.from(image, mode);
    }

    private static FewColors few(ImageLike image) {
        return new FewColors(
                Images.rows(image), image.width(), image.height(), image.mode().components());
    }

    /** A palette of colours whose components are side by side. */
    private static ImagePalette colors(Mode mode, int... colors) {
        int components = mode.components();
        byte[] data = new byte[colors.length * components];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (colors[i / components] >>> Byte.SIZE * (components - 1 - i % components));
        }
        return new ImagePalette(mode, data);
    }

    private static IndexedImage indexed(ImageLike image, ImagePalette palette, boolean dither) {
        StandardImage indices = StandardImage.of(Mode.L, image.width(), image.height());
        new Indexing(Images.rows(image), image.width(), palette.mode().components(), palette.keys())
                .run(Images.rows(indices), image.height(), dither);
        IndexedImage indexed = IndexedImage.of(indices, palette);
        byte[] profile = ProfileHeader.fitting(image.info(), palette.mode());
        if (profile != null) {
            indexed.info().put(InfoKeys.ICC_PROFILE, profile);
        }
        return indexed;
    }
}

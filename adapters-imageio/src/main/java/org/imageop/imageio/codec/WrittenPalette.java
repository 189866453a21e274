package org.imageop.imageio.codec;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.Images;
import org.imageop.IndexedImage;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.awt.AwtImages;
import org.jspecify.annotations.Nullable;

/** Indexed images as files hold them. */
public final class WrittenPalette {
    private static final int MOST = 256;
    private static final int BLUE = 0xff0000ff;

    private WrittenPalette() {}

    /**
     * An image with the palette and the indices that it has, or null if it has none that a file can hold: an indexed image, or one
     * on an indexed BufferedImage, such as a file that was read.
     */
    public static @Nullable IndexedImage own(ImageLike image) {
        IndexedImage indexed = null;
        if (image instanceof IndexedImage itself) {
            indexed = itself;
        } else if (image.info().get(InfoKeys.PALETTE) instanceof ImagePalette palette
                && palette.mode() == image.mode()
                && Images.unwrap(image, BufferedImage.class)
                        .filter(pixels -> pixels.getColorModel() instanceof IndexColorModel)
                        .isPresent()) {
            indexed = IndexedImage.of(AwtImages.indices(image), palette);
        }
        // a transparent index of opaque colours is not among the pixels
        boolean held = indexed != null
                && indexed.indices().mode() == Mode.L
                && (indexed.mode() == Mode.RGBA || !indexed.info().containsKey(InfoKeys.TRANSPARENCY));
        return held ? indexed : null;
    }

    /**
     * The image on its indices. A palette reads as the mode that its colours need. If that would be another mode, unused colours
     * are added, for which 256 used ones leave no place.
     */
    public static BufferedImage of(IndexedImage image) {
        int[] colors = image.palette().toArgb();
        Mode mode = image.mode();
        if (mode.family() == ColorFamily.RGB && Arrays.stream(colors).allMatch(WrittenPalette::isGray)) {
            colors = with(colors, BLUE);
        }
        if (mode == Mode.RGBA && Arrays.stream(colors).allMatch(color -> color >>> 24 == 0xff)) {
            colors = with(colors, 0);
        }
        return AwtImages.toBufferedImage(
                colors.length == image.palette().size()
                        ? image
                        : IndexedImage.of(image.indices(), ImagePalette.ofArgb(mode, colors)));
    }

    private static int[] with(int[] colors, int unused) {
        if (colors.length >= MOST) {
            return colors;
        }
        int[] more = Arrays.copyOf(colors, colors.length + 1);
        more[colors.length] = unused;
        return more;
    }

    private static boolean isGray(int color) {
        return (color & 0xff) * 0x10101 == (color & 0xffffff);
    }
}

package org.imageop.verification.matrix;

import static org.imageop.verification.matrix.Pixels.HEIGHT;
import static org.imageop.verification.matrix.Pixels.WIDTH;

import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.List;
import org.imageop.Mode;
import org.imageop.awt.AwtImages;

/** BufferedImage of every predefined type and of some that are none. */
final class AwtSources {
    private static final String GROUP = "`BufferedImage`";
    private static final String CUSTOM = "of a custom type";

    private AwtSources() {}

    static List<Source> all() {
        List<Source> sources = new ArrayList<>();
        Object[][] predefined = {
            {"`TYPE_INT_RGB`", BufferedImage.TYPE_INT_RGB, Mode.RGB},
            {"`TYPE_INT_ARGB`", BufferedImage.TYPE_INT_ARGB, Mode.RGBA},
            {"`TYPE_INT_ARGB_PRE`", BufferedImage.TYPE_INT_ARGB_PRE, Mode.RGBA},
            {"`TYPE_INT_BGR`", BufferedImage.TYPE_INT_BGR, Mode.RGB},
            {"`TYPE_3BYTE_BGR`", BufferedImage.TYPE_3BYTE_BGR, Mode.RGB},
            {"`TYPE_4BYTE_ABGR`", BufferedImage.TYPE_4BYTE_ABGR, Mode.RGBA},
            {"`TYPE_4BYTE_ABGR_PRE`", BufferedImage.TYPE_4BYTE_ABGR_PRE, Mode.RGBA},
            {"`TYPE_USHORT_565_RGB`", BufferedImage.TYPE_USHORT_565_RGB, Mode.RGB},
            {"`TYPE_USHORT_555_RGB`", BufferedImage.TYPE_USHORT_555_RGB, Mode.RGB},
            {"`TYPE_BYTE_GRAY`", BufferedImage.TYPE_BYTE_GRAY, Mode.L},
            {"`TYPE_USHORT_GRAY`", BufferedImage.TYPE_USHORT_GRAY, Mode.L16},
        };
        for (Object[] type : predefined) {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, (int) type[1]);
            add(sources, "of a predefined type", (String) type[0], (Mode) type[2], image);
        }
        // Java's own palette for TYPE_BYTE_BINARY is black and white
        palette(sources, "`TYPE_BYTE_BINARY`", Mode.L, BufferedImage.TYPE_BYTE_BINARY, 1, 0xff000000, 0xffffffff);
        palette(
                sources,
                "`TYPE_BYTE_BINARY`, 2 bits",
                Mode.RGB,
                BufferedImage.TYPE_BYTE_BINARY,
                2,
                0xff000000,
                0xffffffff,
                0xff204060,
                0xffff0080);
        palette(
                sources,
                "`TYPE_BYTE_BINARY`, 4 bits",
                Mode.RGB,
                BufferedImage.TYPE_BYTE_BINARY,
                4,
                0xff000000,
                0xffffffff,
                0xff204060,
                0xffff0080,
                0xff00ff80);
        palette(
                sources,
                "`TYPE_BYTE_INDEXED`",
                Mode.RGBA,
                BufferedImage.TYPE_BYTE_INDEXED,
                8,
                0xff000000,
                0xffffffff,
                0x00000000,
                0x80ff0080,
                0xff123456);

        BufferedImage whole = new BufferedImage(WIDTH + 4, HEIGHT + 3, BufferedImage.TYPE_INT_ARGB_PRE);
        add(sources, "sub-image", "`TYPE_INT_ARGB_PRE`", Mode.RGBA, whole.getSubimage(3, 2, WIDTH, HEIGHT));
        BufferedImage grey = new BufferedImage(WIDTH + 4, HEIGHT + 3, BufferedImage.TYPE_BYTE_GRAY);
        add(sources, "sub-image", "`TYPE_BYTE_GRAY`", Mode.L, grey.getSubimage(3, 2, WIDTH, HEIGHT));
        BufferedImage bgr = new BufferedImage(WIDTH + 4, HEIGHT + 3, BufferedImage.TYPE_3BYTE_BGR);
        add(sources, "sub-image", "`TYPE_3BYTE_BGR`", Mode.RGB, bgr.getSubimage(3, 2, WIDTH, HEIGHT));

        int[] order = {0, 1, 2, 3};
        add(
                sources,
                CUSTOM,
                "interleaved 16-bit RGB",
                Mode.RGB48,
                components(Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, WIDTH, HEIGHT, 3, null), false));
        add(
                sources,
                CUSTOM,
                "interleaved 16-bit RGBA",
                Mode.RGBA64,
                components(Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, WIDTH, HEIGHT, 4, null), true));
        add(
                sources,
                CUSTOM,
                "banded RGBA",
                Mode.RGBA,
                components(
                        Raster.createBandedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, WIDTH, order, new int[4], null),
                        true));
        BufferedImage floats = new BufferedImage(
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, 1, DataBuffer.TYPE_FLOAT),
                Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_FLOAT, WIDTH, HEIGHT, 1), null),
                false,
                null);
        sources.add(new Source(
                GROUP,
                CUSTOM,
                "floats and their range",
                Mode.L16,
                AwtImages.wrap(floats, Pixels.NUMBERS.range()),
                new AwtPixels(floats, Mode.L16),
                true));
        return sources;
    }

    private static BufferedImage components(WritableRaster raster, boolean alpha) {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                alpha,
                false,
                alpha ? 3 : 1,
                raster.getDataBuffer().getDataType());
        return new BufferedImage(model, raster, false, null);
    }

    private static void palette(List<Source> sources, String label, Mode mode, int type, int bits, int... colors) {
        IndexColorModel model =
                new IndexColorModel(bits, colors.length, colors, 0, mode.hasAlpha(), -1, DataBuffer.TYPE_BYTE);
        add(sources, "of a predefined type", label, mode, new BufferedImage(WIDTH, HEIGHT, type, model));
    }

    private static void add(List<Source> sources, String kind, String label, Mode mode, BufferedImage image) {
        sources.add(new Source(GROUP, kind, label, mode, image, new AwtPixels(image, mode), true));
    }
}

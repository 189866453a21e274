package org.imageop.awt;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.MultiPixelPackedSampleModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.tck.ImageContract;
import org.junit.jupiter.api.Nested;

/** The protocol's own contract on every kind of image that AWT has. */
class KindsContractTest {
    private static final int BYTE = DataBuffer.TYPE_BYTE;
    private static final int USHORT = DataBuffer.TYPE_USHORT;
    private static final int INT = DataBuffer.TYPE_INT;

    /** Makes an image on new pixels of AWT. */
    interface Maker {
        ImageLike of(int width, int height);
    }

    /** Makes a new image of AWT. */
    interface Pixels {
        BufferedImage of(int width, int height);
    }

    /** Images of one kind. */
    abstract static class Kind extends ImageContract {
        private final Mode only;
        private final Maker maker;

        Kind(Mode only, Maker maker) {
            this.only = only;
            this.maker = maker;
        }

        @Override
        public Set<Mode> modes() {
            return EnumSet.of(only);
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            // AWT has exceptions of its own for sizes that no image has
            return mode == only && width > 0 && height > 0 ? Optional.of(maker.of(width, height)) : Optional.empty();
        }
    }

    /** Images of one kind that keep colours multiplied by alpha. */
    abstract static class Premultiplied extends Kind {
        Premultiplied(Mode only, Maker maker) {
            super(only, maker);
        }

        @Override
        public boolean premultiplied() {
            return true;
        }
    }

    /** Images of one kind that keep fewer bits than the mode has. */
    abstract static class Narrow extends Kind {
        private final long[] largest;

        Narrow(Mode only, Maker maker, long... largest) {
            super(only, maker);
            this.largest = largest;
        }

        @Override
        public long largest(Mode mode, int component) {
            return largest[component];
        }
    }

    /** Images of one kind that cannot be written. */
    abstract static class ReadOnly extends Kind {
        ReadOnly(Mode only, Maker maker) {
            super(only, maker);
        }

        @Override
        public boolean readOnly() {
            return true;
        }
    }

    private static Maker type(int type) {
        return (width, height) -> AwtImages.wrap(new BufferedImage(width, height, type));
    }

    private static Maker part(int type) {
        return (width, height) ->
                AwtImages.wrap(new BufferedImage(width + 3, height + 4, type).getSubimage(2, 1, width, height));
    }

    @Nested
    class IntRgb extends Kind {
        IntRgb() {
            super(Mode.RGB, type(BufferedImage.TYPE_INT_RGB));
        }
    }

    @Nested
    class IntArgb extends Kind {
        IntArgb() {
            super(Mode.RGBA, type(BufferedImage.TYPE_INT_ARGB));
        }
    }

    @Nested
    class IntArgbPre extends Premultiplied {
        IntArgbPre() {
            super(Mode.RGBA, type(BufferedImage.TYPE_INT_ARGB_PRE));
        }
    }

    @Nested
    class IntBgr extends Kind {
        IntBgr() {
            super(Mode.RGB, type(BufferedImage.TYPE_INT_BGR));
        }
    }

    @Nested
    class ThreeByteBgr extends Kind {
        ThreeByteBgr() {
            super(Mode.RGB, type(BufferedImage.TYPE_3BYTE_BGR));
        }
    }

    @Nested
    class FourByteAbgr extends Kind {
        FourByteAbgr() {
            super(Mode.RGBA, type(BufferedImage.TYPE_4BYTE_ABGR));
        }
    }

    @Nested
    class FourByteAbgrPre extends Premultiplied {
        FourByteAbgrPre() {
            super(Mode.RGBA, type(BufferedImage.TYPE_4BYTE_ABGR_PRE));
        }
    }

    @Nested
    class Ushort565 extends Narrow {
        Ushort565() {
            super(Mode.RGB, type(BufferedImage.TYPE_USHORT_565_RGB), 31, 63, 31);
        }
    }

    @Nested
    class Ushort555 extends Narrow {
        Ushort555() {
            super(Mode.RGB, type(BufferedImage.TYPE_USHORT_555_RGB), 31, 31, 31);
        }
    }

    @Nested
    class ByteGray extends Kind {
        ByteGray() {
            super(Mode.L, type(BufferedImage.TYPE_BYTE_GRAY));
        }
    }

    @Nested
    class UshortGray extends Kind {
        UshortGray() {
            super(Mode.L16, type(BufferedImage.TYPE_USHORT_GRAY));
        }
    }

    @Nested
    class ByteBinary extends Narrow {
        ByteBinary() {
            super(Mode.L, type(BufferedImage.TYPE_BYTE_BINARY), 1);
        }
    }

    /** As tiles, because the colours of this palette are at no even distances. */
    @Nested
    class ByteIndexed extends ReadOnly {
        ByteIndexed() {
            super(
                    Mode.RGB,
                    tiles((width, height) -> new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED)));
        }
    }

    @Nested
    class PartOfArgbPre extends Premultiplied {
        PartOfArgbPre() {
            super(Mode.RGBA, part(BufferedImage.TYPE_INT_ARGB_PRE));
        }
    }

    @Nested
    class PartOfBgr extends Kind {
        PartOfBgr() {
            super(Mode.RGB, part(BufferedImage.TYPE_3BYTE_BGR));
        }
    }

    @Nested
    class PartOfBinary extends Narrow {
        PartOfBinary() {
            super(Mode.L, part(BufferedImage.TYPE_BYTE_BINARY), 1);
        }
    }

    /** Colours at even distances, so that the nearest one is found component by component. */
    private static Pixels palette(int levels, boolean grey) {
        int colours = grey ? levels : levels * levels * levels;
        int[] map = IntStream.range(0, colours)
                .map(i -> grey
                        ? level(i, levels) * 0x10101
                        : level(i / levels / levels, levels) << 16
                                | level(i / levels % levels, levels) << 8
                                | level(i % levels, levels))
                .toArray();
        int bits = colours <= 4 ? 2 : colours <= 16 ? 4 : 8;
        IndexColorModel model = new IndexColorModel(bits, colours, map, 0, false, -1, BYTE);
        return (width, height) -> new BufferedImage(
                width, height, bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY, model);
    }

    private static int level(int level, int levels) {
        return level * 255 / (levels - 1);
    }

    private static Maker wrapped(Pixels pixels) {
        return (width, height) -> AwtImages.wrap(pixels.of(width, height));
    }

    @Nested
    class PaletteOf4Greys extends Narrow {
        PaletteOf4Greys() {
            super(Mode.L, wrapped(palette(4, true)), 3);
        }
    }

    @Nested
    class PaletteOf16Greys extends Narrow {
        PaletteOf16Greys() {
            super(Mode.L, wrapped(palette(16, true)), 15);
        }
    }

    @Nested
    class PaletteOf256Greys extends Kind {
        PaletteOf256Greys() {
            super(Mode.L, wrapped(palette(256, true)));
        }
    }

    @Nested
    class PaletteOf216Colours extends Narrow {
        PaletteOf216Colours() {
            super(Mode.RGB, wrapped(palette(6, false)), 5, 5, 5);
        }
    }

    /** A palette none of whose indices is valid can only be read. */
    @Nested
    class PaletteWithoutValidColours extends ReadOnly {
        PaletteWithoutValidColours() {
            super(Mode.L, wrapped((width, height) -> {
                int[] colours = {0x80ff0000, 0xff00ff00};
                IndexColorModel model = new IndexColorModel(8, 2, colours, 0, BYTE, BigInteger.ZERO);
                return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
            }));
        }
    }

    private static ColorModel components(ColorSpace space, boolean alpha, boolean premultiplied, int type) {
        int transparency = alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
        return new ComponentColorModel(space, alpha, premultiplied, transparency, type);
    }

    private static ColorModel grey(boolean alpha, boolean premultiplied, int type) {
        return components(ColorSpace.getInstance(ColorSpace.CS_GRAY), alpha, premultiplied, type);
    }

    private static ColorModel rgb(boolean alpha, boolean premultiplied, int type) {
        return components(ColorSpace.getInstance(ColorSpace.CS_sRGB), alpha, premultiplied, type);
    }

    /** Pixels side by side with one element between them, in rows with five elements after them. */
    private static Maker interleaved(ColorModel model, int type, int... offsets) {
        int step = offsets.length + 1;
        return (width, height) -> {
            int stride = step * width + 5;
            SampleModel samples = new PixelInterleavedSampleModel(type, width, height, step, stride, offsets);
            // larger, because AWT wants the gap after the last pixel too
            DataBuffer data =
                    samples.createCompatibleSampleModel(width + 9, height + 1).createDataBuffer();
            WritableRaster raster = Raster.createWritableRaster(samples, data, new Point(0, 0));
            return AwtImages.wrap(new BufferedImage(model, raster, model.isAlphaPremultiplied(), null));
        };
    }

    private static ImageLike custom(ColorModel model, SampleModel samples) {
        WritableRaster raster = Raster.createWritableRaster(samples, new Point(0, 0));
        return AwtImages.wrap(new BufferedImage(model, raster, model.isAlphaPremultiplied(), null));
    }

    @Nested
    class AlphaThenGrey extends Kind {
        AlphaThenGrey() {
            super(Mode.LA, interleaved(grey(true, false, BYTE), BYTE, 1, 0));
        }
    }

    @Nested
    class GreyAlphaPre extends Premultiplied {
        GreyAlphaPre() {
            super(Mode.LA, interleaved(grey(true, true, BYTE), BYTE, 0, 1));
        }
    }

    @Nested
    class GreyAlphaShorts extends Kind {
        GreyAlphaShorts() {
            super(Mode.LA32, interleaved(grey(true, false, USHORT), USHORT, 0, 2));
        }
    }

    @Nested
    class GreyAlphaShortsPre extends Premultiplied {
        GreyAlphaShortsPre() {
            super(Mode.LA32, interleaved(grey(true, true, USHORT), USHORT, 0, 1));
        }
    }

    @Nested
    class GreyInts extends Kind {
        GreyInts() {
            super(
                    Mode.L32,
                    (width, height) -> AwtImages.wrap(Raster.createWritableRaster(
                            new PixelInterleavedSampleModel(INT, width, height, 1, width + 2, new int[1]), null)));
        }
    }

    @Nested
    class GbrBytes extends Kind {
        GbrBytes() {
            super(Mode.RGB, interleaved(rgb(false, false, BYTE), BYTE, 2, 0, 1));
        }
    }

    @Nested
    class BgrShorts extends Kind {
        BgrShorts() {
            super(Mode.RGB48, interleaved(rgb(false, false, USHORT), USHORT, 2, 1, 0));
        }
    }

    @Nested
    class RgbaShorts extends Kind {
        RgbaShorts() {
            super(Mode.RGBA64, interleaved(rgb(true, false, USHORT), USHORT, 0, 1, 2, 3));
        }
    }

    @Nested
    class RgbaShortsPre extends Premultiplied {
        RgbaShortsPre() {
            super(Mode.RGBA64, interleaved(rgb(true, true, USHORT), USHORT, 0, 1, 2, 3));
        }
    }

    @Nested
    class Cmyk extends Kind {
        Cmyk() {
            super(Mode.CMYK, interleaved(components(CmykSpace.INSTANCE, false, false, BYTE), BYTE, 0, 1, 2, 3));
        }
    }

    @Nested
    class Cmyk64 extends Kind {
        Cmyk64() {
            super(Mode.CMYK64, interleaved(components(CmykSpace.INSTANCE, false, false, USHORT), USHORT, 3, 2, 1, 0));
        }
    }

    @Nested
    class BandsOfBytes extends Kind {
        BandsOfBytes() {
            super(
                    Mode.RGBA,
                    (width, height) -> custom(rgb(true, false, BYTE), new BandedSampleModel(BYTE, width, height, 4)));
        }
    }

    @Nested
    class BandsOfShorts extends Kind {
        BandsOfShorts() {
            super(
                    Mode.RGB48,
                    (width, height) ->
                            custom(rgb(false, false, USHORT), new BandedSampleModel(USHORT, width, height, 3)));
        }
    }

    private static Maker packed(int type, boolean premultiplied, int bits, int... masks) {
        ColorModel model = new DirectColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                bits,
                masks[0],
                masks[1],
                masks[2],
                masks.length == 4 ? masks[3] : 0,
                premultiplied,
                type);
        return (width, height) ->
                custom(model, new SinglePixelPackedSampleModel(type, width, height, width + 3, masks));
    }

    @Nested
    class FourBitsEach extends Narrow {
        FourBitsEach() {
            super(Mode.RGBA, packed(USHORT, false, 16, 0xf00, 0xf0, 0xf, 0xf000), 15, 15, 15, 15);
        }
    }

    @Nested
    class PackedBytes extends Narrow {
        PackedBytes() {
            super(Mode.RGB, packed(BYTE, false, 8, 0xe0, 0x1c, 3), 7, 7, 3);
        }
    }

    @Nested
    class TenBitsEach extends Narrow {
        TenBitsEach() {
            super(Mode.RGBA64, packed(INT, false, 32, 0x3ff00000, 0xffc00, 0x3ff, 0xc0000000), 1023, 1023, 1023, 3);
        }
    }

    @Nested
    class TwelveBits extends Narrow {
        TwelveBits() {
            super(
                    Mode.L16,
                    (width, height) -> custom(
                            new ComponentColorModel(
                                    ColorSpace.getInstance(ColorSpace.CS_GRAY),
                                    new int[] {12},
                                    false,
                                    false,
                                    Transparency.OPAQUE,
                                    USHORT),
                            new PixelInterleavedSampleModel(USHORT, width, height, 1, width, new int[1])),
                    4095);
        }
    }

    /** Numbers of a range, so exactly that of the mode that nothing is rounded. */
    private static Maker numbers(int type, int bands, double min) {
        int[] offsets = IntStream.range(0, bands).toArray();
        return (width, height) -> AwtImages.wrap(
                Raster.createWritableRaster(
                        new PixelInterleavedSampleModel(type, width, height, bands, bands * width, offsets), null),
                new Plane.Range(min, min + 65535));
    }

    @Nested
    class SignedShorts extends Kind {
        SignedShorts() {
            super(Mode.L16, numbers(DataBuffer.TYPE_SHORT, 1, -32768));
        }
    }

    @Nested
    class Floats extends Kind {
        Floats() {
            super(Mode.RGB48, numbers(DataBuffer.TYPE_FLOAT, 3, -1000));
        }
    }

    @Nested
    class Doubles extends Kind {
        Doubles() {
            super(Mode.LA32, numbers(DataBuffer.TYPE_DOUBLE, 2, 0));
        }
    }

    private static Maker raster(SampleModelMaker samples) {
        return (width, height) -> {
            SampleModel model = samples.of(width + 4, height + 2);
            WritableRaster whole = Raster.createWritableRaster(model, new Point(-3, 100));
            return AwtImages.wrap(whole.createWritableChild(-1, 101, width, height, 40, -7, null));
        };
    }

    /** Makes sample models. */
    interface SampleModelMaker {
        SampleModel of(int width, int height);
    }

    @Nested
    class PartOfARaster extends Kind {
        PartOfARaster() {
            super(
                    Mode.RGB,
                    raster((width, height) ->
                            new PixelInterleavedSampleModel(BYTE, width, height, 3, 3 * width, new int[] {2, 1, 0})));
        }
    }

    @Nested
    class RasterOfBits extends Narrow {
        RasterOfBits() {
            super(Mode.L, raster((width, height) -> new MultiPixelPackedSampleModel(BYTE, width, height, 1)), 1);
        }
    }

    @Nested
    class RasterOfNibblesInInts extends Narrow {
        RasterOfNibblesInInts() {
            super(Mode.L, raster((width, height) -> new MultiPixelPackedSampleModel(INT, width, height, 4)), 15);
        }
    }

    @Nested
    class LockedRaster extends ReadOnly {
        LockedRaster() {
            super(
                    Mode.RGBA,
                    (width, height) -> AwtImages.wrap(
                            new AwtContractTest.Locked(Raster.createInterleavedRaster(BYTE, width, height, 4, null))));
        }
    }

    private static Maker tiles(Pixels pixels) {
        return (width, height) -> AwtImages.wrap(new Tiled(pixels.of(width, height), 3, 2, -11, 6, 2, -1, true));
    }

    @Nested
    class Tiles extends ReadOnly {
        Tiles() {
            super(Mode.RGBA, tiles((width, height) -> {
                BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR);
                Oracle.of(image.getRaster(), false).fill(image.getRaster(), new SplittableRandom(3));
                return image;
            }));
        }
    }
}

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.awt.profiles.InkProfile;
import org.imageop.tck.ImageKindsContract;
import org.imageop.tck.source.ImageKind;

/** The protocol's own contract on every kind of image that AWT has. */
class KindsContractTest extends ImageKindsContract {
    @Override
    public Map<String, ImageKind> kinds() {
        Map<String, ImageKind> kinds = new LinkedHashMap<>();
        kinds.put("int RGB", ImageKind.of(Mode.RGB, type(BufferedImage.TYPE_INT_RGB)));
        kinds.put("int ARGB", ImageKind.of(Mode.RGBA, type(BufferedImage.TYPE_INT_ARGB)));
        kinds.put(
                "int ARGB, premultiplied",
                ImageKind.of(Mode.RGBA, type(BufferedImage.TYPE_INT_ARGB_PRE)).asPremultiplied());
        kinds.put("int BGR", ImageKind.of(Mode.RGB, type(BufferedImage.TYPE_INT_BGR)));
        kinds.put("3 byte BGR", ImageKind.of(Mode.RGB, type(BufferedImage.TYPE_3BYTE_BGR)));
        kinds.put("4 byte ABGR", ImageKind.of(Mode.RGBA, type(BufferedImage.TYPE_4BYTE_ABGR)));
        kinds.put(
                "4 byte ABGR, premultiplied",
                ImageKind.of(Mode.RGBA, type(BufferedImage.TYPE_4BYTE_ABGR_PRE)).asPremultiplied());
        kinds.put(
                "ushort 565",
                ImageKind.of(Mode.RGB, type(BufferedImage.TYPE_USHORT_565_RGB)).withLargest(31, 63, 31));
        kinds.put(
                "ushort 555",
                ImageKind.of(Mode.RGB, type(BufferedImage.TYPE_USHORT_555_RGB)).withLargest(31, 31, 31));
        kinds.put("byte gray", ImageKind.of(Mode.L, type(BufferedImage.TYPE_BYTE_GRAY)));
        kinds.put("ushort gray", ImageKind.of(Mode.L16, type(BufferedImage.TYPE_USHORT_GRAY)));
        kinds.put(
                "byte binary",
                ImageKind.of(Mode.L, type(BufferedImage.TYPE_BYTE_BINARY)).withLargest(1));
        // as tiles, because the colours of this palette are at no even distances
        kinds.put(
                "byte indexed",
                ImageKind.of(
                                Mode.RGB,
                                tiles((width, height) ->
                                        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED)))
                        .asReadOnly());
        kinds.put(
                "part of ARGB, premultiplied",
                ImageKind.of(Mode.RGBA, part(BufferedImage.TYPE_INT_ARGB_PRE)).asPremultiplied());
        kinds.put("part of BGR", ImageKind.of(Mode.RGB, part(BufferedImage.TYPE_3BYTE_BGR)));
        kinds.put(
                "part of binary",
                ImageKind.of(Mode.L, part(BufferedImage.TYPE_BYTE_BINARY)).withLargest(1));
        kinds.put(
                "palette of 4 greys",
                ImageKind.of(Mode.L, wrapped(palette(4, true))).withLargest(3));
        kinds.put(
                "palette of 16 greys",
                ImageKind.of(Mode.L, wrapped(palette(16, true))).withLargest(15));
        kinds.put("palette of 256 greys", ImageKind.of(Mode.L, wrapped(palette(256, true))));
        kinds.put(
                "palette of 216 colours",
                ImageKind.of(Mode.RGB, wrapped(palette(6, false))).withLargest(5, 5, 5));
        // a palette none of whose indices is valid can only be read
        kinds.put(
                "palette without valid colours",
                ImageKind.of(Mode.L, wrapped((width, height) -> {
                            int[] colours = {0x80ff0000, 0xff00ff00};
                            IndexColorModel model = new IndexColorModel(8, 2, colours, 0, BYTE, BigInteger.ZERO);
                            return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
                        }))
                        .asReadOnly());
        kinds.put("alpha then grey", ImageKind.of(Mode.LA, interleaved(grey(true, false, BYTE), BYTE, 1, 0)));
        kinds.put(
                "grey alpha, premultiplied",
                ImageKind.of(Mode.LA, interleaved(grey(true, true, BYTE), BYTE, 0, 1))
                        .asPremultiplied());
        kinds.put("grey alpha shorts", ImageKind.of(Mode.LA32, interleaved(grey(true, false, USHORT), USHORT, 0, 2)));
        kinds.put(
                "grey alpha shorts, premultiplied",
                ImageKind.of(Mode.LA32, interleaved(grey(true, true, USHORT), USHORT, 0, 1))
                        .asPremultiplied());
        kinds.put(
                "grey ints",
                ImageKind.of(
                        Mode.L32,
                        (width, height) -> AwtImages.wrap(Raster.createWritableRaster(
                                new PixelInterleavedSampleModel(INT, width, height, 1, width + 2, new int[1]), null))));
        kinds.put("GBR bytes", ImageKind.of(Mode.RGB, interleaved(rgb(false, false, BYTE), BYTE, 2, 0, 1)));
        kinds.put("BGR shorts", ImageKind.of(Mode.RGB48, interleaved(rgb(false, false, USHORT), USHORT, 2, 1, 0)));
        kinds.put("RGBA shorts", ImageKind.of(Mode.RGBA64, interleaved(rgb(true, false, USHORT), USHORT, 0, 1, 2, 3)));
        kinds.put(
                "RGBA shorts, premultiplied",
                ImageKind.of(Mode.RGBA64, interleaved(rgb(true, true, USHORT), USHORT, 0, 1, 2, 3))
                        .asPremultiplied());
        kinds.put(
                "CMYK",
                ImageKind.of(
                        Mode.CMYK, interleaved(components(InkProfile.SPACE, false, false, BYTE), BYTE, 0, 1, 2, 3)));
        kinds.put(
                "CMYK64",
                ImageKind.of(
                        Mode.CMYK64,
                        interleaved(components(InkProfile.SPACE, false, false, USHORT), USHORT, 3, 2, 1, 0)));
        kinds.put(
                "bands of bytes",
                ImageKind.of(
                        Mode.RGBA,
                        (width, height) ->
                                custom(rgb(true, false, BYTE), new BandedSampleModel(BYTE, width, height, 4))));
        kinds.put(
                "bands of shorts",
                ImageKind.of(
                        Mode.RGB48,
                        (width, height) ->
                                custom(rgb(false, false, USHORT), new BandedSampleModel(USHORT, width, height, 3))));
        kinds.put(
                "four bits each",
                ImageKind.of(Mode.RGBA, packed(USHORT, false, 16, 0xf00, 0xf0, 0xf, 0xf000))
                        .withLargest(15, 15, 15, 15));
        kinds.put(
                "packed bytes",
                ImageKind.of(Mode.RGB, packed(BYTE, false, 8, 0xe0, 0x1c, 3)).withLargest(7, 7, 3));
        kinds.put(
                "ten bits each",
                ImageKind.of(Mode.RGBA64, packed(INT, false, 32, 0x3ff00000, 0xffc00, 0x3ff, 0xc0000000))
                        .withLargest(1023, 1023, 1023, 3));
        kinds.put(
                "twelve bits",
                ImageKind.of(
                                Mode.L16,
                                (width, height) -> custom(
                                        new ComponentColorModel(
                                                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                                                new int[] {12},
                                                false,
                                                false,
                                                Transparency.OPAQUE,
                                                USHORT),
                                        new PixelInterleavedSampleModel(USHORT, width, height, 1, width, new int[1])))
                        .withLargest(4095));
        kinds.put("signed shorts", ImageKind.of(Mode.L16, numbers(Mode.L16, DataBuffer.TYPE_SHORT, -32768)));
        kinds.put("floats", ImageKind.of(Mode.RGB48, numbers(Mode.RGB48, DataBuffer.TYPE_FLOAT, -1000)));
        kinds.put("doubles", ImageKind.of(Mode.LA32, numbers(Mode.LA32, DataBuffer.TYPE_DOUBLE, 0)));
        kinds.put(
                "part of a raster",
                ImageKind.of(
                        Mode.RGB,
                        raster((width, height) -> new PixelInterleavedSampleModel(
                                BYTE, width, height, 3, 3 * width, new int[] {2, 1, 0}))));
        kinds.put(
                "raster of bits",
                ImageKind.of(Mode.L, raster((width, height) -> new MultiPixelPackedSampleModel(BYTE, width, height, 1)))
                        .withLargest(1));
        kinds.put(
                "raster of nibbles in ints",
                ImageKind.of(Mode.L, raster((width, height) -> new MultiPixelPackedSampleModel(INT, width, height, 4)))
                        .withLargest(15));
        kinds.put(
                "locked raster",
                ImageKind.of(
                                Mode.RGBA,
                                (width, height) -> AwtImages.wrap(
                                        new AwtContractTest.Locked(
                                                Raster.createInterleavedRaster(BYTE, width, height, 4, null)),
                                        Mode.RGBA))
                        .asReadOnly());
        kinds.put(
                "tiles",
                ImageKind.of(Mode.RGBA, tiles((width, height) -> {
                            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR);
                            Oracle.of(image.getRaster(), false).fill(image.getRaster(), new SplittableRandom(3));
                            return image;
                        }))
                        .asReadOnly());
        return kinds;
    }

    private static final int BYTE = DataBuffer.TYPE_BYTE;
    private static final int USHORT = DataBuffer.TYPE_USHORT;
    private static final int INT = DataBuffer.TYPE_INT;

    /** Makes a new image of AWT. */
    interface Pixels {
        BufferedImage of(int width, int height);
    }

    private static ImageKind.Maker type(int type) {
        return (width, height) -> AwtImages.wrap(new BufferedImage(width, height, type));
    }

    private static ImageKind.Maker part(int type) {
        return (width, height) ->
                AwtImages.wrap(new BufferedImage(width + 3, height + 4, type).getSubimage(2, 1, width, height));
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

    private static ImageKind.Maker wrapped(Pixels pixels) {
        return (width, height) -> AwtImages.wrap(pixels.of(width, height));
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
    private static ImageKind.Maker interleaved(ColorModel model, int type, int... offsets) {
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

    private static ImageKind.Maker packed(int type, boolean premultiplied, int bits, int... masks) {
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

    /** Numbers whose range is exactly the mode's, so that nothing is rounded. */
    private static ImageKind.Maker numbers(Mode mode, int type, double min) {
        int bands = mode.components();
        int[] offsets = IntStream.range(0, bands).toArray();
        return (width, height) -> AwtImages.wrap(
                Raster.createWritableRaster(
                        new PixelInterleavedSampleModel(type, width, height, bands, bands * width, offsets), null),
                mode,
                new Plane.Range(min, min + 65535));
    }

    private static ImageKind.Maker raster(SampleModelMaker samples) {
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

    private static ImageKind.Maker tiles(Pixels pixels) {
        return (width, height) -> AwtImages.wrap(new Tiled(pixels.of(width, height), 3, 2, -11, 6, 2, -1, true));
    }
}

package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sharing matrix of images of the protocol to BufferedImage. */
class ExportTest {
    private static final int W = 6;
    private static final int H = 4;

    private static PixelLayout bytes(Mode mode, int length, int pixelStride, int lineStride, int... offsets) {
        ByteBuffer memory = ByteBuffer.wrap(new byte[length]);
        Plane[] planes = new Plane[offsets.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Plane.of(memory, offsets[c], pixelStride, lineStride);
        }
        return PixelLayout.of(mode, W, H, mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE, planes);
    }

    private static PixelLayout packed(AlphaType alpha, int offset, int lineStride, int bits, int... shifts) {
        IntBuffer memory = IntBuffer.wrap(new int[90]);
        Plane[] planes = new Plane[shifts.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Plane.packed(memory, offset, 1, lineStride, shifts[c], bits);
        }
        Mode mode = shifts.length == 3 ? Mode.RGB : bits > 8 ? Mode.RGBA64 : Mode.RGBA;
        return PixelLayout.of(mode, W, H, alpha, planes);
    }

    private static PixelLayout shorts(int... shiftsAndBits) {
        ShortBuffer memory = ShortBuffer.wrap(new short[40]);
        Plane[] planes = new Plane[3];
        for (int c = 0; c < 3; c++) {
            planes[c] = Plane.packed(memory, 0, 1, W, shiftsAndBits[c], shiftsAndBits[3 + c]);
        }
        return PixelLayout.of(Mode.RGB, W, H, AlphaType.OPAQUE, planes);
    }

    private static Arguments shared(String what, int type, PixelLayout layout) {
        return Arguments.of(what, type, layout);
    }

    private static PixelLayout tight(Mode mode) {
        return StandardImage.of(mode, W, H).buffer().layout().orElseThrow();
    }

    static Stream<Arguments> shareable() {
        AlphaType opaque = AlphaType.OPAQUE;
        AlphaType straight = AlphaType.STRAIGHT;
        AlphaType premultiplied = AlphaType.PREMULTIPLIED;
        ByteBuffer first = ByteBuffer.wrap(new byte[50]);
        ByteBuffer second = ByteBuffer.wrap(new byte[70]);
        IntBuffer tens = IntBuffer.wrap(new int[50]);
        int custom = BufferedImage.TYPE_CUSTOM;
        return Stream.of(
                shared("L", BufferedImage.TYPE_BYTE_GRAY, tight(Mode.L)),
                shared("L array", BufferedImage.TYPE_BYTE_GRAY, bytes(Mode.L, 24, 1, 6, 0)),
                shared("L padded, offset", BufferedImage.TYPE_BYTE_GRAY, bytes(Mode.L, 99, 1, 11, 17)),
                shared("L, each third byte", custom, bytes(Mode.L, 99, 3, 20, 1)),
                shared("L16", BufferedImage.TYPE_USHORT_GRAY, array(Mode.L16, new short[W * H])),
                shared(
                        "L16 of a slice",
                        BufferedImage.TYPE_USHORT_GRAY,
                        PixelLayout.of(
                                Mode.L16,
                                W,
                                H,
                                ShortBuffer.wrap(new short[60], 5, 50).slice())),
                shared("L32", custom, array(Mode.L32, new int[W * H])),
                shared("LA", custom, bytes(Mode.LA, 60, 2, 13, 0, 1)),
                shared("RGB", custom, bytes(Mode.RGB, 72, 3, 18, 0, 1, 2)),
                shared("BGR", BufferedImage.TYPE_3BYTE_BGR, bytes(Mode.RGB, 72, 3, 18, 2, 1, 0)),
                shared("BGR padded", BufferedImage.TYPE_3BYTE_BGR, bytes(Mode.RGB, 99, 3, 24, 2, 1, 0)),
                shared("BGR from (2, 1)", BufferedImage.TYPE_3BYTE_BGR, bytes(Mode.RGB, 200, 3, 30, 38, 37, 36)),
                shared("BGR from an odd byte", custom, bytes(Mode.RGB, 200, 3, 30, 39, 38, 37)),
                shared("BGR across the stride", custom, bytes(Mode.RGB, 200, 3, 20, 11, 10, 9)),
                shared("ABGR", BufferedImage.TYPE_4BYTE_ABGR, bytes(Mode.RGBA, 96, 4, 24, 3, 2, 1, 0)),
                shared(
                        "ABGR premultiplied",
                        BufferedImage.TYPE_4BYTE_ABGR_PRE,
                        alpha(premultiplied, bytes(Mode.RGBA, 96, 4, 24, 3, 2, 1, 0))),
                shared("RGBA", custom, bytes(Mode.RGBA, 96, 4, 24, 0, 1, 2, 3)),
                shared("CMYK", custom, bytes(Mode.CMYK, 96, 4, 24, 0, 1, 2, 3)),
                shared("one plane after the other", custom, bytes(Mode.RGB, 90, 1, 7, 0, 30, 60)),
                shared("transposed", custom, bytes(Mode.RGB, 90, 12, 3, 0, 1, 2)),
                shared(
                        "planes of two arrays",
                        custom,
                        PixelLayout.of(Mode.LA, W, H, straight, Plane.of(first, 3, 1, 7), Plane.of(second, 20, 1, 7))),
                shared(
                        "strided in two arrays",
                        custom,
                        PixelLayout.of(
                                Mode.LA, W, H, straight, Plane.of(first, 3, 2, 12), Plane.of(second, 20, 2, 12))),
                shared("LA32", custom, array(Mode.LA32, new short[W * H * 2])),
                shared("RGB48", custom, array(Mode.RGB48, new short[W * H * 3])),
                shared("RGBA64", custom, array(Mode.RGBA64, new short[W * H * 4])),
                shared("CMYK64", custom, array(Mode.CMYK64, new short[W * H * 4])),
                shared("int RGB", BufferedImage.TYPE_INT_RGB, packed(opaque, 0, 6, 8, 16, 8, 0)),
                shared("int BGR", BufferedImage.TYPE_INT_BGR, packed(opaque, 0, 6, 8, 0, 8, 16)),
                shared("int ARGB", BufferedImage.TYPE_INT_ARGB, packed(straight, 0, 6, 8, 16, 8, 0, 24)),
                shared("int ARGB from 13", BufferedImage.TYPE_INT_ARGB, packed(straight, 13, 9, 8, 16, 8, 0, 24)),
                shared("int ARGB across", BufferedImage.TYPE_INT_ARGB, packed(straight, 13, 8, 8, 16, 8, 0, 24)),
                shared("int ARGB_PRE", BufferedImage.TYPE_INT_ARGB_PRE, packed(premultiplied, 0, 6, 8, 16, 8, 0, 24)),
                shared("canvas", BufferedImage.TYPE_INT_ARGB_PRE, layout(StandardImage.canvas(W, H))),
                shared(
                        "10 bits each and 2 of alpha",
                        custom,
                        PixelLayout.of(
                                Mode.RGBA64,
                                W,
                                H,
                                straight,
                                Plane.packed(tens, 2, 1, 8, 20, 10),
                                Plane.packed(tens, 2, 1, 8, 10, 10),
                                Plane.packed(tens, 2, 1, 8, 0, 10),
                                Plane.packed(tens, 2, 1, 8, 30, 2))),
                shared("int RGBA", custom, packed(straight, 0, 6, 8, 24, 16, 8, 0)),
                shared("565", BufferedImage.TYPE_USHORT_565_RGB, shorts(11, 5, 0, 5, 6, 5)),
                shared("555", BufferedImage.TYPE_USHORT_555_RGB, shorts(10, 5, 0, 5, 5, 5)),
                shared(
                        "a cropped image",
                        BufferedImage.TYPE_BYTE_GRAY,
                        bytes(Mode.L, 200, 1, 20, 0).crop(2, 1, 3, 2)),
                shared(
                        "one pixel",
                        BufferedImage.TYPE_3BYTE_BGR,
                        bytes(Mode.RGB, 72, 3, 18, 2, 1, 0).crop(5, 3, 1, 1)),
                shared(
                        "one column",
                        BufferedImage.TYPE_BYTE_GRAY,
                        bytes(Mode.L, 24, 1, 6, 0).crop(5, 0, 1, 4)),
                shared(
                        "one row, upside down",
                        BufferedImage.TYPE_BYTE_GRAY,
                        bytes(Mode.L, 24, 1, 6, 0).crop(0, 3, 6, 1).flipTopBottom()));
    }

    private static PixelLayout layout(ImageLike image) {
        return image.buffer().layout().orElseThrow();
    }

    private static PixelLayout array(Mode mode, Object array) {
        return layout(
                array instanceof short[] shorts
                        ? StandardImage.wrap(mode, W, H, shorts)
                        : StandardImage.wrap(mode, W, H, (int[]) array));
    }

    private static PixelLayout alpha(AlphaType alpha, PixelLayout layout) {
        return PixelLayout.of(layout.mode(), W, H, alpha, layout.planes().toArray(Plane[]::new));
    }

    private static void fill(ImageLike image, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long values = image.mode().maxValue() + 1;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                image.get(x, y)
                        .value(random.longs(image.components(), 0, values)
                                .mapToInt(value -> (int) value)
                                .toArray());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shareable")
    void sharesMemory(String what, int type, PixelLayout layout) {
        ImageLike image = StandardImage.wrap(layout);
        fill(image, type);
        Oracle oracle = new Oracle(
                layout.planes().stream().mapToInt(Plane::bits).toArray(), layout.alpha() == AlphaType.PREMULTIPLIED);

        Transfer<BufferedImage> transfer = Images.transfer(image, BufferedImage.class, Copy.NEVER);

        BufferedImage shared = transfer.image();
        assertThat(transfer.shared()).isTrue();
        assertThat(transfer.writable()).isTrue();
        assertThat(shared.getType()).isEqualTo(type);
        oracle.check(image, shared.getRaster(), new SplittableRandom(what.hashCode()));
        assertThat(Images.sameContent(AwtImages.wrap(shared), image)).isTrue();
        checkDataElements(shared);
        checkDrawing(image, shared);
    }

    /** Drawing reads data elements, which go another way than samples. */
    private static void checkDataElements(BufferedImage image) {
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Object elements = raster.getDataElements(x, y, null);
                // AWT has no unnormalised form of 32 bits
                int[] components = elements instanceof int[] wide && raster.getNumBands() == 1
                        ? wide
                        : image.getColorModel().getComponents(elements, null, 0);
                assertThat(components).as("(%d, %d)", x, y).isEqualTo(raster.getPixel(x, y, (int[]) null));
            }
        }
    }

    /** Java2D draws the image as the protocol converts it, except for rounding. */
    private static void checkDrawing(ImageLike image, BufferedImage shared) {
        BufferedImage canvas = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.drawImage(shared, 0, 0, null);
        graphics.dispose();
        StandardImage expected = StandardImage.from(image, Mode.RGBA);
        boolean premultiplied = shared.isAlphaPremultiplied();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int drawn = canvas.getRGB(x, y);
                int[] rgba = expected.get(x, y).value();
                int[] got = {drawn >> 16 & 0xff, drawn >> 8 & 0xff, drawn & 0xff, drawn >>> 24};
                for (int c = 0; c < 4; c++) {
                    int alpha = rgba[3];
                    // 16 bits are cut, 5 and 6 bits expand unevenly, dark premultiplied colours have few bits
                    int tolerance = c == 3 ? 1 : premultiplied ? alpha == 0 ? 255 : 1 + 128 / alpha : 1;
                    if (shared.getType() == BufferedImage.TYPE_USHORT_565_RGB
                            || shared.getType() == BufferedImage.TYPE_USHORT_555_RGB) {
                        tolerance = 4;
                    }
                    assertThat(got[c])
                            .as("component %d at (%d, %d), alpha %d", c, x, y, alpha)
                            .isBetween(rgba[c] - tolerance, rgba[c] + tolerance);
                }
            }
        }
    }

    static Stream<Arguments> notShareable() {
        PixelLayout rgb = bytes(Mode.RGB, 72, 3, 18, 0, 1, 2);
        ByteBuffer direct = ByteBuffer.allocateDirect(W * H * 8).order(ByteOrder.nativeOrder());
        ByteBuffer heap = ByteBuffer.wrap(new byte[W * H * 8]).order(ByteOrder.nativeOrder());
        IntBuffer ints = IntBuffer.wrap(new int[W * H]);
        Plane.Range range = new Plane.Range(-1, 1);
        PixelLayout floats = PixelLayout.of(
                Mode.L16, W, H, AlphaType.OPAQUE, Plane.ranged(FloatBuffer.wrap(new float[W * H]), 0, 1, W, range));
        PixelLayout gaps = PixelLayout.of(
                Mode.RGB,
                W / 2,
                H,
                AlphaType.OPAQUE,
                Plane.packed(ints, 0, 2, W, 16, 8),
                Plane.packed(ints, 0, 2, W, 8, 8),
                Plane.packed(ints, 0, 2, W, 0, 8));
        int custom = BufferedImage.TYPE_CUSTOM;
        int rgbInts = BufferedImage.TYPE_INT_RGB;
        return Stream.of(
                Arguments.of("planar", rgbInts, "planar", StandardImage.of(Mode.JPEG_YV12, W, H)),
                Arguments.of("studio", rgbInts, "planar", StandardImage.of(Mode.YV12, W, H)),
                Arguments.of("upside down", rgbInts, "backwards", StandardImage.wrap(rgb.flipTopBottom())),
                Arguments.of("mirrored", rgbInts, "backwards", StandardImage.wrap(rgb.flipLeftRight())),
                Arguments.of(
                        "direct",
                        BufferedImage.TYPE_BYTE_GRAY,
                        "outside of the Java heap",
                        StandardImage.wrap(PixelLayout.of(Mode.L, W, H, direct))),
                Arguments.of(
                        "bytes seen as shorts",
                        custom,
                        "narrower elements",
                        StandardImage.wrap(PixelLayout.of(Mode.RGB48, W, H, heap))),
                Arguments.of(
                        "read-only",
                        rgbInts,
                        "read-only",
                        StandardImage.wrap(PixelLayout.of(Mode.RGB, W, H, heap.asReadOnlyBuffer()))),
                Arguments.of("floats", BufferedImage.TYPE_USHORT_GRAY, "value range", StandardImage.wrap(floats)),
                Arguments.of("packed with gaps", rgbInts, "gaps", StandardImage.wrap(gaps)),
                Arguments.of(
                        "fields that overlap",
                        rgbInts,
                        "the same bits",
                        // all three are the same field, so that whatever is written last is what is read
                        StandardImage.wrap(PixelLayout.of(
                                Mode.RGB,
                                W,
                                H,
                                AlphaType.OPAQUE,
                                Plane.packed(ints, 0, 1, W, 8, 8),
                                Plane.packed(ints, 0, 1, W, 8, 8),
                                Plane.packed(ints, 0, 1, W, 8, 8)))),
                Arguments.of(
                        "rows that cross",
                        custom,
                        "the same bits",
                        StandardImage.wrap(PixelLayout.of(
                                Mode.LA,
                                W,
                                H,
                                AlphaType.STRAIGHT,
                                Plane.of(heap, 0, 2, 2 * W - 2),
                                Plane.of(heap, 1, 2, 2 * W - 2)))),
                Arguments.of(
                        "a component of packed pixels",
                        BufferedImage.TYPE_BYTE_GRAY,
                        "packed",
                        Views.component(StandardImage.wrap(gaps), "r")),
                Arguments.of(
                        "8 bits read as 16",
                        BufferedImage.TYPE_USHORT_GRAY,
                        "8 bits",
                        StandardImage.wrap(PixelLayout.of(Mode.L16, W, H, AlphaType.OPAQUE, Plane.of(heap, 0, 1, W)))),
                Arguments.of(
                        "different strides",
                        custom,
                        "different strides",
                        StandardImage.wrap(PixelLayout.of(
                                Mode.LA,
                                W,
                                H,
                                AlphaType.STRAIGHT,
                                Plane.of(heap, 0, 1, W),
                                Plane.of(heap, 50, 2, 12)))),
                Arguments.of(
                        "computed",
                        BufferedImage.TYPE_INT_ARGB,
                        "computed",
                        StandardImage.computed(
                                Mode.RGBA, W, H, Images.rows(AwtImages.wrap((Image) new Hidden()))::read)));
    }

    /** An Image whose pixels only a PixelGrabber sees. */
    private static final class Hidden extends Image {
        private final BufferedImage pixels = new BufferedImage(W, H, BufferedImage.TYPE_INT_ARGB);

        @Override
        public int getWidth(java.awt.image.ImageObserver observer) {
            return W;
        }

        @Override
        public int getHeight(java.awt.image.ImageObserver observer) {
            return H;
        }

        @Override
        public java.awt.image.ImageProducer getSource() {
            return pixels.getSource();
        }

        @Override
        public java.awt.Graphics getGraphics() {
            return pixels.getGraphics();
        }

        @Override
        public Object getProperty(String name, java.awt.image.ImageObserver observer) {
            return UndefinedProperty;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notShareable")
    void copiesWhatAwtCannotDescribe(String what, int type, String reason, ImageLike image) {
        if (!image.buffer().readOnly() && !image.planar()) {
            fill(image, type);
        }
        assertThatThrownBy(() -> Images.transfer(image, BufferedImage.class, Copy.NEVER))
                .isInstanceOf(CopyRequiredException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("IF_NEEDED");

        Transfer<BufferedImage> transfer = Images.transfer(image, BufferedImage.class, Copy.IF_NEEDED);

        assertThat(transfer.shared()).isFalse();
        assertThat(transfer.writable()).isTrue();
        assertThat(transfer.reason().orElseThrow()).contains(reason);
        assertThat(transfer.image().getType()).isEqualTo(type);
        ImageLike copy = AwtImages.wrap(transfer.image());
        Mode mode = image.planar() ? Mode.RGB : image.mode();
        assertThat(Images.sameContent(copy, StandardImage.from(image, mode))).isTrue();
        assertThat(transfer.losses().isEmpty()).isEqualTo(!image.planar() && !what.equals("floats"));
        // nothing is computed without memory, nothing else is read-only
        Transfer<RenderedImage> rendered = Images.transfer(image, RenderedImage.class, Copy.IF_NEEDED);
        assertThat(rendered.shared()).isEqualTo(!image.planar());
        if (image.planar()) {
            assertThat(rendered.losses()).isEqualTo(transfer.losses());
            return;
        }
        assertThat(rendered.writable()).isFalse();
        assertThat(AwtImages.wrap(rendered.image())).isSameAs(image);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void copiesAreDrawnAsTheyAre(Mode mode) {
        StandardImage image = StandardImage.of(mode, W, H);
        if (!mode.planar()) {
            fill(image, 5);
        }
        Transfer<BufferedImage> transfer = Images.transfer(image, BufferedImage.class, Copy.ALWAYS);
        assertThat(transfer.losses()).hasSize(mode.planar() ? 1 : 0);
        checkDrawing(StandardImage.from(AwtImages.wrap(transfer.image())), transfer.image());
    }

    @Test
    void aDetachedCopyIsOfTheSameTypeAndLosesNothing() {
        for (int type = 1; type <= 13; type++) {
            BufferedImage image = new BufferedImage(11, 7, type).getSubimage(3, 1, 5, 4);
            Oracle.of(image.getRaster(), image.isAlphaPremultiplied())
                    .fill(image.getRaster(), new SplittableRandom(type));
            int[] before = image.getRaster().getPixels(0, 0, 5, 4, (int[]) null);

            Transfer<BufferedImage> transfer = Images.transfer(image, BufferedImage.class, Copy.ALWAYS);

            BufferedImage copy = transfer.image();
            assertThat(transfer.shared()).isFalse();
            assertThat(transfer.losses()).isEmpty();
            assertThat(copy.getType()).isEqualTo(type);
            assertThat(copy.getColorModel()).isEqualTo(image.getColorModel());
            assertThat(copy.getRaster().getPixels(0, 0, 5, 4, (int[]) null)).isEqualTo(before);
            copy.getRaster().setPixels(0, 0, 5, 4, new int[before.length]);
            assertThat(image.getRaster().getPixels(0, 0, 5, 4, (int[]) null)).isEqualTo(before);
        }
    }

    @Test
    void premultipliedCopiesStayPremultiplied() {
        StandardImage canvas = StandardImage.canvas(W, H);
        fill(canvas, 9);
        int[] before = layoutInts(canvas);
        BufferedImage copy =
                Images.transfer(canvas, BufferedImage.class, Copy.ALWAYS).image();
        assertThat(copy.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB_PRE);
        assertThat((int[]) copy.getRaster().getDataElements(0, 0, W, H, null)).isEqualTo(before);
    }

    private static int[] layoutInts(ImageLike image) {
        return ((IntBuffer) layout(image).planes().get(0).memory()).array();
    }
}

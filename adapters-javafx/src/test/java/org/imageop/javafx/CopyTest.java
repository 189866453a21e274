package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Images that JavaFX cannot share: the copy's pixels as JavaFX reads them, and what is reported. */
class CopyTest {
    private static final int WIDTH = 7;
    private static final int HEIGHT = 5;

    private static StandardImage random(Mode mode, int width, int height) {
        StandardImage image = StandardImage.of(mode, width, height);
        byte[] bytes = new byte[(int) image.buffer().length()];
        SplittableRandom random = new SplittableRandom(mode.ordinal());
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        image.buffer().set(0, bytes, 0, bytes.length);
        return image;
    }

    private static long rounded(long value, long max) {
        return Math.round((value & max) * 255.0 / max);
    }

    private static int argb(long a, long r, long g, long b) {
        return (int) (a << 24 | r << 16 | g << 8 | b);
    }

    private static long clipped(double value) {
        return Math.round(Math.max(0, Math.min(255, value)));
    }

    /** The colour of a pixel, written down from the definitions; exact unless the mode is planar. */
    private static int expected(Mode mode, int... v) {
        long max = mode.maxValue();
        return switch (mode) {
            case L, L16, L32 -> {
                long l = rounded(v[0], max);
                yield argb(255, l, l, l);
            }
            case LA, LA32 -> {
                long l = rounded(v[0], max);
                yield argb(rounded(v[1], max), l, l, l);
            }
            case RGB, RGB48 -> argb(255, rounded(v[0], max), rounded(v[1], max), rounded(v[2], max));
            case RGBA, RGBA64 -> argb(rounded(v[3], max), rounded(v[0], max), rounded(v[1], max), rounded(v[2], max));
            case CMYK, CMYK64 -> {
                double light = 255.0 * (max - v[3]) / max / max;
                yield argb(
                        255,
                        Math.round((max - v[0]) * light),
                        Math.round((max - v[1]) * light),
                        Math.round((max - v[2]) * light));
            }
            case YV12 -> {
                double y = 255.0 / 219 * (v[0] - 16);
                double cr = 255.0 / 224 * (v[1] - 128);
                double cb = 255.0 / 224 * (v[2] - 128);
                yield argb(
                        255,
                        clipped(y + 1.402 * cr),
                        clipped(y - 0.344136 * cb - 0.714136 * cr),
                        clipped(y + 1.772 * cb));
            }
            case JPEG_YV12 -> {
                double cr = v[1] - 128;
                double cb = v[2] - 128;
                yield argb(
                        255,
                        clipped(v[0] + 1.402 * cr),
                        clipped(v[0] - 0.344136 * cb - 0.714136 * cr),
                        clipped(v[0] + 1.772 * cb));
            }
        };
    }

    private static void assertClose(int actual, int expected, int tolerance, String where) {
        for (int shift = 0; shift < 32; shift += 8) {
            assertThat(actual >>> shift & 255)
                    .as("%s: bits from %s of %08x, expected %08x", where, shift, actual, expected)
                    .isBetween((expected >>> shift & 255) - tolerance, (expected >>> shift & 255) + tolerance);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"YV12", "JPEG_YV12"})
    void everyModeIsCopiedToTheNearestColour(Mode mode) {
        StandardImage image = random(mode, 16, 12);
        PixelReader reader = FxImages.toWritableImage(image).getPixelReader();
        for (int y = 0; y < 12; y++) {
            for (int x = 0; x < 16; x++) {
                int straight = expected(mode, image.get(x, y).value());
                assertClose(
                        reader.getArgb(x, y),
                        Layouts.straight(Layouts.premultiplied(straight)),
                        mode == Mode.CMYK64 ? 1 : 0,
                        mode + " " + x + ", " + y);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void planarModesAreCopiedToTheNearestColour(Mode mode) {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 200; i++) {
            int[] color = {random.nextInt(16, 236), random.nextInt(16, 241), random.nextInt(16, 241)};
            PixelReader reader = FxImages.toWritableImage(StandardImage.filled(mode, 4, 2, color))
                    .getPixelReader();
            assertClose(reader.getArgb(3, 1), expected(mode, color), 1, mode + " " + i);
        }
    }

    static Stream<Arguments> layouts() {
        IntBuffer ints = IntBuffer.allocate(400);
        IntBuffer directInts = ByteBuffer.allocateDirect(1600).asIntBuffer();
        ByteBuffer bytes = ByteBuffer.allocate(800);
        ByteBuffer directBytes = ByteBuffer.allocateDirect(800);
        AlphaType straight = AlphaType.STRAIGHT;
        AlphaType opaque = AlphaType.OPAQUE;
        AlphaType pre = AlphaType.PREMULTIPLIED;
        return Stream.of(
                        Arguments.of("int RGB", Layouts.packed(opaque, WIDTH, HEIGHT, ints, 0, WIDTH, 16, 8, 0)),
                        Arguments.of("int BGR", Layouts.packed(opaque, WIDTH, HEIGHT, ints, 9, 11, 0, 8, 16)),
                        Arguments.of("padded int RGB", Layouts.packed(opaque, WIDTH, HEIGHT, ints, 9, 11, 16, 8, 0)),
                        Arguments.of(
                                "sliced int RGB",
                                Layouts.packed(opaque, WIDTH, HEIGHT, ints.slice(5, 200), 9, 11, 16, 8, 0)),
                        Arguments.of("direct RGB", Layouts.packed(opaque, WIDTH, HEIGHT, directInts, 2, 9, 16, 8, 0)),
                        Arguments.of("int ARGB", Layouts.packed(straight, WIDTH, HEIGHT, ints, 0, WIDTH, 16, 8, 0, 24)),
                        Arguments.of("int RGBA", Layouts.packed(straight, WIDTH, HEIGHT, ints, 3, 9, 24, 16, 8, 0)),
                        Arguments.of(
                                "part of int ARGB_PRE", Layouts.packed(pre, WIDTH, HEIGHT, ints, 17, 20, 16, 8, 0, 24)),
                        Arguments.of("int ABGR_PRE", Layouts.packed(pre, WIDTH, HEIGHT, ints, 0, WIDTH, 0, 8, 16, 24)),
                        Arguments.of(
                                "direct ARGB", Layouts.packed(straight, WIDTH, HEIGHT, directInts, 0, 7, 16, 8, 0, 24)),
                        Arguments.of("BGR", Layouts.bytes(opaque, WIDTH, HEIGHT, bytes, 0, 3, 21, 2, 1, 0)),
                        Arguments.of("padded RGB", Layouts.bytes(opaque, WIDTH, HEIGHT, bytes, 5, 3, 24, 0, 1, 2)),
                        Arguments.of("RGBx", Layouts.bytes(opaque, WIDTH, HEIGHT, bytes, 0, 4, 28, 0, 1, 2)),
                        Arguments.of(
                                "sliced", Layouts.bytes(opaque, WIDTH, HEIGHT, bytes.slice(7, 300), 0, 3, 21, 0, 1, 2)),
                        Arguments.of(
                                "direct BGR", Layouts.bytes(opaque, WIDTH, HEIGHT, directBytes, 0, 3, 21, 2, 1, 0)),
                        Arguments.of("planes", Layouts.bytes(opaque, WIDTH, HEIGHT, bytes, 0, 1, 7, 0, 35, 70)),
                        Arguments.of("ABGR", Layouts.bytes(straight, WIDTH, HEIGHT, bytes, 0, 4, 28, 3, 2, 1, 0)),
                        Arguments.of("RGBA_PRE", Layouts.bytes(pre, WIDTH, HEIGHT, bytes, 4, 4, 32, 0, 1, 2, 3)),
                        Arguments.of(
                                "part of BGRA_PRE", Layouts.bytes(pre, WIDTH, HEIGHT, bytes, 4, 4, 32, 2, 1, 0, 3)),
                        Arguments.of("one row", Layouts.bytes(opaque, WIDTH, 1, bytes, 5, 3, 1L << 40, 0, 1, 2)),
                        Arguments.of(
                                "planes with strides of their own",
                                PixelLayout.of(
                                        Mode.RGB,
                                        WIDTH,
                                        HEIGHT,
                                        opaque,
                                        Plane.of(bytes, 0, 2, 20),
                                        Plane.of(bytes, 100, 1, 7),
                                        Plane.of(bytes, 140, 1, 7))))
                .flatMap(arguments -> {
                    String what = (String) arguments.get()[0];
                    PixelLayout layout = (PixelLayout) arguments.get()[1];
                    return Stream.of(
                            Arguments.of(what, layout),
                            Arguments.of(what + ", mirrored", layout.flipLeftRight()),
                            Arguments.of(what + ", upside down", layout.flipTopBottom()),
                            Arguments.of(what + ", turned", layout.rotate90()),
                            Arguments.of(what + ", thinned", layout.select(Slice.ALL.by(2), Slice.ALL)));
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void everyLayoutIsCopiedRight(String what, PixelLayout layout) {
        StandardImage image = StandardImage.wrap(layout);
        SplittableRandom random = new SplittableRandom(6);
        int width = layout.size().width();
        int height = layout.size().height();
        int[][] expected = new int[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int argb = random.nextInt() | (layout.mode().hasAlpha() ? 0 : 0xff000000);
                int[] value = {argb >> 16 & 255, argb >> 8 & 255, argb & 255, argb >>> 24};
                image.set(x, y, layout.mode().hasAlpha() ? value : java.util.Arrays.copyOf(value, 3));
                expected[y][x] = Layouts.straight(Layouts.premultiplied(argb));
            }
        }
        Transfer<WritableImage> transfer = Images.transfer(image, WritableImage.class, Copy.ALWAYS);
        PixelReader reader = transfer.image().getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertThat(reader.getArgb(x, y)).as("%s, %s", x, y).isEqualTo(expected[y][x]);
            }
        }
        image.set(0, 0, new int[layout.planes().size()]);
        assertThat(reader.getArgb(0, 0)).as("is independent").isEqualTo(expected[0][0]);
    }

    /** Large enough for several threads. */
    @ParameterizedTest
    @EnumSource(names = {"L", "RGB", "RGBA", "LA32"})
    void largeImagesAreCopiedRight(Mode mode) {
        StandardImage image = random(mode, 1021, 773);
        PixelReader reader = FxImages.toWritableImage(image).getPixelReader();
        for (int y = 0; y < 773; y += 3) {
            for (int x = 0; x < 1021; x += 5) {
                int straight = expected(mode, image.get(x, y).value());
                if (reader.getArgb(x, y) != Layouts.straight(Layouts.premultiplied(straight))) {
                    assertClose(reader.getArgb(x, y), straight, 0, x + ", " + y);
                }
            }
        }
    }

    @Test
    void lossesAreTold() {
        assertThat(losses(StandardImage.of(Mode.L, 2, 2))).isEmpty();
        assertThat(losses(StandardImage.of(Mode.RGB, 2, 2))).isEmpty();
        assertThat(losses(StandardImage.of(Mode.RGB48, 2, 2))).containsExactly("16 → 8 bits per component");
        assertThat(losses(StandardImage.of(Mode.L32, 2, 2))).containsExactly("32 → 8 bits per component");
        String alpha = "straight → premultiplied alpha: colours of transparent pixels, precision of translucent ones";
        assertThat(losses(StandardImage.of(Mode.RGBA, 2, 2))).containsExactly(alpha);
        assertThat(losses(StandardImage.of(Mode.LA32, 2, 2))).containsExactly("16 → 8 bits per component", alpha);
        assertThat(losses(StandardImage.wrap(
                        Layouts.argbPre(2, 2, IntBuffer.allocate(4)).flipLeftRight())))
                .isEmpty();
        assertThat(losses(StandardImage.of(Mode.CMYK, 2, 2)))
                .singleElement()
                .asString()
                .startsWith("CMYK → RGB");
        assertThat(losses(StandardImage.of(Mode.YV12, 2, 2)))
                .singleElement()
                .asString()
                .startsWith("YCbCr → RGB");
    }

    private static java.util.List<String> losses(ImageLike image) {
        return Images.transfer(image, WritableImage.class, Copy.IF_NEEDED).losses();
    }

    @Test
    void aReadOnlyJavaFxImageIsCopied() {
        StandardImage canvas = StandardImage.canvas(2, 1);
        canvas.set(1, 0, 1, 2, 3, 255);
        WritableImage copy = FxImages.toWritableImage(StandardImage.wrap(
                Layouts.argbPre(2, 1, IntBuffer.wrap(new int[] {0, 0xff010203}).asReadOnlyBuffer())));
        FxImages.wrap(copy).set(0, 0, 9, 9, 9, 255);
        assertThat(copy.getPixelReader().getArgb(0, 0)).isEqualTo(0xff090909);
        assertThat(copy.getPixelReader().getArgb(1, 0)).isEqualTo(0xff010203);
    }

    @Test
    void moreThanAJavaFxImageCanHoldIsRefused() {
        SampleRows white =
                (x, y, count, samples, offset) -> java.util.Arrays.fill(samples, offset, offset + count, 255);
        ImageLike huge = StandardImage.wrapping("huge", Mode.L, 100_000, 100_000, white);
        assertThatThrownBy(() -> FxImages.toWritableImage(huge))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("10000000000 pixels")
                .hasMessageContaining("crop or resize");
    }

    @Test
    void shortsInAnyOrderAreRounded() {
        ShortBuffer memory = ShortBuffer.wrap(new short[] {511, 128, 129, (short) 65406, (short) 65407, (short) 65535});
        StandardImage image =
                StandardImage.wrap(PixelLayout.of(Mode.L16, 6, 1, AlphaType.OPAQUE, Plane.of(memory, 5, -1, 0)));
        PixelReader reader = FxImages.toWritableImage(image).getPixelReader();
        // v / 257: 1.99, 0.498, 0.502, 254.498, 254.502, 255
        int[] expected = {255, 255, 254, 1, 0, 2};
        for (int x = 0; x < 6; x++) {
            assertThat(reader.getArgb(x, 0) & 255).isEqualTo(expected[x]);
        }
    }
}

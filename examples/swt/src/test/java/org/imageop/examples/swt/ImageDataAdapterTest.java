package org.imageop.examples.swt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.AdapterContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageDataAdapterTest extends AdapterContract<ImageData> {
    @Override
    public ImageAdapter<ImageData> adapter() {
        return new ImageDataAdapter();
    }

    @Override
    public Map<String, Supplier<? extends ImageData>> objects() {
        return kinds();
    }

    @Override
    public Map<String, Supplier<? extends ImageData>> unsupportedObjects() {
        return Map.of(
                "too little data",
                () -> {
                    ImageData image = new ImageData(7, 5, 8, Memory.greys());
                    image.data = new byte[39];
                    return image;
                },
                "too little alpha",
                () -> {
                    ImageData image = new ImageData(7, 5, 8, Memory.greys());
                    image.alphaData = new byte[34];
                    return image;
                });
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> shareable() {
        return Map.of(
                "an L image", () -> StandardImage.of(Mode.L, 7, 5),
                "an RGB image", () -> StandardImage.of(Mode.RGB, 7, 5),
                "padded BGR rows", () -> StandardImage.wrap(bgr(new byte[5 * 24])),
                "an XRGB image", () -> StandardImage.wrap(xrgb(new byte[5 * 28])));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> unshareable() {
        Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            if (mode != Mode.L && mode != Mode.RGB) {
                images.put("an image of mode " + mode, () -> StandardImage.of(mode, 6, 4));
            }
        }
        images.put("a canvas", () -> StandardImage.canvas(7, 5));
        images.put(
                "an image that begins within its array",
                () -> StandardImage.wrap(bgr(new byte[6 * 24]).crop(0, 1, 7, 4)));
        return images;
    }

    /** ImageData of every depth and kind. */
    static Map<String, Supplier<? extends ImageData>> kinds() {
        Map<String, Supplier<? extends ImageData>> kinds = new LinkedHashMap<>();
        for (int depth : new int[] {1, 2, 4, 8}) {
            RGB[] colors = IntStream.range(0, 1 << depth)
                    .mapToObj(i -> new RGB(i * 37 % 256, 255 - i * 11 % 256, i * 101 % 256))
                    .toArray(RGB[]::new);
            kinds.put("palette of depth " + depth, () -> random(depth, new PaletteData(colors)));
        }
        kinds.put("short palette", () -> random(8, new PaletteData(new RGB(1, 2, 3), new RGB(4, 5, 6))));
        kinds.put("grey", () -> random(8, Memory.greys()));
        kinds.put("332", () -> random(8, new PaletteData(0xe0, 0x1c, 0x03)));
        kinds.put("565", () -> random(16, new PaletteData(0xf800, 0x7e0, 0x1f)));
        kinds.put("555", () -> random(16, new PaletteData(0x1f, 0x3e0, 0x7c00)));
        kinds.put("RGB", () -> random(24, new PaletteData(0xff0000, 0xff00, 0xff)));
        kinds.put("BGR", () -> random(24, new PaletteData(0xff, 0xff00, 0xff0000)));
        kinds.put("666", () -> random(24, new PaletteData(0x3f000, 0xfc0, 0x3f)));
        kinds.put("RGBX", () -> random(32, new PaletteData(0xff000000, 0xff0000, 0xff00)));
        kinds.put("XBGR", () -> random(32, new PaletteData(0xff, 0xff00, 0xff0000)));
        kinds.put("10 bits", () -> random(32, new PaletteData(0x3ff00000, 0xffc00, 0x3ff)));
        kinds.put("without blue", () -> random(24, new PaletteData(0xff0000, 0xff00, 0)));
        kinds.put("alpha", () -> withAlpha(random(24, new PaletteData(0xff, 0xff00, 0xff0000))));
        kinds.put("grey with alpha", () -> withAlpha(random(8, Memory.greys())));
        kinds.put("transparent pixel", () -> {
            ImageData image = random(
                    2, new PaletteData(new RGB(9, 8, 7), new RGB(255, 0, 0), new RGB(0, 255, 0), new RGB(0, 0, 255)));
            image.transparentPixel = 2;
            return image;
        });
        kinds.put("mask", () -> {
            ImageData image = random(24, new PaletteData(0xff, 0xff00, 0xff0000));
            image.maskData = new byte[2 * 5];
            image.maskPad = 2;
            new SplittableRandom(3).nextBytes(image.maskData);
            return image;
        });
        kinds.put("one alpha for all", () -> {
            ImageData image = withAlpha(random(24, new PaletteData(0xff, 0xff00, 0xff0000)));
            image.alpha = 77;
            return image;
        });
        return kinds;
    }

    private static ImageData random(int depth, PaletteData palette) {
        ImageData image = new ImageData(7, 5, depth, palette);
        new SplittableRandom(depth).nextBytes(image.data);
        return image;
    }

    private static ImageData withAlpha(ImageData image) {
        image.alphaData = new byte[image.width * image.height];
        new SplittableRandom(1).nextBytes(image.alphaData);
        return image;
    }

    private static PixelLayout bgr(byte[] memory) {
        ByteBuffer bytes = ByteBuffer.wrap(memory);
        return PixelLayout.of(
                Mode.RGB,
                7,
                memory.length / 24,
                AlphaType.OPAQUE,
                Plane.of(bytes, 2, 3, 24),
                Plane.of(bytes, 1, 3, 24),
                Plane.of(bytes, 0, 3, 24));
    }

    private static PixelLayout xrgb(byte[] memory) {
        ByteBuffer bytes = ByteBuffer.wrap(memory);
        return PixelLayout.of(
                Mode.RGB,
                7,
                memory.length / 28,
                AlphaType.OPAQUE,
                Plane.of(bytes, 1, 4, 28),
                Plane.of(bytes, 2, 4, 28),
                Plane.of(bytes, 3, 4, 28));
    }

    static Stream<String> names() {
        return kinds().keySet().stream();
    }

    /** SWT's own getPixel, getRGB and getTransparencyMask are the oracle; fields are scaled by arithmetic on doubles. */
    @ParameterizedTest
    @MethodSource("names")
    void readsWhatSwtReads(String kind) {
        ImageData image = kinds().get(kind).get();
        ImageLike wrapped = Images.of(image);

        for (int y = 0; y < image.height; y++) {
            for (int x = 0; x < image.width; x++) {
                int pixel = image.getPixel(x, y);
                RGB color = expected(image.palette, pixel);
                assertThat(
                                wrapped.mode().componentNames().contains("l")
                                        ? new RGB(
                                                wrapped.get(x, y).l(),
                                                wrapped.get(x, y).l(),
                                                wrapped.get(x, y).l())
                                        : new RGB(
                                                wrapped.get(x, y).r(),
                                                wrapped.get(x, y).g(),
                                                wrapped.get(x, y).b()))
                        .as("(%d,%d)", x, y)
                        .isEqualTo(color);
                if (wrapped.mode().componentNames().contains("a")) {
                    int alpha = image.alpha != -1
                            ? image.alpha
                            : image.alphaData != null
                                    ? image.getAlpha(x, y)
                                    : image.getTransparencyMask().getPixel(x, y) * 255;
                    assertThat(wrapped.get(x, y).a()).isEqualTo(alpha);
                } else {
                    assertThat(image.getTransparencyType()).isZero();
                }
            }
        }
    }

    private static RGB expected(PaletteData palette, int pixel) {
        if (!palette.isDirect) {
            return pixel < palette.colors.length ? palette.getRGB(pixel) : new RGB(0, 0, 0);
        }
        return new RGB(
                scaled(pixel, palette.redMask), scaled(pixel, palette.greenMask), scaled(pixel, palette.blueMask));
    }

    private static int scaled(int pixel, int mask) {
        double largest = mask & 0xffffffffL;
        return mask == 0 ? 0 : (int) Math.round((pixel & mask & 0xffffffffL) / largest * 255);
    }

    @ParameterizedTest
    @MethodSource("names")
    void S7_writesReachTheDataAndTheAlphaData(String kind) {
        ImageData image = kinds().get(kind).get();
        ImageLike wrapped = Images.of(image);
        assertThat(wrapped.buffer().readOnly())
                .isEqualTo(
                        !List.of("grey", "332", "565", "555", "RGB", "BGR", "RGBX", "XBGR", "alpha", "grey with alpha")
                                .contains(kind));
        if (wrapped.buffer().readOnly()) {
            return;
        }
        ImageData before = (ImageData) image.clone();

        int[] highest = new int[wrapped.components()];
        Arrays.fill(highest, 255);
        wrapped.set(6, 4, highest);

        // SWT shifts, so the highest value of a field of few bits is not 255
        PaletteData palette = image.palette;
        RGB white = palette.isDirect ? palette.getRGB(-1) : new RGB(255, 255, 255);
        assertThat(palette.getRGB(image.getPixel(6, 4))).isEqualTo(white);
        assertThat(image.getPixel(5, 4)).isEqualTo(before.getPixel(5, 4));
        assertThat(image.getPixel(0, 0)).isEqualTo(before.getPixel(0, 0));
        if (image.alphaData != null) {
            assertThat(image.getAlpha(6, 4)).isEqualTo(255);
        }
    }

    @Test
    void S7_sharedMemoryIsTheSameArray() {
        byte[] memory = new byte[5 * 24];
        StandardImage image = StandardImage.wrap(bgr(memory));

        Transfer<ImageData> transfer = Images.transfer(image, ImageData.class, Copy.NEVER);
        transfer.image().setPixel(2, 3, 0x030201);

        assertThat(transfer.image().data).isSameAs(memory);
        assertThat(transfer.image().palette.getRGB(0x030201)).isEqualTo(new RGB(1, 2, 3));
        assertThat(image.get(2, 3).value()).containsExactly(1, 2, 3);
    }

    @Test
    void L10_premultipliedColoursAreCopiedStraight() {
        StandardImage canvas = StandardImage.canvas(2, 1);
        canvas.set(1, 0, 255, 128, 0, 128);

        Transfer<ImageData> transfer = Images.transfer(canvas, ImageData.class, Copy.IF_NEEDED);

        assertThat(transfer.image().getPixel(1, 0)).isEqualTo(0xff8000);
        assertThat(transfer.image().getAlpha(1, 0)).isEqualTo(128);
    }

    @Test
    void S7_lossesAreTold() {
        StandardImage deep = StandardImage.of(Mode.CMYK64, 2, 2);

        assertThat(Images.transfer(deep, ImageData.class, Copy.IF_NEEDED).losses())
                .containsExactly("16 → 8 bits per component", "CMYK64 → RGB");
    }
}

package org.imageop.examples.swt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.AdapterContract;
import org.junit.jupiter.api.Test;

class ImageDataAdapterTest extends AdapterContract<ImageData> {
    private static final PaletteData BGR = new PaletteData(0xff, 0xff00, 0xff0000);

    /** The palette that makes pixels of 8 bits grey. */
    static PaletteData grays() {
        return new PaletteData(
                IntStream.range(0, 256).mapToObj(i -> new RGB(i, i, i)).toArray(RGB[]::new));
    }

    @Override
    public ImageAdapter<ImageData> adapter() {
        return new ImageDataAdapter();
    }

    @Override
    public Map<String, Supplier<? extends ImageData>> unsupportedObjects() {
        return Map.of(
                "too little data",
                () -> {
                    ImageData image = new ImageData(7, 5, 8, grays());
                    image.data = new byte[39];
                    return image;
                },
                "too little alpha",
                () -> {
                    ImageData image = new ImageData(7, 5, 8, grays());
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
                "an XRGB image", () -> StandardImage.wrap(rgb("XRGB", 28)),
                "a GBXR image with padded rows", () -> StandardImage.wrap(rgb("GBXR", 32)));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> unshareable() {
        Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            if (mode != Mode.L && mode != Mode.RGB) {
                images.put("an image of mode " + mode, () -> StandardImage.of(mode, 6, 4));
            }
        }
        images.put("an image behind the first bytes of its array", () -> {
            ByteBuffer part = ByteBuffer.wrap(new byte[40], 5, 35).slice();
            return StandardImage.wrap(PixelLayout.of(Mode.L, 7, 5, part));
        });
        images.put("pixels of 5 bytes", () -> StandardImage.wrap(rgb("RGBXX", 35)));
        images.put("grey with a byte between", () -> {
            ByteBuffer bytes = ByteBuffer.allocate(70);
            return StandardImage.wrap(PixelLayout.interleaved(Mode.L, 7, 5, "LX", bytes, 0, 14));
        });
        images.put("signed bytes", () -> {
            Plane.Range range = new Plane.Range(-128, 127);
            return StandardImage.wrap(PixelLayout.ranged(Mode.L, 7, 5, "L", range, ByteBuffer.allocate(35), 0, 7));
        });
        images.put("4 bits of bytes", () -> {
            ByteBuffer bytes = ByteBuffer.allocate(35);
            return StandardImage.wrap(PixelLayout.packed(Mode.L, 7, 5, "X4L4", AlphaType.OPAQUE, bytes, 0, 7));
        });
        images.put(
                "direct memory", () -> StandardImage.wrap(PixelLayout.of(Mode.L, 7, 5, ByteBuffer.allocateDirect(35))));
        images.put("a canvas", () -> StandardImage.canvas(7, 5));
        images.put(
                "an image that begins within its array",
                () -> StandardImage.wrap(bgr(new byte[6 * 24]).crop(0, 1, 7, 4)));
        images.put("a mirrored image", () -> Views.flipLeftRight(StandardImage.of(Mode.RGB, 7, 5)));
        return images;
    }

    /** Memory that a layout describes. */
    @Override
    public Map<String, Supplier<? extends ImageData>> objects() {
        Map<String, Supplier<? extends ImageData>> kinds = new LinkedHashMap<>();
        kinds.put("grey", () -> random(8, grays()));
        kinds.put("332", () -> random(8, new PaletteData(0xe0, 0x1c, 0x03)));
        kinds.put("565", () -> random(16, new PaletteData(0xf800, 0x7e0, 0x1f)));
        kinds.put("555", () -> random(16, new PaletteData(0x1f, 0x3e0, 0x7c00)));
        kinds.put("RGB", () -> random(24, new PaletteData(0xff0000, 0xff00, 0xff)));
        kinds.put("BGR", () -> random(24, BGR));
        kinds.put("RGBX", () -> random(32, new PaletteData(0xff000000, 0xff0000, 0xff00)));
        kinds.put("XBGR", () -> random(32, BGR));
        kinds.put("alpha", () -> withAlpha(random(24, BGR)));
        kinds.put("grey with alpha", () -> withAlpha(random(8, grays())));
        return kinds;
    }

    /** Images whose samples are computed. */
    @Override
    public Map<String, Supplier<? extends ImageData>> readOnlyObjects() {
        Map<String, Supplier<? extends ImageData>> kinds = new LinkedHashMap<>();
        for (int depth : new int[] {1, 2, 4, 8}) {
            RGB[] colors = IntStream.range(0, 1 << depth)
                    .mapToObj(i -> new RGB(i * 37 % 256, 255 - i * 11 % 256, i * 101 % 256))
                    .toArray(RGB[]::new);
            kinds.put("palette of depth " + depth, () -> random(depth, new PaletteData(colors)));
        }
        PaletteData few = new PaletteData(new RGB(9, 8, 7), new RGB(255, 0, 0), new RGB(0, 255, 0), new RGB(0, 0, 255));
        kinds.put("short palette", () -> random(8, few));
        kinds.put("666", () -> random(24, new PaletteData(0x3f000, 0xfc0, 0x3f)));
        kinds.put("10 bits", () -> random(32, new PaletteData(0x3ff00000, 0xffc00, 0x3ff)));
        kinds.put("without blue", () -> random(24, new PaletteData(0xff0000, 0xff00, 0)));
        kinds.put("transparent pixel", () -> {
            ImageData image = random(2, few);
            image.transparentPixel = 2;
            return image;
        });
        kinds.put("mask", () -> {
            ImageData image = random(24, BGR);
            image.maskData = new byte[2 * 5];
            image.maskPad = 2;
            new SplittableRandom(3).nextBytes(image.maskData);
            return image;
        });
        kinds.put("one alpha for all", () -> {
            ImageData image = withAlpha(random(24, BGR));
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
        return PixelLayout.interleaved(Mode.RGB, 7, memory.length / 24, "BGR", ByteBuffer.wrap(memory), 0, 24);
    }

    private static PixelLayout rgb(String order, int line) {
        return PixelLayout.interleaved(Mode.RGB, 7, 5, order, ByteBuffer.allocate(5 * line), 0, line);
    }

    @Override
    public ImageSize size(ImageData image) {
        return new ImageSize(image.width, image.height);
    }

    @Override
    public Mode mode(ImageData image) {
        boolean alpha = image.alpha != -1 || image.getTransparencyType() != SWT.TRANSPARENCY_NONE;
        if (!image.palette.isDirect && image.palette.colors.length == 256 && image.palette.getRGB(77).red == 77) {
            return alpha ? Mode.LA : Mode.L;
        }
        return alpha ? Mode.RGBA : Mode.RGB;
    }

    /** By SWT's own getPixel, getRGB, getAlpha and getTransparencyMask; fields are scaled in doubles. */
    @Override
    public int[] pixel(ImageData image, int x, int y) {
        PaletteData palette = image.palette;
        int pixel = image.getPixel(x, y);
        int[] color;
        if (palette.isDirect) {
            color = new int[] {
                scaled(pixel, palette.redMask), scaled(pixel, palette.greenMask), scaled(pixel, palette.blueMask)
            };
        } else {
            RGB found = pixel < palette.colors.length ? palette.getRGB(pixel) : new RGB(0, 0, 0);
            color = new int[] {found.red, found.green, found.blue};
        }
        return switch (mode(image)) {
            case L -> new int[] {color[0]};
            case LA -> new int[] {color[0], alpha(image, x, y)};
            case RGB -> color;
            default -> new int[] {color[0], color[1], color[2], alpha(image, x, y)};
        };
    }

    private static int alpha(ImageData image, int x, int y) {
        if (image.alpha != -1) {
            return image.alpha;
        }
        // SWT makes the mask of all pixels at each call
        return image.alphaData != null
                ? image.getAlpha(x, y)
                : image.getTransparencyMask().getPixel(x, y) * 255;
    }

    private static int scaled(int pixel, int mask) {
        double largest = mask & 0xffffffffL;
        return mask == 0 ? 0 : (int) Math.round((pixel & mask & 0xffffffffL) / largest * 255);
    }

    /** Opaque colours of 0 and 255; of a palette, the nearest. */
    @Override
    public void setPixel(ImageData image, int x, int y, int[] pixel) {
        boolean grey = pixel.length < 3;
        int[] color = {pixel[0], pixel[grey ? 0 : 1], pixel[grey ? 0 : 2]};
        PaletteData palette = image.palette;
        int made = palette.isDirect
                ? color[0] / 255 * palette.redMask
                        | color[1] / 255 * palette.greenMask
                        | color[2] / 255 * palette.blueMask
                : nearest(palette.colors, image.transparentPixel, color);
        image.setPixel(x, y, made);
        if (image.alpha != -1) {
            image.alpha = 255;
        } else if (image.maskData != null) {
            image.maskData[y * 2] |= (byte) (0x80 >> x);
        } else if (image.alphaData != null) {
            image.setAlpha(x, y, 255);
        }
    }

    private static int nearest(RGB[] colors, int but, int[] wanted) {
        int nearest = but == 0 ? 1 : 0;
        for (int i = nearest + 1; i < colors.length; i++) {
            if (i != but && distance(colors[i], wanted) < distance(colors[nearest], wanted)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static int distance(RGB color, int[] wanted) {
        return Math.abs(color.red - wanted[0]) + Math.abs(color.green - wanted[1]) + Math.abs(color.blue - wanted[2]);
    }

    @Test
    void S7_lossesHaveTheWordsOfTheLibrary() {
        StandardImage deep = StandardImage.of(Mode.CMYK64, 2, 2);

        assertThat(Images.transfer(deep, ImageData.class, Copy.IF_NEEDED).losses())
                .containsExactly("CMYK → RGB without a profile: how the inks mix", "16 → 8 bits per component");

        Plane floats = Plane.ranged(FloatBuffer.allocate(1), 0, 1, 1, new Plane.Range(0, 1));
        StandardImage numbers = StandardImage.wrap(PixelLayout.of(Mode.L, 1, 1, AlphaType.OPAQUE, floats));

        assertThat(Images.transfer(numbers, ImageData.class, Copy.IF_NEEDED).losses())
                .containsExactly("numbers of a range → 8 bits per component");
    }

    @Test
    void S9_anImageWithATransparentPixelIsTurnedOntoItsBytes() {
        ImageData opaque = new ImageData(2, 4, 24, BGR);
        for (int i = 0; i < opaque.data.length; i++) {
            opaque.data[i] = (byte) (i + 1);
        }
        ImageData transparent = new ImageData(2, 4, 24, BGR, opaque.bytesPerLine, opaque.data);
        transparent.transparentPixel = 0;
        ImageLike source = Views.flipTopBottom(Images.of(transparent));
        ImageLike target = Images.of(opaque);
        StandardImage turned = StandardImage.from(source, Mode.RGB);

        Images.copy(source, target);

        assertThat(Images.sameContent(target, turned)).isTrue();
    }
}

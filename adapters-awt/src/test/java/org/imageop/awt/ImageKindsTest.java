package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.color.ColorSpace;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.FilteredImageSource;
import java.awt.image.IndexColorModel;
import java.awt.image.MemoryImageSource;
import java.awt.image.RGBImageFilter;
import java.awt.image.VolatileImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.swing.ImageIcon;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of java.awt.Image that Java2D draws; what it draws is what should be read. */
class ImageKindsTest {
    private static final int W = 5;
    private static final int H = 3;
    private static final Toolkit TOOLKIT = Toolkit.getDefaultToolkit();

    private static int[] argb() {
        return new SplittableRandom(9).ints(W * H).toArray();
    }

    private static BufferedImage noise(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        Oracle.of(image.getRaster(), image.isAlphaPremultiplied()).fill(image.getRaster(), new SplittableRandom(type));
        return image;
    }

    /** Sends each int from a model of which rasters need not consist of ints. */
    private static Image sent(ColorModel model, int most) {
        int[] pixels = new SplittableRandom(most).ints(W * H, 0, most).toArray();
        return TOOLKIT.createImage(new MemoryImageSource(W, H, model, pixels, 0, W));
    }

    private static Image sentBytes(ColorModel model, int most) {
        byte[] pixels = new byte[W * H];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 37 % most);
        }
        return TOOLKIT.createImage(new MemoryImageSource(W, H, model, pixels, 0, W));
    }

    private static IndexColorModel palette(int bits, int count, boolean alpha, int type) {
        int[] colors = new SplittableRandom(count).ints(count).toArray();
        return new IndexColorModel(bits, count, colors, 0, alpha, -1, type);
    }

    /** A model of its own: grey, the higher the darker, and green for 7. */
    static final class Own extends ColorModel {
        Own() {
            super(8);
        }

        @Override
        public int getRed(int pixel) {
            return 255 - (pixel & 0xff);
        }

        @Override
        public int getGreen(int pixel) {
            return pixel == 7 ? 255 : getRed(pixel);
        }

        @Override
        public int getBlue(int pixel) {
            return getRed(pixel);
        }

        @Override
        public int getAlpha(int pixel) {
            return 255;
        }
    }

    /** Fields of AWT, whose red is what it says. */
    static final class RedLight extends DirectColorModel {
        RedLight() {
            super(24, 0xff0000, 0xff00, 0xff);
        }

        @Override
        public int getRGB(Object pixel) {
            return super.getRGB(pixel) | 0xff0000;
        }
    }

    private static Map<String, Image> hidden() {
        Map<String, Image> images = new LinkedHashMap<>();
        images.put("565", sent(new DirectColorModel(16, 0xf800, 0x7e0, 0x1f), 1 << 16));
        images.put("555", sent(new DirectColorModel(15, 0x7c00, 0x3e0, 0x1f), 1 << 15));
        images.put("444", sent(new DirectColorModel(12, 0xf00, 0xf0, 0xf), 1 << 12));
        images.put("4444", sent(new DirectColorModel(16, 0xf00, 0xf0, 0xf, 0xf000), 1 << 16));
        images.put("332", sent(new DirectColorModel(8, 0xe0, 0x1c, 3), 1 << 8));
        images.put("888", sent(new DirectColorModel(24, 0xff0000, 0xff00, 0xff), 1 << 24));
        images.put("no green", sent(new DirectColorModel(24, 0xff0000, 0, 0xff), 1 << 24));
        images.put("332 in bytes", sentBytes(new DirectColorModel(8, 0xe0, 0x1c, 3), 256));
        images.put("palette of 8 bits in ints", sent(palette(8, 200, false, DataBuffer.TYPE_BYTE), 200));
        images.put("palette of 16 bits in ints", sent(palette(16, 3000, true, DataBuffer.TYPE_USHORT), 3000));
        images.put("palette of 16 bits in bytes", sentBytes(palette(16, 3000, true, DataBuffer.TYPE_USHORT), 256));
        images.put("palette of 4 bits in bytes", sentBytes(palette(4, 16, true, DataBuffer.TYPE_BYTE), 16));
        images.put("own model in bytes", sentBytes(new Own(), 256));
        images.put("own model in ints", sent(new Own(), 256));
        images.put("own fields", sent(new RedLight(), 1 << 24));
        images.put("ARGB", TOOLKIT.createImage(new MemoryImageSource(W, H, argb(), 0, W)));
        images.put(
                "filtered",
                TOOLKIT.createImage(new FilteredImageSource(
                        noise(BufferedImage.TYPE_USHORT_565_RGB, W, H).getSource(), new RGBImageFilter() {
                            @Override
                            public int filterRGB(int x, int y, int rgb) {
                                return rgb ^ 0x00ff00;
                            }
                        })));
        for (int hint : new int[] {Image.SCALE_FAST, Image.SCALE_SMOOTH, Image.SCALE_REPLICATE, Image.SCALE_DEFAULT}) {
            for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_USHORT_555_RGB}) {
                images.put(
                        "scaled by " + hint + " from type " + type,
                        noise(type, 9, 7).getScaledInstance(W, H, hint));
            }
        }
        return images;
    }

    static Stream<Arguments> B1_hidden() {
        return hidden().entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    /** What Java2D draws of an image that ImageIcon has loaded. */
    private static BufferedImage drawn(Image image) {
        BufferedImage target =
                new BufferedImage(image.getWidth(null), image.getHeight(null), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = target.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        assertThat(graphics.drawImage(new ImageIcon(image).getImage(), 0, 0, null))
                .isTrue();
        graphics.dispose();
        return target;
    }

    private static void isDrawn(String what, Image image) {
        StandardImage rgba = StandardImage.from(Images.of(image), Mode.RGBA);
        new ImageIcon(image);
        BufferedImage drawn = drawn(image);
        assertThat(rgba.size().width()).isEqualTo(drawn.getWidth());
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                int color = drawn.getRGB(x, y);
                int[] found = rgba.get(x, y).value();
                // of wholly transparent pixels Java2D need not keep the colour; fields of 5 and 6 bits it cuts, not
                // rounds
                int[] expected = {color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff, color >>> 24};
                if (color >>> 24 != 0 || found[3] != 0) {
                    for (int c = 0; c < 4; c++) {
                        assertThat(found[c])
                                .as("%s: component %d at (%d, %d)", what, c, x, y)
                                .isBetween(expected[c] - 1, expected[c] + 1);
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("B1_hidden")
    void isReadAsJava2DDrawsIt(String what, Image image) {
        isDrawn(what, image);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("B1_hidden")
    void S13_isCalledACopy(String what, Image image) {
        ImageLike wrapped = Images.of(image);
        assertThat(((StandardImage) wrapped).snapshotReason()).isPresent();
        for (Class<?> type : new Class<?>[] {StandardImage.class, ImageLike.class, BufferedImage.class}) {
            assertThatThrownBy(() -> Images.transfer(image, type, Copy.NEVER))
                    .isInstanceOf(CopyRequiredException.class)
                    .hasMessageContaining("producer");
            Transfer<?> copy = Images.transfer(image, type, Copy.IF_NEEDED);
            assertThat(copy.shared()).isFalse();
            assertThat(copy.reason())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("producer"));
        }
    }

    @Test
    void everyTypeOfBufferedImageCanBeAVariant() {
        for (int type = 1; type <= 13; type++) {
            BufferedImage variant = noise(type, W, H);
            ImageLike expected = AwtImages.wrap(variant);
            ImageLike found = Images.of(new BaseMultiResolutionImage(variant));
            assertThat(found.mode()).as("type %d", type).isEqualTo(expected.mode());
            assertThat(Images.sameContent(found, expected)).as("type %d", type).isTrue();
        }
    }

    @Test
    void S13_aVolatileImageOfAnyScreenIsFrozen() {
        for (int type : new int[] {
            BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_USHORT_565_RGB, BufferedImage.TYPE_USHORT_555_RGB
        }) {
            Graphics2D screen = new BufferedImage(1, 1, type).createGraphics();
            GraphicsConfiguration configuration = screen.getDeviceConfiguration();
            screen.dispose();
            VolatileImage surface = configuration.createCompatibleVolatileImage(W, H);
            Graphics2D drawing = surface.createGraphics();
            drawing.setColor(new java.awt.Color(255, 0, 132));
            drawing.fillRect(0, 0, W, H);
            isDrawn("type " + type, surface);
            ImageLike before = Images.of(surface);
            drawing.setColor(java.awt.Color.GREEN);
            drawing.fillRect(0, 0, W, H);
            drawing.dispose();
            int[] red = StandardImage.from(before, Mode.RGB).get(1, 1).value();
            assertThat(red[0]).isEqualTo(255);
            assertThat(red[1]).isZero();
            isDrawn("type " + type, surface);
            assertThatThrownBy(() -> Images.transfer(surface, StandardImage.class, Copy.NEVER))
                    .isInstanceOf(CopyRequiredException.class)
                    .hasMessageContaining("graphics card");
            assertThat(Images.transfer(surface, BufferedImage.class, Copy.IF_NEEDED)
                            .shared())
                    .isFalse();
            Transfer<Image> same = Images.transfer(surface, Image.class, Copy.NEVER);
            assertThat(same.image()).isSameAs(surface);
            assertThat(same.shared()).isTrue();
        }
    }

    @Test
    void S13_anAnimatedSourceIsFrozen() {
        int[] argb = argb();
        MemoryImageSource source = new MemoryImageSource(W, H, argb, 0, W);
        source.setAnimated(true);
        source.setFullBufferUpdates(true);
        Image image = TOOLKIT.createImage(source);
        ImageLike before = Images.of(image);
        int first = argb[0];
        argb[0] = ~first;
        source.newPixels();
        assertThat(before.get(0, 0).value())
                .containsExactly(first >> 16 & 0xff, first >> 8 & 0xff, first & 0xff, first >>> 24);
        assertThat(Images.of(image).get(0, 0).value())
                .containsExactly(~first >> 16 & 0xff, ~first >> 8 & 0xff, ~first & 0xff, ~first >>> 24);
        assertThatThrownBy(() -> Images.transfer(image, StandardImage.class, Copy.NEVER))
                .isInstanceOf(CopyRequiredException.class);
    }

    @Test
    void B2_theLargestVariantIsTakenAsItIs() {
        BufferedImage small = noise(BufferedImage.TYPE_INT_ARGB, W, H);
        ColorModel wide = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false, 3, DataBuffer.TYPE_USHORT);
        BufferedImage deep = new BufferedImage(wide, wide.createCompatibleWritableRaster(3 * W, 3 * H), false, null);
        BufferedImage middle = noise(BufferedImage.TYPE_BYTE_GRAY, 2 * W, 2 * H);
        BaseMultiResolutionImage image = new BaseMultiResolutionImage(small, deep, middle);

        ImageLike wrapped = Images.of(image);
        wrapped.set(1, 1, 1000, 2000, 3000, 40000);

        assertThat(wrapped.mode()).isEqualTo(Mode.RGBA64);
        assertThat(deep.getRaster().getPixel(1, 1, (int[]) null)).containsExactly(1000, 2000, 3000, 40000);
        assertThat(Images.transfer(image, StandardImage.class, Copy.NEVER).shared())
                .isTrue();
        assertThat(Images.to(wrapped, BufferedImage.class)).isSameAs(deep);
        assertThat(Images.to(image, Image.class)).isSameAs(image);

        ImageLike grey = AwtImages.wrap(new BaseMultiResolutionImage(small, middle), 2 * W, 2 * H);
        assertThat(grey.mode()).isEqualTo(Mode.L);
        assertThat(grey.get(2, 2).l()).isEqualTo(middle.getRaster().getSample(2, 2, 0));
        assertThat(AwtImages.wrap(image, W, H).mode()).isEqualTo(Mode.RGBA);
        assertThat(Images.to(AwtImages.wrap(image, W, H), BufferedImage.class)).isSameAs(small);
        assertThat(Images.of(image.getResolutionVariants().get(2)).size().width())
                .isEqualTo(2 * W);
    }

    @Test
    void B2_aHiddenVariantCanBeTheLargest() {
        BufferedImage small = noise(BufferedImage.TYPE_INT_RGB, W, H);
        Image unloaded = TOOLKIT.createImage(new MemoryImageSource(2 * W, H, new int[2 * W * H], 0, 2 * W));
        ImageLike wrapped = Images.of(new BaseMultiResolutionImage(small, unloaded));
        assertThat(wrapped.width()).isEqualTo(2 * W);
        assertThat(((StandardImage) wrapped).source()).contains(unloaded);

        Image broken = TOOLKIT.createImage(new byte[] {1, 2, 3});
        assertThat(Images.to(Images.of(new BaseMultiResolutionImage(small, broken)), BufferedImage.class))
                .isSameAs(small);
    }

    /** openjdk/jdk#23430 makes such images: a scaled one beside the original. */
    @Test
    void B2_variantsThatAreScaledOnDemand() {
        BufferedImage original = noise(BufferedImage.TYPE_INT_ARGB, 2 * W, 2 * H);
        Image image = new BaseMultiResolutionImage(original.getScaledInstance(W, H, Image.SCALE_SMOOTH), original);
        assertThat(Images.to(Images.of(image), BufferedImage.class)).isSameAs(original);
        assertThat(AwtImages.wrap((BaseMultiResolutionImage) image, W, H).width())
                .isEqualTo(W);
    }
}

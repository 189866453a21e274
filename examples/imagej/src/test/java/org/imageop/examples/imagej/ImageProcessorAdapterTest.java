package org.imageop.examples.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.process.BinaryProcessor;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.Views;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Losses;
import org.imageop.tck.AdapterContract;
import org.junit.jupiter.api.Test;

class ImageProcessorAdapterTest extends AdapterContract<ImageProcessor> {
    @Override
    public ImageAdapter<ImageProcessor> adapter() {
        return new ImageProcessorAdapter();
    }

    @Override
    public Map<String, Supplier<? extends ImageProcessor>> objects() {
        Map<String, Supplier<? extends ImageProcessor>> processors = new LinkedHashMap<>();
        processors.put("bytes", () -> new ByteProcessor(7, 5));
        processors.put("bytes with a display range", () -> ranged(new ByteProcessor(7, 5), 50, 200));
        processors.put("a mask", () -> new BinaryProcessor(new ByteProcessor(7, 5)));
        processors.put("shorts", () -> new ShortProcessor(7, 5));
        processors.put("shorts with a display range", () -> ranged(new ShortProcessor(7, 5), 0, 4095));
        processors.put("colours", () -> new ColorProcessor(7, 5));
        processors.put("black floats", () -> new FloatProcessor(7, 5));
        processors.put("floats with a display range", () -> ranged(new FloatProcessor(7, 5), -1000, 4000));
        return processors;
    }

    private static ImageProcessor ranged(ImageProcessor processor, double min, double max) {
        processor.setMinAndMax(min, max);
        return processor;
    }

    @Override
    public Map<String, Supplier<? extends ImageProcessor>> unsupportedObjects() {
        return Map.of(
                "an inverting LUT", ImageProcessorAdapterTest::inverted,
                "a colour LUT", () -> withLut(new ByteProcessor(7, 5)),
                "floats with a colour LUT", () -> withLut(new FloatProcessor(7, 5)),
                "ints that are not colours", () -> new IntProcessor(7, 5));
    }

    private static ImageProcessor inverted() {
        ImageProcessor processor = new ByteProcessor(7, 5);
        processor.invertLut();
        return processor;
    }

    private static ImageProcessor withLut(ImageProcessor processor) {
        processor.setLut(LUT.createLutFromColor(Color.RED));
        return processor;
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> shareable() {
        return Map.of(
                "an L image", () -> StandardImage.of(Mode.L, 7, 5),
                "an L16 image", () -> StandardImage.of(Mode.L16, 7, 5),
                "opaque ARGB ints",
                        () -> StandardImage.wrap(PixelLayout.argb(IntBuffer.allocate(35), 7, 5, AlphaType.OPAQUE)),
                "floats", () -> floats(0, 1),
                "floats of another range", () -> floats(-273.25, 1000));
    }

    private static StandardImage floats(double min, double max) {
        Plane.Range range = new Plane.Range(min, max);
        return StandardImage.wrap(PixelLayout.ranged(Mode.L16, 7, 5, "L", range, FloatBuffer.allocate(35), 0, 7));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> unshareable() {
        Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            if (mode != Mode.L && mode != Mode.L16) {
                images.put("an image of mode " + mode, () -> StandardImage.of(mode, 6, 4));
            }
        }
        images.put("translucent ARGB ints", () -> StandardImage.canvas(7, 5));
        images.put("padded rows", () -> interleaved("L", ByteBuffer.allocate(40), 0, 8));
        images.put("a longer array", () -> interleaved("L", ByteBuffer.allocate(36), 0, 7));
        images.put("the end of an array", () -> interleaved("L", ByteBuffer.allocate(36), 1, 7));
        images.put("direct memory", () -> interleaved("L", ByteBuffer.allocateDirect(35), 0, 7));
        images.put("BGR ints", () -> packed(Mode.RGB, "XBGR", IntBuffer.allocate(35)));
        images.put("12 bits of shorts", () -> packed(Mode.L16, "X4L12", ShortBuffer.allocate(35)));
        images.put("565 shorts", () -> packed(Mode.RGB, "R5G6B5", ShortBuffer.allocate(35)));
        images.put("signed bytes", () -> signed(Mode.L, ByteBuffer.allocate(35), -128, 127));
        images.put("signed shorts", () -> signed(Mode.L16, ShortBuffer.allocate(35), -32768, 32767));
        images.put("floats whose range is not a float's", () -> floats(0, 0.1));
        images.put("a transposed image", () -> Views.transpose(StandardImage.of(Mode.L, 5, 7)));
        return images;
    }

    private static StandardImage interleaved(String order, ByteBuffer memory, int offset, int line) {
        return StandardImage.wrap(PixelLayout.interleaved(Mode.L, 7, 5, order, memory, offset, line));
    }

    private static StandardImage packed(Mode mode, String order, Buffer memory) {
        return StandardImage.wrap(PixelLayout.packed(mode, 7, 5, order, AlphaType.OPAQUE, memory, 0, 7));
    }

    private static StandardImage signed(Mode mode, Buffer memory, double min, double max) {
        return StandardImage.wrap(PixelLayout.ranged(mode, 7, 5, "L", new Plane.Range(min, max), memory, 0, 7));
    }

    @Override
    public ImageSize size(ImageProcessor processor) {
        return new ImageSize(processor.getWidth(), processor.getHeight());
    }

    @Override
    public Mode mode(ImageProcessor processor) {
        return processor instanceof ColorProcessor ? Mode.RGB : processor instanceof ByteProcessor ? Mode.L : Mode.L16;
    }

    /** By ImageJ's own getPixel, getf and get. */
    @Override
    public int[] pixel(ImageProcessor processor, int x, int y) {
        if (processor instanceof ColorProcessor) {
            return processor.getPixel(x, y, null);
        } else if (processor instanceof FloatProcessor) {
            double black = black(processor);
            double share = (processor.getf(x, y) - black) / (white(processor) - black);
            return new int[] {(int) Math.max(0, Math.min(65535, Math.round(share * 65535)))};
        }
        return new int[] {processor.get(x, y)};
    }

    @Override
    public void setPixel(ImageProcessor processor, int x, int y, int[] pixel) {
        if (processor instanceof ColorProcessor) {
            processor.putPixel(x, y, pixel);
        } else if (processor instanceof FloatProcessor) {
            double black = black(processor);
            processor.setf(x, y, (float) (black + pixel[0] / 65535.0 * (white(processor) - black)));
        } else {
            processor.set(x, y, pixel[0]);
        }
    }

    private static double black(ImageProcessor processor) {
        return processor.getMin() < processor.getMax() ? processor.getMin() : 0;
    }

    private static double white(ImageProcessor processor) {
        return processor.getMin() < processor.getMax() ? processor.getMax() : 1;
    }

    @Test
    void S7_floatsStayFloats() {
        FloatProcessor processor = new FloatProcessor(2, 2, new float[] {-7, 0.123456789f, 1e9f, Float.NaN});
        processor.setMinAndMax(0, 1);

        Transfer<ImageProcessor> turned =
                Images.transfer(Views.rotate180(Images.of(processor)), ImageProcessor.class, Copy.IF_NEEDED);

        assertThat((float[]) turned.image().getPixels()).containsExactly(Float.NaN, 1e9f, 0.123456789f, -7);
        assertThat(turned.image().getMax()).isEqualTo(1);
        assertThat(turned.losses()).isEmpty();
    }

    @Test
    void S7_signedNumbersBecomeFloats() {
        ShortBuffer heights = ShortBuffer.wrap(new short[] {-300, 0, 8848});
        StandardImage image = StandardImage.wrap(
                PixelLayout.ranged(Mode.L16, 3, 1, "L", new Plane.Range(-32768, 32767), heights, 0, 3));

        ImageProcessor processor = Images.to(image, ImageProcessor.class);

        assertThat((float[]) processor.getPixels()).containsExactly(-300, 0, 8848);
    }

    @Test
    void S7_lossesHaveTheWordsOfTheLibrary() {
        assertThat(losses(StandardImage.of(Mode.RGBA64, 2, 2))).containsExactly("alpha", "16 → 8 bits per component");
        assertThat(losses(StandardImage.of(Mode.L32, 2, 2))).containsExactly("32 → 16 bits per component");
        assertThat(losses(floats(0, 0.1))).containsExactly(Losses.OTHER_NUMBERS);
        assertThat(losses(StandardImage.of(Mode.RGB, 2, 2))).isEmpty();
    }

    private static List<String> losses(ImageLike image) {
        return Images.transfer(image, ImageProcessor.class, Copy.ALWAYS).losses();
    }

    @Test
    void A5_processorsOfAllKindsComeFromTheOneAdapter() {
        assertThat(Images.isImage(new ShortProcessor(1, 1))).isTrue();
        assertThat(Images.of(new FloatProcessor(1, 1, new float[] {5}))
                        .get(0, 0)
                        .value())
                .containsExactly(65535);
        assertThat(Images.of(new FloatProcessor(1, 1, new float[] {Float.NaN}))
                        .get(0, 0)
                        .value())
                .containsExactly(0);
    }

    @Test
    void S7_aRangeBeyondFloatsIsNotKept() {
        ImageProcessor processor = Images.to(floats(-1e300, 1e300), ImageProcessor.class);

        assertThat(Images.of(processor).mode()).isEqualTo(Mode.L16);
        assertThat(losses(floats(-1e300, 1e300))).containsExactly(Losses.OTHER_NUMBERS);
    }

    @Test
    void A8_aLutIsRefusedWithAdvice() {
        assertThatThrownBy(() -> Images.of(inverted()))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("inverting LUT")
                .hasMessageContaining("setColorModel(null)");
        ImageProcessor colors = withLut(new ByteProcessor(1, 1, new byte[] {99}));
        assertThat(Images.of(new ColorProcessor(colors.createImage())).get(0, 0).value())
                .containsExactly(99, 0, 0);
        colors.setColorModel(null);
        assertThat(Images.of(colors).get(0, 0).value()).containsExactly(99);
        assertThat(Images.of(new ColorProcessor(new IntProcessor(1, 1).createImage()))
                        .mode())
                .isEqualTo(Mode.RGB);
    }
}

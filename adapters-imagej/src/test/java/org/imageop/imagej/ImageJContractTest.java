package org.imageop.imagej;

import static org.imageop.imagej.OwnMeans.inverted;
import static org.imageop.imagej.OwnMeans.noise;
import static org.imageop.imagej.OwnMeans.ranged;
import static org.imageop.imagej.OwnMeans.withTable;

import ij.ImagePlus;
import ij.ImageStack;
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
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.ImageSize;
import org.imageop.IndexedImage;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.imagej.adapters.ImagePlusAdapter;
import org.imageop.imagej.adapters.ImageProcessorAdapter;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.AdapterContract;
import org.junit.jupiter.api.Nested;

/** The protocol's own contract on both adapters; pixels are read and written by {@link OwnMeans}. */
class ImageJContractTest {
    private static final int W = 7;
    private static final int H = 5;

    private static Map<String, Supplier<? extends ImageProcessor>> processors() {
        Map<String, Supplier<? extends ImageProcessor>> processors = new LinkedHashMap<>();
        processors.put("bytes", () -> noise(new ByteProcessor(W, H)));
        processors.put("bytes with a display range", () -> ranged(noise(new ByteProcessor(W, H)), 50, 200));
        processors.put("a mask", () -> new BinaryProcessor(new ByteProcessor(W, H)));
        processors.put("inverted bytes", () -> inverted(noise(new ByteProcessor(W, H))));
        processors.put("inverted bytes in a range", () -> ranged(inverted(noise(new ByteProcessor(W, H))), 50, 200));
        processors.put("bytes of red", () -> withTable(noise(new ByteProcessor(W, H)), red()));
        processors.put("bytes of colours", () -> withTable(noise(new ByteProcessor(W, H)), OwnMeans.table(256)));
        processors.put("bytes of 9 colours", () -> withTable(noise(new ByteProcessor(W, H)), OwnMeans.table(9)));
        processors.put("shorts", () -> noise(new ShortProcessor(W, H)));
        processors.put("shorts with a display range", () -> ranged(noise(new ShortProcessor(W, H)), 0, 4095));
        processors.put("inverted shorts", () -> inverted(noise(new ShortProcessor(W, H))));
        processors.put("shorts with a colour", () -> withTable(noise(new ShortProcessor(W, H)), red()));
        processors.put("colours", () -> noise(new ColorProcessor(W, H)));
        processors.put("black floats", () -> new FloatProcessor(W, H));
        processors.put("floats of one number", () -> {
            ImageProcessor flat = new FloatProcessor(W, H);
            flat.add(7);
            return flat;
        });
        processors.put("floats with a display range", () -> ranged(noise(new FloatProcessor(W, H)), -1000, 4000));
        processors.put("floats with a colour", () -> withTable(ranged(new FloatProcessor(W, H), -1, 1), red()));
        return processors;
    }

    private static LUT red() {
        return LUT.createLutFromColor(Color.RED);
    }

    private static StandardImage floats(double min, double max) {
        Plane.Range range = new Plane.Range(min, max);
        return StandardImage.wrap(PixelLayout.ranged(Mode.L16, W, H, "L", range, FloatBuffer.allocate(W * H), 0, W));
    }

    private static StandardImage interleaved(ByteBuffer memory, int offset, int line) {
        return StandardImage.wrap(PixelLayout.interleaved(Mode.L, W, H, "L", memory, offset, line));
    }

    private static StandardImage packed(Mode mode, String order, Buffer memory) {
        return StandardImage.wrap(PixelLayout.packed(mode, W, H, order, AlphaType.OPAQUE, memory, 0, W));
    }

    private static StandardImage signed(Mode mode, Buffer memory, double min, double max) {
        return StandardImage.wrap(PixelLayout.ranged(mode, W, H, "L", new Plane.Range(min, max), memory, 0, W));
    }

    private static Map<String, Supplier<? extends ImageLike>> arrays() {
        Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
        images.put("an L image", () -> StandardImage.of(Mode.L, W, H));
        images.put("an L16 image", () -> StandardImage.of(Mode.L16, W, H));
        images.put(
                "opaque ARGB ints",
                () -> StandardImage.wrap(PixelLayout.argb(IntBuffer.allocate(W * H), W, H, AlphaType.OPAQUE)));
        images.put("floats", () -> floats(0, 1));
        images.put("floats of another range", () -> floats(-273.25, 1000));
        return images;
    }

    private static ImageLike indexed(ImagePalette palette) {
        return IndexedImage.of(StandardImage.of(Mode.L, W, H), palette);
    }

    private static Map<String, Supplier<? extends ImageLike>> others() {
        Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            if (mode != Mode.L && mode != Mode.L16) {
                images.put("an image of mode " + mode, () -> StandardImage.of(mode, 6, 4));
            }
        }
        images.put("translucent ARGB ints", () -> StandardImage.canvas(W, H));
        images.put("padded rows", () -> interleaved(ByteBuffer.allocate(40), 0, 8));
        images.put("a longer array", () -> interleaved(ByteBuffer.allocate(36), 0, W));
        images.put("the end of an array", () -> interleaved(ByteBuffer.allocate(36), 1, W));
        images.put("direct memory", () -> interleaved(ByteBuffer.allocateDirect(35), 0, W));
        images.put("BGR ints", () -> packed(Mode.RGB, "XBGR", IntBuffer.allocate(35)));
        images.put("12 bits of shorts", () -> packed(Mode.L16, "X4L12", ShortBuffer.allocate(35)));
        images.put("565 shorts", () -> packed(Mode.RGB, "R5G6B5", ShortBuffer.allocate(35)));
        images.put("signed bytes", () -> signed(Mode.L, ByteBuffer.allocate(35), -128, 127));
        images.put("signed shorts", () -> signed(Mode.L16, ShortBuffer.allocate(35), -32768, 32767));
        images.put("signed ints", () -> signed(Mode.L32, IntBuffer.allocate(35), -32768, 32767));
        images.put("floats whose range is not a float's", () -> floats(0, 0.1));
        images.put("a transposed image", () -> Views.transpose(StandardImage.of(Mode.L, H, W)));
        images.put("indices of translucent colours", () -> indexed(ImagePalette.of(Mode.RGBA, 1, 2, 3, 4)));
        images.put(
                "indices of 16 bits",
                () -> IndexedImage.of(StandardImage.of(Mode.L16, W, H), ImagePalette.of(Mode.RGB, 1, 2, 3)));
        return images;
    }

    abstract static class Contract<T> extends AdapterContract<T> {
        abstract T of(ImageProcessor processor);

        abstract ImageProcessor processor(T object);

        private Map<String, Supplier<? extends T>> each(Map<String, Supplier<? extends ImageProcessor>> processors) {
            Map<String, Supplier<? extends T>> objects = new LinkedHashMap<>();
            processors.forEach((name, maker) -> objects.put(name, () -> of(maker.get())));
            return objects;
        }

        @Override
        public Map<String, Supplier<? extends T>> objects() {
            return each(processors());
        }

        @Override
        public Map<String, Supplier<? extends T>> unsupportedObjects() {
            Map<String, Supplier<? extends ImageProcessor>> processors = new LinkedHashMap<>();
            processors.put("floats with an inverted table", () -> inverted(new FloatProcessor(W, H)));
            processors.put("ints that are not colours", () -> new IntProcessor(W, H));
            return each(processors);
        }

        @Override
        public Map<String, Supplier<? extends ImageLike>> shareable() {
            return arrays();
        }

        @Override
        public Map<String, Supplier<? extends ImageLike>> unshareable() {
            return others();
        }

        @Override
        public ImageSize size(T object) {
            return new ImageSize(processor(object).getWidth(), processor(object).getHeight());
        }

        @Override
        public Mode mode(T object) {
            return OwnMeans.mode(processor(object));
        }

        @Override
        public int[] pixel(T object, int x, int y) {
            return OwnMeans.pixel(processor(object), x, y);
        }

        @Override
        public void setPixel(T object, int x, int y, int[] pixel) {
            OwnMeans.setPixel(processor(object), x, y, pixel);
        }
    }

    @Nested
    class OfImageProcessor extends Contract<ImageProcessor> {
        @Override
        public ImageAdapter<ImageProcessor> adapter() {
            return new ImageProcessorAdapter();
        }

        @Override
        ImageProcessor of(ImageProcessor processor) {
            return processor;
        }

        @Override
        ImageProcessor processor(ImageProcessor object) {
            return object;
        }

        @Override
        public Map<String, Supplier<? extends ImageProcessor>> unsupportedObjects() {
            Map<String, Supplier<? extends ImageProcessor>> all = super.unsupportedObjects();
            all.put("a processor without pixels", () -> new ByteProcessor(W, H, null));
            all.put("a processor with too few pixels", () -> {
                ImageProcessor processor = new ShortProcessor(W, H);
                processor.setPixels(new short[W]);
                return processor;
            });
            return all;
        }
    }

    @Nested
    class OfImagePlus extends Contract<ImagePlus> {
        @Override
        public ImageAdapter<ImagePlus> adapter() {
            return new ImagePlusAdapter();
        }

        /** One of each kind; the processors of all others are tried above. */
        @Override
        public Map<String, Supplier<? extends ImagePlus>> objects() {
            Map<String, Supplier<? extends ImagePlus>> all = super.objects();
            all.keySet().retainAll(Set.of("bytes", "bytes of colours", "inverted shorts", "colours", "black floats"));
            return all;
        }

        @Override
        ImagePlus of(ImageProcessor processor) {
            return new ImagePlus("an image", processor);
        }

        @Override
        ImageProcessor processor(ImagePlus object) {
            return object.getProcessor();
        }

        @Override
        public Map<String, Supplier<? extends ImagePlus>> unsupportedObjects() {
            Map<String, Supplier<? extends ImagePlus>> all = super.unsupportedObjects();
            all.put("nothing", ImagePlus::new);
            all.put("two slices", () -> {
                ImageStack stack = new ImageStack(W, H);
                stack.addSlice(new ByteProcessor(W, H));
                stack.addSlice(new ByteProcessor(W, H));
                return new ImagePlus("a stack", stack);
            });
            return all;
        }
    }
}

package org.imageop.opencv;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.imageop.AlphaType;
import org.imageop.ColorFamily;
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
import org.imageop.tck.source.AdapterSource;
import org.junit.jupiter.api.BeforeAll;

/** The protocol's own contract on the adapter of one of the three classes; pixels are read and written by its accessors. */
abstract class ElementsContract<T> extends AdapterContract<T> {
    private static final Plane.Range BLACK_TO_WHITE = new Plane.Range(0, 1);

    final Foreign<T> foreign;

    ElementsContract(Foreign<T> foreign) {
        this.foreign = foreign;
    }

    /** Whether images on memory of shorts, ints and floats are shared. */
    boolean sharesAllElements() {
        return true;
    }

    @BeforeAll
    static void load() {
        Foreign.load();
    }

    @Override
    public ImageAdapter<T> adapter() {
        return foreign.adapter();
    }

    @Override
    public Map<String, Supplier<? extends T>> objects() {
        Map<String, Supplier<? extends T>> objects = new LinkedHashMap<>();
        for (String depth : List.of("8U", "16U", "32F")) {
            for (int channels : new int[] {1, 3, 4}) {
                String name = depth + ", " + channels + " channels";
                objects.put("a part of " + name, () -> foreign.part(depth, 7, 5, channels));
                if (channels == 3) {
                    objects.put(name, () -> foreign.make(depth, 7, 5, channels));
                }
            }
        }
        objects.put("a row", () -> foreign.part("8U", 7, 1, 3));
        objects.put("a column", () -> foreign.part("16U", 1, 5, 3));
        return objects;
    }

    @Override
    public Map<String, Supplier<? extends T>> unsupportedObjects() {
        return Map.of(
                "two channels", () -> foreign.make("8U", 7, 5, 2),
                "five channels", () -> foreign.make("16U", 7, 5, 5),
                "signed bytes", () -> foreign.make("8S", 7, 5, 1),
                "signed shorts", () -> foreign.make("16S", 7, 5, 3),
                "signed ints", () -> foreign.make("32S", 7, 5, 1),
                "doubles", () -> foreign.make("64F", 7, 5, 4));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> shareable() {
        Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>(bytes());
        if (sharesAllElements()) {
            images.putAll(wider());
        }
        return images;
    }

    private Map<String, Supplier<? extends ImageLike>> bytes() {
        return Map.of(
                "direct grey bytes", () -> StandardImage.wrap(PixelLayout.of(Mode.L, 7, 5, direct(35))),
                "direct BGR bytes", () -> bgr(direct(105), 21),
                "direct padded BGR bytes", () -> bgr(direct(5 * 24), 24),
                "a part of direct BGR bytes", () -> Views.crop(bgr(direct(105), 21), 2, 1, 3, 4),
                "a row of direct BGR bytes from the bottom",
                        () -> Views.crop(Views.flipTopBottom(bgr(direct(105), 21)), 0, 2, 7, 1),
                "direct BGRA bytes", () -> bgra(direct(140), AlphaType.STRAIGHT),
                "direct signed bytes", () -> numbers(Mode.L, "L", direct(35), new Plane.Range(-128, 127)));
    }

    private Map<String, Supplier<? extends ImageLike>> wider() {
        return Map.of(
                "direct BGR shorts", () -> bgr(direct(210).asShortBuffer()),
                "a part of direct BGR shorts", () -> Views.crop(bgr(direct(210).asShortBuffer()), 2, 1, 3, 4),
                "direct grey floats", () -> numbers(Mode.L16, "L", direct(140).asFloatBuffer(), BLACK_TO_WHITE),
                "direct BGRA floats",
                        () -> numbers(Mode.RGBA64, "BGRA", direct(560).asFloatBuffer(), BLACK_TO_WHITE),
                "direct floats of another range",
                        () -> numbers(Mode.L16, "L", direct(140).asFloatBuffer(), new Plane.Range(-1000, 4000)),
                "direct floats of 8 bits",
                        () -> numbers(Mode.L, "L", direct(140).asFloatBuffer(), BLACK_TO_WHITE),
                "direct signed shorts",
                        () -> numbers(Mode.L16, "L", direct(70).asShortBuffer(), new Plane.Range(-32768, 32767)),
                "direct signed ints",
                        () -> numbers(Mode.L32, "L", direct(140).asIntBuffer(), new Plane.Range(-1e9, 1e9)),
                "direct shorts of a window",
                        () -> StandardImage.wrap(PixelLayout.rangedUnsigned(
                                Mode.L16,
                                7,
                                5,
                                "L",
                                new Plane.Range(0, 4095),
                                direct(70).asShortBuffer(),
                                0,
                                7)));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> unshareable() {
        Map<String, Supplier<? extends ImageLike>> images = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            images.put("an image of mode " + mode + " on the heap", () -> StandardImage.of(mode, 6, 4));
        }
        images.put("direct RGB bytes", () -> StandardImage.wrap(PixelLayout.of(Mode.RGB, 7, 5, direct(105))));
        images.put("direct LA bytes", () -> StandardImage.wrap(PixelLayout.of(Mode.LA, 7, 5, direct(70))));
        images.put("direct CMYK bytes", () -> StandardImage.wrap(PixelLayout.of(Mode.CMYK, 7, 5, direct(140))));
        images.put("direct YV12 bytes", () -> StandardImage.wrap(PixelLayout.of(Mode.YV12, 6, 4, direct(36))));
        images.put("direct premultiplied bytes", () -> bgra(direct(140), AlphaType.PREMULTIPLIED));
        images.put(
                "direct BGRX bytes",
                () -> StandardImage.wrap(PixelLayout.interleaved(Mode.RGB, 7, 5, "BGRX", direct(140), 0, 28)));
        images.put("direct L32 ints", () -> StandardImage.wrap(PixelLayout.of(Mode.L32, 7, 5, direct(140))));
        images.put(
                "direct RGB floats",
                () -> numbers(Mode.RGB48, "RGB", direct(420).asFloatBuffer(), BLACK_TO_WHITE));
        images.put(
                "grey and alpha as direct floats",
                () -> numbers(Mode.LA32, "LA", direct(280).asFloatBuffer(), new Plane.Range(-1, 1)));
        images.put("floats on the heap", () -> numbers(Mode.L16, "L", FloatBuffer.allocate(35), BLACK_TO_WHITE));
        images.put("a mirrored image", () -> Views.flipLeftRight(bgr(direct(105), 21)));
        images.put("an image upside down", () -> Views.flipTopBottom(bgr(direct(105), 21)));
        images.put("every other row of mirrored ones", () -> Views.rotate180(bgr(direct(105), 21)));
        images.put("shorts in the other byte order", () -> {
            ByteOrder other =
                    ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            return bgr(direct(210).order(other).asShortBuffer());
        });
        images.put("direct numbers of two kinds", () -> {
            ByteBuffer memory = direct(105);
            Plane.Range range = new Plane.Range(0, 100);
            return StandardImage.wrap(PixelLayout.of(
                    Mode.RGB,
                    7,
                    5,
                    AlphaType.OPAQUE,
                    Plane.rangedUnsigned(memory, 2, 3, 21, range),
                    Plane.ranged(memory, 1, 3, 21, range),
                    Plane.of(memory, 0, 3, 21)));
        });
        if (!sharesAllElements()) {
            images.putAll(wider());
        }
        return images;
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    private static StandardImage bgr(ByteBuffer memory, int line) {
        return StandardImage.wrap(PixelLayout.interleaved(Mode.RGB, 7, 5, "BGR", memory, 0, line));
    }

    private static StandardImage bgr(Buffer memory) {
        return StandardImage.wrap(PixelLayout.interleaved(Mode.RGB48, 7, 5, "BGR", memory, 0, 21));
    }

    private static StandardImage bgra(ByteBuffer memory, AlphaType alpha) {
        return StandardImage.wrap(PixelLayout.interleaved(Mode.RGBA, 7, 5, "BGRA", alpha, memory, 0, 28));
    }

    private static StandardImage numbers(Mode mode, String order, Buffer memory, Plane.Range range) {
        return StandardImage.wrap(PixelLayout.ranged(mode, 7, 5, order, range, memory, 0, 7L * order.length()));
    }

    @Override
    public ImageSize size(T object) {
        return new ImageSize(foreign.width(object), foreign.height(object));
    }

    @Override
    public Mode mode(T object) {
        boolean bytes = foreign.depth(object).equals("8U");
        return switch (foreign.channels(object)) {
            case 1 -> bytes ? Mode.L : Mode.L16;
            case 3 -> bytes ? Mode.RGB : Mode.RGB48;
            default -> bytes ? Mode.RGBA : Mode.RGBA64;
        };
    }

    @Override
    public int[] pixel(T object, int x, int y) {
        int[] pixel = new int[foreign.channels(object)];
        for (int c = 0; c < pixel.length; c++) {
            double number = foreign.get(object, x, y, channel(pixel.length, c));
            pixel[c] = (int) Math.round(foreign.depth(object).equals("32F") ? number * 65535 : number);
        }
        return pixel;
    }

    @Override
    public void setPixel(T object, int x, int y, int[] pixel) {
        for (int c = 0; c < pixel.length; c++) {
            boolean floats = foreign.depth(object).equals("32F");
            foreign.put(object, x, y, channel(pixel.length, c), floats ? pixel[c] / 65535.0 : pixel[c]);
        }
    }

    /** Blue is first. */
    private static int channel(int channels, int component) {
        return channels == 1 || component == 3 ? component : 2 - component;
    }

    /** Numbers are kept as they are; which of them are black and white, only the image knows. */
    @Override
    public AdapterSource<T> madeOf(ImageLike image) {
        Mode mode = image.mode();
        boolean colors = mode.family() == ColorFamily.GREY || mode.family() == ColorFamily.RGB;
        List<Plane.Range> ranges = colors ? Images.rows(image).ranges() : List.of();
        return ranges.isEmpty() ? this : new Numbers<>(foreign, mode, ranges);
    }

    private static final class Numbers<T> extends ElementsContract<T> {
        private final Mode mode;
        private final List<Plane.Range> ranges;

        Numbers(Foreign<T> foreign, Mode of, List<Plane.Range> ranges) {
            super(foreign);
            boolean grey = of.family() == ColorFamily.GREY;
            this.mode = grey && of.hasAlpha() ? Mode.of(ColorFamily.RGB, of.bitsPerComponent(), true) : of;
            this.ranges = grey && of.hasAlpha()
                    ? List.of(ranges.get(0), ranges.get(0), ranges.get(0), ranges.get(1))
                    : ranges;
        }

        @Override
        public Mode mode(T object) {
            return mode;
        }

        @Override
        public int[] pixel(T object, int x, int y) {
            int[] pixel = new int[ranges.size()];
            for (int c = 0; c < pixel.length; c++) {
                double number = foreign.get(object, x, y, channel(pixel.length, c));
                Plane.Range range = ranges.get(c);
                double position = (number - range.min()) / (range.max() - range.min());
                pixel[c] = (int) Math.round(Math.max(0, Math.min(1, position)) * mode.maxValue());
            }
            return pixel;
        }

        @Override
        public void setPixel(T object, int x, int y, int[] pixel) {
            for (int c = 0; c < pixel.length; c++) {
                Plane.Range range = ranges.get(c);
                foreign.put(object, x, y, channel(pixel.length, c), pixel[c] == 0 ? range.min() : range.max());
            }
        }
    }
}

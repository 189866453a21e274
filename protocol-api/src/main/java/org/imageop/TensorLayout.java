package org.imageop;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.imageop.internal.arrangement.ComponentOrder;
import org.imageop.internal.memory.Field;
import org.jspecify.annotations.Nullable;

/**
 * How images lie in a tensor, which neural networks take and return: the order of its dimensions, its channels, and
 * which numbers stand for the values of an image (L-23, L-24). {@link #image} is an image on a tensor's memory: writing it
 * fills the tensor, reading it shows what a model wrote.
 *
 * <pre>{@code
 * TensorLayout input = TensorLayout.nchw("RGB", 224, 224)
 *     .batch(8)
 *     .meanAndDeviation(new double[] {0.485, 0.456, 0.406}, new double[] {0.229, 0.224, 0.225});
 * FloatBuffer memory = input.allocateFloats();
 * Images.copy(StandardImage.from(photo, 224, 224), input.image(memory, 0));
 * OnnxTensor tensor = OnnxTensor.createTensor(environment, memory, input.shape());
 * }</pre>
 *
 * <p>Numbers are 0 for the smallest value and 1 for the largest unless {@link #range} or {@link #meanAndDeviation} names
 * others. A number beyond reads as the nearer end (L-8); the number itself stays in the tensor, and {@link
 * SampleRows#readNumbers} reads it.
 *
 * <p>Layouts are immutable; several threads may use one at once.
 */
public final class TensorLayout {
    /**
     * How many numbers there are, and in which order.
     *
     * @param channels a letter for each
     * @param channelsFirst whether each channel is a plane of its own, else the channels of a pixel are neighbours
     * @param images how many images lie one after the other; 0 for one without a dimension of its own
     */
    private record Shape(String channels, int width, int height, boolean channelsFirst, int images) {
        Shape {
            Objects.requireNonNull(channels, "channels");
        }
    }

    private final Shape shape;
    private final Mode mode;

    /** The numbers of black and white before they are normalised; null unless they were named. */
    private final Plane.@Nullable Range range;

    private final double[] mean;
    private final double[] deviation;
    private final boolean signed;

    /** Where each component of the mode is among the channels. */
    private final int[] places;

    /** The numbers that a component's smallest and largest value stand for. */
    private final Plane.Range[] ranges;

    private final int elements;

    private TensorLayout(
            Shape shape, Mode mode, Plane.@Nullable Range range, double[] mean, double[] deviation, boolean signed) {
        this.shape = shape;
        this.mode = mode;
        this.range = range;
        this.mean = mean;
        this.deviation = deviation;
        this.signed = signed;
        this.places = ComponentOrder.elements(shape.channels, mode.componentNames());
        mode.checkSize(shape.width, shape.height);
        this.elements = countElements(shape);
        double black = range == null ? 0 : range.min();
        double white = range == null ? 1 : range.max();
        this.ranges = new Plane.Range[places.length];
        for (int c = 0; c < places.length; c++) {
            double m = mean[places[c]];
            double d = deviation[places[c]];
            ranges[c] = new Plane.Range((black - m) / d, (white - m) / d);
        }
    }

    private static TensorLayout of(String channels, int width, int height, boolean channelsFirst) {
        Shape shape = new Shape(channels, width, height, channelsFirst, 0);
        double[] deviation = new double[channels.length()];
        Arrays.fill(deviation, 1);
        return new TensorLayout(
                shape, mode(channels, Byte.SIZE), null, new double[channels.length()], deviation, false);
    }

    /**
     * One image, each channel of which is a plane: the dimensions are channels, height and width.
     *
     * @param channels a letter for each channel: {@code "RGB"}, {@code "BGR"}, {@code "L"}, {@code "RGBA"}; X for one
     *     that belongs to no component of the image, so that {@code "XXL"} is the third of three channels; see {@link Arrangement}
     * @param width the image's width in pixels, which is the <em>last</em> dimension
     * @param height the image's height in pixels
     * @return the layout
     * @throws IllegalArgumentException if the letters are not those of a mode's components, a side is less than 1, or there
     *     are more than 2<sup>31</sup> − 1 numbers
     */
    public static TensorLayout chw(String channels, int width, int height) {
        return of(channels, width, height, true);
    }

    /**
     * One image, the channels of whose pixels are neighbours: the dimensions are height, width and channels.
     *
     * @param channels a letter for each channel, as for {@link #chw}
     * @param width the image's width in pixels, which is the <em>second</em> dimension
     * @param height the image's height in pixels
     * @return the layout
     * @throws IllegalArgumentException as {@link #chw}
     */
    public static TensorLayout hwc(String channels, int width, int height) {
        return of(channels, width, height, false);
    }

    /**
     * A batch of images, each channel of which is a plane: the dimensions are images, channels, height and width. There is
     * one image, until {@link #batch} names another number.
     *
     * @param channels a letter for each channel, as for {@link #chw}
     * @param width the images' width in pixels, which is the <em>last</em> dimension
     * @param height the images' height in pixels
     * @return the layout
     * @throws IllegalArgumentException as {@link #chw}
     */
    public static TensorLayout nchw(String channels, int width, int height) {
        return chw(channels, width, height).batch(1);
    }

    /**
     * A batch of images, the channels of whose pixels are neighbours: the dimensions are images, height, width and channels.
     * There is one image, until {@link #batch} names another number.
     *
     * @param channels a letter for each channel, as for {@link #chw}
     * @param width the images' width in pixels, which is the <em>third</em> dimension
     * @param height the images' height in pixels
     * @return the layout
     * @throws IllegalArgumentException as {@link #chw}
     */
    public static TensorLayout nhwc(String channels, int width, int height) {
        return hwc(channels, width, height).batch(1);
    }

    /**
     * So many such images, one after the other: the first dimension is their number.
     *
     * @param images at least 1
     * @return the layout of the batch
     * @throws IllegalArgumentException if the number is less than 1, or there are more than 2<sup>31</sup> − 1 numbers
     */
    public TensorLayout batch(int images) {
        if (images < 1) {
            throw new IllegalArgumentException(
                    "A batch has at least one image, not " + images + " [errors.md#size-below-one]");
        }
        Shape batch = new Shape(shape.channels, shape.width, shape.height, shape.channelsFirst, images);
        return new TensorLayout(batch, mode, range, mean, deviation, signed);
    }

    /**
     * The depth of the images that the numbers are read as and written from. Floats hold any depth; images of 8 bits round
     * what they read to 256 values.
     *
     * @param bits 8 unless given; 16, or, for grey without alpha, 32
     * @return a layout whose images have the mode with so many bits
     * @throws IllegalArgumentException if there is no such mode
     */
    public TensorLayout bits(int bits) {
        return new TensorLayout(shape, mode(shape.channels, bits), range, mean, deviation, signed);
    }

    /**
     * The numbers that stand for the smallest and the largest value of an image: 0 and 255, −1 and 1. Integers must have
     * a range. Unless it begins at 0 and ends at the mode's {@linkplain Mode#maxValue() largest value}, a value and its
     * number differ.
     *
     * @param black 0 unless given
     * @param white 1 unless given; larger than {@code black}
     * @return the layout of such numbers
     * @throws IllegalArgumentException if the numbers are not finite, or {@code white} is not the larger one
     */
    public TensorLayout range(double black, double white) {
        return new TensorLayout(shape, mode, new Plane.Range(black, white), mean, deviation, signed);
    }

    /**
     * Normalises numbers: the number of a value is (number of the {@linkplain #range range} − mean) / deviation. Those of
     * ImageNet are means of 0..1; means of 0..255 also need {@code range(0, 255)}, before or after.
     *
     * @param mean a number for each channel, in the channels' order; 0 unless given
     * @param deviation the standard deviation of each channel, in the same order; 1 unless given
     * @return the layout of such numbers
     * @throws IllegalArgumentException if there is not one for each channel, one is not finite, or a deviation is not above 0
     */
    public TensorLayout meanAndDeviation(double[] mean, double[] deviation) {
        return new TensorLayout(
                shape,
                mode,
                range,
                checked("mean", mean, Double.NEGATIVE_INFINITY),
                checked("deviation", deviation, 0),
                signed);
    }

    /** Copies numbers; each is more than {@code above}, and finite. */
    private double[] checked(String what, double[] numbers, double above) {
        double[] copy = numbers.clone();
        boolean right = copy.length == shape.channels.length();
        for (double number : copy) {
            right &= number > above && number < Double.POSITIVE_INFINITY;
        }
        if (!right) {
            throw new IllegalArgumentException("The channels \"" + shape.channels + "\" need a finite " + what
                    + (above < 0 ? "" : " above 0") + " for each, " + shape.channels.length() + " in all, not "
                    + Arrays.toString(copy) + " [errors.md#mean-and-deviation]");
        }
        return copy;
    }

    /**
     * Integers have a sign: int8 in place of uint8. Floats have one in any case.
     *
     * @return the layout of such numbers
     */
    public TensorLayout signed() {
        return new TensorLayout(shape, mode, range, mean, deviation, true);
    }

    private static Mode mode(String channels, int bits) {
        ColorFamily family = ColorFamily.GREY;
        if (channels.chars().anyMatch(letter -> "RGB".indexOf(letter) >= 0)) {
            family = ColorFamily.RGB;
        } else if (channels.chars().anyMatch(letter -> "CMYK".indexOf(letter) >= 0)) {
            family = ColorFamily.CMYK;
        }
        return Mode.of(family, bits, channels.indexOf('A') >= 0);
    }

    private static int countElements(Shape shape) {
        long elements = (long) shape.width * shape.height;
        for (long factor : new long[] {shape.channels.length(), Math.max(1, shape.images)}) {
            elements = Math.min(elements, Integer.MAX_VALUE + 1L) * factor;
        }
        if (elements > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A tensor of the shape " + Arrays.toString(dimensions(shape))
                    + " has more than " + Integer.MAX_VALUE
                    + " numbers, which no buffer of Java holds; use smaller batches [errors.md#tensor-too-large]");
        }
        return (int) elements;
    }

    private static long[] dimensions(Shape shape) {
        long c = shape.channels.length();
        long[] image = shape.channelsFirst
                ? new long[] {shape.images, c, shape.height, shape.width}
                : new long[] {shape.images, shape.height, shape.width, c};
        return shape.images == 0 ? Arrays.copyOfRange(image, 1, image.length) : image;
    }

    /**
     * The tensor's dimensions, in the order of the layout's name.
     *
     * @return a new array of three or four numbers
     */
    public long[] shape() {
        return dimensions(shape);
    }

    /**
     * How many numbers the tensor has.
     *
     * @return the product of {@link #shape()}
     */
    public int elements() {
        return elements;
    }

    /**
     * What the images of the tensor are.
     *
     * @return the mode of the channels
     */
    public Mode mode() {
        return mode;
    }

    /**
     * Memory for a tensor of floats, of the kind that native libraries share: direct, in native byte order.
     *
     * @return zeros, {@link #elements()} of them
     * @throws IllegalArgumentException if there are more than 2<sup>29</sup> − 1; {@link FloatBuffer#allocate} holds more
     */
    public FloatBuffer allocateFloats() {
        if (elements > Integer.MAX_VALUE / Float.BYTES) {
            throw new IllegalArgumentException("A direct buffer of Java holds " + Integer.MAX_VALUE / Float.BYTES
                    + " floats, and a tensor of the shape " + Arrays.toString(shape()) + " has " + elements
                    + "; use smaller batches, or FloatBuffer.allocate [errors.md#tensor-too-large]");
        }
        return ByteBuffer.allocateDirect(Float.BYTES * elements)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /**
     * An image on the memory of a tensor. Nothing is copied: each sees what is written to the other.
     *
     * @param memory the tensor's numbers from the buffer's position to its limit: floats, or bytes, shorts or ints with a
     *     {@link #range}; {@code FloatBuffer.wrap} makes one of a {@code float[]}
     * @param index which image of the batch
     * @return an image of the layout's {@link #mode() mode} and size, straight alpha, read-only if the memory is
     * @throws IllegalArgumentException if the buffer is of another class, or has more or fewer numbers than the tensor, or if
     *     integers lack a range
     * @throws IndexOutOfBoundsException if the batch has no such image
     */
    public StandardImage image(Buffer memory, int index) {
        int images = Math.max(1, shape.images);
        if (index < 0 || index >= images) {
            throw new IndexOutOfBoundsException("There is no image " + index + " in a batch of " + images
                    + "; indices count from 0 [errors.md#no-such-index]");
        }
        int bits = Field.elementBits(memory);
        if (memory.remaining() != elements) {
            throw wrongLength(memory);
        } else if (range == null && !(memory instanceof FloatBuffer)) {
            throw new IllegalArgumentException(
                    "Integers hold no numbers between 0 and 1; name those of black and white,"
                            + " such as range(0, 255) [errors.md#range-needed]");
        }
        long first = memory.position() + (long) index * (elements / images);
        Plane[] planes = IntStream.range(0, places.length)
                .mapToObj(c -> plane(memory, bits, first, c))
                .toArray(Plane[]::new);
        AlphaType alpha = mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        return StandardImage.wrap(PixelLayout.of(mode, shape.width, shape.height, alpha, planes));
    }

    private Plane plane(Buffer memory, int bits, long first, int component) {
        long pixelStride = shape.channelsFirst ? 1 : shape.channels.length();
        long lineStride = pixelStride * shape.width;
        long place = places[component] * (shape.channelsFirst ? lineStride * shape.height : 1);
        Plane.Range numbers = ranges[component];
        if (signed || memory instanceof FloatBuffer) {
            return Plane.ranged(memory, first + place, pixelStride, lineStride, numbers);
        }
        boolean samples = bits == mode.bitsPerComponent() && numbers.min() == 0 && numbers.max() == mode.maxValue();
        return samples
                ? Plane.of(memory, first + place, pixelStride, lineStride)
                : Plane.rangedUnsigned(memory, first + place, pixelStride, lineStride, numbers);
    }

    private IllegalArgumentException wrongLength(Buffer memory) {
        boolean bytes = memory instanceof ByteBuffer && memory.remaining() == (long) Float.BYTES * elements;
        return new IllegalArgumentException("A tensor of the shape " + Arrays.toString(shape()) + " has " + elements
                + " numbers, and the buffer has " + memory.remaining() + " from its position " + memory.position()
                + " on; " + (bytes ? "take the bytes as floats, by asFloatBuffer()" : "rewind it, or slice it")
                + " [errors.md#tensor-memory]");
    }

    /** Layouts are equal if they give the same numbers the same meaning. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TensorLayout layout
                && shape.equals(layout.shape)
                && mode == layout.mode
                && signed == layout.signed
                && (range == null) == (layout.range == null)
                && Arrays.equals(ranges, layout.ranges);
    }

    @Override
    public int hashCode() {
        return Objects.hash(shape, mode, signed, Arrays.hashCode(ranges));
    }

    /** Dimensions, channels and numbers, for people. */
    @Override
    public String toString() {
        String dimensions = (shape.images == 0 ? "" : "N") + (shape.channelsFirst ? "CHW" : "HWC");
        boolean same = Arrays.stream(ranges).allMatch(ranges[0]::equals);
        String numbers = same ? ranges[0].min() + " to " + ranges[0].max() : Arrays.toString(ranges);
        return dimensions + " " + Arrays.toString(shape()) + ", " + shape.channels + " as " + mode + ", " + numbers
                + (signed ? ", signed" : "");
    }
}

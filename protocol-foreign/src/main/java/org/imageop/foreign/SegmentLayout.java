package org.imageop.foreign;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imageop.AlphaType;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;

/**
 * How an image lies in memory segments: mode, size, alpha type and one {@link SegmentPlane} for each component. It is a {@link
 * PixelLayout} without the limit of 2 GiB.
 *
 * <pre>{@code
 * // BGRA bytes of a window system, rows of `pitch` bytes, multiplied by alpha
 * var layout = SegmentLayout.interleaved(
 *     Mode.RGBA, width, height, "BGRA", AlphaType.PREMULTIPLIED, memory, ValueLayout.JAVA_BYTE, 0, pitch);
 * ImageLike image = ForeignImages.wrap(layout);
 * }</pre>
 *
 * <p>Layouts are immutable and share the memory that they describe. Their planes lie within it (L-11).
 */
public final class SegmentLayout {
    private final Mode mode;
    private final ImageSize size;
    private final AlphaType alpha;
    private final List<SegmentPlane> planes;

    private SegmentLayout(Mode mode, ImageSize size, AlphaType alpha, List<SegmentPlane> planes) {
        this.mode = mode;
        this.size = size;
        this.alpha = alpha;
        this.planes = planes;
    }

    /**
     * Describes an image in memory.
     *
     * @param mode the image's mode
     * @param width its width in pixels
     * @param height its height in pixels
     * @param alpha {@link AlphaType#OPAQUE} if and only if the mode has no alpha
     * @param planes one for each component, in the mode's order; in planar modes the chroma planes have half the sides
     * @return the layout
     * @throws IllegalArgumentException if the mode cannot have that size, if the number of planes or the alpha type does not fit
     *     the mode, if a plane has more bits than the mode's components, or if a sample would lie outside its segment
     */
    public static SegmentLayout of(Mode mode, int width, int height, AlphaType alpha, SegmentPlane... planes) {
        mode.checkSize(width, height);
        checkMeaning(mode, alpha, planes);
        for (int c = 0; c < planes.length; c++) {
            checkBounds(mode, c, mode.planeSize(c, width, height), planes[c]);
        }
        return new SegmentLayout(mode, new ImageSize(width, height), alpha, List.of(planes));
    }

    /**
     * Describes an image that lies in memory in the PEP's own order (P-15, P-20), straight, from the segment's start on.
     *
     * @param mode the image's mode
     * @param width its width in pixels
     * @param height its height in pixels
     * @param memory at least {@code mode.length(width, height)} bytes, components of more than 8 bits in native order
     * @return the layout
     * @throws IllegalArgumentException if the mode cannot have that size, or the segment is too small
     */
    public static SegmentLayout of(Mode mode, int width, int height, MemorySegment memory) {
        mode.checkSize(width, height);
        ValueLayout element = switch (mode.bitsPerComponent()) {
            case 8 -> ValueLayout.JAVA_BYTE;
            case 16 -> ValueLayout.JAVA_SHORT_UNALIGNED;
            default -> ValueLayout.JAVA_INT_UNALIGNED;
        };
        SegmentPlane[] planes = new SegmentPlane[mode.components()];
        long next = 0;
        for (int c = 0; c < planes.length; c++) {
            ImageSize plane = mode.planeSize(c, width, height);
            int step = mode.planar() ? 1 : planes.length;
            planes[c] = SegmentPlane.of(memory, element, next, step, (long) step * plane.width());
            next += mode.planar() ? (long) plane.width() * plane.height() : 1;
        }
        return of(mode, width, height, usualAlpha(mode), planes);
    }

    /**
     * Describes pixels whose components are neighbouring elements.
     *
     * @param mode a non-planar mode
     * @param width the image's width in pixels
     * @param height the image's height in pixels
     * @param order a letter for each element of a pixel, X for one that is not used: {@code "BGR"}, {@code "RGBX"}
     * @param alpha {@link AlphaType#OPAQUE} if and only if the mode has no alpha
     * @param memory the segment; shared
     * @param element a byte, short or int, in any byte order
     * @param offset the element where the pixel at the top left begins
     * @param lineStride the distance from one row to the next, in elements
     * @return the layout
     * @throws IllegalArgumentException if the order does not fit the mode, or as {@link #of(Mode, int, int, AlphaType,
     *     SegmentPlane...)}
     */
    public static SegmentLayout interleaved(
            Mode mode,
            int width,
            int height,
            String order,
            AlphaType alpha,
            MemorySegment memory,
            ValueLayout element,
            long offset,
            long lineStride) {
        Buffer pixel = pixel(element, order.length());
        return repeat(
                PixelLayout.interleaved(mode, 1, 1, order, alpha, pixel, 0, 0),
                width,
                height,
                memory,
                element,
                offset,
                lineStride);
    }

    /**
     * Describes pixels that are fields of bits in one element each.
     *
     * @param mode a non-planar mode
     * @param width the image's width in pixels
     * @param height the image's height in pixels
     * @param order from the element's highest bit to its lowest, the letter of each field and its width in bits: {@code
     *     "ARGB"}, {@code "R5G6B5"}
     * @param alpha {@link AlphaType#OPAQUE} if and only if the mode has no alpha
     * @param memory the segment; shared
     * @param element a byte, short or int, in any byte order
     * @param offset the element of the pixel at the top left
     * @param lineStride the distance from one row to the next, in elements
     * @return the layout
     * @throws IllegalArgumentException if the order does not fit the mode or the element, or as {@link #of(Mode, int, int,
     *     AlphaType, SegmentPlane...)}
     */
    public static SegmentLayout packed(
            Mode mode,
            int width,
            int height,
            String order,
            AlphaType alpha,
            MemorySegment memory,
            ValueLayout element,
            long offset,
            long lineStride) {
        Buffer pixel = pixel(element, 1);
        return repeat(
                PixelLayout.packed(mode, 1, 1, order, alpha, pixel, 0, 0),
                width,
                height,
                memory,
                element,
                offset,
                lineStride);
    }

    /**
     * Describes the memory of a layout. An owner of the memory is neither kept nor asked: keep the image, and see that it is alive, as
     * long as the segments are used.
     *
     * @param layout a layout on arrays or direct buffers
     * @return the same image in segments of these buffers
     */
    public static SegmentLayout of(PixelLayout layout) {
        List<Plane> planes = layout.planes();
        List<SegmentPlane> segments = new ArrayList<>();
        for (Plane plane : planes) {
            Buffer buffer = plane.memory().clear();
            MemorySegment memory = MemorySegment.ofBuffer(buffer);
            for (int c = 0; c < segments.size(); c++) {
                if (plane.sharesMemory(planes.get(c))) {
                    memory = segments.get(c).memory();
                }
            }
            segments.add(SegmentPlane.of(memory, SegmentPlane.elementOf(buffer), plane));
        }
        return new SegmentLayout(layout.mode(), layout.size(), layout.alpha(), List.copyOf(segments));
    }

    /** As many elements as a pixel has. */
    private static Buffer pixel(ValueLayout element, int length) {
        SegmentPlane.Span elements = new SegmentPlane.Span(0, length - 1L);
        MemorySegment memory = MemorySegment.ofArray(new byte[(int) element.byteSize() * length]);
        return SegmentPlane.of(memory, element, 0, 0, 0).window(elements);
    }

    /** An image all of whose pixels lie like one. */
    private static SegmentLayout repeat(
            PixelLayout pixel,
            int width,
            int height,
            MemorySegment memory,
            ValueLayout element,
            long offset,
            long lineStride) {
        SegmentPlane[] planes = pixel.planes().stream()
                .map(plane -> new SegmentPlane(
                        memory,
                        element,
                        offset + plane.offset(),
                        plane.pixelStride(),
                        lineStride,
                        plane.shift(),
                        plane.bits(),
                        null,
                        false))
                .toArray(SegmentPlane[]::new);
        return of(pixel.mode(), width, height, pixel.alpha(), planes);
    }

    private static AlphaType usualAlpha(Mode mode) {
        return mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
    }

    /** Refuses what PixelLayout refuses, on memory of a single sample. */
    private static void checkMeaning(Mode mode, AlphaType alpha, SegmentPlane... planes) {
        Plane[] samples = new Plane[planes.length];
        for (int c = 0; c < planes.length; c++) {
            SegmentPlane plane = planes[c];
            SegmentPlane still = new SegmentPlane(
                    MemorySegment.ofArray(new byte[Integer.BYTES]),
                    plane.element(),
                    0,
                    0,
                    0,
                    plane.shift(),
                    plane.bits(),
                    plane.range(),
                    plane.signed());
            samples[c] = still.on(still.window(new SegmentPlane.Span(0, 0)), 0);
        }
        PixelLayout.of(mode, mode.xDivisor(), mode.yDivisor(), alpha, samples);
    }

    private static void checkBounds(Mode mode, int component, ImageSize size, SegmentPlane plane) {
        String name = mode + "." + mode.componentNames().get(component);
        long elements = plane.memory().byteSize() / plane.element().byteSize();
        SegmentPlane.Span span;
        try {
            span = plane.span(size.width(), size.height());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "The strides of " + name + ", " + plane.pixelStride() + " and " + plane.lineStride()
                            + ", lead to positions of more than 64 bits [errors.md#plane-beyond-memory]",
                    e);
        }
        if (span.first() < 0 || span.last() >= elements) {
            throw new IllegalArgumentException("The plane of " + name + ", " + size.width() + "×" + size.height()
                    + " samples, covers the elements " + span.first() + " to " + span.last() + ", but its segment has "
                    + elements + "; a pointer that C returned has none until it is reinterpreted"
                    + " [errors.md#plane-beyond-memory]");
        }
    }

    /**
     * The image's mode.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * The image's size in pixels.
     *
     * @return the size
     */
    public ImageSize size() {
        return size;
    }

    /**
     * How colours in memory relate to alpha.
     *
     * @return the alpha type
     */
    public AlphaType alpha() {
        return alpha;
    }

    /**
     * Where each component lies.
     *
     * @return an unmodifiable list in the mode's component order
     */
    public List<SegmentPlane> planes() {
        return planes;
    }

    /**
     * The same memory, which cannot be written through the new layout.
     *
     * @return a layout on read-only segments
     */
    public SegmentLayout asReadOnly() {
        return new SegmentLayout(
                mode, size, alpha, planes.stream().map(SegmentPlane::asReadOnly).toList());
    }

    /** Whether no sample lies in Java's heap. */
    boolean isNative() {
        return planes.stream().allMatch(plane -> plane.memory().isNative());
    }

    /** A rectangle within the image; in planar modes its edges are even. */
    SegmentLayout part(int x, int y, int width, int height) {
        List<SegmentPlane> parts = new ArrayList<>();
        for (int c = 0; c < planes.size(); c++) {
            Mode.Subsampling sub = mode.subsampling().get(c);
            parts.add(planes.get(c).from(x / sub.x(), y / sub.y()));
        }
        return new SegmentLayout(mode, new ImageSize(width, height), alpha, List.copyOf(parts));
    }

    /** One component of a planar image as a greyscale image. */
    SegmentLayout component(int component) {
        ImageSize plane = mode.planeSize(component, size.width(), size.height());
        return new SegmentLayout(mode.componentMode(), plane, AlphaType.OPAQUE, List.of(planes.get(component)));
    }

    /** The elements of each plane. */
    List<SegmentPlane.Span> spans() {
        List<SegmentPlane.Span> spans = new ArrayList<>();
        for (int c = 0; c < planes.size(); c++) {
            ImageSize plane = mode.planeSize(c, size.width(), size.height());
            spans.add(planes.get(c).span(plane.width(), plane.height()));
        }
        return spans;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SegmentLayout layout
                && mode == layout.mode
                && size.equals(layout.size)
                && alpha == layout.alpha
                && planes.equals(layout.planes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mode, size, alpha, planes);
    }

    /** Mode, size, alpha type and planes, for people. */
    @Override
    public String toString() {
        return size.width() + "×" + size.height() + " " + mode + ", " + alpha + ", planes " + planes;
    }
}

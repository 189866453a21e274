package org.imageop;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How an image lies in memory: mode, size, alpha type and one {@link Plane} for each component.
 *
 * <p>A layout is immutable and shares the memory it describes; it is what an adapter of a
 * memory-backed image class writes, and everything else follows from it. Crops, flips, rotations and single
 * components are layouts too, on the same memory, and cost nothing.
 *
 * <pre>{@code
 * // blue, green, red bytes, rows padded to a multiple of 4
 * var bytes = ByteBuffer.wrap(array);
 * var layout = PixelLayout.of(Mode.RGB, width, height, AlphaType.OPAQUE,
 *     Plane.of(bytes, 2, 3, stride), Plane.of(bytes, 1, 3, stride), Plane.of(bytes, 0, 3, stride));
 * ImageLike image = StandardImage.wrap(layout);
 * }</pre>
 *
 * <p>Several threads may read one layout at once. Writing is as safe as writing the memory itself: distinct
 * elements may be written by distinct threads.
 */
public final class PixelLayout {
    private final Mode mode;
    private final ImageSize size;
    private final AlphaType alpha;
    private final List<Plane> planes;

    /** The same planes, for inner loops. */
    private final Plane[] array;

    private final boolean readOnly;

    private PixelLayout(Mode mode, ImageSize size, AlphaType alpha, List<Plane> planes) {
        this.mode = mode;
        this.size = size;
        this.alpha = alpha;
        this.planes = planes;
        this.array = planes.toArray(Plane[]::new);
        this.readOnly = refusesWriting();
    }

    /**
     * Describes an image in memory.
     *
     * @param mode the image's mode
     * @param width its width in pixels
     * @param height its height in pixels
     * @param alpha {@link AlphaType#OPAQUE} if and only if the mode has no alpha
     * @param planes one for each component, in the mode's order; in planar modes the chroma planes have half
     *     the sides
     * @return the layout
     * @throws IllegalArgumentException if the mode cannot have that size, if the number of planes or the alpha
     *     type does not fit the mode, if a plane has more bits than the mode's components, or if a sample
     *     would lie outside its buffer
     */
    public static PixelLayout of(Mode mode, int width, int height, AlphaType alpha, Plane... planes) {
        mode.checkSize(width, height);
        Objects.requireNonNull(alpha, "alpha");
        if (planes.length != mode.components()) {
            throw new IllegalArgumentException(
                    mode + " has the components " + mode.componentNames() + " and needs a plane for each, "
                            + mode.components() + " in all, not " + planes.length + " [errors.md#number-of-planes]");
        }
        if (mode.hasAlpha() == (alpha == AlphaType.OPAQUE)) {
            throw new IllegalArgumentException(mode
                    + (mode.hasAlpha()
                            ? " has alpha, so its layout is STRAIGHT or PREMULTIPLIED, not "
                            : " has no alpha, so its layout is OPAQUE, not ")
                    + alpha + " [errors.md#alpha-type]");
        }
        for (int c = 0; c < planes.length; c++) {
            check(mode, c, mode.planeSize(c, width, height), planes[c]);
        }
        return new PixelLayout(mode, new ImageSize(width, height), alpha, ownBuffers(planes));
    }

    /**
     * Describes an image that lies in memory in the PEP's own order (P-15, P-20), straight, from the buffer's
     * position on.
     *
     * @param mode the image's mode
     * @param width its width in pixels
     * @param height its height in pixels
     * @param memory elements as wide as the mode's components, or bytes, which are then read in the buffer's
     *     byte order (the PEP's is {@link ByteOrder#nativeOrder()}, P-22); at least as many as needed
     * @return the layout
     * @throws IllegalArgumentException if the mode cannot have that size, or the buffer is of another kind or
     *     too small
     */
    public static PixelLayout of(Mode mode, int width, int height, Buffer memory) {
        mode.checkSize(width, height);
        Buffer samples = samples(mode, memory);
        Plane[] planes = new Plane[mode.components()];
        long offset = samples.position();
        for (int c = 0; c < planes.length; c++) {
            ImageSize plane = mode.planeSize(c, width, height);
            if (mode.planar()) {
                planes[c] = Plane.of(samples, offset, 1, plane.width());
                offset += (long) plane.width() * plane.height();
            } else {
                planes[c] = Plane.of(samples, offset + c, planes.length, (long) width * planes.length);
            }
        }
        return of(mode, width, height, mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE, planes);
    }

    /** Elements as wide as a component. */
    private static Buffer samples(Mode mode, Buffer memory) {
        int bits = mode.bitsPerComponent();
        if (memory instanceof ByteBuffer bytes) {
            return switch (bits) {
                case 16 -> bytes.slice().order(bytes.order()).asShortBuffer();
                case 32 -> bytes.slice().order(bytes.order()).asIntBuffer();
                default -> memory;
            };
        }
        if (bits == 16 ? memory instanceof ShortBuffer : bits == 32 && memory instanceof IntBuffer) {
            return memory;
        }
        throw new IllegalArgumentException(mode + " has components of " + bits + " bits, which lie in a ByteBuffer"
                + (bits == 16 ? " or ShortBuffer" : bits == 32 ? " or IntBuffer" : "") + ", not in a "
                + memory.getClass().getName() + "; describe other layouts by their planes [errors.md#element-width]");
    }

    /**
     * Keeps the caller's later changes of position and limit away, with one buffer for all planes that share
     * memory: the one that reaches furthest.
     */
    private static List<Plane> ownBuffers(Plane[] planes) {
        Buffer[] own = new Buffer[planes.length];
        Plane[] owned = new Plane[planes.length];
        for (int c = 0; c < planes.length; c++) {
            int widest = c;
            for (int other = planes.length - 1; other >= 0; other--) {
                if (planes[other].sharesMemory(planes[c])
                        && planes[other].elements().limit()
                                >= planes[widest].elements().limit()) {
                    widest = other;
                }
            }
            if (own[widest] == null) {
                own[widest] = planes[widest].elements().duplicate();
            }
            owned[c] = planes[c].in(own[widest]);
        }
        return List.of(owned);
    }

    private static void check(Mode mode, int component, ImageSize size, Plane plane) {
        if (plane.range() == null && plane.bits() > mode.bitsPerComponent()) {
            throw new IllegalArgumentException(
                    name(mode, component) + " has " + mode.bitsPerComponent() + " bits, but its plane has "
                            + plane.bits() + "; use a mode with wider components [errors.md#plane-too-deep]");
        }
        try {
            long across = Math.multiplyExact(plane.pixelStride(), size.width() - 1L);
            long down = Math.multiplyExact(plane.lineStride(), size.height() - 1L);
            long low = Math.addExact(plane.offset(), Math.addExact(Math.min(across, 0), Math.min(down, 0)));
            long high = Math.addExact(plane.offset(), Math.addExact(Math.max(across, 0), Math.max(down, 0)));
            int limit = plane.elements().limit();
            if (low < 0 || high >= limit) {
                throw new IllegalArgumentException(
                        "The plane of " + name(mode, component) + ", " + size.width() + "×" + size.height()
                                + " samples (" + plane + "), covers the elements " + low + " to " + high
                                + ", but its buffer has " + limit + (limit == 1 ? " element" : " elements")
                                + " [errors.md#plane-beyond-memory]");
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "The strides of " + name(mode, component) + " (" + plane
                            + ") lead to positions of more than 64 bits [errors.md#plane-beyond-memory]",
                    e);
        }
    }

    private static String name(Mode mode, int component) {
        return mode + "." + mode.componentNames().get(component);
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
    public List<Plane> planes() {
        return planes;
    }

    /**
     * The buffer that all planes lie in, for handing memory on as a whole. The planes' offsets count its elements.
     *
     * @return the buffer, with a position and limit of its own; empty if the planes lie in several
     */
    public Optional<Buffer> memory() {
        Buffer first = planes.get(0).elements();
        return planes.stream().allMatch(p -> p.elements() == first) ? Optional.of(first.duplicate()) : Optional.empty();
    }

    /**
     * Whether the memory refuses to be written.
     *
     * @return true if any plane's buffer is read-only, or a stride of 0 makes several pixels one sample
     */
    public boolean readOnly() {
        return readOnly;
    }

    private boolean refusesWriting() {
        for (Plane plane : array) {
            boolean repeated =
                    (plane.pixelStride() == 0 && size.width() > 1) || (plane.lineStride() == 0 && size.height() > 1);
            if (plane.elements().isReadOnly() || repeated) {
                return true;
            }
        }
        return false;
    }

    /** The planes in component order; not to be changed. */
    Plane[] array() {
        return array;
    }

    /**
     * Whether the samples lie one after the other in the PEP's own order (P-15, P-20) in one buffer, straight,
     * unscaled, each in an element of its own. Then they are the elements from {@code planes().get(0).offset()}
     * on.
     *
     * @return true if a copy of the memory is a copy of {@link ImageBuffer}'s samples
     */
    public boolean canonical() {
        long next = planes.get(0).offset();
        Buffer memory = planes.get(0).elements();
        int count = planes.size();
        for (int c = 0; c < count; c++) {
            Plane plane = planes.get(c);
            ImageSize extent = mode.planeSize(c, size.width(), size.height());
            long pixelStride = mode.planar() ? 1 : count;
            if (plane.elements() != memory
                    || !plane.wholeElements()
                    || plane.bits() != mode.bitsPerComponent()
                    || plane.offset() != next
                    || (extent.width() > 1 && plane.pixelStride() != pixelStride)
                    || (extent.height() > 1 && plane.lineStride() != pixelStride * extent.width())) {
                return false;
            }
            next += mode.planar() ? (long) extent.width() * extent.height() : 1;
        }
        return alpha != AlphaType.PREMULTIPLIED;
    }

    /**
     * A rectangle of the image, on the same memory.
     *
     * @param x its left column
     * @param y its top row
     * @param width its width
     * @param height its height
     * @return the layout of the rectangle
     * @throws IndexOutOfBoundsException if it is not within the image or a side is negative
     * @throws IllegalArgumentException if a side is 0, or, in planar modes, an edge is odd
     */
    public PixelLayout crop(int x, int y, int width, int height) {
        checkRectangle(mode, size, x, y, width, height);
        return select(Slice.of(x, (long) x + width), Slice.of(y, (long) y + height));
    }

    static void checkRectangle(Mode mode, ImageSize size, int x, int y, int width, int height) {
        if (x < 0
                || y < 0
                || width < 0
                || height < 0
                || (long) x + width > size.width()
                || (long) y + height > size.height()) {
            throw new IndexOutOfBoundsException("A rectangle of " + width + "×" + height + " at (" + x + ", " + y
                    + ") is not within a " + describe(mode, size) + " [errors.md#rectangle-outside]");
        }
    }

    /**
     * Selected columns and rows, on the same memory: crop, mirror and thin out with Python's slices.
     *
     * @param columns which columns
     * @param rows which rows
     * @return the layout of the selection
     * @throws IllegalArgumentException if nothing is selected (AMB-3), or if a planar mode's chroma samples
     *     would be cut apart: there, steps must be 1 or −1 and edges even
     */
    public PixelLayout select(Slice columns, Slice rows) {
        Slice.Selection sx = columns.on(size.width());
        Slice.Selection sy = rows.on(size.height());
        if (sx.count() == 0 || sy.count() == 0) {
            throw new IllegalArgumentException("[" + columns + ", " + rows + "] selects nothing of a " + describe()
                    + ", and an image has at least one pixel [errors.md#empty-selection]");
        }
        List<Plane> selected = new ArrayList<>(planes.size());
        for (int c = 0; c < planes.size(); c++) {
            Mode.Subsampling sub = mode.subsampling().get(c);
            Plane plane = planes.get(c);
            Slice.Selection x = onPlane(mode, sx, sub.x());
            Slice.Selection y = onPlane(mode, sy, sub.y());
            selected.add(plane.at(
                    plane.index(x.first(), y.first()), plane.pixelStride() * x.step(), plane.lineStride() * y.step()));
        }
        return new PixelLayout(mode, new ImageSize((int) sx.count(), (int) sy.count()), alpha, List.copyOf(selected));
    }

    /** The part of a selection of pixels that is a selection on the axis of a subsampled plane. */
    static Slice.Selection onPlane(Mode mode, Slice.Selection s, int divisor) {
        // the step of a single position does not matter and may be huge
        long step = s.count() == 1 ? 1 : s.step();
        boolean whole = s.count() % divisor == 0
                && (step == 1 ? s.first() % divisor == 0 : step == -1 && (s.first() + 1) % divisor == 0);
        if (divisor > 1 && !whole) {
            throw new IllegalArgumentException("A view of " + mode + " must keep its 2×2 groups of pixels whole: even"
                    + " edges and steps of 1 or -1, not " + s.count() + " pixels from " + s.first() + " on in steps"
                    + " of " + s.step()
                    + "; convert to RGB first [errors.md#planar-view]");
        }
        return new Slice.Selection(s.first() / divisor, s.count() / divisor, step);
    }

    /**
     * The image mirrored left to right, on the same memory.
     *
     * @return the layout of the mirrored image
     */
    public PixelLayout flipLeftRight() {
        return select(Slice.ALL.by(-1), Slice.ALL);
    }

    /**
     * The image mirrored top to bottom, on the same memory.
     *
     * @return the layout of the mirrored image
     */
    public PixelLayout flipTopBottom() {
        return select(Slice.ALL, Slice.ALL.by(-1));
    }

    /**
     * The image mirrored at its main diagonal: column x, row y becomes column y, row x; on the same memory.
     *
     * @return the layout of the mirrored image
     */
    public PixelLayout transpose() {
        List<Plane> mirrored = planes.stream()
                .map(p -> p.at(p.offset(), p.lineStride(), p.pixelStride()))
                .toList();
        return new PixelLayout(mode, new ImageSize(size.height(), size.width()), alpha, mirrored);
    }

    /**
     * The image turned a quarter counterclockwise (P-35), on the same memory.
     *
     * @return the layout of the turned image
     */
    public PixelLayout rotate90() {
        return transpose().flipTopBottom();
    }

    /**
     * The image turned upside down (P-35), on the same memory.
     *
     * @return the layout of the turned image
     */
    public PixelLayout rotate180() {
        return select(Slice.ALL.by(-1), Slice.ALL.by(-1));
    }

    /**
     * The image turned three quarters counterclockwise, which is one clockwise (P-35), on the same memory.
     *
     * @return the layout of the turned image
     */
    public PixelLayout rotate270() {
        return transpose().flipLeftRight();
    }

    /**
     * One component as a greyscale image, on the same memory. Writing the alpha of {@linkplain
     * AlphaType#PREMULTIPLIED premultiplied} memory this way leaves the stored colours, which then mean others;
     * {@link Views#component} keeps them.
     *
     * @param name the component's name
     * @return a layout of mode L, L16 or L32, in planar modes of the size of the component's plane
     * @throws UnsupportedOperationException if the mode has no such component, or if it is a colour in
     *     {@linkplain AlphaType#PREMULTIPLIED premultiplied} memory, whose value depends on alpha too
     */
    public PixelLayout component(String name) {
        int c = mode.componentIndex(name);
        if (alpha == AlphaType.PREMULTIPLIED && c < planes.size() - 1) {
            throw new UnsupportedOperationException(
                    "The component " + name + " of a " + describe() + " is stored premultiplied and cannot be read"
                            + " without alpha; use Views.component, which computes it"
                            + " [errors.md#premultiplied-component]");
        }
        return new PixelLayout(
                mode.componentMode(),
                mode.planeSize(c, size.width(), size.height()),
                AlphaType.OPAQUE,
                List.of(planes.get(c)));
    }

    /**
     * The image's samples by rows, straight and scaled to the mode's range: the fast way to read and write
     * them. It keeps no state, so several threads may use it at once.
     *
     * @return live access to the memory
     * @throws UnsupportedOperationException if the mode is planar; take {@link #component} first
     */
    public SampleRows rows() {
        if (mode.planar()) {
            throw new UnsupportedOperationException(mode
                    + " is planar and has no rows of whole pixels; use the rows of component(\"y\") and so on"
                    + " [errors.md#planar-pixels]");
        }
        return new PlaneRows(this);
    }

    private String describe() {
        return describe(mode, size);
    }

    static String describe(Mode mode, ImageSize size) {
        return size.width() + "×" + size.height() + " " + mode + " image";
    }

    /** Mode, size, alpha type and planes, for people. */
    @Override
    public String toString() {
        return describe() + ", " + alpha.name().toLowerCase(Locale.ROOT) + ", planes " + planes
                + (readOnly() ? ", read-only" : "");
    }
}

package org.imageop;

import java.nio.Buffer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.imageop.internal.checks.Checks;
import org.imageop.internal.operations.Allocation;
import org.imageop.internal.operations.AreaAssignment;
import org.imageop.internal.operations.ImageAccess;
import org.imageop.internal.operations.SampleMap;

/**
 * All of the protocol on top of {@code mode()}, {@code size()}, {@code buffer()} and {@code info()} (P-61).
 *
 * <pre>{@code
 * final class Frame implements ImageMixin {
 *     private final ImageBuffer buffer;
 *
 *     Frame(int width, int height, byte[] grey) {
 *         buffer = ImageBuffer.of(PixelLayout.of(Mode.L, width, height, ByteBuffer.wrap(grey)));
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>Where {@link ImageBuffer#layout()} is present, everything here works on memory at array speed; otherwise
 * it goes through the buffer's bulk methods, row by row. New images are {@link StandardImage}s with memory of
 * their own and an empty {@code info} (P-26, AMB-10).
 */
public interface ImageMixin extends ImageLike {

    @Override
    default int width() {
        return size().width();
    }

    @Override
    default int height() {
        return size().height();
    }

    @Override
    default int bitsPerComponent() {
        return mode().bitsPerComponent();
    }

    @Override
    default int bytesPerPixel() {
        return mode().bytesPerPixel();
    }

    @Override
    default List<String> componentNames() {
        return mode().componentNames();
    }

    @Override
    default int components() {
        return mode().components();
    }

    @Override
    default List<Mode.Interval> intervals() {
        return mode().intervals();
    }

    @Override
    default boolean planar() {
        return mode().planar();
    }

    @Override
    default List<Mode.Subsampling> subsampling() {
        return mode().subsampling();
    }

    @Override
    default void map(DoubleUnaryOperator... functions) {
        SampleMap.apply(this, functions);
    }

    @Override
    default StandardImage rotate90() {
        return StandardImage.from(Views.rotate90(this));
    }

    @Override
    default StandardImage rotate180() {
        return StandardImage.from(Views.rotate180(this));
    }

    @Override
    default StandardImage rotate270() {
        return StandardImage.from(Views.rotate270(this));
    }

    @Override
    default void clip() {
        if (mode() == Mode.YV12) {
            SampleMap.clip(this);
        }
    }

    @Override
    default List<StandardImage> split() {
        if (planar()) {
            return componentNames().stream()
                    .map(name -> StandardImage.from(plane(name)))
                    .toList();
        }
        ImageSize size = size();
        PixelLayout[] planes = new PixelLayout[components()];
        Buffer[] memory = new Buffer[planes.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Allocation.layout(mode().componentMode(), size.width(), size.height());
            memory[c] = planes[c].memory().orElseThrow();
        }
        // all planes at once, so that each pixel is read once
        StandardImage.from(this, PixelLayout.planar(mode(), size.width(), size.height(), memory));
        return Stream.of(planes)
                .map(plane -> StandardImage.wrap(plane).withColorsOf(this))
                .toList();
    }

    @Override
    default StandardImage plane(String componentName) {
        return Views.component(this, componentName);
    }

    @Override
    default Iterable<Pixel> pixels() {
        Checks.pixels(mode());
        return () -> new Iterator<>() {
            private final int width = width();
            private final long count = (long) width * height();
            private long next;

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public Pixel next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("There is no next pixel, the image has " + count
                            + "; ask hasNext() first [errors.md#no-more-elements]");
                }
                Pixel pixel = get((int) (next % width), (int) (next / width));
                next++;
                return pixel;
            }
        };
    }

    @Override
    default Iterator<Line> iterator() {
        Checks.pixels(mode());
        return new Iterator<>() {
            private int y;

            @Override
            public boolean hasNext() {
                return y < height();
            }

            @Override
            public Line next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("There is no next line, the image has " + height()
                            + "; ask hasNext() first [errors.md#no-more-elements]");
                }
                return line(y++);
            }
        };
    }

    @Override
    default Line line(int y) {
        return Line.of(this, y);
    }

    @Override
    default Pixel get(int x, int y) {
        return Pixel.of(this, x, y);
    }

    @Override
    default StandardImage get(Slice rows) {
        return get(Slice.ALL, rows);
    }

    @Override
    default StandardImage get(Slice columns, Slice rows) {
        Checks.pixels(mode());
        return StandardImage.from(Views.select(this, columns, rows));
    }

    @Override
    default StandardImage get(int x, Slice rows) {
        return get(column(x), rows);
    }

    @Override
    default StandardImage get(Slice columns, int y) {
        return line(y).get(columns);
    }

    @Override
    default void set(int x, int y, int... value) {
        if (!ImageAccess.set(this, x, y, value)) {
            get(x, y).value(value);
        }
    }

    @Override
    default void set(Slice rows, ImageLike source) {
        set(Slice.ALL, rows, source);
    }

    @Override
    default void set(Slice columns, Slice rows, ImageLike source) {
        Checks.pixels(mode());
        AreaAssignment.run(this, Views.select(this, columns, rows), columns, rows, source);
    }

    @Override
    default void set(int x, Slice rows, ImageLike source) {
        set(column(x), rows, source);
    }

    @Override
    default void set(Slice columns, int y, ImageLike source) {
        line(y).set(columns, source);
    }

    private Slice column(int x) {
        Checks.pixels(mode());
        int width = width();
        if (x < 0 || x >= width) {
            throw new IndexOutOfBoundsException("There is no column " + x + " in an image of " + width
                    + " columns; indices count from 0, negative positions belong to Slice [errors.md#no-such-index]");
        }
        return Slice.of(x, x + 1L);
    }
}

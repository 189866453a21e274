package org.imageop.imglib2.wrapping;

import java.lang.ref.Reference;
import java.util.Collections;
import java.util.List;
import net.imglib2.Dirty;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.readwrite.WriteConvertedRandomAccessible;
import net.imglib2.converter.readwrite.WriteConvertedRandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.nio.BufferAccess;
import net.imglib2.img.cell.AbstractCellImg;
import net.imglib2.img.cell.CellImg;
import net.imglib2.img.list.ListImg;
import net.imglib2.img.planar.PlanarImg;
import org.imageop.Plane;
import org.imageop.ReadOnlyImageException;
import org.imageop.SampleRows;
import org.imageop.imglib2.geometry.Axes;
import org.imageop.imglib2.geometry.ViewPath;
import org.imageop.imglib2.live.LiveImage;
import org.imageop.imglib2.pixels.PixelAccess;
import org.imageop.imglib2.pixels.PixelType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an image whose samples lie in cells or are computed. They are read by blocks where ImgLib2 knows
 * how, else pixel by pixel, and written pixel by pixel. It keeps no state between calls: several threads may use it at
 * once if they may use the image.
 */
final class ComputedRows implements SampleRows {
    private final RandomAccessibleInterval<?> image;
    private final Axes axes;
    private final PixelType type;
    private final PixelAccess pixels;
    private final @Nullable BlockReader blocks;
    private final boolean mayWait;
    private final boolean readOnly;
    private final boolean concurrent;

    ComputedRows(RandomAccessibleInterval<?> image, Axes axes, PixelType type, List<ViewPath> paths) {
        this.image = image;
        this.axes = axes;
        this.type = type;
        this.pixels = new PixelAccess(type);
        this.blocks = BlockReader.of(paths, type);
        // pixels that know themselves whether they are valid are asked one by one
        this.mayWait = !type.mayBeMissing() && LoadedCells.needed(image);
        this.readOnly =
                type.mayBeMissing() || !paths.stream().allMatch(ComputedRows::writesReach) || !DistinctPixels.of(image);
        this.concurrent = !type.packedBits() && ThreadSafety.of(image, type);
    }

    /**
     * Whether what is written to a pixel is still there when it is read again. ImgLib2 has no such question:
     * writing a converted pixel changes a temporary object, and an evicted cell forgets.
     */
    private static boolean writesReach(ViewPath path) {
        RandomAccessible<?> node = path.source();
        if (node instanceof ArrayImg<?, ?> memory) {
            return !(memory.update(null) instanceof BufferAccess<?> buffer && buffer.isReadOnly());
        } else if (node instanceof AbstractCellImg<?, ?, ?, ?> cells) {
            return cells instanceof CellImg<?, ?> || cells.getAccessType() instanceof Dirty;
        } else if (node instanceof LiveImage<?> live) {
            return !live.readOnly();
        } else if (node instanceof WriteConvertedRandomAccessibleInterval<?, ?>
                || node instanceof WriteConvertedRandomAccessible<?, ?>) {
            return writesReach(path.beneathConverter());
        }
        return node instanceof PlanarImg<?, ?> || node instanceof ListImg<?>;
    }

    /** The cells under a run of pixels, loaded. */
    private List<?> load(int x, int y, int count) {
        return mayWait ? LoadedCells.load(image, axes.run(x, y, count)) : List.of();
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        if (blocks == null) {
            each(
                    x,
                    y,
                    count,
                    (access, c) -> pixels.read(access, axes.x(), 1, count, samples, offset + c, components()));
            return;
        }
        List<?> held = load(x, y, count);
        blocks.read(x, y, count, samples, offset);
        Reference.reachabilityFence(held);
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        checkWritable();
        each(x, y, count, (access, c) -> pixels.write(access, axes.x(), count, samples, offset + c, components()));
    }

    @Override
    public List<Plane.Range> ranges() {
        return type.range() == null ? List.of() : Collections.nCopies(components(), type.range());
    }

    @Override
    public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        if (type.range() == null) {
            SampleRows.super.readNumbers(x, y, count, numbers, offset);
        }
        each(
                x,
                y,
                count,
                (access, c) -> pixels.readNumbers(access, axes.x(), count, numbers, offset + c, components()));
    }

    @Override
    public void writeNumbers(int x, int y, int count, double[] numbers, int offset) {
        if (type.range() == null) {
            SampleRows.super.writeNumbers(x, y, count, numbers, offset);
        }
        checkWritable();
        each(
                x,
                y,
                count,
                (access, c) -> pixels.writeNumbers(access, axes.x(), count, numbers, offset + c, components()));
    }

    /** What is done with one component of a run, whose first pixel {@code access} is at. */
    private interface Component {
        void at(RandomAccess<?> access, int component);
    }

    private void each(int x, int y, int count, Component work) {
        List<?> held = load(x, y, count);
        RandomAccess<?> access = image.randomAccess();
        for (int c = 0; c < axes.components(); c++) {
            access.setPosition(axes.position(x, y, c));
            work.at(access, c);
        }
        Reference.reachabilityFence(held);
    }

    private int components() {
        return type.mode().components();
    }

    private void checkWritable() {
        if (readOnly) {
            throw new ReadOnlyImageException(
                    "Pixels of this " + image.getClass().getSimpleName()
                            + " are computed, loaded or shown several times, and ImgLib2 would forget what is written to"
                            + " them, or change others as well; copy the image with StandardImage.from to change it"
                            + " [errors.md#read-only]");
        }
    }

    @Override
    public boolean readOnly() {
        return readOnly;
    }

    @Override
    public boolean concurrent() {
        return concurrent;
    }

    /** Looked for each time, because ImageJ exchanges the planes of an image. */
    @Override
    public List<?> foundations() {
        return Foundations.of(image);
    }
}

package org.imageop.imglib2.wrapping;

import java.util.List;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessible;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.type.NativeType;
import org.imageop.imglib2.geometry.ViewPath;
import org.imageop.imglib2.pixels.PixelAccess;
import org.imageop.imglib2.pixels.PixelType;
import org.imageop.spi.Argb;
import org.jspecify.annotations.Nullable;

/**
 * Reads runs of pixels with ImgLib2's {@link PrimitiveBlocks}, which copy from cells, arrays and converted
 * images at array speed. A run is a block one pixel thick along one dimension of the source; the geometry of
 * views is our own, so that blocks see plain positions only.
 */
final class BlockReader {
    /** Longer runs are cut, so that a huge row needs no huge scratch array. */
    private static final int LONGEST_RUN = 1 << 15;

    /** With wider steps, blocks would copy too much that is not needed. */
    private static final int WIDEST_STEP = 8;

    private record Source(PrimitiveBlocks<?> blocks, ViewPath path, int dimension) {}

    private final List<Source> sources;
    private final PixelType type;
    private final PixelAccess pixels;

    private BlockReader(List<Source> sources, PixelType type) {
        this.sources = sources;
        this.type = type;
        this.pixels = new PixelAccess(type);
    }

    /**
     * A reader for the planes of an image.
     *
     * @return the reader, or null if blocks would not be faster or not be right: volatile pixels, whose validity
     *     they ignore, views that they {@linkplain ViewPath#blocksAreRight() misread}, and views unknown to them, for
     *     which their fallback copies pixel by pixel as well
     */
    static @Nullable BlockReader of(List<ViewPath> paths, PixelType type) {
        if (!type.plain()) {
            return null;
        }
        Source[] sources = new Source[paths.size()];
        for (int c = 0; c < sources.length; c++) {
            ViewPath path = paths.get(c);
            int dimension = path.rowDimension();
            if (dimension < 0 || Math.abs(path.across()[dimension]) > WIDEST_STEP || !path.blocksAreRight()) {
                return null;
            }
            PrimitiveBlocks<?> blocks =
                    c > 0 && path.source() == sources[0].path.source() ? sources[0].blocks : blocks(path.source());
            if (blocks == null) {
                return null;
            }
            sources[c] = new Source(blocks, path, dimension);
        }
        return new BlockReader(List.of(sources), type);
    }

    private static <T extends NativeType<T>> @Nullable PrimitiveBlocks<?> blocks(RandomAccessible<?> source) {
        if (!(source.getType() instanceof NativeType<?>)) {
            return null;
        }
        @SuppressWarnings("unchecked") // the type was just seen
        RandomAccessible<T> typed = (RandomAccessible<T>) source;
        try {
            return PrimitiveBlocks.of(typed, PrimitiveBlocks.OnFallback.FAIL).threadSafe();
        } catch (IllegalArgumentException unknownView) {
            // the only way to learn it, and no failure: such images are read pixel by pixel
            return null;
        }
    }

    void read(int x, int y, int count, int[] samples, int offset) {
        int components = type.mode().components();
        for (int done = 0; done < count; done += LONGEST_RUN) {
            int run = Math.min(LONGEST_RUN, count - done);
            for (int c = 0; c < sources.size(); c++) {
                read(sources.get(c), x + done, y, run, samples, offset + done * components + c);
            }
        }
    }

    private void read(Source source, int x, int y, int count, int[] samples, int at) {
        ViewPath path = source.path;
        int d = source.dimension;
        int step = (int) path.across()[d];
        long[] min = path.position(x, y);
        if (step < 0) {
            min[d] += (count - 1L) * step;
        }
        long[] max = min.clone();
        int length = (count - 1) * Math.abs(step) + 1;
        max[d] += length - 1;
        FinalInterval block = FinalInterval.wrap(min, max);
        int first = step < 0 ? length - 1 : 0;
        int components = type.mode().components();
        switch (type.kind()) {
            case BYTES -> {
                byte[] run = new byte[length];
                source.blocks.copy(block, run);
                for (int i = 0, p = first, k = at; i < count; i++, p += step, k += components) {
                    samples[k] = run[p] & 0xff;
                }
            }
            case SHORTS -> {
                short[] run = new short[length];
                source.blocks.copy(block, run);
                for (int i = 0, p = first, k = at; i < count; i++, p += step, k += components) {
                    samples[k] = run[p] & 0xffff;
                }
            }
            case INTS -> {
                int[] run = new int[length];
                source.blocks.copy(block, run);
                for (int i = 0, p = first, k = at; i < count; i++, p += step, k += components) {
                    samples[k] = run[p];
                }
            }
            case ARGB -> {
                int[] run = new int[length];
                source.blocks.copy(block, run);
                for (int i = 0, p = first, k = at; i < count; i++, p += step, k += components) {
                    Argb.unpack(run[p], 4, samples, k);
                }
            }
            case NUMBERS -> {
                ArrayImg<?, ?> run = array(source.path.source().getType(), length);
                source.blocks.copy(block, ((ArrayDataAccess<?>) run.update(null)).getCurrentStorageArray());
                RandomAccess<?> access = run.randomAccess();
                access.setPosition(first, 0);
                pixels.read(access, 0, step, count, samples, at, components);
            }
        }
    }

    @SuppressWarnings("unchecked") // the source's type is a NativeType, or there would be no blocks
    private static <T extends NativeType<T>> ArrayImg<?, ?> array(Object type, int length) {
        return new ArrayImgFactory<>((T) type).create(length);
    }
}

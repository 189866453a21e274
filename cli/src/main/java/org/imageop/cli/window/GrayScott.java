package org.imageop.cli.window;

import java.util.List;
import java.util.stream.LongStream;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.complex.ComplexFloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.imageop.ImageLike;
import org.imageop.imglib2.ImgLib2Images;

/**
 * The reaction and diffusion of two substances after Gray and Scott, computed with ImgLib2. A canvas is its output, and
 * its input as well: a pixel that differs from the one the process wrote is paint, and paint feeds the reaction, the
 * brighter the more.
 *
 * <p>Methods that touch the canvas are marked. Code that draws on it at the same time holds the canvas's lock, so that no
 * stroke is lost.
 */
final class GrayScott {
    private static final float FEED = 0.0545f;
    private static final float KILL = 0.062f;
    private static final float DIFFUSION_U = 0.2f;
    private static final float DIFFUSION_V = 0.1f;

    /** Where the second substance has this concentration, the colour is the last one. */
    private static final float BRIGHTEST = 0.36f;

    private static final int[] COLORS = colors(0x0b1026, 0x143a5c, 0x1c7c8c, 0x58b99d, 0xf2d398, 0xf08a4b, 0xd94f4f);

    private final ImageLike lock;
    private final RandomAccessibleInterval<ARGBType> canvas;
    private final Img<ARGBType> written;
    private final RandomAccessibleInterval<ComplexFloatType>[] fields;
    private int current;

    /**
     * A process with nothing to react yet, on a canvas that it fills.
     *
     * @param canvas an RGBA image that can be written; its memory is shared
     */
    GrayScott(ImageLike canvas) {
        int width = canvas.width();
        int height = canvas.height();
        this.lock = canvas;
        this.canvas = ImgLib2Images.toArgb(canvas);
        this.written = ArrayImgs.argbs(width, height);
        this.fields = fields(width, height);
        LoopBuilder.setImages(fields[0]).forEachPixel(cell -> cell.set(1, 0));
        synchronized (lock) {
            LoopBuilder.setImages(this.canvas, written).forEachPixel((pixel, last) -> {
                pixel.set(COLORS[0]);
                last.set(COLORS[0]);
            });
        }
    }

    /** Two generations. Each cell has both concentrations, as real and imaginary part; around them is an edge of one cell. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
    private static RandomAccessibleInterval<ComplexFloatType>[] fields(int width, int height) {
        return new RandomAccessibleInterval[] {
            ArrayImgs.complexFloats(width + 2, height + 2), ArrayImgs.complexFloats(width + 2, height + 2)
        };
    }

    /** Lets time pass, then takes in what was drawn meanwhile and draws the outcome. */
    void advance(int generations) {
        for (int i = 0; i < generations; i++) {
            step();
        }
        exchange();
    }

    /** Reads from the canvas what others drew, and writes the state to it. */
    private void exchange() {
        synchronized (lock) {
            LoopBuilder.setImages(cells(), written, canvas).multiThreaded().forEachPixel((cell, last, pixel) -> {
                int seen = pixel.get();
                if (seen != last.get()) {
                    float food = ARGBType.green(seen) / 255f;
                    cell.set(1 - food / 2, food / 2);
                }
                int color = color(cell.getImaginaryFloat());
                if (color != seen) {
                    pixel.set(color);
                }
                last.set(color);
            });
        }
    }

    private void step() {
        RandomAccessibleInterval<ComplexFloatType> before = fields[current];
        RandomAccessibleInterval<ComplexFloatType> after = fields[1 - current];
        joinEdges(before);
        List<Long> rows = LongStream.range(1, before.dimension(1) - 1).boxed().toList();
        Parallelization.getTaskExecutor().forEach(rows, y -> react(before, after, y));
        current = 1 - current;
    }

    /** The next generation of a row. West, middle and east pass from variable to variable, so that each is read once. */
    private static void react(
            RandomAccessibleInterval<ComplexFloatType> before,
            RandomAccessibleInterval<ComplexFloatType> after,
            long y) {
        RandomAccess<ComplexFloatType> east = before.randomAccess();
        RandomAccess<ComplexFloatType> north = before.randomAccess();
        RandomAccess<ComplexFloatType> south = before.randomAccess();
        RandomAccess<ComplexFloatType> next = after.randomAccess();
        east.setPosition(new long[] {0, y});
        north.setPosition(new long[] {0, y - 1});
        south.setPosition(new long[] {0, y + 1});
        next.setPosition(new long[] {0, y});
        float u = east.get().getRealFloat();
        float v = east.get().getImaginaryFloat();
        east.fwd(0);
        float eastU = east.get().getRealFloat();
        float eastV = east.get().getImaginaryFloat();
        for (long x = before.dimension(0) - 2; x > 0; x--) {
            east.fwd(0);
            north.fwd(0);
            south.fwd(0);
            next.fwd(0);
            float westU = u;
            float westV = v;
            u = eastU;
            v = eastV;
            eastU = east.get().getRealFloat();
            eastV = east.get().getImaginaryFloat();
            float spreadU =
                    westU + eastU + north.get().getRealFloat() + south.get().getRealFloat() - 4 * u;
            float spreadV = westV
                    + eastV
                    + north.get().getImaginaryFloat()
                    + south.get().getImaginaryFloat()
                    - 4 * v;
            float reaction = u * v * v;
            next.get()
                    .set(
                            u + DIFFUSION_U * spreadU - reaction + FEED * (1 - u),
                            v + DIFFUSION_V * spreadV + reaction - (FEED + KILL) * v);
        }
    }

    /** The cells of the current generation, without the edge. */
    private RandomAccessibleInterval<ComplexFloatType> cells() {
        return Views.interval(
                fields[current], Intervals.createMinSize(1, 1, written.dimension(0), written.dimension(1)));
    }

    /** The world is a torus: beyond each edge is the opposite one. */
    private static void joinEdges(RandomAccessibleInterval<ComplexFloatType> field) {
        for (int axis = 0; axis < 2; axis++) {
            long last = field.dimension(axis) - 1;
            copy(field, axis, last - 1, 0);
            copy(field, axis, 1, last);
        }
    }

    private static void copy(RandomAccessibleInterval<ComplexFloatType> field, int axis, long from, long to) {
        LoopBuilder.setImages(Views.hyperSlice(field, axis, from), Views.hyperSlice(field, axis, to))
                .forEachPixel((source, target) -> target.set(source));
    }

    private static int color(float concentration) {
        int index = (int) (concentration / BRIGHTEST * (COLORS.length - 1));
        return COLORS[Math.max(0, Math.min(COLORS.length - 1, index))];
    }

    /** Opaque colours that lead from stop to stop. */
    private static int[] colors(int... stops) {
        int between = 64;
        int[] colors = new int[(stops.length - 1) * between + 1];
        for (int i = 0; i < colors.length; i++) {
            int from = stops[Math.min(i / between, stops.length - 2)];
            int to = stops[Math.min(i / between, stops.length - 2) + 1];
            int share = i - Math.min(i / between, stops.length - 2) * between;
            int color = 0xff;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int a = from >> shift & 255;
                int b = to >> shift & 255;
                color = color << 8 | (a * (between - share) + b * share + between / 2) / between;
            }
            colors[i] = color;
        }
        return colors;
    }
}

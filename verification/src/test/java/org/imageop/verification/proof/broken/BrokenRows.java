package org.imageop.verification.proof.broken;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.ComputedRows;
import org.imageop.verification.model.PassingRows;

/** Images whose rows make one mistake each. */
public final class BrokenRows extends BrokenList {
    private static final ImageSize LARGE = new ImageSize(70, 67);

    public static List<Broken> all() {
        BrokenRows rows = new BrokenRows();
        rows.add("A-10", "its rows give bytes a sign", Mode.L, whole -> changed(whole, v -> (byte) v, v -> v));
        rows.add("A-10", "its rows scale percents to 300", Mode.L, whole -> changed(whole, v -> v * 300 / 255, v -> v));
        rows.add("L-7", "its rows keep five bits", Mode.RGB, whole -> changed(whole, v -> v, v -> v & 0xf8));
        rows.add(
                "P-22",
                "its rows write in the other byte order",
                Mode.L16,
                whole -> changed(whole, v -> v, v -> Short.reverseBytes((short) v) & 0xffff));
        rows.add("A-10", "its rows write from the first column on", Mode.RGB, BrokenRows::ignoringX);
        rows.add("A-14", "its numbers are those of the first columns", Mode.L, whole -> numbers(whole, 0));
        rows.add("A-14", "its numbers are not in their range", Mode.L, whole -> numbers(whole, 100));
        rows.addTiled("its rows round the number of tiles down", 16, 16);
        rows.addTiled("its tiles are as wide as half of them", 32, 16);
        return rows.list();
    }

    private void add(String rule, String mistake, Mode mode, UnaryOperator<SampleRows> mistakes) {
        add(rule, mistake, mode, (m, width, height) -> {
            Samples samples = new Samples(new Shape(m, width, height));
            SampleRows whole = ComputedRows.of(samples, false, samples, ComputedRows.NOBODY)[0];
            return StandardImage.computed(m, width, height, mistakes.apply(whole));
        });
    }

    private static SampleRows changed(SampleRows whole, IntUnaryOperator read, IntUnaryOperator written) {
        return new PassingRows(whole) {
            @Override
            public void read(int x, int y, int count, int[] samples, int offset) {
                super.read(x, y, count, samples, offset);
                change(samples, offset, read);
            }

            @Override
            public void write(int x, int y, int count, int[] samples, int offset) {
                int[] changed = samples.clone();
                change(changed, offset, written);
                super.write(x, y, count, changed, offset);
            }
        };
    }

    /** All that follows, as what lies behind a run is of no interest. */
    private static void change(int[] samples, int offset, IntUnaryOperator change) {
        for (int i = offset; i < samples.length; i++) {
            samples[i] = change.applyAsInt(samples[i]);
        }
    }

    private static SampleRows ignoringX(SampleRows whole) {
        return new PassingRows(whole) {
            @Override
            public void write(int x, int y, int count, int[] samples, int offset) {
                super.write(0, y, count, samples, offset);
            }
        };
    }

    /** Numbers of 0 to 255 that are wrong: read from the first column on, or larger by some. */
    private static SampleRows numbers(SampleRows whole, int more) {
        return new PassingRows(whole) {
            @Override
            public List<Plane.Range> ranges() {
                return List.of(new Plane.Range(0, 255));
            }

            @Override
            public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
                int[] samples = new int[count];
                read(more == 0 ? 0 : x, y, count, samples, 0);
                for (int i = 0; i < count; i++) {
                    numbers[offset + i] = samples[i] + more;
                }
            }

            @Override
            public void writeNumbers(int x, int y, int count, double[] numbers, int offset) {
                for (int i = 0; i < count; i++) {
                    write(x + i, y, 1, new int[] {(int) numbers[offset + i] & 0xff}, 0);
                }
            }
        };
    }

    /** Only images of several tiles show it. */
    private void addTiled(String mistake, int side, int lineStride) {
        addSource(
                "A-10",
                mistake,
                Mode.L,
                new OneMode(
                        Mode.L,
                        LARGE,
                        (mode, w, h) -> StandardImage.computed(mode, w, h, new Tiles(w, h, side, lineStride))));
    }

    /** Tiles one after the other; those at the edges are as large as the others. */
    private record Tiles(int[] samples, int across, int side, int lineStride) implements SampleRows {
        Tiles(int width, int height, int side, int lineStride) {
            this(new int[2 * (width + side) * (height + side)], width / side, side, lineStride);
        }

        private int index(int x, int y) {
            int tile = y / side * across + x / side;
            return tile * side * side + y % side * lineStride + x % side;
        }

        @Override
        public void read(int x, int y, int count, int[] target, int offset) {
            for (int i = 0; i < count; i++) {
                target[offset + i] = samples[index(x + i, y)];
            }
        }

        @Override
        public void write(int x, int y, int count, int[] source, int offset) {
            for (int i = 0; i < count; i++) {
                samples[index(x + i, y)] = source[offset + i];
            }
        }

        @Override
        public boolean readOnly() {
            return false;
        }
    }
}

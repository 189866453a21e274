package org.imageop.tck.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.imageop.ImageBuffer;
import org.imageop.Mode;

/** The kit's own idea of an image: numbers by component, row and column. Of the library it uses single bytes alone. */
public final class Samples {
    public final Shape shape;
    public final int[][][] of;

    public Samples(Shape shape) {
        this.shape = shape;
        this.of = new int[shape.names().size()][][];
        for (int c = 0; c < of.length; c++) {
            of[c] = new int[shape.rows(c)][shape.columns(c)];
        }
    }

    /** Any valid values, so that writing them tests nothing but the writing; each pixel differs from its neighbours. */
    public static Samples random(Shape shape, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Samples samples = new Samples(shape);
        for (int c = 0; c < samples.of.length; c++) {
            for (int[] row : samples.of[c]) {
                for (int x = 0; x < row.length; x++) {
                    row[x] = shape.mode() == Mode.YV12
                            ? random.nextInt(16, c == 0 ? 236 : 241)
                            : random.nextInt() & (int) shape.max();
                }
            }
        }
        return samples;
    }

    public static Samples read(Shape shape, ImageBuffer buffer) {
        ByteBuffer bytes = ByteBuffer.allocate((int) shape.bytes()).order(ByteOrder.nativeOrder());
        for (int i = 0; i < bytes.capacity(); i++) {
            bytes.put(i, (byte) buffer.get(i));
        }
        Samples samples = new Samples(shape);
        samples.each((c, x, y) -> {
            int index = (int) shape.index(c, x, y);
            samples.of[c][y][x] = switch (shape.bits()) {
                case 8 -> bytes.get(index) & 0xff;
                case 16 -> bytes.getShort(index) & 0xffff;
                default -> bytes.getInt(index);
            };
        });
        return samples;
    }

    /** Component, column and row of the first sample that is another one; the empty array if there is none. */
    public int[] firstDifference(Samples other) {
        for (int c = 0; c < of.length; c++) {
            for (int y = 0; y < of[c].length; y++) {
                int x = Arrays.mismatch(of[c][y], other.of[c][y]);
                if (x >= 0) {
                    return new int[] {c, x, y};
                }
            }
        }
        return new int[0];
    }

    /** The PEP's bytes (P-15, P-20, P-22). */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate((int) shape.bytes()).order(ByteOrder.nativeOrder());
        each((c, x, y) -> {
            int index = (int) shape.index(c, x, y);
            switch (shape.bits()) {
                case 8 -> bytes.put(index, (byte) of[c][y][x]);
                case 16 -> bytes.putShort(index, (short) of[c][y][x]);
                default -> bytes.putInt(index, of[c][y][x]);
            }
        });
        return bytes.array();
    }

    public void write(ImageBuffer buffer) {
        byte[] bytes = bytes();
        // in premultiplied memory a colour can be stored only once its alpha is there (B-4)
        for (int round = 0; round < (shape.hasAlpha() ? 2 : 1); round++) {
            for (int i = 0; i < bytes.length; i++) {
                buffer.set(i, bytes[i] & 0xff);
            }
        }
    }

    /** Writes all bytes in one run, so that no sample, and no pixel, is ever half written. */
    public void writeWhole(ImageBuffer buffer) {
        byte[] bytes = bytes();
        buffer.set(0, bytes, 0, bytes.length);
    }

    public interface Visitor {
        void visit(int component, int x, int y);
    }

    public void each(Visitor visitor) {
        for (int c = 0; c < of.length; c++) {
            for (int y = 0; y < of[c].length; y++) {
                for (int x = 0; x < of[c][y].length; x++) {
                    visitor.visit(c, x, y);
                }
            }
        }
    }

    /** The samples of one component. */
    public void each(int component, Visitor visitor) {
        each((c, x, y) -> {
            if (c == component) {
                visitor.visit(c, x, y);
            }
        });
    }

    /** The samples that make a pixel, also of a planar image. */
    public int[] around(int x, int y) {
        int[] samples = new int[of.length];
        for (int c = 0; c < of.length; c++) {
            samples[c] = of[c][y / shape.divisor(c)][x / shape.divisor(c)];
        }
        return samples;
    }

    public void around(int x, int y, int... samples) {
        for (int c = 0; c < of.length; c++) {
            of[c][y / shape.divisor(c)][x / shape.divisor(c)] = samples[c];
        }
    }

    public int[] pixel(int x, int y) {
        return Arrays.stream(of).mapToInt(plane -> plane[y][x]).toArray();
    }

    /** A row of an image that is not planar, as SampleRows have it. */
    public int[] row(int y) {
        return IntStream.range(0, shape.width())
                .flatMap(x -> Arrays.stream(pixel(x, y)))
                .toArray();
    }

    public void pixel(int x, int y, int... values) {
        for (int c = 0; c < values.length; c++) {
            of[c][y][x] = values[c];
        }
    }

    public Samples copy() {
        Samples copy = new Samples(shape);
        each((c, x, y) -> copy.of[c][y][x] = of[c][y][x]);
        return copy;
    }

    public Samples opaque() {
        Samples opaque = copy();
        if (shape.hasAlpha()) {
            for (int[] row : opaque.of[of.length - 1]) {
                Arrays.fill(row, (int) shape.max());
            }
        }
        return opaque;
    }

    public static int[] range(int count) {
        return IntStream.range(0, count).toArray();
    }

    /** Pixels of some columns and rows, in that order. */
    public Samples area(int[] columns, int[] rows) {
        Samples area = new Samples(new Shape(shape.mode(), columns.length, rows.length));
        area.each((c, x, y) -> area.of[c][y][x] = of[c][rows[y]][columns[x]]);
        return area;
    }

    public void replace(int[] columns, int[] rows, Samples area) {
        area.each((c, x, y) -> of[c][rows[y]][columns[x]] = area.of[c][y][x]);
    }

    public Samples component(int c) {
        Samples component = new Samples(new Shape(shape.grey(), shape.columns(c), shape.rows(c)));
        component.each((only, x, y) -> component.of[0][y][x] = of[c][y][x]);
        return component;
    }

    /** The quarter turn of P-35, plane by plane (P-36). */
    public Samples rotated90() {
        Samples turned = new Samples(new Shape(shape.mode(), shape.height(), shape.width()));
        turned.each((c, x, y) -> turned.of[c][y][x] = of[c][x][of[c][0].length - 1 - y]);
        return turned;
    }
}

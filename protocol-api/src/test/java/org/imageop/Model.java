package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/** The tests' own idea of an image: plain numbers, by component, row and column. Nothing of the library is used. */
final class Model {
    final Mode mode;
    final int width;
    final int height;
    final int[][][] samples;

    Model(Mode mode, int width, int height) {
        this.mode = mode;
        this.width = width;
        this.height = height;
        this.samples = new int[names(mode).length][][];
        for (int c = 0; c < samples.length; c++) {
            samples[c] = new int[height / divisor(mode, c)][width / divisor(mode, c)];
        }
    }

    static Model random(Mode mode, int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Model model = new Model(mode, width, height);
        for (int[][] plane : model.samples) {
            for (int[] row : plane) {
                for (int x = 0; x < row.length; x++) {
                    row[x] = value(mode, random);
                }
            }
        }
        return model;
    }

    /** Any value, and the ends more often. */
    static int value(Mode mode, SplittableRandom random) {
        int kind = random.nextInt(8);
        return kind == 0 ? 0 : kind == 1 ? max(mode) : random.nextInt() & max(mode);
    }

    /** The colour of one pixel. */
    static int[] color(Mode mode, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return java.util.stream.IntStream.range(0, names(mode).length)
                .map(c -> value(mode, random))
                .toArray();
    }

    static boolean isPlanar(Mode mode) {
        return mode == Mode.YV12 || mode == Mode.JPEG_YV12;
    }

    static int bits(Mode mode) {
        return switch (mode) {
            case L, LA, RGB, RGBA, YV12, JPEG_YV12, CMYK -> 8;
            case L16, LA32, RGB48, RGBA64, CMYK64 -> 16;
            case L32 -> 32;
        };
    }

    static String[] names(Mode mode) {
        return switch (mode) {
            case L, L16, L32 -> new String[] {"l"};
            case LA, LA32 -> new String[] {"l", "a"};
            case RGB, RGB48 -> new String[] {"r", "g", "b"};
            case RGBA, RGBA64 -> new String[] {"r", "g", "b", "a"};
            case YV12, JPEG_YV12 -> new String[] {"y", "cr", "cb"};
            case CMYK, CMYK64 -> new String[] {"c", "m", "y", "k"};
        };
    }

    static Mode grey(Mode mode) {
        return bits(mode) == 8 ? Mode.L : bits(mode) == 16 ? Mode.L16 : Mode.L32;
    }

    /** The largest value; as an int, the largest of 32 bits is -1. */
    static int max(Mode mode) {
        return -1 >>> (32 - bits(mode));
    }

    static int divisor(Mode mode, int component) {
        return isPlanar(mode) && component > 0 ? 2 : 1;
    }

    int components() {
        return samples.length;
    }

    int[] pixel(int x, int y) {
        int[] pixel = new int[samples.length];
        for (int c = 0; c < pixel.length; c++) {
            pixel[c] = samples[c][y][x];
        }
        return pixel;
    }

    void pixel(int x, int y, int... values) {
        for (int c = 0; c < values.length; c++) {
            samples[c][y][x] = values[c];
        }
    }

    Model copy() {
        return area(range(width), range(height));
    }

    static int[] range(int count) {
        return java.util.stream.IntStream.range(0, count).toArray();
    }

    /** The pixels of some columns and rows, in that order; in planar modes whole 2×2 groups only. */
    Model area(int[] columns, int[] rows) {
        Model area = new Model(mode, columns.length, rows.length);
        for (int c = 0; c < samples.length; c++) {
            int d = divisor(mode, c);
            for (int y = 0; y < area.samples[c].length; y++) {
                for (int x = 0; x < area.samples[c][y].length; x++) {
                    area.samples[c][y][x] = samples[c][rows[y * d] / d][columns[x * d] / d];
                }
            }
        }
        return area;
    }

    /** The reverse of {@link #area}. */
    void replace(int[] columns, int[] rows, Model area) {
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < columns.length; x++) {
                pixel(columns[x], rows[y], area.pixel(x, y));
            }
        }
    }

    Model component(int c) {
        Model component = new Model(grey(mode), samples[c][0].length, samples[c].length);
        for (int y = 0; y < samples[c].length; y++) {
            component.samples[0][y] = samples[c][y].clone();
        }
        return component;
    }

    /** The quarter turn of P-35, plane by plane. */
    Model rotated90() {
        Model turned = new Model(mode, height, width);
        for (int c = 0; c < samples.length; c++) {
            int w = samples[c][0].length;
            for (int y = 0; y < turned.samples[c].length; y++) {
                for (int x = 0; x < turned.samples[c][y].length; x++) {
                    turned.samples[c][y][x] = samples[c][x][w - 1 - y];
                }
            }
        }
        return turned;
    }

    Model transposed() {
        Model mirrored = new Model(mode, height, width);
        for (int c = 0; c < samples.length; c++) {
            for (int y = 0; y < mirrored.samples[c].length; y++) {
                for (int x = 0; x < mirrored.samples[c][y].length; x++) {
                    mirrored.samples[c][y][x] = samples[c][x][y];
                }
            }
        }
        return mirrored;
    }

    Model mirrored() {
        Model mirrored = copy();
        for (int[][] plane : mirrored.samples) {
            for (int[] row : plane) {
                for (int x = 0, last = row.length - 1; x < last - x; x++) {
                    int left = row[x];
                    row[x] = row[last - x];
                    row[last - x] = left;
                }
            }
        }
        return mirrored;
    }

    /** The PEP's bytes (P-15, P-20, P-22). */
    byte[] bytes() {
        int samplesInAll = 0;
        for (int[][] plane : samples) {
            samplesInAll += plane.length * plane[0].length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(samplesInAll * bits(mode) / 8).order(ByteOrder.nativeOrder());
        if (isPlanar(mode)) {
            for (int[][] plane : samples) {
                for (int[] row : plane) {
                    for (int sample : row) {
                        bytes.put((byte) sample);
                    }
                }
            }
            return bytes.array();
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int[][] plane : samples) {
                    switch (bits(mode)) {
                        case 8 -> bytes.put((byte) plane[y][x]);
                        case 16 -> bytes.putShort((short) plane[y][x]);
                        default -> bytes.putInt(plane[y][x]);
                    }
                }
            }
        }
        return bytes.array();
    }

    /** The reverse of {@link #bytes}. */
    static Model of(Mode mode, int width, int height, byte[] data) {
        ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.nativeOrder());
        Model model = new Model(mode, width, height);
        if (isPlanar(mode)) {
            for (int[][] plane : model.samples) {
                for (int[] row : plane) {
                    for (int x = 0; x < row.length; x++) {
                        row[x] = bytes.get() & 0xff;
                    }
                }
            }
            return model;
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int[][] plane : model.samples) {
                    plane[y][x] = switch (bits(mode)) {
                        case 8 -> bytes.get() & 0xff;
                        case 16 -> bytes.getShort() & 0xffff;
                        default -> bytes.getInt();
                    };
                }
            }
        }
        return model;
    }

    /** Checks an image by its pixels or planes, one by one, and by its bytes, in bulk. */
    void assertIn(ImageLike image) {
        assertThat(image.mode()).isSameAs(mode);
        assertThat(image.size()).isEqualTo(new ImageSize(width, height));
        for (int c = 0; c < samples.length; c++) {
            if (isPlanar(mode)) {
                component(c).assertIn(image.plane(names(mode)[c]));
                continue;
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (image.get(x, y).get(c) != samples[c][y][x]) {
                        assertThat(image.get(x, y).value())
                                .as("pixel (%d, %d) of %s", x, y, image)
                                .isEqualTo(pixel(x, y));
                    }
                }
            }
        }
        assertThat(image.buffer().get(Slice.ALL)).as("bytes of %s", image).isEqualTo(bytes());
    }

    void assertSameAs(Model found) {
        assertThat(found.mode).isSameAs(mode);
        for (int c = 0; c < samples.length; c++) {
            for (int y = 0; y < samples[c].length; y++) {
                assertThat(found.samples[c][y])
                        .as("stored component %s, row %d", names(mode)[c], y)
                        .isEqualTo(samples[c][y]);
            }
        }
    }
}

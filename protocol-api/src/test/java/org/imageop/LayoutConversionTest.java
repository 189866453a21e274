package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pair of modes between memory of every kind: the same samples as between tight arrays, and nothing written
 * beside them. Elements are read and written one by one here, by offset, strides and bits.
 */
class LayoutConversionTest {
    private static final int WIDTH = 6;
    private static final int HEIGHT = 4;

    enum Kind {
        TIGHT,
        PADDED,
        GAPPED,
        ARRAY_OFFSET,
        MIRRORED,
        UPSIDE_DOWN,
        REVERSED_COMPONENTS,
        SEPARATE,
        DIRECT,
        FOREIGN_ORDER,
        PREMULTIPLIED,
        GAPPED_PREMULTIPLIED,
        PACKED,
        PACKED_REVERSED,
        PACKED_PREMULTIPLIED;

        boolean packed() {
            return name().startsWith("PACKED");
        }

        boolean premultiplied() {
            return name().endsWith("PREMULTIPLIED");
        }

        boolean suits(Mode mode) {
            return (!premultiplied() || mode.hasAlpha())
                    && (this != FOREIGN_ORDER || mode.bitsPerComponent() > 8)
                    && (!packed() || (mode.bitsPerComponent() == 8 && !mode.planar()));
        }
    }

    /** Planes in memory that is full of other people's bits. */
    private static final class Memory {
        private final Mode mode;
        private final AlphaType alpha;
        private final Plane[] planes;
        private final Buffer[] buffers;
        private final Map<Buffer, long[]> before = new IdentityHashMap<>();

        Memory(Kind kind, Mode mode, SplittableRandom random) {
            this.mode = mode;
            this.alpha = kind.premultiplied()
                    ? AlphaType.PREMULTIPLIED
                    : mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
            int n = mode.components();
            this.planes = new Plane[n];
            this.buffers = new Buffer[n];
            int gap = kind == Kind.GAPPED || kind == Kind.GAPPED_PREMULTIPLIED ? 2 : 0;
            int pad = kind == Kind.TIGHT || kind == Kind.PREMULTIPLIED ? 0 : 3;
            int start = kind == Kind.TIGHT ? 0 : 5;
            int pixelStride = (kind.packed() || kind == Kind.SEPARATE || mode.planar() ? 1 : n) + gap;
            int space = 2 * start + n * (WIDTH * pixelStride + pad) * HEIGHT;
            Buffer shared = buffer(kind, mode, space);
            for (int c = 0; c < n; c++) {
                ImageSize size = mode.planeSize(c, WIDTH, HEIGHT);
                int place = kind == Kind.REVERSED_COMPONENTS || kind == Kind.PACKED_REVERSED ? n - 1 - c : c;
                int lineStride = size.width() * pixelStride + pad;
                int offset = start;
                if (mode.planar() && kind != Kind.SEPARATE) {
                    offset += place * (WIDTH + pad + gap * WIDTH) * HEIGHT;
                } else if (!kind.packed() && kind != Kind.SEPARATE) {
                    offset += place;
                }
                buffers[c] = kind == Kind.SEPARATE ? buffer(kind, mode, space) : shared;
                int across = pixelStride;
                int down = lineStride;
                if (kind == Kind.MIRRORED) {
                    offset += (size.width() - 1) * across;
                    across = -across;
                } else if (kind == Kind.UPSIDE_DOWN) {
                    offset += (size.height() - 1) * down;
                    down = -down;
                }
                planes[c] = kind.packed()
                        ? Plane.packed(buffers[c], offset, across, down, 8 * place, 8)
                        : Plane.of(buffers[c], offset, across, down);
            }
            for (Buffer buffer : buffers) {
                before.computeIfAbsent(buffer, b -> {
                    long[] strangers = new long[b.limit()];
                    for (int i = 0; i < strangers.length; i++) {
                        put(b, i, random.nextInt());
                        strangers[i] = element(b, i);
                    }
                    return strangers;
                });
            }
        }

        private static Buffer buffer(Kind kind, Mode mode, int elements) {
            int bytes = kind.packed() ? 4 : mode.bitsPerComponent() / 8;
            ByteOrder other =
                    ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            if (kind == Kind.DIRECT || kind == Kind.FOREIGN_ORDER) {
                ByteBuffer raw = kind == Kind.DIRECT
                        ? ByteBuffer.allocateDirect(elements * bytes).order(ByteOrder.nativeOrder())
                        : ByteBuffer.allocate(elements * bytes).order(other);
                return bytes == 1 ? raw : bytes == 2 ? raw.asShortBuffer() : raw.asIntBuffer();
            }
            int skipped = kind == Kind.ARRAY_OFFSET ? 7 : 0;
            return switch (bytes) {
                case 1 ->
                    ByteBuffer.wrap(new byte[skipped + elements], skipped, elements)
                            .slice();
                case 2 ->
                    ShortBuffer.wrap(new short[skipped + elements], skipped, elements)
                            .slice();
                default ->
                    IntBuffer.wrap(new int[skipped + elements], skipped, elements)
                            .slice();
            };
        }

        StandardImage image() {
            return StandardImage.wrap(PixelLayout.of(mode, WIDTH, HEIGHT, alpha, planes));
        }

        private int index(int c, int x, int y) {
            return (int) (planes[c].offset() + y * planes[c].lineStride() + x * planes[c].pixelStride());
        }

        private long mask(int c) {
            return (1L << planes[c].bits()) - 1;
        }

        /** The bits of all samples, in the buffer's order. */
        int[] raw() {
            int[] samples = new int[Samples.count(mode, WIDTH, HEIGHT)];
            walk((c, x, y, at) ->
                    samples[at] = (int) (element(buffers[c], index(c, x, y)) >> planes[c].shift() & mask(c)));
            return samples;
        }

        void fill(int[] samples) {
            walk((c, x, y, at) -> {
                long others = element(buffers[c], index(c, x, y)) & ~(mask(c) << planes[c].shift());
                put(buffers[c], index(c, x, y), others | (samples[at] & mask(c)) << planes[c].shift());
            });
        }

        /** What has changed beside the samples. */
        List<String> trampled() {
            Map<Buffer, long[]> ours = new IdentityHashMap<>();
            before.forEach((buffer, elements) -> ours.put(buffer, new long[elements.length]));
            walk((c, x, y, at) -> ours.get(buffers[c])[index(c, x, y)] |= mask(c) << planes[c].shift());
            List<String> trampled = new ArrayList<>();
            before.forEach((buffer, elements) -> {
                for (int i = 0; i < elements.length; i++) {
                    if (((element(buffer, i) ^ elements[i]) & ~ours.get(buffer)[i]) != 0) {
                        trampled.add("element " + i);
                    }
                }
            });
            return trampled;
        }

        private interface Visitor {
            void sample(int c, int x, int y, int at);
        }

        private void walk(Visitor visitor) {
            int n = mode.components();
            int start = 0;
            for (int c = 0; c < n; c++) {
                ImageSize size = mode.planeSize(c, WIDTH, HEIGHT);
                for (int y = 0; y < size.height(); y++) {
                    for (int x = 0; x < size.width(); x++) {
                        int pixel = y * size.width() + x;
                        visitor.sample(c, x, y, mode.planar() ? start + pixel : pixel * n + c);
                    }
                }
                start += size.width() * size.height();
            }
        }

        private static long element(Buffer buffer, int i) {
            if (buffer instanceof ByteBuffer b) {
                return b.get(i) & 0xff;
            } else if (buffer instanceof ShortBuffer s) {
                return s.get(i) & 0xffff;
            }
            return ((IntBuffer) buffer).get(i) & 0xffff_ffffL;
        }

        private static void put(Buffer buffer, int i, long value) {
            if (buffer instanceof ByteBuffer b) {
                b.put(i, (byte) value);
            } else if (buffer instanceof ShortBuffer s) {
                s.put(i, (short) value);
            } else {
                ((IntBuffer) buffer).put(i, (int) value);
            }
        }
    }

    static Stream<Object[]> pairs() {
        return Stream.of(Mode.values()).flatMap(from -> Stream.of(Mode.values()).map(to -> new Object[] {from, to}));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void memoryOfAnyKindConvertsAlike(Mode from, Mode to) {
        SplittableRandom random = new SplittableRandom(from.ordinal() * 13 + to.ordinal());
        for (Kind read : Kind.values()) {
            for (Kind write : Kind.values()) {
                if (!read.suits(from) || !write.suits(to)) {
                    continue;
                }
                Memory source = new Memory(read, from, random);
                Memory target = new Memory(write, to, random);
                int[] stored = Samples.random(from, WIDTH, HEIGHT, random);
                int[] straight = stored;
                if (read.premultiplied()) {
                    limitToAlpha(from, stored);
                    straight = divided(from, stored);
                }
                source.fill(stored);
                int[] expected = Samples.of(StandardImage.from(Samples.image(from, WIDTH, HEIGHT, straight), to));

                Images.copy(source.image(), target.image());

                String what = from + " " + read + " to " + to + " " + write;
                assertThat(target.raw())
                        .as(what)
                        .isEqualTo(write.premultiplied() ? multiplied(to, expected) : expected);
                assertThat(target.trampled()).as(what).isEmpty();
                assertThat(source.trampled()).as(what).isEmpty();
                assertThat(source.raw()).as(what).isEqualTo(stored);
            }
        }
    }

    /** Premultiplied colours are at most alpha. */
    private static void limitToAlpha(Mode mode, int[] samples) {
        int n = mode.components();
        for (int k = 0; k < samples.length; k++) {
            samples[k] = Math.min(samples[k], samples[k - k % n + n - 1]);
        }
    }

    /** The nearest integer of colour × max / alpha; 0 where alpha is 0. */
    private static int[] divided(Mode mode, int[] samples) {
        return eachColor(mode, samples, (v, a) -> a == 0 ? 0 : (2 * v * mode.maxValue() + a) / (2 * a));
    }

    /** The nearest integer of colour × alpha / max. */
    private static int[] multiplied(Mode mode, int[] samples) {
        return eachColor(mode, samples, (v, a) -> (2 * v * a + mode.maxValue()) / (2 * mode.maxValue()));
    }

    private interface WithAlpha {
        long apply(long value, long alpha);
    }

    private static int[] eachColor(Mode mode, int[] samples, WithAlpha function) {
        int n = mode.components();
        int[] result = Arrays.copyOf(samples, samples.length);
        for (int k = 0; k < result.length; k++) {
            if (k % n < n - 1) {
                result[k] = (int) function.apply(samples[k], samples[k - k % n + n - 1]);
            }
        }
        return result;
    }
}

package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Memory with samples in it, and a canary in every bit that belongs to no sample. */
final class Storage {
    /** What kind of memory. */
    enum Kind {
        HEAP,
        SLICED,
        DIRECT,
        READ_ONLY
    }

    /** What an element of it is. */
    enum Element {
        BYTE,
        SHORT,
        INT,
        FLOAT,
        BIG_ENDIAN_SHORT,
        BIG_ENDIAN_INT;

        static Element ofBits(int bits) {
            return bits == 8 ? BYTE : bits == 16 ? SHORT : INT;
        }
    }

    /** Where a sample lies. */
    interface Position {
        int of(int component, int x, int y);
    }

    private final Mode mode;
    private final int width;
    private final int height;
    private final List<Buffer> memories = new ArrayList<>();
    private final int[] shifts;
    private final int bits;
    private final Plane.@Nullable Range range;
    private final Position position;
    private final List<int[]> before = new ArrayList<>();

    /** One memory for all components, or one for each. */
    Storage(
            Mode mode,
            int width,
            int height,
            List<Buffer> memories,
            int[] shifts,
            int bits,
            Plane.@Nullable Range range,
            Position position) {
        this.mode = mode;
        this.width = width;
        this.height = height;
        this.memories.addAll(memories);
        this.shifts = shifts;
        this.bits = bits;
        this.range = range;
        this.position = position;
        SplittableRandom random = new SplittableRandom(4711);
        for (Buffer memory : memories) {
            for (int i = 0; i < memory.limit(); i++) {
                // no NaN among the floats: its bits need not survive
                put(memory, i, random.nextInt() & 0x7f7f_ffff);
            }
        }
    }

    static Buffer allocate(Element element, Kind kind, int count) {
        int extra = kind == Kind.SLICED ? 5 : 0;
        int size =
                element == Element.BYTE ? 1 : element == Element.SHORT || element == Element.BIG_ENDIAN_SHORT ? 2 : 4;
        if (element == Element.BIG_ENDIAN_SHORT || element == Element.BIG_ENDIAN_INT) {
            ByteBuffer bytes = ((ByteBuffer) allocate(Element.BYTE, kind, count * size)).order(ByteOrder.BIG_ENDIAN);
            return element == Element.BIG_ENDIAN_SHORT ? bytes.asShortBuffer() : bytes.asIntBuffer();
        }
        if (kind == Kind.DIRECT) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(count * size).order(ByteOrder.nativeOrder());
            return switch (element) {
                case BYTE -> bytes;
                case SHORT -> bytes.asShortBuffer();
                case INT -> bytes.asIntBuffer();
                default -> bytes.asFloatBuffer();
            };
        }
        return switch (element) {
            case BYTE -> ByteBuffer.allocate(count + extra).position(extra).slice();
            case SHORT -> ShortBuffer.allocate(count + extra).position(extra).slice();
            case INT -> IntBuffer.allocate(count + extra).position(extra).slice();
            default -> FloatBuffer.allocate(count + extra).position(extra).slice();
        };
    }

    /** What the image gets to see of a memory. */
    static Buffer seen(Buffer memory, Kind kind) {
        if (kind != Kind.READ_ONLY) {
            return memory;
        }
        if (memory instanceof ByteBuffer b) {
            return b.asReadOnlyBuffer();
        } else if (memory instanceof ShortBuffer s) {
            return s.asReadOnlyBuffer();
        } else if (memory instanceof IntBuffer i) {
            return i.asReadOnlyBuffer();
        }
        return ((FloatBuffer) memory).asReadOnlyBuffer();
    }

    private Buffer memory(int component) {
        return memories.get(Math.min(component, memories.size() - 1));
    }

    private static int raw(Buffer memory, int index) {
        if (memory instanceof ByteBuffer b) {
            return b.get(index) & 0xff;
        } else if (memory instanceof ShortBuffer s) {
            return s.get(index) & 0xffff;
        } else if (memory instanceof IntBuffer i) {
            return i.get(index);
        }
        return Float.floatToRawIntBits(((FloatBuffer) memory).get(index));
    }

    private static void put(Buffer memory, int index, int raw) {
        if (memory instanceof ByteBuffer b) {
            b.put(index, (byte) raw);
        } else if (memory instanceof ShortBuffer s) {
            s.put(index, (short) raw);
        } else if (memory instanceof IntBuffer i) {
            i.put(index, raw);
        } else {
            ((FloatBuffer) memory).put(index, Float.intBitsToFloat(raw));
        }
    }

    private static int elementBits(Buffer memory) {
        return memory instanceof ByteBuffer ? 8 : memory instanceof ShortBuffer ? 16 : 32;
    }

    private int mask(int component) {
        return (-1 >>> (32 - bits)) << shifts[component];
    }

    /** Puts the samples of an image into the memory as they are to lie there. */
    void fill(Model model) {
        for (int c = 0; c < model.components(); c++) {
            Buffer memory = memory(c);
            for (int y = 0; y < model.samples[c].length; y++) {
                for (int x = 0; x < model.samples[c][y].length; x++) {
                    int at = position.of(c, x, y);
                    put(memory, at, raw(memory, at) & ~mask(c) | encoded(memory, model.samples[c][y][x]) << shifts[c]);
                }
            }
        }
        before.clear();
        memories.forEach(memory -> before.add(all(memory)));
    }

    private static int[] all(Buffer memory) {
        int[] all = new int[memory.limit()];
        for (int i = 0; i < all.length; i++) {
            all[i] = raw(memory, i);
        }
        return all;
    }

    private int encoded(Buffer memory, int sample) {
        if (range == null) {
            return sample;
        }
        long max = Model.max(mode) & 0xffff_ffffL;
        double number = range.min() + (sample & 0xffff_ffffL) * (range.max() - range.min()) / max;
        return memory instanceof FloatBuffer
                ? Float.floatToRawIntBits((float) number)
                : (int) Math.round(number) & (-1 >>> (32 - elementBits(memory)));
    }

    private int decoded(Buffer memory, int field) {
        if (range == null) {
            return field;
        }
        double number = memory instanceof ByteBuffer
                ? (double) (byte) field
                : memory instanceof ShortBuffer
                        ? (double) (short) field
                        : memory instanceof IntBuffer ? (double) field : (double) Float.intBitsToFloat(field);
        long max = Model.max(mode) & 0xffff_ffffL;
        return (int) Math.round((number - range.min()) * max / (range.max() - range.min()));
    }

    /** The samples as they lie there now. */
    Model read() {
        Model model = new Model(mode, width, height);
        for (int c = 0; c < model.components(); c++) {
            Buffer memory = memory(c);
            for (int y = 0; y < model.samples[c].length; y++) {
                for (int x = 0; x < model.samples[c][y].length; x++) {
                    int field = (raw(memory, position.of(c, x, y)) & mask(c)) >>> shifts[c];
                    model.samples[c][y][x] = decoded(memory, field);
                }
            }
        }
        return model;
    }

    /** Every bit that belongs to no sample is as it was. */
    void assertSurroundingsUntouched() {
        List<int[]> owned = new ArrayList<>();
        memories.forEach(memory -> owned.add(new int[memory.limit()]));
        for (int c = 0; c < shifts.length; c++) {
            int d = Model.divisor(mode, c);
            for (int y = 0; y < height / d; y++) {
                for (int x = 0; x < width / d; x++) {
                    owned.get(Math.min(c, memories.size() - 1))[position.of(c, x, y)] |= mask(c);
                }
            }
        }
        for (int m = 0; m < memories.size(); m++) {
            int[] now = all(memories.get(m));
            for (int i = 0; i < now.length; i++) {
                if (((now[i] ^ before.get(m)[i]) & ~owned.get(m)[i]) != 0) {
                    assertThat(Integer.toHexString(now[i]))
                            .as("element %d of memory %d, of which %x belongs to a sample", i, m, owned.get(m)[i])
                            .isEqualTo(Integer.toHexString(before.get(m)[i]));
                }
            }
        }
    }
}

package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ShortBuffer;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields of a few bits of shorts are widened to bytes and narrowed again, each to the nearest value. */
class NarrowFieldsTest {
    private static final int SIDE = 256;

    /** Orders of fields, and for each component its lowest bit and its number of bits. */
    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(Mode.RGB, "R5G6B5", new int[][] {{11, 5}, {5, 6}, {0, 5}}),
                Arguments.of(Mode.RGB, "X1R5G5B5", new int[][] {{10, 5}, {5, 5}, {0, 5}}),
                Arguments.of(Mode.RGB, "X3B2G8R3", new int[][] {{0, 3}, {3, 8}, {11, 2}}),
                Arguments.of(Mode.RGBA, "A1R5G5B5", new int[][] {{10, 5}, {5, 5}, {0, 5}, {15, 1}}),
                Arguments.of(Mode.RGBA, "R4G4B4A4", new int[][] {{12, 4}, {8, 4}, {4, 4}, {0, 4}}),
                Arguments.of(Mode.CMYK, "K2C7M4Y3", new int[][] {{7, 7}, {3, 4}, {0, 3}, {14, 2}}),
                Arguments.of(Mode.LA, "L8A7X1", new int[][] {{8, 8}, {1, 7}}),
                Arguments.of(Mode.L, "X6L6X4", new int[][] {{4, 6}}));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void widensEachValueToTheNearestByte(Mode mode, String order, int[][] fields) {
        short[] memory = everyValue();
        PixelLayout layout = layout(mode, order, memory);

        for (PixelLayout seen : new PixelLayout[] {layout, layout.flipLeftRight()}) {
            StandardImage bytes = StandardImage.from(StandardImage.wrap(seen), mode);
            int[] row = new int[SIDE * fields.length];
            for (int y = 0; y < SIDE; y++) {
                Images.rows(bytes).read(0, y, SIDE, row, 0);
                for (int x = 0; x < SIDE; x++) {
                    int value = y * SIDE + (seen == layout ? x : SIDE - 1 - x);
                    for (int c = 0; c < fields.length; c++) {
                        int field = value >> fields[c][0] & max(fields[c]);
                        assertThat(row[x * fields.length + c])
                                .as("%s, component %d of %x", order, c, value)
                                .isEqualTo((int) Math.round(field * 255.0 / max(fields[c])));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void narrowsEachByteToTheNearestValueAndKeepsOtherBits(Mode mode, String order, int[][] fields) {
        SplittableRandom random = new SplittableRandom(16);
        StandardImage bytes = StandardImage.of(mode, SIDE, SIDE);
        int[] samples = random.ints((long) SIDE * SIDE * fields.length, 0, 256).toArray();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                samples[(y * SIDE + x) * fields.length] = x;
            }
            Images.rows(bytes).write(0, y, SIDE, samples, y * SIDE * fields.length);
        }

        for (boolean mirrored : new boolean[] {false, true}) {
            short[] memory = everyValue();
            PixelLayout layout = layout(mode, order, memory);
            Images.copy(bytes, StandardImage.wrap(mirrored ? layout.flipLeftRight() : layout));

            for (int k = 0; k < memory.length; k++) {
                int expected = k;
                int pixel = mirrored ? k / SIDE * SIDE + SIDE - 1 - k % SIDE : k;
                for (int c = 0; c < fields.length; c++) {
                    long field = Math.round(samples[pixel * fields.length + c] * max(fields[c]) / 255.0);
                    expected = expected & ~(max(fields[c]) << fields[c][0]) | (int) field << fields[c][0];
                }
                assertThat(memory[k]).as("%s, pixel %d", order, k).isEqualTo((short) expected);
            }
        }
    }

    /** 255 − v of the byte nearest to a field is the byte nearest to the field's inverse. */
    @ParameterizedTest
    @MethodSource("orders")
    void mapsFieldsWhereTheyAre(Mode mode, String order, int[][] fields) {
        short[] memory = everyValue();
        StandardImage.wrap(layout(mode, order, memory)).map(value -> 255 - value);

        for (int k = 0; k < memory.length; k++) {
            int expected = k;
            for (int[] field : fields) {
                expected ^= max(field) << field[0];
            }
            assertThat(memory[k]).as("%s, pixel %d", order, k).isEqualTo((short) expected);
        }
    }

    private static int max(int[] field) {
        return (1 << field[1]) - 1;
    }

    private static short[] everyValue() {
        short[] memory = new short[SIDE * SIDE];
        for (int k = 0; k < memory.length; k++) {
            memory[k] = (short) k;
        }
        return memory;
    }

    private static PixelLayout layout(Mode mode, String order, short[] memory) {
        return PixelLayout.packed(
                mode,
                SIDE,
                SIDE,
                order,
                mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE,
                ShortBuffer.wrap(memory),
                0,
                SIDE);
    }
}

package org.imageop.internal.colors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Kernel Y at 16 bits, of 8-bit colours. */
class ColorLoopsTest {

    @Test
    void weighsEachWidenedColorToTheNearestGreyOf16Bits() {
        int[] row = new int[256];
        for (int rest = 0; rest < 1 << 16; rest++) {
            for (int red = 0; red < 256; red++) {
                row[red] = 0x5a000000 | rest << 8 | red;
            }
            ColorLoops.wideLuma(row, 256);
            long others = 587L * 257 * (rest & 0xff) + 114L * 257 * (rest >> 8);
            for (int red = 0; red < 256; red++) {
                long expected = (299L * 257 * red + others + 500) / 1000;
                if (row[red] != expected) {
                    assertThat(row[red]).as("blue, green %x, red %x", rest, red).isEqualTo((int) expected);
                }
            }
        }
    }
}

package org.imageop.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.Arrays;
import org.imageop.AlphaType;
import org.imageop.PixelLayout;
import org.imageop.SampleRows;
import org.junit.jupiter.api.Test;

/** Single pixels in ints mean what the same ints mean in memory. */
class ArgbTest {
    private static int pixel(int value, int alpha) {
        return alpha << 24 | value << 16 | (255 - value) << 8 | value;
    }

    @Test
    void A13_multiplyingAndDividingAreThoseOfPremultipliedMemory() {
        int[] memory = new int[1];
        SampleRows rows = PixelLayout.argb(IntBuffer.wrap(memory), 1, 1, AlphaType.PREMULTIPLIED)
                .rows();
        int[] samples = new int[4];
        for (int alpha = 0; alpha < 256; alpha++) {
            for (int value = 0; value < 256; value++) {
                int argb = pixel(value, alpha);
                Argb.unpack(argb, 4, samples, 0);
                rows.write(0, 0, 1, samples, 0);
                assertThat(Argb.premultiply(argb)).as("%08x", argb).isEqualTo(memory[0]);

                memory[0] = argb;
                rows.read(0, 0, 1, samples, 0);
                assertThat(Argb.straighten(argb)).as("%08x", argb).isEqualTo(Argb.pack(4, samples, 0));
            }
        }
    }

    @Test
    void A13_samplesAreInTheOrderOfTheModes() {
        int[] samples = {9, 1, 2, 3, 4};
        assertThat(Argb.pack(1, samples, 1)).isEqualTo(0xff010101);
        assertThat(Argb.pack(2, samples, 1)).isEqualTo(0x02010101);
        assertThat(Argb.pack(3, samples, 1)).isEqualTo(0xff010203);
        assertThat(Argb.pack(4, samples, 1)).isEqualTo(0x04010203);
        for (int components = 1; components <= 4; components++) {
            int[] again = new int[6];
            Argb.unpack(Argb.pack(components, samples, 1), components, again, 1);
            int[] expected = new int[6];
            System.arraycopy(samples, 1, expected, 1, components);
            assertThat(again).isEqualTo(expected);
        }
    }

    @Test
    void A13_runsAreTheirPixels() {
        int[] argb = {0x01020304, 0xfffefdfc, 0x80000001, 0x00ffffff};
        for (int components = 1; components <= 4; components++) {
            int[] run = new int[2 + argb.length * components];
            Argb.unpack(argb, components, run, 1, argb.length);
            int[] again = new int[argb.length];
            Argb.pack(components, run, 1, again, argb.length);
            for (int i = 0; i < argb.length; i++) {
                int[] pixel = new int[components];
                Argb.unpack(argb[i], components, pixel, 0);
                assertThat(run).startsWith(0).endsWith(0);
                assertThat(Arrays.copyOfRange(run, 1 + i * components, 1 + (i + 1) * components))
                        .isEqualTo(pixel);
                assertThat(again[i]).isEqualTo(Argb.pack(components, pixel, 0));
            }
        }
    }
}

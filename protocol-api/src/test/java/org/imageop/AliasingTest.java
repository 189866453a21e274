package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Layouts of which two samples are the same bits cannot be written (L-3); found here by looking at every bit. */
class AliasingTest {
    private static final byte[] ARRAY = new byte[4096];

    private static Plane plane(long offset, long pixelStride, long lineStride) {
        return Plane.of(ByteBuffer.wrap(ARRAY), offset, pixelStride, lineStride);
    }

    private static boolean aliased(PixelLayout layout) {
        Set<Long> bits = new HashSet<>();
        for (int c = 0; c < layout.planes().size(); c++) {
            Plane plane = layout.plane(c);
            ImageSize size = layout.mode()
                    .planeSize(c, layout.size().width(), layout.size().height());
            for (int y = 0; y < size.height(); y++) {
                for (int x = 0; x < size.width(); x++) {
                    for (int bit = 0; bit < plane.bits(); bit++) {
                        long element = plane.offset() + y * plane.lineStride() + x * plane.pixelStride();
                        if (!bits.add(element * 8 + plane.shift() + bit)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    @Test
    void L3_theSamePlaneThreeTimesIsReadOnly() {
        Plane grey = plane(0, 1, 4);
        PixelLayout layout = PixelLayout.of(Mode.RGB, 4, 4, AlphaType.OPAQUE, grey, grey, grey);

        assertThat(layout.readOnly()).isTrue();
        assertThat(layout.component("r").readOnly()).isFalse();
    }

    @Test
    void L3_rowsThatOverlapAreReadOnly() {
        assertThat(PixelLayout.of(Mode.L, 3, 3, AlphaType.OPAQUE, plane(0, 1, 1))
                        .readOnly())
                .isTrue();
        assertThat(PixelLayout.of(Mode.L, 3, 1, AlphaType.OPAQUE, plane(0, 1, 1))
                        .readOnly())
                .isFalse();
        assertThat(PixelLayout.of(Mode.L, 3, 3, AlphaType.OPAQUE, plane(0, 1, 2))
                        .readOnly())
                .isTrue();
        assertThat(PixelLayout.of(Mode.L, 2, 3, AlphaType.OPAQUE, plane(0, 1, 2))
                        .readOnly())
                .isFalse();
    }

    @Test
    void L3_slicesOfOneArrayAreOneMemory() {
        ByteBuffer whole = ByteBuffer.wrap(ARRAY);
        PixelLayout layout = PixelLayout.of(
                Mode.LA, 2, 1, AlphaType.STRAIGHT, Plane.of(whole, 8, 1, 2), Plane.of(whole.slice(8, 20), 1, 1, 2));

        assertThat(layout.readOnly()).isTrue();
    }

    @Test
    void L3_layoutsOfOneStrideAreReadOnlyExactlyIfBitsRepeat() {
        SplittableRandom random = new SplittableRandom(368);
        int repeated = 0;
        for (int i = 0; i < 20_000; i++) {
            int width = random.nextInt(1, 6);
            int height = random.nextInt(1, 6);
            long pixelStride = random.nextInt(-7, 8);
            long lineStride = random.nextInt(-12, 13);
            Plane[] planes = new Plane[3];
            for (int c = 0; c < 3; c++) {
                planes[c] = plane(500 + random.nextInt(0, 40), pixelStride, lineStride);
            }
            PixelLayout layout = PixelLayout.of(Mode.RGB, width, height, AlphaType.OPAQUE, planes);
            assertThat(layout.readOnly()).as("%s", layout).isEqualTo(aliased(layout));
            repeated += layout.readOnly() ? 1 : 0;
        }
        assertThat(repeated).isBetween(2_000, 18_000);
    }

    @Test
    void L3_layoutsOfSeveralStridesAndFieldsAreReadOnlyExactlyIfBitsRepeat() {
        SplittableRandom random = new SplittableRandom(103);
        int repeated = 0;
        for (int i = 0; i < 20_000; i++) {
            Mode mode = random.nextBoolean() ? Mode.YV12 : Mode.LA;
            int width = 2 * random.nextInt(1, 4);
            int height = 2 * random.nextInt(1, 4);
            Plane[] planes = new Plane[mode.components()];
            for (int c = 0; c < planes.length; c++) {
                int bits = random.nextInt(1, 9);
                planes[c] = Plane.packed(
                        ByteBuffer.wrap(ARRAY),
                        500 + random.nextInt(0, 60),
                        random.nextInt(-5, 6),
                        random.nextInt(-14, 15),
                        random.nextInt(0, 9 - bits),
                        bits);
            }
            PixelLayout layout = PixelLayout.of(
                    mode, width, height, mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE, planes);
            assertThat(layout.readOnly()).as("%s", layout).isEqualTo(aliased(layout));
            repeated += layout.readOnly() ? 1 : 0;
        }
        assertThat(repeated).isBetween(2_000, 18_000);
    }
}

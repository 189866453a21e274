package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.junit.jupiter.api.Test;

class PixelLayoutMemoryTest {
    @Test
    void oneBufferIsHandedOutWithAPositionOfItsOwn() {
        IntBuffer memory = IntBuffer.allocate(12).position(3);
        PixelLayout layout = PixelLayout.of(
                Mode.RGB,
                3,
                4,
                AlphaType.OPAQUE,
                Plane.packed(memory, 0, 1, 3, 16, 8),
                Plane.packed(memory.duplicate(), 0, 1, 3, 8, 8),
                Plane.packed(memory, 0, 1, 3, 0, 8));

        IntBuffer handedOut = (IntBuffer) layout.memory().orElseThrow().clear();
        handedOut.put(11, 0x010203);
        assertThat(memory.get(11)).isEqualTo(0x010203);
        handedOut.position(7);
        assertThat(layout.memory().orElseThrow().position()).isEqualTo(3);
        assertThat(layout.flipLeftRight().memory()).isPresent();
    }

    @Test
    void severalBuffersAreNotOneMemory() {
        PixelLayout layout = PixelLayout.of(
                Mode.LA,
                2,
                2,
                AlphaType.STRAIGHT,
                Plane.of(ByteBuffer.allocateDirect(4), 0, 1, 2),
                Plane.of(ByteBuffer.allocateDirect(4), 0, 1, 2));
        assertThat(layout.memory()).isEmpty();
    }

    @Test
    void layoutsOfTheSameSamplesInTheSameMemoryAreEqual() {
        byte[] array = new byte[24];
        PixelLayout layout = PixelLayout.interleaved(Mode.RGB, 2, 3, "BGR", ByteBuffer.wrap(array), 0, 6);

        assertThat(layout)
                .isEqualTo(PixelLayout.interleaved(Mode.RGB, 2, 3, "BGR", ByteBuffer.wrap(array), 0, 6))
                .hasSameHashCodeAs(PixelLayout.interleaved(Mode.RGB, 2, 3, "BGR", ByteBuffer.wrap(array), 0, 6))
                .isEqualTo(layout.flipTopBottom().flipTopBottom())
                .isNotEqualTo(PixelLayout.interleaved(Mode.RGB, 2, 3, "RGB", ByteBuffer.wrap(array), 0, 6))
                .isNotEqualTo(PixelLayout.interleaved(Mode.RGB, 2, 3, "BGR", ByteBuffer.wrap(array), 1, 6))
                .isNotEqualTo(PixelLayout.interleaved(Mode.RGB, 2, 3, "BGR", ByteBuffer.wrap(array), 0, 7))
                .isNotEqualTo(PixelLayout.interleaved(Mode.RGB, 2, 3, "BGR", ByteBuffer.wrap(array.clone()), 0, 6))
                .isNotEqualTo(PixelLayout.of(Mode.RGB, 3, 2, ByteBuffer.wrap(array)))
                .isNotEqualTo(layout.asReadOnly());
        assertThat(ranged(array, 0, 1)).isEqualTo(ranged(array, 0, 1)).isNotEqualTo(ranged(array, 0, 2));
        assertThat(PixelLayout.of(Mode.L, 4, 6, ByteBuffer.wrap(array))).isNotEqualTo(ranged(array, 0, 1));
    }

    private static PixelLayout ranged(byte[] array, double min, double max) {
        return PixelLayout.ranged(Mode.L, 4, 6, "L", new Plane.Range(min, max), ByteBuffer.wrap(array), 0, 4);
    }

    @Test
    void M8_anArrayForAllPixelsIsRefusedWhereJavaHasNone() {
        assertThat(new ImageSize(3, 5).arrayLength(4)).isEqualTo(60);
        assertThatThrownBy(() -> new ImageSize(50_000, 50_000).arrayLength(1))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("50000×50000")
                .hasMessageEndingWith("[errors.md#too-large-for-toolkit]");
        assertThatThrownBy(() -> new ImageSize(Integer.MAX_VALUE, Integer.MAX_VALUE).arrayLength(4))
                .isInstanceOf(UnsupportedImageException.class);
    }
}

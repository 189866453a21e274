package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

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
}

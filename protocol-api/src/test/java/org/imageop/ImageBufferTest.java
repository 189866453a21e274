package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import org.junit.jupiter.api.Test;

class ImageBufferTest {

    @Test
    void P22_wideComponentsAreInNativeByteOrder() {
        boolean little = java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN;
        StandardImage wide = StandardImage.filled(Mode.L32, 1, 1, 0x01020304);
        assertThat(wide.buffer().get(Slice.ALL))
                .containsExactly(little ? new int[] {4, 3, 2, 1} : new int[] {1, 2, 3, 4});
        StandardImage half = StandardImage.filled(Mode.LA32, 1, 1, 0x0102, 0x0304);
        assertThat(half.buffer().get(Slice.ALL))
                .containsExactly(little ? new int[] {2, 1, 4, 3} : new int[] {1, 2, 3, 4});
    }

    @Test
    void P24_aBufferOutlivesItsImage() {
        ImageBuffer buffer = StandardImage.filled(Mode.L, 2, 2, 9).buffer();
        System.gc();
        buffer.set(3, 8);
        assertThat(buffer.get(Slice.ALL)).containsExactly(9, 9, 9, 8);
    }

    @Test
    void iteratorsEndWithAnException() {
        PrimitiveIterator.OfInt bytes = StandardImage.of(Mode.L, 1, 1).buffer().iterator();
        assertThat(bytes.nextInt()).isZero();
        assertThat(bytes.hasNext()).isFalse();
        assertThatThrownBy(bytes::nextInt)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("the buffer has 1;");
    }

    @Test
    void whatFitsNoArrayIsRefusedBeforeItIsAllocated() {
        ImageBuffer huge = ImageBuffer.computed(Mode.L, 70_000, 70_000, (x, y, count, samples, offset) -> {});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> huge.get(Slice.ALL))
                .withMessageContaining("4900000000");
        assertThat(huge.get(Slice.of(4_899_999_990L, Long.MAX_VALUE))).hasSize(10);
        assertThat(huge.get(4_899_999_999L)).isZero();
    }

    @Test
    void computedBuffersNeedOneSampleRowsForEachPlane() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageBuffer.computed(Mode.YV12, 2, 2, (x, y, count, samples, offset) -> {}))
                .withMessageContaining("3 SampleRows")
                .withMessageContaining("not 1");
        assertThatIllegalArgumentException().isThrownBy(() -> ImageBuffer.computed(Mode.L, 2, 2));
    }
}

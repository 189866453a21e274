package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;
import org.imageop.outside.MinimalImage;
import org.junit.jupiter.api.Test;

class ImageBufferTest {

    /** What the image holds after some of its bytes were written at once. */
    private static Model afterBytes(Subject subject, int at, byte[] values) {
        Model model = subject.model();
        byte[] bytes = model.bytes();
        System.arraycopy(values, 0, bytes, at, values.length);
        Model written = Model.of(model.mode, model.width, model.height, bytes);
        if (!subject.premultiplied()) {
            return written;
        }
        Model expected = model.copy();
        int pixelBytes = model.components() * Model.bits(model.mode) / 8;
        for (int p = at / pixelBytes; p * pixelBytes < at + values.length; p++) {
            int x = p % model.width;
            int y = p / model.width;
            expected.pixel(x, y, subject.stored(written.pixel(x, y)));
        }
        return expected;
    }

    @Each.WritableImage
    void P19_writingABytesShowsInThePixels(Fixture fixture) {
        Subject subject = fixture.make();
        int at = (int) (subject.image().buffer().length() / 2);
        int old = subject.model().bytes()[at] & 0xff;
        subject.image().buffer().set(at, old ^ 0x55);
        subject.expect(afterBytes(subject, at, new byte[] {(byte) (old ^ 0x55)}));
    }

    @Each.WritablePixelImage
    void P19_writingAPixelShowsInTheBytes(Fixture fixture) {
        Subject subject = fixture.make();
        Model expected = subject.model().copy();
        int[] color = subject.stored(Model.color(fixture.mode(), 3));
        expected.pixel(fixture.width() - 1, 0, color);
        subject.image().set(fixture.width() - 1, 0, color);
        assertThat(subject.image().buffer().get(Slice.ALL)).isEqualTo(expected.bytes());
        subject.expect(expected);
    }

    @Each.Image
    void P20_bytesAreRowMajorWithoutPadding(Fixture fixture) {
        Subject subject = fixture.make();
        byte[] expected = subject.model().bytes();
        ImageBuffer buffer = subject.image().buffer();
        assertThat(buffer.length())
                .isEqualTo(expected.length)
                .isEqualTo(fixture.mode().length(subject.image().size()));
        for (int k = 0; k < expected.length; k++) {
            if (buffer.get(k) != (expected[k] & 0xff)) {
                assertThat(buffer.get(k)).as("byte %d", k).isEqualTo(expected[k] & 0xff);
            }
        }
    }

    @Each.Image
    void P21_readsByIndexRangeSliceAndIteration(Fixture fixture) {
        Subject subject = fixture.make();
        byte[] expected = subject.model().bytes();
        ImageBuffer buffer = subject.image().buffer();
        List<Integer> iterated = new ArrayList<>();
        for (int value : buffer) {
            iterated.add(value);
        }
        assertThat(iterated).hasSize(expected.length);
        for (int k = 0; k < expected.length; k++) {
            assertThat(iterated.get(k)).isEqualTo(expected[k] & 0xff);
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20; i++) {
            int from = random.nextInt(expected.length + 1);
            int count = random.nextInt(expected.length - from + 1);
            byte[] target = new byte[count + 4];
            Arrays.fill(target, (byte) 0x77);
            buffer.get(from, target, 2, count);
            assertThat(Arrays.copyOfRange(target, 2, 2 + count))
                    .isEqualTo(Arrays.copyOfRange(expected, from, from + count));
            assertThat(new byte[] {target[0], target[1], target[count + 2], target[count + 3]})
                    .containsOnly(0x77);
        }
        byte[] mirrored = buffer.get(Slice.ALL.by(-3));
        assertThat(mirrored).hasSize((expected.length + 2) / 3);
        for (int k = 0; k < mirrored.length; k++) {
            assertThat(mirrored[k]).isEqualTo(expected[expected.length - 1 - 3 * k]);
        }
    }

    @Each.WritableImage
    void P21_writesByRangesThatCutPixelsApart(Fixture fixture) {
        for (int cut = 0; cut < 9; cut++) {
            Subject subject = fixture.make();
            int length = (int) subject.image().buffer().length();
            int from = Math.min(cut, length);
            int count = Math.max(0, length - from - cut % 4);
            byte[] values = new byte[count + 3];
            SplittableRandom random = new SplittableRandom(cut);
            for (int k = 0; k < values.length; k++) {
                values[k] = (byte) random.nextInt();
            }
            subject.image().buffer().set(from, values, 1, count);
            subject.expect(afterBytes(subject, from, Arrays.copyOfRange(values, 1, 1 + count)));
        }
    }

    @Each.WritableImage
    void P21_writesBySlicesWithSteps(Fixture fixture) {
        Subject subject = fixture.make();
        ImageBuffer buffer = subject.image().buffer();
        byte[] bytes = subject.model().bytes();
        // the first half alone, so that alpha bytes come last in each pixel
        byte[] values = new byte[(bytes.length + 1) / 2];
        Arrays.fill(values, (byte) 0xa5);
        buffer.set(Slice.ALL.by(2), values);
        for (int k = 0; k < bytes.length; k += 2) {
            bytes[k] = (byte) 0xa5;
        }
        if (!subject.premultiplied()) {
            subject.expect(Model.of(fixture.mode(), fixture.width(), fixture.height(), bytes));
        }
        assertThat(buffer.get(Slice.ALL)).hasSize(bytes.length);
    }

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

    @Each.WritablePlanarImage
    void P23_bytesAreNotCheckedAgainstIntervals(Fixture fixture) {
        Subject subject = fixture.make();
        subject.image().buffer().set(0, 255);
        subject.image().buffer().set(subject.image().buffer().length() - 1, 0);
        assertThat(subject.image().plane("y").get(0, 0).l()).isEqualTo(255);
        assertThat(subject.image()
                        .plane("cb")
                        .get(fixture.width() / 2 - 1, fixture.height() / 2 - 1)
                        .l())
                .isZero();
    }

    @Test
    void P24_aBufferOutlivesItsImage() {
        ImageBuffer buffer = StandardImage.filled(Mode.L, 2, 2, 9).buffer();
        System.gc();
        buffer.set(3, 8);
        assertThat(buffer.get(Slice.ALL)).containsExactly(9, 9, 9, 8);
    }

    @Each.Image
    void P58_bytesBeyondTheEndThrow(Fixture fixture) {
        Subject subject = fixture.make();
        ImageBuffer buffer = subject.image().buffer();
        if (subject.image() instanceof MinimalImage) {
            // single bytes are its own business; the bulk methods are the protocol's
            assertThatThrownBy(() -> buffer.get(buffer.length())).isInstanceOf(IndexOutOfBoundsException.class);
        } else {
            for (long index : new long[] {-1, buffer.length(), Long.MIN_VALUE, Long.MAX_VALUE}) {
                assertThatThrownBy(() -> buffer.get(index))
                        .isInstanceOf(IndexOutOfBoundsException.class)
                        .hasMessageContaining("byte " + index);
                assertThatThrownBy(() -> buffer.set(index, 0)).isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
        byte[] bytes = new byte[(int) buffer.length()];
        long[][] ranges = {
            {-1, 0, 1},
            {0, -1, 1},
            {0, 0, -1},
            {1, 0, bytes.length},
            {0, 1, bytes.length},
            {Long.MAX_VALUE, 0, 1},
            {0, Integer.MAX_VALUE, 1},
            {Long.MAX_VALUE - 1, 0, Integer.MAX_VALUE},
            {0, 0, bytes.length + 1}
        };
        for (long[] r : ranges) {
            assertThatThrownBy(() -> buffer.get(r[0], bytes, (int) r[1], (int) r[2]))
                    .as(Arrays.toString(r))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> buffer.set(r[0], bytes, (int) r[1], (int) r[2]))
                    .as(Arrays.toString(r))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(bytes).containsOnly(0);
        subject.expect(subject.model());
    }

    @Each.WritableImage
    void AMB7_whatIsNoByteIsRefused(Fixture fixture) {
        Subject subject = fixture.make();
        if (subject.image() instanceof MinimalImage) {
            return;
        }
        for (int value : new int[] {-1, 256, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> subject.image().buffer().set(0, value))
                    .withMessageContaining(String.valueOf(value));
        }
        subject.expect(subject.model());
    }

    @Each.WritableImage
    void AMB20_readSlicesAreCopiesAndWrittenOnesHaveTheSameLength(Fixture fixture) {
        Subject subject = fixture.make();
        ImageBuffer buffer = subject.image().buffer();
        buffer.get(Slice.ALL)[0]++;
        for (String slice : List.of(":", "1:", "::2", "5:2", "::-1")) {
            int selected = buffer.get(Slice.parse(slice)).length;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> buffer.set(Slice.parse(slice), new byte[selected + 1]))
                    .withMessageContaining("[" + Slice.parse(slice) + "]")
                    .withMessageContaining(selected + " of ")
                    .withMessageContaining("not " + (selected + 1));
        }
        buffer.set(Slice.of(3, 3), new byte[0]);
        assertThat(buffer.get(Slice.of(7, 2))).isEmpty();
        subject.expect(subject.model());
    }

    @Each.ReadOnlyImage
    void readOnlyBuffersRefuseEveryWrite(Fixture fixture) {
        Subject subject = fixture.make();
        ImageBuffer buffer = subject.image().buffer();
        assertThat(buffer.readOnly()).isTrue();
        for (Runnable write : List.<Runnable>of(
                () -> buffer.set(0, 1),
                () -> buffer.set(0, new byte[1], 0, 1),
                () -> buffer.set(Slice.ALL.by(-1), new byte[(int) buffer.length()]))) {
            assertThatThrownBy(write::run)
                    .isInstanceOf(ReadOnlyImageException.class)
                    .hasMessageContaining("read-only");
        }
        subject.expect(subject.model());
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

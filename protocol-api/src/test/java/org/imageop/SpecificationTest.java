package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Corners of SPEC.md that follow from several rules together and that other tests pass by. */
class SpecificationTest {

    @Test
    void L3_strideZeroRepeatsASampleThatCannotBeWritten() {
        byte[] one = {5};
        StandardImage image = StandardImage.wrap(
                PixelLayout.of(Mode.L, 4, 3, AlphaType.OPAQUE, Plane.of(ByteBuffer.wrap(one), 0, 0, 0)));

        assertThatThrownBy(() -> image.set(3, 2, 9)).isInstanceOf(ReadOnlyImageException.class);
        one[0] = 9;

        assertThat(image.buffer().get(Slice.ALL)).containsOnly(9).hasSize(12);
    }

    @Test
    void L4_otherBuffersAreRefusedByName() {
        assertThatThrownBy(() -> Plane.of(LongBuffer.allocate(1), 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LongBuffer");
    }

    @Test
    void L5_wholeElementsHoldASampleAndNothingElse() {
        ShortBuffer shorts = ShortBuffer.allocate(1);

        assertThat(Plane.of(shorts, 0, 1, 1).wholeElements()).isTrue();
        assertThat(Plane.packed(shorts, 0, 1, 1, 0, 16).wholeElements()).isTrue();
        assertThat(Plane.packed(shorts, 0, 1, 1, 0, 8).wholeElements()).isFalse();
        assertThat(Plane.ranged(shorts, 0, 1, 1, new Plane.Range(0, 1)).wholeElements())
                .isFalse();
    }

    @Test
    void L8_floatsNeedARange() {
        FloatBuffer floats = FloatBuffer.allocate(1);

        assertThatThrownBy(() -> Plane.of(floats, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Plane.ranged");
        assertThatThrownBy(() -> Plane.packed(floats, 0, 1, 1, 0, 8)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void L14_canonicalSaysNothingAboutByteOrder() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] memory = {1, 2, 3, 4};
            ByteBuffer bytes = ByteBuffer.wrap(memory).order(order);

            PixelLayout layout = PixelLayout.of(Mode.L16, 2, 1, bytes);

            assertThat(layout.canonical()).isTrue();
            assertThat(StandardImage.wrap(layout).get(1, 0).l()).isEqualTo(bytes.getShort(2));
        }
    }

    @Test
    void L17_memoryIsTheOneBufferOfAllPlanes() {
        short[] array = new short[8];
        PixelLayout one = PixelLayout.of(Mode.LA32, 2, 2, ShortBuffer.wrap(array));
        PixelLayout two = PixelLayout.of(
                Mode.LA,
                2,
                2,
                AlphaType.STRAIGHT,
                Plane.of(ByteBuffer.allocate(4), 0, 1, 2),
                Plane.of(ByteBuffer.allocate(4), 0, 1, 2));

        Buffer memory = one.memory().orElseThrow();

        assertThat(memory.array()).isSameAs(array);
        assertThat(two.memory()).isEmpty();
        memory.position(3);
        assertThat(one.memory().orElseThrow().position()).isZero();
    }

    @Test
    void V8_alphaOfPremultipliedMemoryIsWrittenWithItsColours() {
        StandardImage canvas = StandardImage.canvas(1, 1);
        canvas.set(0, 0, 200, 100, 50, 255);

        canvas.plane("a").set(0, 0, 128);

        // stored as 100, 50, 25 and divided by 128/255
        assertThat(canvas.get(0, 0).value()).containsExactly(199, 100, 50, 128);
        assertThat(canvas.plane("a").buffer().layout()).isEmpty();
    }

    @Test
    void V8_alphaOfAPremultipliedLayoutLeavesStoredColours() {
        StandardImage canvas = StandardImage.canvas(1, 1);
        canvas.set(0, 0, 200, 100, 50, 255);
        PixelLayout alpha = canvas.buffer().layout().orElseThrow().component("a");

        StandardImage.wrap(alpha).set(0, 0, 128);

        assertThat(canvas.get(0, 0).value()).containsExactly(255, 199, 100, 128);
    }

    @Test
    void B5_clipOfReadOnlyYV12ThrowsEvenIfAllIsValid() {
        ByteBuffer grey = ByteBuffer.allocate(6);
        grey.put(0, new byte[] {100, 100, 100, 100, (byte) 128, (byte) 128});
        StandardImage image = StandardImage.wrap(PixelLayout.of(Mode.YV12, 2, 2, grey.asReadOnlyBuffer()));
        StandardImage full = StandardImage.wrap(PixelLayout.of(Mode.JPEG_YV12, 2, 2, grey.asReadOnlyBuffer()));

        assertThatThrownBy(image::clip).isInstanceOf(ReadOnlyImageException.class);
        full.clip();
        assertThat(full.buffer().get(0)).isEqualTo(100);
    }

    @Test
    void S8_theMixinIsHandedOnToo() {
        StandardImage image = StandardImage.filled(Mode.L, 2, 2, 7);

        Transfer<ImageMixin> shared = Images.transfer(image, ImageMixin.class, Copy.NEVER);
        Transfer<ImageMixin> copied = Images.transfer(image, ImageMixin.class, Copy.ALWAYS);
        image.set(0, 0, 9);

        assertThat(shared.image()).isSameAs(image);
        assertThat(copied.shared()).isFalse();
        assertThat(copied.image().get(0, 0).l()).isEqualTo(7);
    }

    /** Chroma grows from 4 to 6 although the image shrinks from 8 to 6: each plane's size decides on its filter. */
    @Test
    void C4_C9_eachPlanesOwnSizeDecidesOnItsFilter() {
        StandardImage image = random(Mode.JPEG_YV12, 8, 8);
        StandardImage luma = StandardImage.from(image.plane("y"), 6, 6, Filter.LANCZOS);
        StandardImage cr = StandardImage.from(image.plane("cr"), 6, 6, Filter.BICUBIC);
        StandardImage cb = StandardImage.from(image.plane("cb"), 6, 6, Filter.BICUBIC);

        StandardImage resized = StandardImage.from(image, Mode.RGB, 6, 6);

        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 6; x++) {
                assertThat(resized.get(x, y).value())
                        .containsExactly(rgb(
                                luma.get(x, y).l(),
                                cr.get(x, y).l() - 128,
                                cb.get(x, y).l() - 128));
            }
        }
    }

    /** As above, with one side unchanged: chroma, which is half as wide, is resampled all the same. */
    @Test
    void C9_chromaIsResampledInBothDirectionsIfOneSideChanges() {
        StandardImage image = random(Mode.JPEG_YV12, 8, 8);
        StandardImage luma = StandardImage.from(image.plane("y"), 8, 6, Filter.BICUBIC);
        StandardImage cr = StandardImage.from(image.plane("cr"), 8, 6, Filter.BICUBIC);
        StandardImage cb = StandardImage.from(image.plane("cb"), 8, 6, Filter.BICUBIC);

        StandardImage resized = StandardImage.from(image, Mode.RGB, 8, 6, Filter.BICUBIC);

        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 8; x++) {
                assertThat(resized.get(x, y).value())
                        .containsExactly(rgb(
                                luma.get(x, y).l(),
                                cr.get(x, y).l() - 128,
                                cb.get(x, y).l() - 128));
            }
        }
    }

    @Test
    void C5_withoutAChangeOfSizeAFilterHasNoEffect() {
        StandardImage image = random(Mode.YV12, 8, 6);
        StandardImage plain = StandardImage.from(image, Mode.RGB48);

        for (Filter filter : Filter.values()) {
            assertThat(Images.sameContent(StandardImage.from(image, Mode.RGB48, 8, 6, filter), plain))
                    .as(filter.name())
                    .isTrue();
        }
    }

    /** Full-range luma and centred chroma to red, green and blue, as appendix B.2 has it. */
    private static int[] rgb(int luma, int cr, int cb) {
        return new int[] {
            clip(luma + (91881 * cr + 32768 >> 16)),
            clip(luma + (-22554 * cb - 46802 * cr + 32768 >> 16)),
            clip(luma + (116130 * cb + 32768 >> 16))
        };
    }

    private static int clip(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private static StandardImage random(Mode mode, int width, int height) {
        SplittableRandom random = new SplittableRandom(368);
        byte[] bytes = new byte[(int) mode.length(width, height)];
        for (int k = 0; k < bytes.length; k++) {
            bytes[k] = (byte) random.nextInt(256);
        }
        return StandardImage.ofBytes(mode, width, height, bytes);
    }
}

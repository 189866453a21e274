package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The kinds of errors (A.11), their messages, and the defence against hostile arguments and implementations. */
class ErrorsTest {
    private final StandardImage image = StandardImage.of(Mode.RGB, 4, 3);
    private final StandardImage planar = StandardImage.of(Mode.YV12, 4, 2);
    private final StandardImage readOnly = StandardImage.wrap(
            PixelLayout.of(Mode.L, 1, 1, java.nio.ByteBuffer.allocate(1).asReadOnlyBuffer()));

    private static void fails(Class<? extends Throwable> type, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isExactlyInstanceOf(type).hasMessage(message);
    }

    @Test
    void A11IndexError_saysWhichIndexAndWhichThereAre() {
        Class<IndexOutOfBoundsException> type = IndexOutOfBoundsException.class;
        fails(
                type,
                "There is no line 3 in an image of 3 rows; indices count from 0, negative positions belong to Slice"
                        + " [errors.md#no-such-index]",
                () -> image.line(3));
        fails(
                type,
                "There is no pixel (-1, 2) in a 4×3 image; indices count from 0, negative positions belong to Slice"
                        + " [errors.md#no-such-index]",
                () -> image.get(-1, 2));
        fails(
                type,
                "There is no column 4 in an image of 4 columns; indices count from 0, negative positions belong to"
                        + " Slice [errors.md#no-such-index]",
                () -> image.get(4, Slice.ALL));
        fails(
                type,
                "There is no component 3 in a pixel of RGB, which has [r, g, b]; indices count from 0, negative"
                        + " positions belong to Slice [errors.md#no-such-index]",
                () -> image.get(0, 0).get(3));
        fails(
                type,
                "There is no byte 36 in the buffer of a 4×3 RGB image, which has 36; indices count from 0, negative"
                        + " positions belong to Slice [errors.md#no-such-index]",
                () -> image.buffer().get(36));
        fails(
                type,
                "There are no 5 bytes from byte 32 on in the buffer of a 4×3 RGB image, which has 36"
                        + " [errors.md#bytes-beyond-buffer]",
                () -> image.buffer().get(32, new byte[5], 0, 5));
        fails(
                type,
                "A rectangle of 4×3 at (1, 0) is not within a 4×3 RGB image [errors.md#rectangle-outside]",
                () -> Views.crop(image, 1, 0, 4, 3));
        fails(
                type,
                "A rectangle of 4×3 at (1, 0) is not within a 4×3 RGB image [errors.md#rectangle-outside]",
                () -> image.buffer().layout().orElseThrow().crop(1, 0, 4, 3));
        fails(
                type,
                "A size has the items 0, the width, and 1, the height, but no 2 [errors.md#no-such-index]",
                () -> image.size().get(2));
    }

    @Test
    void A11ValueError_saysWhatWasGivenAndWhatIsExpected() {
        Class<IllegalArgumentException> type = IllegalArgumentException.class;
        fails(
                type,
                "A pixel of RGB has the components [r, g, b] and takes 3 values, not 2 [errors.md#number-of-values]",
                () -> image.set(0, 0, 1, 2));
        fails(
                type,
                "The component g of RGB cannot become 256; its values are 0 to 255 [errors.md#value-out-of-range]",
                () -> image.set(0, 0, 1, 256, 3));
        fails(
                type,
                "Byte 7 of the buffer cannot become -1; a byte is 0 to 255 [errors.md#value-out-of-range]",
                () -> image.buffer().set(7, -1));
        fails(
                type,
                "[0:2] selects 2 of 36 bytes and takes as many values, not 3; a buffer's length is fixed"
                        + " [errors.md#number-of-values]",
                () -> image.buffer().set(Slice.of(0, 2), new byte[3]));
        fails(
                type,
                "[1:] selects 2 of the components [r, g, b] and takes as many values, not 1"
                        + " [errors.md#number-of-values]",
                () -> image.get(0, 0).set(Slice.from(1), 7));
        fails(
                type,
                "[:2, :] of a 4×3 RGB image is 2×3 and cannot be replaced by a 4×2 YV12 image; give it the same mode"
                        + " and size with StandardImage.from(image, mode, width, height) [errors.md#area-mismatch]",
                () -> image.set(Slice.to(2), Slice.ALL, planar));
        fails(
                type,
                "[4:, :] selects nothing of a 4×3 RGB image, and an image has at least one pixel"
                        + " [errors.md#empty-selection]",
                () -> image.get(Slice.from(4), Slice.ALL));
        fails(
                type,
                "A slice's step cannot be 0; use 1 for every position, -1 to mirror [errors.md#slice-step-zero]",
                () -> Slice.of(0, 1, 0));
        fails(
                type,
                "An image of mode YV12 cannot be 4×3: both sides must be even, because 2×2 pixels share a chroma"
                        + " sample; crop or resize first [errors.md#odd-size]",
                () -> StandardImage.from(image, Mode.YV12));
        fails(
                type,
                "An image of mode L cannot be 0×1: both sides must be at least 1 [errors.md#size-below-one]",
                () -> StandardImage.of(Mode.L, 0, 1));
        fails(
                type,
                "A 4×3 RGB image cannot be copied into a 4×2 YV12 image: the sizes differ; resize it with"
                        + " StandardImage.from(image, width, height) [errors.md#sizes-differ]",
                () -> Images.copy(image, planar));
        fails(
                type,
                "A 4×3 RGB image has 36 bytes, but the array has 35 [errors.md#array-length]",
                () -> StandardImage.ofBytes(Mode.RGB, 4, 3, new byte[35]));
        fails(
                type,
                "L16 has components of 16 bits, but the array's elements have 32; give bytes, or elements as wide as"
                        + " the components [errors.md#element-width]",
                () -> StandardImage.wrap(Mode.L16, 2, 1, new int[1]));
        fails(
                type,
                "No mode is called \"rgb\"; the modes are [L, L16, L32, LA, LA32, RGB, RGB48, RGBA, RGBA64, YV12,"
                        + " JPEG_YV12, CMYK, CMYK64] [errors.md#no-such-mode]",
                () -> Mode.of("rgb"));
        fails(
                type,
                "A view of YV12 must keep its 2×2 groups of pixels whole: even edges and steps of 1 or -1, not 2"
                        + " pixels from 1 on in steps of 1; convert to RGB first [errors.md#planar-view]",
                () -> Views.crop(planar, 1, 0, 2, 2));
    }

    @Test
    void A11TypeError_saysWhatIsTaken() {
        fails(
                IllegalArgumentException.class,
                "map takes one function, or one for each of the components [r, g, b] of RGB, not 2"
                        + " [errors.md#number-of-functions]",
                () -> image.map(v -> v, v -> v));
        fails(
                IllegalArgumentException.class,
                "The function given to map returned NaN for 0; the image is unchanged [errors.md#nan-from-function]",
                () -> image.map(v -> Double.NaN));
    }

    @Test
    void A11AttributeError_saysWhatTheModeHas() {
        Class<UnsupportedOperationException> type = UnsupportedOperationException.class;
        fails(
                type,
                "YV12 is planar: its pixels share chroma samples, so none has a size of its own; use length(width,"
                        + " height) for the whole buffer [errors.md#planar-pixel-size]",
                planar::bytesPerPixel);
        fails(
                type,
                "YV12 is planar: 2×2 pixels share chroma samples, so there are no pixels to index; use plane(\"y\"),"
                        + " plane(\"cr\") and plane(\"cb\"), or convert to RGB [errors.md#planar-pixels]",
                () -> planar.get(0, 0));
        fails(
                type,
                "RGB has no component \"a\"; its components are [r, g, b] [errors.md#no-such-component]",
                () -> image.get(0, 0).a());
        fails(
                type,
                "RGB has no component \"alpha\"; its components are [r, g, b] [errors.md#no-such-component]",
                () -> image.plane("alpha"));
    }

    @Test
    void readOnlyMemorySaysSo() {
        Class<ReadOnlyImageException> type = ReadOnlyImageException.class;
        fails(
                type,
                "The pixel (0, 0) is read-only; copy the image with StandardImage.from to change it"
                        + " [errors.md#read-only]",
                () -> readOnly.set(0, 0, 1));
        fails(
                type,
                "These pixels are read-only; copy the image with StandardImage.from to change it [errors.md#read-only]",
                () -> readOnly.buffer().set(0, 1));
        fails(
                type,
                "This 1×1 L image is read-only; copy it with StandardImage.from to change it [errors.md#read-only]",
                () -> readOnly.map(v -> v));
        fails(
                type,
                "This 1×1 L image is read-only and cannot be overwritten; copy into a new StandardImage instead"
                        + " [errors.md#read-only]",
                () -> Images.copy(StandardImage.of(Mode.L, 1, 1), readOnly));
        assertThat(new ReadOnlyImageException("x")).isInstanceOf(java.nio.ReadOnlyBufferException.class);
    }

    /** An implementation whose four answers need not fit together. */
    private static ComputedImage liar(Mode mode, int width, int height, ImageBuffer buffer) {
        return new ComputedImage(mode, new ImageSize(width, height), buffer, new HashMap<>());
    }

    /** A buffer that hides what it is a buffer of. */
    private record Disguised(ImageBuffer buffer, Optional<PixelLayout> layout) implements ImageBuffer {
        @Override
        public long length() {
            return buffer.length();
        }

        @Override
        public int get(long index) {
            return buffer.get(index);
        }

        @Override
        public void set(long index, int value) {
            buffer.set(index, value);
        }
    }

    @TestFactory
    List<DynamicTest> lyingImplementationsAreFoundOut() {
        ImageBuffer rgb = image.buffer();
        SampleRows blank = new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] samples, int offset) {}

            @Override
            public void write(int x, int y, int count, int[] samples, int offset) {
                throw new AssertionError("nothing may be written");
            }

            @Override
            public boolean readOnly() {
                return false;
            }
        };
        ImageBuffer computed = ImageBuffer.computed(Mode.RGBA, 4, 3, blank);
        Map<String, ComputedImage> liars = new java.util.LinkedHashMap<>();
        liars.put("too short", liar(Mode.RGBA, 4, 3, rgb));
        liars.put("too long", liar(Mode.L, 4, 3, rgb));
        liars.put("too short, no layout", liar(Mode.RGBA, 4, 3, new Disguised(rgb, Optional.empty())));
        liars.put("too long, no layout", liar(Mode.L, 4, 3, new Disguised(rgb, Optional.empty())));
        liars.put("other size, same length", liar(Mode.RGB, 3, 4, rgb));
        liars.put("other mode, same length", liar(Mode.CMYK, 4, 3, computed));
        liars.put("computed in another size", liar(Mode.RGBA, 3, 4, computed));
        liars.put(
                "planar, same length",
                liar(Mode.YV12, 4, 2, StandardImage.of(Mode.RGB, 4, 1).buffer()));
        liars.put("layout of another mode", liar(Mode.CMYK, 4, 3, new Disguised(computed, rgb.layout())));
        return liars.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    ComputedImage liar = entry.getValue();
                    List<ThrowingCallable> uses = List.of(
                            () -> StandardImage.from(liar),
                            () -> StandardImage.from(liar, Mode.L16, 2, 2),
                            () -> Images.copy(liar, StandardImage.of(liar.mode(), liar.width(), liar.height())),
                            () -> Images.copy(StandardImage.of(liar.mode(), liar.width(), liar.height()), liar),
                            () -> Images.sameContent(liar, StandardImage.of(liar.mode(), liar.width(), liar.height())),
                            () -> liar.map(v -> v),
                            liar::rotate90,
                            liar::split,
                            () -> Views.flipLeftRight(liar).buffer().get(Slice.ALL),
                            () -> Images.to(liar, StandardImage.class),
                            () -> liar.plane(liar.componentNames().get(0))
                                    .get(0, 0)
                                    .value());
                    for (ThrowingCallable use : uses) {
                        assertThatThrownBy(use)
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageContaining(ComputedImage.class.getName() + " returns mode and size of a "
                                        + liar.width() + "×");
                    }
                    if (!liar.planar()) {
                        assertThatThrownBy(() -> liar.get(0, 0)).isInstanceOf(IllegalStateException.class);
                        assertThatThrownBy(() -> liar.get(Slice.ALL)).isInstanceOf(IllegalStateException.class);
                    }
                    assertThat(image.buffer().get(Slice.ALL)).containsOnly(0);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> nullsAreNamedAndChangeNothing() {
        Map<String, ThrowingCallable> calls = new java.util.LinkedHashMap<>();
        calls.put("image", () -> Images.of(nothing()));
        calls.put("type", () -> Images.to(image, nothing()));
        calls.put("copy", () -> Images.transfer(image, StandardImage.class, nothing()));
        calls.put("source", () -> Images.copy(nothing(), image));
        calls.put("target", () -> Images.copy(image, nothing()));
        calls.put("mode", () -> StandardImage.of(nothing(), 1, 1));
        calls.put("color", () -> StandardImage.filled(Mode.L, 1, 1, (int[]) nothing()));
        calls.put("bytes", () -> StandardImage.ofBytes(Mode.L, 1, 1, nothing()));
        calls.put("layout", () -> StandardImage.wrap((PixelLayout) nothing()));
        calls.put("source ", () -> StandardImage.from(nothing()));
        calls.put("mode ", () -> StandardImage.from(image, (Mode) nothing()));
        calls.put("filter", () -> StandardImage.from(image, 2, 2, (Filter) nothing()));
        calls.put("across", () -> StandardImage.from(image, Mode.L, 2, 2, nothing(), Filter.BOX));
        calls.put("down", () -> StandardImage.from(image, Mode.L, 2, 2, Filter.BOX, nothing()));
        calls.put("columns", () -> image.get(nothing(), Slice.ALL));
        calls.put("rows", () -> image.get(Slice.ALL, (Slice) nothing()));
        calls.put("source  ", () -> image.set(Slice.ALL, nothing()));
        calls.put("function", () -> image.map((DoubleUnaryOperator) nothing()));
        calls.put("functions", () -> image.map((DoubleUnaryOperator[]) nothing()));
        calls.put("text", () -> Slice.parse(nothing()));
        calls.put("slice", () -> image.buffer().get((Slice) nothing()));
        calls.put("values", () -> image.buffer().set(Slice.ALL, nothing()));
        calls.put("target ", () -> image.buffer().get(0, nothing(), 0, 1));
        calls.put("memory", () -> Plane.of(nothing(), 0, 1, 1));
        calls.put("range", () -> Plane.ranged(java.nio.ByteBuffer.allocate(1), 0, 1, 1, nothing()));
        calls.put("planes", () -> PixelLayout.of(Mode.L, 1, 1, AlphaType.OPAQUE, (Plane[]) nothing()));
        calls.put(
                "alpha",
                () -> PixelLayout.of(Mode.L, 1, 1, nothing(), Plane.of(java.nio.ByteBuffer.allocate(1), 0, 1, 1)));
        calls.put("rows ", () -> ImageBuffer.computed(Mode.L, 1, 1, (SampleRows[]) nothing()));
        calls.put("image ", () -> Views.rotate90(nothing()));
        calls.put(
                "source   ",
                () -> StandardImage.wrapping(nothing(), Mode.L, 1, 1, (x, y, count, samples, offset) -> {}));
        return calls.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    assertThatThrownBy(entry.getValue())
                            .isInstanceOf(NullPointerException.class)
                            .hasMessageContaining(entry.getKey().strip());
                    assertThat(image.buffer().get(Slice.ALL)).containsOnly(0);
                }))
                .toList();
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }
}

package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.imageop.outside.MinimalImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardImageTest {

    @Test
    void P63_parametersComeInThePepsOrder() {
        // mode, then size, then color or source: the factories are the PEP's keywords
        for (Method method : StandardImage.class.getMethods()) {
            List<Class<?>> types = List.of(method.getParameterTypes());
            boolean factory = Modifier.isStatic(method.getModifiers()) && method.getReturnType() == StandardImage.class;
            if (factory && !List.of("from", "wrapping", "snapshot").contains(method.getName()) && types.size() > 2) {
                assertThat(types.subList(0, 3)).as(method.toString()).containsExactly(Mode.class, int.class, int.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void P64_aModeAndTwoIntegersMakeAnImage(Mode mode) {
        StandardImage image = StandardImage.of(mode, 4, 2);
        assertThat(image.mode()).isSameAs(mode);
        assertThat(image.size()).isEqualTo(new ImageSize(4, 2));
        int[][] impossible = {
            {0, 2}, {2, 0}, {-2, 2}, {2, Integer.MIN_VALUE}, {Integer.MAX_VALUE - 1, Integer.MAX_VALUE - 1}
        };
        for (int[] size : impossible) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StandardImage.of(mode, size[0], size[1]))
                    .withMessageContaining(size[0] + "×" + size[1]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StandardImage.filled(mode, size[0], size[1], new int[mode.components()]));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StandardImage.ofBytes(mode, size[0], size[1], new byte[6]));
            assertThatIllegalArgumentException().isThrownBy(() -> StandardImage.from(image, size[0], size[1]));
        }
    }

    @ParameterizedTest
    @EnumSource
    void P65_colorFillsEveryPixelAndEachPlane(Mode mode) {
        int[] color = new int[mode.components()];
        Arrays.setAll(color, c -> 40 + c);
        StandardImage image = StandardImage.filled(mode, 6, 4, color);
        for (int c = 0; c < color.length; c++) {
            assertThat(Samples.of(image.plane(mode.componentNames().get(c)))).containsOnly(40 + c);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardImage.filled(mode, 6, 4, Arrays.copyOf(color, color.length + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> StandardImage.filled(mode, 6, 4));
    }

    @Test
    void P65_longRowsAreFilledToTheirEnd() {
        StandardImage image = StandardImage.filled(Mode.LA, 200_001, 2, 5, 6);
        assertThat(image.get(200_000, 1).value()).containsExactly(5, 6);
        byte[] bytes = image.buffer().get(Slice.ALL);
        for (int k = 0; k < bytes.length; k++) {
            if (bytes[k] != 5 + k % 2) {
                assertThat(bytes[k]).as("byte %d", k).isEqualTo((byte) (5 + k % 2));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void AMB7_colorsOutOfRangeAreRefused(Mode mode) {
        if (mode == Mode.L32) {
            assertThat(StandardImage.filled(mode, 1, 1, -1).get(0, 0).getLong(0))
                    .isEqualTo(4294967295L);
            return;
        }
        for (int wrong : new int[] {-1, (int) mode.maxValue() + 1}) {
            int[] color = new int[mode.components()];
            color[color.length - 1] = wrong;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StandardImage.filled(mode, 2, 2, color))
                    .withMessageContaining("" + wrong);
        }
    }

    @ParameterizedTest
    @EnumSource
    void P66_bytesAreCopiedVerbatim(Mode mode) {
        byte[] bytes = new byte[(int) mode.length(4, 6)];
        new Random(3).nextBytes(bytes);
        byte[] before = bytes.clone();
        StandardImage image = StandardImage.ofBytes(mode, 4, 6, bytes);
        bytes[0]++;
        assertThat(image.buffer().get(Slice.ALL)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void P67_AMB6_colorAndSourceExcludeEachOtherAndAnEmptySourceIsOneOfWrongLength(Mode mode) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardImage.ofBytes(mode, 2, 2, new byte[0]))
                .withMessageContaining("but the array has 0");
        for (int difference : new int[] {-1, 1}) {
            byte[] bytes = new byte[(int) mode.length(2, 2) + difference];
            assertThatIllegalArgumentException().isThrownBy(() -> StandardImage.ofBytes(mode, 2, 2, bytes));
            assertThatIllegalArgumentException().isThrownBy(() -> StandardImage.wrap(mode, 2, 2, bytes));
        }
        // no factory takes a colour and a source, and none leaves out mode or size without an image as source
        for (Method method : StandardImage.class.getMethods()) {
            List<Class<?>> types = List.of(method.getParameterTypes());
            if (Modifier.isStatic(method.getModifiers()) && method.getName().equals("from")) {
                assertThat(types.get(0)).isEqualTo(ImageLike.class);
                assertThat(types).doesNotContain(int[].class, byte[].class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void P68_AMB5_theDefaultFillIsThePepsBytes(Mode mode) {
        byte expected = switch (mode) {
            case YV12 -> 16;
            case CMYK, CMYK64 -> (byte) 255;
            default -> 0;
        };
        byte[] bytes = StandardImage.of(mode, 6, 4).buffer().get(Slice.ALL);
        assertThat(bytes).hasSize((int) mode.length(6, 4)).containsOnly(expected);
        if (mode.planar()) {
            // which is a green, not black
            assertThat(StandardImage.from(StandardImage.of(mode, 2, 2), Mode.RGB)
                            .get(0, 0)
                            .value())
                    .containsExactly(0, 135, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void P72_theSourceMayBeAnyImplementation(Mode mode) {
        StandardImage standard = Samples.image(mode, 6, 4, Samples.random(mode, 6, 4, new SplittableRandom(9)));
        MinimalImage minimal = MinimalImage.copyOf(standard);
        for (Mode target : Mode.values()) {
            assertThat(Samples.of(StandardImage.from(minimal, target)))
                    .isEqualTo(Samples.of(StandardImage.from(standard, target)));
            assertThat(Samples.of(StandardImage.from(minimal, target, 4, 8)))
                    .isEqualTo(Samples.of(StandardImage.from(standard, target, 4, 8)));
        }
    }

    @Test
    void AMB12_anOddSourceAndAPlanarModeAreAnError() {
        StandardImage odd = StandardImage.of(Mode.RGB, 3, 2);
        for (Mode mode : List.of(Mode.YV12, Mode.JPEG_YV12)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StandardImage.from(odd, mode))
                    .withMessageContaining("3×2")
                    .withMessageContaining("even");
            assertThat(StandardImage.from(odd, mode, 4, 2).mode()).isSameAs(mode);
        }
    }

    @Test
    void AMB16_alphaIsDroppedWithoutBlendingAndCreatedOpaque() {
        StandardImage transparent = StandardImage.filled(Mode.RGBA, 1, 1, 200, 100, 50, 0);
        assertThat(StandardImage.from(transparent, Mode.RGB).get(0, 0).value()).containsExactly(200, 100, 50);
        assertThat(StandardImage.from(transparent, Mode.RGBA64).get(0, 0).value())
                .containsExactly(200 * 257, 100 * 257, 50 * 257, 0);
        StandardImage opaque = StandardImage.filled(Mode.L16, 1, 1, 771);
        assertThat(StandardImage.from(opaque, Mode.LA).get(0, 0).value()).containsExactly(3, 255);
        assertThat(StandardImage.from(opaque, Mode.LA32).get(0, 0).value()).containsExactly(771, 65535);
    }

    @Test
    void AMB18_resizingComesBeforeConversion() {
        // mean of (0,0,0) and (255,0,0) is (128,0,0), its grey 38; the other way round it is mean(0, 76)
        StandardImage image = StandardImage.ofBytes(Mode.RGB, 2, 1, new byte[] {0, 0, 0, (byte) 255, 0, 0});
        StandardImage both = StandardImage.from(image, Mode.L16, 1, 1, Filter.BOX);
        StandardImage resized = StandardImage.from(image, 1, 1, Filter.BOX);
        assertThat(both.get(0, 0).value())
                .isEqualTo(StandardImage.from(resized, Mode.L16).get(0, 0).value());
        assertThat(resized.get(0, 0).value()).containsExactly(128, 0, 0);
        // 8 bits are rounded before they become 16: 127.5 * 257 does not occur
        StandardImage grey = StandardImage.ofBytes(Mode.L, 2, 1, new byte[] {0, (byte) 255});
        assertThat(StandardImage.from(grey, Mode.L16, 1, 1, Filter.BOX)
                        .get(0, 0)
                        .l())
                .isEqualTo(128 * 257);
        // a planar source allows odd sizes
        assertThat(StandardImage.from(StandardImage.of(Mode.YV12, 4, 4), Mode.RGB, 3, 5)
                        .size())
                .isEqualTo(new ImageSize(3, 5));
    }

    @Test
    void wrapSharesArraysBothWays() {
        byte[] bytes = new byte[12];
        StandardImage rgb = StandardImage.wrap(Mode.RGB, 2, 2, bytes);
        rgb.set(1, 1, 7, 8, 9);
        assertThat(bytes).endsWith(7, 8, 9);
        bytes[0] = 5;
        assertThat(rgb.get(0, 0).r()).isEqualTo(5);
        short[] shorts = new short[2];
        StandardImage wide = StandardImage.wrap(Mode.LA32, 1, 1, shorts);
        wide.set(0, 0, 65535, 2);
        assertThat(shorts).containsExactly(-1, 2);
        int[] ints = new int[1];
        StandardImage widest = StandardImage.wrap(Mode.L32, 1, 1, ints);
        ints[0] = -2;
        assertThat(widest.get(0, 0).getLong(0)).isEqualTo(4294967294L);
        byte[] sixteen = new byte[2];
        StandardImage.wrap(Mode.L16, 1, 1, sixteen).set(0, 0, 0x0102);
        assertThat(ByteBuffer.wrap(sixteen)
                        .order(java.nio.ByteOrder.nativeOrder())
                        .getShort())
                .isEqualTo((short) 0x0102);
        assertThatIllegalArgumentException().isThrownBy(() -> StandardImage.wrap(Mode.LA, 1, 1, shorts));
        assertThatIllegalArgumentException().isThrownBy(() -> StandardImage.wrap(Mode.RGBA, 1, 1, new int[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> StandardImage.wrap(Mode.L32, 1, 1, new int[2]));
    }

    @Test
    void theCanvasIsPremultipliedArgbInOneArray() {
        StandardImage canvas = StandardImage.canvas(3, 2);
        PixelLayout layout = canvas.buffer().layout().orElseThrow();
        assertThat(layout.alpha()).isSameAs(AlphaType.PREMULTIPLIED);
        java.nio.IntBuffer memory = (java.nio.IntBuffer) layout.planes().get(0).memory();
        canvas.set(2, 1, 255, 128, 0, 128);
        assertThat(memory.array()).containsExactly(0, 0, 0, 0, 0, 0x80804000);
        assertThat(canvas.get(2, 1).value()).containsExactly(255, 128, 0, 128);
    }
}

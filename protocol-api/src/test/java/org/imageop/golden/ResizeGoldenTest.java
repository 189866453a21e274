package org.imageop.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.imageop.Filter;
import org.imageop.Mode;
import org.imageop.ReferenceResize;
import org.imageop.Samples;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Resizing against Pillow, to the bit. */
class ResizeGoldenTest {

    record Case(
            String name,
            String mode,
            Filter across,
            Filter down,
            int width,
            int height,
            int toWidth,
            int toHeight,
            int[] input,
            int[] output) {
        @Override
        public String toString() {
            return name + " to " + toWidth + "×" + toHeight + " " + across + " " + down;
        }
    }

    private static final byte[] DATA = GoldenData.bytes("resize.bin");

    static Stream<Case> all() {
        return GoldenData.stream(GoldenData.index().get("resize")).map(ResizeGoldenTest::read);
    }

    private static Case read(JsonNode node) {
        JsonNode filter = node.get("filter");
        int[] from = GoldenData.ints(node.get("in_size"));
        int[] to = GoldenData.ints(node.get("out_size"));
        return new Case(
                node.get("name").textValue(),
                node.get("mode").textValue(),
                Filter.valueOf((filter.isObject() ? filter.get("x") : filter).textValue()),
                Filter.valueOf((filter.isObject() ? filter.get("y") : filter).textValue()),
                from[0],
                from[1],
                to[0],
                to[1],
                GoldenData.array(node.get("input"), DATA).samples(),
                GoldenData.array(node.get("output"), DATA).samples());
    }

    static Stream<Case> ofPepModes() {
        return all().filter(c -> !c.mode.equals("I"));
    }

    /** Pillow's signed integers, which it does not clip. */
    static Stream<Case> ofSignedIntegers() {
        return all().filter(c -> c.mode.equals("I"));
    }

    @Test
    void noCaseIsMissing() {
        assertThat(all()).hasSize(219);
        assertThat(ofSignedIntegers()).hasSize(12);
        assertThat(all().map(Case::mode).distinct())
                .containsExactlyInAnyOrder("L", "RGB", "RGBA", "LA", "CMYK", "I;16", "I");
    }

    @ParameterizedTest
    @MethodSource("ofPepModes")
    void X15_resizesAsPillow(Case c) {
        Mode mode = c.mode.equals("I;16") ? Mode.L16 : Mode.valueOf(c.mode);
        StandardImage source = Samples.image(mode, c.width, c.height, c.input);

        assertThat(Samples.of(StandardImage.from(source, mode, c.toWidth, c.toHeight, c.across, c.down)))
                .isEqualTo(c.output);
    }

    @ParameterizedTest
    @MethodSource("all")
    void defaultsToBicubicForLongerAndLanczosForShorterAxes(Case c) {
        boolean usual = (c.toWidth == c.width || c.across == usual(c.width, c.toWidth))
                && (c.toHeight == c.height || c.down == usual(c.height, c.toHeight));
        Mode mode = c.mode.equals("I") ? Mode.L32 : c.mode.equals("I;16") ? Mode.L16 : Mode.valueOf(c.mode);
        StandardImage source = Samples.image(mode, c.width, c.height, c.input);
        int[] expected = Samples.of(StandardImage.from(
                source, mode, c.toWidth, c.toHeight, usual(c.width, c.toWidth), usual(c.height, c.toHeight)));

        assertThat(Samples.of(StandardImage.from(source, c.toWidth, c.toHeight)))
                .isEqualTo(expected);
        if (usual && mode != Mode.L32) {
            assertThat(expected).isEqualTo(c.output);
        }
    }

    private static Filter usual(int from, int to) {
        return to > from ? Filter.BICUBIC : Filter.LANCZOS;
    }

    /**
     * L32 is unsigned and clipped after each pass. The reference in the tests agrees with Pillow where it does not
     * clip, and with us where it does.
     */
    @ParameterizedTest
    @MethodSource("ofSignedIntegers")
    void X15_resizes32BitsAsPillowButClipped(Case c) {
        long[] input = Arrays.stream(c.input).asLongStream().toArray();
        long[] unclipped =
                ReferenceResize.channel(input, c.width, c.height, c.toWidth, c.toHeight, c.across, c.down, 32, false);
        long[] clipped =
                ReferenceResize.channel(input, c.width, c.height, c.toWidth, c.toHeight, c.across, c.down, 32, true);
        int[] ours = Samples.of(StandardImage.from(
                Samples.image(Mode.L32, c.width, c.height, c.input),
                Mode.L32,
                c.toWidth,
                c.toHeight,
                c.across,
                c.down));

        assertThat(unclipped).isEqualTo(Arrays.stream(c.output).asLongStream().toArray());
        assertThat(Arrays.stream(ours).mapToLong(Integer::toUnsignedLong)).containsExactly(box(clipped));
    }

    /** Otherwise the test above would say nothing about what clipping does, or nothing about what Pillow does. */
    @Test
    void someOf32BitsAreClippedAndSomeAreNot() {
        assertThat(ofSignedIntegers().filter(c -> Arrays.stream(c.output).anyMatch(v -> v < 0)))
                .isNotEmpty();
        assertThat(ofSignedIntegers().filter(c -> {
                    long[] input = Arrays.stream(c.input).asLongStream().toArray();
                    return Arrays.equals(
                            ReferenceResize.channel(
                                    input, c.width, c.height, c.toWidth, c.toHeight, c.across, c.down, 32, true),
                            Arrays.stream(c.output).asLongStream().toArray());
                }))
                .isNotEmpty();
    }

    private static Long[] box(long[] values) {
        return LongStream.of(values).boxed().toArray(Long[]::new);
    }
}

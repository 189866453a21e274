package org.imageop.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Line;
import org.imageop.Mode;
import org.imageop.Pixel;
import org.imageop.PixelLayout;
import org.imageop.Samples;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.outside.MinimalImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The PEP's table of modes and its examples with their outcomes. Each runs in memory and on single bytes. */
class PepGoldenTest {
    private static final JsonNode PEP = GoldenData.json("pep.json");
    private static final int WIDTH = PEP.get("image").get("size").get(0).intValue();
    private static final int HEIGHT = PEP.get("image").get("size").get(1).intValue();

    /** The PEP's example image: in memory, behind single bytes, and turned twice in memory. */
    static Stream<ImageLike> images() {
        return Stream.of(
                example(),
                MinimalImage.copyOf(example()),
                Views.rotate180(example().rotate180()));
    }

    /** The planar example, likewise. */
    static Stream<ImageLike> planarImages() {
        return Stream.of(
                planarExample(),
                MinimalImage.copyOf(planarExample()),
                Views.rotate180(planarExample().rotate180()));
    }

    private static StandardImage example() {
        return Samples.image(
                Mode.RGB, WIDTH, HEIGHT, GoldenData.hex(PEP.get("image").get("hex")));
    }

    private static StandardImage planarExample() {
        JsonNode planar = PEP.get("planar");
        int[] size = GoldenData.ints(planar.get("size"));
        return Samples.image(Mode.valueOf(planar.get("mode").textValue()), size[0], size[1], hex(planar, "hex"));
    }

    private static int[] hex(JsonNode parent, String name) {
        return GoldenData.hex(parent.get(name));
    }

    @Test
    void nothingInTheFileIsUntested() {
        assertThat(PEP.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "image",
                        "selections",
                        "block_copy",
                        "overlapping_copy",
                        "swap_red_blue_zero_green",
                        "max_red",
                        "num_of_colors",
                        "rotate90",
                        "rotate180",
                        "rotate270",
                        "planar",
                        "split",
                        "default_fill",
                        "modes",
                        "map_rounding");
        assertThat(PEP.get("planar").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "mode",
                        "size",
                        "hex",
                        "plane_sizes",
                        "plane_offsets",
                        "rotate90",
                        "rotate180",
                        "rotate270",
                        "clip",
                        "rotated_size");
        assertThat(PEP.get("selections")).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("images")
    void P48_pixelsFollowTheRule(ImageLike image) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat(image.get(x, y).value()).containsExactly(16 * x + y, 10 * x, 20 * y);
            }
        }
    }

    static Stream<JsonNode> selections() {
        return GoldenData.stream(PEP.get("selections"));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void X10_to_X14_selectsAsThePepDoes(JsonNode selection) {
        int[] size = GoldenData.ints(selection.get("size"));
        for (ImageLike image : images().toList()) {
            ImageLike copy = selected(image, selection);

            assertThat(copy.size()).isEqualTo(new ImageSize(size[0], size[1]));
            assertThat(copy.mode()).isEqualTo(Mode.RGB);
            assertThat(copy.info()).isEmpty();
            assertThat(Samples.of(copy)).isEqualTo(hex(selection, "hex"));
            copy.map(v -> 7);
            assertThat(Samples.of(image)).as("a selection is a copy").isEqualTo(Samples.of(example()));
        }
    }

    /** A single integer that is negative in Python is the position from the end here (P-58). */
    private static ImageLike selected(ImageLike image, JsonNode selection) {
        JsonNode x = selection.get("x");
        JsonNode y = selection.get("y");
        if (selection.get("expr").textValue().startsWith("line")) {
            Line line = image.line(y.intValue());
            return line.get(slice(x));
        } else if (x.isInt()) {
            return image.get(Math.floorMod(x.intValue(), WIDTH), slice(y));
        } else if (y.isInt()) {
            return image.get(slice(x), Math.floorMod(y.intValue(), HEIGHT));
        } else if (slice(x).equals(Slice.ALL)) {
            assertThat(Samples.of(image.get(slice(y)))).isEqualTo(Samples.of(image.get(Slice.ALL, slice(y))));
            return image.get(slice(y));
        }
        return image.get(slice(x), slice(y));
    }

    private static Slice slice(JsonNode slice) {
        return Slice.parse(Stream.of("start", "stop", "step")
                .map(part -> slice.get(part).asText("").replace("null", ""))
                .reduce((a, b) -> a + ":" + b)
                .orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("images")
    void X11_copiesABlock(ImageLike image) {
        image.set(Slice.to(4), Slice.from(-2), image.get(Slice.of(-6, -2), Slice.of(1, 3)));

        assertThat(Samples.of(image)).isEqualTo(hex(PEP.get("block_copy"), "hex"));
    }

    @ParameterizedTest
    @MethodSource("images")
    void P53_copiesOverlappingAreas(ImageLike image) {
        image.set(Slice.to(7), Slice.ALL, image.get(Slice.from(1), Slice.ALL));

        assertThat(Samples.of(image)).isEqualTo(hex(PEP.get("overlapping_copy"), "hex"));
    }

    /** Beyond the PEP: even a live view of the same memory is read before it is overwritten. */
    @ParameterizedTest
    @MethodSource("images")
    void P53_copiesOverlappingViews(ImageLike image) {
        image.set(Slice.to(7), Slice.ALL, Views.select(image, Slice.from(1), Slice.ALL));

        assertThat(Samples.of(image)).isEqualTo(hex(PEP.get("overlapping_copy"), "hex"));
    }

    @ParameterizedTest
    @MethodSource("images")
    void X7_changesPixelsInPlace(ImageLike image) {
        for (Line line : image) {
            for (Pixel pixel : line) {
                pixel.value(pixel.b(), 0, pixel.r());
            }
        }

        assertThat(Samples.of(image)).isEqualTo(hex(PEP.get("swap_red_blue_zero_green"), "hex"));
    }

    @ParameterizedTest
    @MethodSource("images")
    void X8_X9_countsPixels(ImageLike image) {
        int maxRed = 0;
        Set<List<Integer>> colors = new HashSet<>();
        for (Pixel pixel : image.pixels()) {
            maxRed = Math.max(maxRed, pixel.r());
            colors.add(Arrays.stream(pixel.value()).boxed().toList());
        }

        assertThat(maxRed).isEqualTo(PEP.get("max_red").intValue());
        assertThat(colors).hasSize(PEP.get("num_of_colors").intValue());
    }

    @ParameterizedTest
    @MethodSource("images")
    void P34_P35_P37_turnsCounterclockwise(ImageLike image) {
        image.info().put("dpi", 300);
        assertTurned(image.rotate90(), PEP.get("rotate90"));
        assertTurned(image.rotate180(), PEP.get("rotate180"));
        assertTurned(image.rotate270(), PEP.get("rotate270"));
        assertTurned(Views.rotate90(image), PEP.get("rotate90"));
        assertTurned(Views.rotate180(image), PEP.get("rotate180"));
        assertTurned(Views.rotate270(image), PEP.get("rotate270"));
        image.rotate180().map(v -> 0);
        assertThat(Samples.of(image)).as("a turned image is a copy").isEqualTo(Samples.of(example()));
    }

    @Test
    void P35_P36_layoutsTurnCounterclockwise() {
        PixelLayout layout = example().buffer().layout().orElseThrow();
        assertTurned(StandardImage.wrap(layout.rotate90()), PEP.get("rotate90"));
        assertTurned(StandardImage.wrap(layout.rotate180()), PEP.get("rotate180"));
        assertTurned(StandardImage.wrap(layout.rotate270()), PEP.get("rotate270"));
        JsonNode planar = PEP.get("planar");
        PixelLayout planes = planarExample().buffer().layout().orElseThrow();
        assertThat(Samples.of(StandardImage.wrap(planes.rotate90()))).isEqualTo(hex(planar, "rotate90"));
        assertThat(Samples.of(StandardImage.wrap(planes.rotate180()))).isEqualTo(hex(planar, "rotate180"));
        assertThat(Samples.of(StandardImage.wrap(planes.rotate270()))).isEqualTo(hex(planar, "rotate270"));
    }

    private static void assertTurned(ImageLike turned, JsonNode expected) {
        int[] size = GoldenData.ints(expected.get("size"));
        assertThat(turned.size()).isEqualTo(new ImageSize(size[0], size[1]));
        assertThat(turned.info()).isEmpty();
        assertThat(Samples.of(turned)).isEqualTo(hex(expected, "hex"));
    }

    @ParameterizedTest
    @MethodSource("planarImages")
    void P36_turnsPlanes(ImageLike image) {
        JsonNode planar = PEP.get("planar");
        int[] size = GoldenData.ints(planar.get("rotated_size"));
        for (ImageLike turned : List.of(image.rotate90(), Views.rotate90(image))) {
            assertThat(turned.size()).isEqualTo(new ImageSize(size[0], size[1]));
            assertThat(Samples.of(turned)).isEqualTo(hex(planar, "rotate90"));
        }
        for (ImageLike turned : List.of(image.rotate180(), Views.rotate180(image))) {
            assertThat(turned.size()).isEqualTo(image.size());
            assertThat(Samples.of(turned)).isEqualTo(hex(planar, "rotate180"));
        }
        for (ImageLike turned : List.of(image.rotate270(), Views.rotate270(image))) {
            assertThat(turned.size()).isEqualTo(new ImageSize(size[0], size[1]));
            assertThat(Samples.of(turned)).isEqualTo(hex(planar, "rotate270"));
        }
    }

    @ParameterizedTest
    @MethodSource("planarImages")
    void P38_clips(ImageLike image) {
        image.clip();

        assertThat(Samples.of(image)).isEqualTo(hex(PEP.get("planar"), "clip"));
    }

    @ParameterizedTest
    @MethodSource("planarImages")
    void P41_P42_P43_planesAreViews(ImageLike image) {
        JsonNode planar = PEP.get("planar");
        for (int c = 0; c < 3; c++) {
            String name = image.componentNames().get(c);
            int[] size = GoldenData.ints(planar.get("plane_sizes").get(c));
            int offset = planar.get("plane_offsets").get(name).intValue();
            ImageLike plane = image.plane(name);

            assertThat(plane.mode()).isEqualTo(Mode.L);
            assertThat(plane.size()).isEqualTo(new ImageSize(size[0], size[1]));
            assertThat(Samples.of(plane))
                    .isEqualTo(Arrays.copyOfRange(hex(planar, "hex"), offset, offset + size[0] * size[1]));
            plane.set(1, 2, 99);
            assertThat(image.buffer().get(offset + 2 * size[0] + 1)).isEqualTo(99);
            image.buffer().set(offset, 98);
            assertThat(plane.get(0, 0).l()).isEqualTo(98);
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void P40_splits(ImageLike image) {
        List<? extends ImageLike> parts = image.split();

        assertThat(parts).hasSize(3);
        for (int c = 0; c < 3; c++) {
            assertThat(parts.get(c).mode()).isEqualTo(Mode.L);
            assertThat(parts.get(c).size()).isEqualTo(image.size());
            assertThat(Samples.of(parts.get(c)))
                    .isEqualTo(hex(PEP.get("split"), image.componentNames().get(c)));
            parts.get(c).map(v -> 0);
        }
        assertThat(Samples.of(image)).as("the parts are copies").isEqualTo(Samples.of(example()));
    }

    @ParameterizedTest
    @MethodSource("planarImages")
    void AMB11_splitsPlanesToCopies(ImageLike image) {
        int[] before = Samples.of(image);
        int at = 0;
        for (ImageLike part : image.split()) {
            int[] samples = Samples.of(part);
            assertThat(samples).isEqualTo(Arrays.copyOfRange(before, at, at + samples.length));
            at += samples.length;
            part.map(v -> 0);
        }
        assertThat(at).isEqualTo(before.length);
        assertThat(Samples.of(image)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("mapped")
    void AMB1_P32_mapRoundsAndClips(Mode mode, double result, long expected) {
        DoubleUnaryOperator function = v -> result;
        for (ImageLike image :
                List.of(StandardImage.of(mode, 3, 2), MinimalImage.copyOf(StandardImage.of(mode, 3, 2)))) {
            image.map(function);
            assertThat(Arrays.stream(Samples.of(image)).mapToLong(Integer::toUnsignedLong))
                    .hasSize(6)
                    .containsOnly(expected);
        }
    }

    static Stream<Object[]> mapped() {
        return Stream.of(Mode.L, Mode.L16, Mode.L32)
                .flatMap(mode -> GoldenData.stream(PEP.get("map_rounding").get("bits" + mode.bitsPerComponent()))
                        .map(pair -> new Object[] {
                            mode, pair.get(0).doubleValue(), pair.get(1).longValue()
                        }));
    }

    @ParameterizedTest
    @MethodSource("modes")
    void P68_fillsNewImages(Mode mode) {
        byte[] bytes = StandardImage.of(mode, 4, 6).buffer().get(Slice.ALL);

        assertThat(bytes).hasSize((int) mode.length(4, 6));
        assertThat(bytes).containsOnly(PEP.get("default_fill").get(mode.name()).intValue());
    }

    static Stream<Mode> modes() {
        return Stream.of(Mode.values());
    }

    @Test
    void P1_thereAreThirteenModes() {
        assertThat(Mode.MODES.stream().map(Mode::name))
                .hasSize(13)
                .containsExactlyInAnyOrderElementsOf(() -> PEP.get("modes").fieldNames());
    }

    @ParameterizedTest
    @MethodSource("modes")
    void P3_attributesAreThoseOfTheTable(Mode mode) {
        JsonNode row = PEP.get("modes").get(mode.name());
        assertThat(mode.value()).isEqualTo(row.get("str_value").textValue());
        assertThat(mode.components()).isEqualTo(row.get("components").intValue());
        assertThat(mode.componentNames())
                .containsExactlyElementsOf(GoldenData.stream(row.get("component_names"))
                        .map(JsonNode::textValue)
                        .toList());
        assertThat(mode.bitsPerComponent())
                .isEqualTo(row.get("bits_per_component").intValue());
        if (row.get("bytes_per_pixel").isNull()) {
            assertThatThrownBy(mode::bytesPerPixel).isInstanceOf(UnsupportedOperationException.class);
        } else {
            assertThat(mode.bytesPerPixel())
                    .isEqualTo(row.get("bytes_per_pixel").intValue());
        }
        assertThat(mode.planar()).isEqualTo(row.get("planar").booleanValue());
        assertThat(mode.subsampling())
                .containsExactlyElementsOf(GoldenData.stream(row.get("subsampling"))
                        .map(s -> new Mode.Subsampling(
                                s.get(0).intValue(), s.get(1).intValue()))
                        .toList());
        assertThat(mode.xDivisor()).isEqualTo(row.get("x_divisor").intValue());
        assertThat(mode.yDivisor()).isEqualTo(row.get("y_divisor").intValue());
        assertThat(mode.intervals())
                .containsExactlyElementsOf(GoldenData.stream(row.get("intervals"))
                        .map(i ->
                                new Mode.Interval(i.get(0).longValue(), i.get(1).longValue()))
                        .toList());
        row.get("get_length").properties().forEach(length -> {
            String[] size = length.getKey().split("x");
            assertThat(mode.length(Integer.parseInt(size[0]), Integer.parseInt(size[1])))
                    .isEqualTo(length.getValue().longValue());
        });
    }

    @Test
    void X12_copiesAll() {
        StandardImage image = example();
        ImageLike copy = image.get(Slice.ALL);

        assertThat(Images.sameContent(copy, image)).isTrue();
        copy.set(0, 0, 1, 2, 3);
        assertThat(Images.sameContent(copy, image)).isFalse();
    }
}

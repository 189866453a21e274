package org.imageop.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The PEP's C API, asked by C and C++: each function checks what Java answers, and its line is the error. */
class ApiTest {
    @TempDir
    static Path folder;

    private static List<CLibrary> libraries;

    private final ImageApi api = ImageApi.open();

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        libraries = List.of(CLibrary.c("callbacks", folder), CLibrary.cpp("callbacks", folder));
    }

    static List<CLibrary> libraries() {
        return libraries;
    }

    @AfterEach
    void nothingIsLeaked() {
        assertThat(api.references()).isEmpty();
        api.close();
    }

    /** An image class that is not of the library. */
    private record Own(ImageBuffer buffer, Mode mode, ImageSize size, Map<String, Object> info) implements ImageMixin {}

    private static Own own(ImageLike image) {
        return new Own(image.buffer(), image.mode(), image.size(), image.info());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void P89_P90_P91_P92_P93_P94_P95_P96_modesHaveTheirAttributes(CLibrary library) {
        List<Object> expected = new ArrayList<>();
        for (int number = -1; number <= 13; number++) {
            if (number < 0 || number > 12) {
                expected.addAll(List.of(number, 0, "NULL", -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1));
                continue;
            }
            Mode mode = Mode.values()[number];
            expected.addAll(List.of(number, 1, mode.value(), mode.components()));
            for (int c = 0; c < mode.components(); c++) {
                expected.add(mode.componentNames().get(c));
                expected.add(mode.subsampling().get(c).x());
            }
            expected.add(mode.bitsPerComponent());
            expected.add(mode.planar() ? -1 : mode.bytesPerPixel());
            expected.add(mode.planar() ? 1 : 0);
            expected.add(mode.xDivisor());
            expected.add(mode.yDivisor());
            expected.add(mode.length(640, 480));
            expected.add(mode.length(70_000, 70_000));
            expected.add(mode.planar() || mode.bytesPerPixel() < 3 ? mode.length(2_147_483_646, 2_147_483_646) : -1);
            expected.add(mode.planar() ? -1 : mode.length(3, 2));
            expected.add(-1);
        }
        String found = Stream.of(failure(library, "mode_attributes").split(" "))
                .toList()
                .toString();
        assertThat(found).isEqualTo(expected.toString());
    }

    /** The text that a function failed with. */
    private String failure(CLibrary library, String name, Object... objects) {
        try {
            api.call(library.entry(name), objects);
            throw new AssertionError("it did not fail");
        } catch (NativeCallException e) {
            return e.getMessage()
                    .replaceFirst("^The function returned -?\\d+: ", "")
                    .replaceFirst(" \\[[^]]*]$", "");
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void P97_P98_P103_objectsAreCheckedForImages(CLibrary library) {
        StandardImage image = StandardImage.of(Mode.RGB, 4, 3);

        assertThat(api.call(
                        library.entry("checks"),
                        own(image),
                        image,
                        new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB),
                        "a text"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void P99_newImagesHaveTheModesDefault(CLibrary library) {
        assertThat(api.call(library.entry("new_images"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void P100_imagesAreConvertedAndResized(CLibrary library) {
        BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, 0xff808080);
        StandardImage expected = StandardImage.from(Images.of(image), Mode.L, 8, 6);

        Optional<Object> grey = api.call(library.entry("grey_of_twice_the_size"), image);

        assertThat(grey)
                .hasValueSatisfying(found -> assertThat(Images.sameContent((ImageLike) found, expected))
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void P101_bytesAreCopied(CLibrary library) {
        assertThat(api.call(library.entry("from_bytes")))
                .hasValueSatisfying(image ->
                        assertThat(((ImageLike) image).get(1, 1).value()).containsExactly(10, 11, 12));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void P102_imagesAreClippedAndSplit(CLibrary library) {
        StandardImage image = StandardImage.wrap(
                Mode.YV12, 4, 2, new byte[] {0, (byte) 255, 100, 100, 100, 100, 100, 100, (byte) 250, 7, 100, 100});

        Optional<Object> cr = api.call(library.entry("clip_and_split"), own(image));

        assertThat(cr).hasValueSatisfying(found -> {
            assertThat(((ImageLike) found).get(0, 0).l()).isEqualTo(240);
            assertThat(((ImageLike) found).get(1, 0).l()).isEqualTo(16);
        });
        assertThat(image.plane("y").get(1, 0).l()).isEqualTo(235);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void P102_P104_buffersHaveAnAddressOrAreCopied(CLibrary library) {
        StandardImage direct = StandardImage.wrap(
                PixelLayout.of(Mode.RGB, 4, 3, ByteBuffer.allocateDirect(40).position(4)));
        BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_3BYTE_BGR);
        image.setRGB(0, 0, 0xff0a141e);

        assertThat(api.call(library.entry("buffers"), direct, image)).isEmpty();

        assertThat(direct.get(3, 2).b()).isEqualTo(77);
        assertThat(image.getRGB(3, 2)).isEqualTo(0xff006300);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void exceptionsOfJavaAreNumbersAndTextsInC(CLibrary library) {
        StandardImage readOnly = Views.readOnly(StandardImage.of(Mode.RGB, 4, 3));
        StandardImage freed = StandardImage.wrap(
                PixelLayout.of(Mode.L, 4, 3, ByteBuffer.allocateDirect(12)).ownedBy(() -> false));
        StandardImage thrower = StandardImage.computed(Mode.L, 4, 3, (x, y, count, samples, offset) -> {
            throw new ArithmeticException("only a test");
        });

        // the text of a stale reference ends with [errors.md#bad-reference]
        assertThat(api.call(library.entry("errors"), readOnly, freed, thrower)).isEmpty();
    }

    @Test
    void theMessagesForCPointToTheirPlaces() {
        References references = new References();
        ApiFunctions functions = new ApiFunctions(references);
        long text = references.add("a text");
        long image = references.add(StandardImage.of(Mode.L, 4, 3));

        functions.get_width(text);
        assertThat(functions.outcome().failure.message())
                .isEqualTo(
                        "The reference stands for a java.lang.String, which is not an image [errors.md#bad-reference]");
        references.remove(text);
        functions.release(text);
        assertThat(functions.outcome().failure.message())
                .isEqualTo("The reference 1 stands for no object; it was released [errors.md#bad-reference]");
        functions.read_bytes(image, 0, MemorySegment.NULL, 1);
        assertThat(functions.outcome().failure.message())
                .isEqualTo("C passed NULL where memory was expected [errors.md#null-from-c]");
        MemorySegment out = MemorySegment.ofAddress(1);
        functions.as_buffer(image, out, out);
        assertThat(functions.outcome().failure.message())
                .isEqualTo(
                        "The bytes of this image are not in native memory in their order, so that they have no address;"
                                + " copy them with read_bytes, or the image with from_image [errors.md#no-address]");
        functions.new_image(-1, 2, 2);
        assertThat(functions.outcome().failure.message())
                .startsWith("No mode has the number -1")
                .endsWith("[errors.md#no-such-mode]");
    }

    @Test
    void aFunctionThatFailsByJavaHasItsCauseAndOneAnchor() {
        assertThatThrownBy(() -> api.call(libraries.get(0).entry("fails_by_java")))
                .isInstanceOf(NativeCallException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("The function returned 2: [^\\[]*\\[errors.md#native-call-failed\\]");
    }

    /** C reads samples that are computed by a call of C. */
    @Test
    void aCallWithinACallHasItsOwnResultAndErrors() {
        CLibrary library = libraries.get(0);
        StandardImage image = StandardImage.computed(Mode.L, 4, 3, (x, y, count, samples, offset) -> {
            assertThat(api.call(library.entry("from_bytes"))).isPresent();
            assertThat(failure(library, "fails_by_java")).isNotEmpty();
        });

        assertThat(api.call(library.entry("reads_with_a_result"), image)).containsSame(image);
        assertThat(api.call(library.entry("checks_nothing"))).isEmpty();
    }

    @Test
    void leaksAreReported() {
        try (ImageApi leaking = ImageApi.open()) {
            leaking.call(libraries.get(0).entry("leak"));
            assertThat(leaking.references()).hasSize(1);
            assertThat(leaking.references().get(0)).contains("3×2 L");
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void threadsOfCMayCallToo(CLibrary library) {
        assertThat(api.call(library.entry("threads"), StandardImage.of(Mode.RGB, 20, 10)))
                .isEmpty();
    }

    @Test
    void badInputOfJavaIsRefused() {
        MemorySegment leak = libraries.get(0).entry("leak");
        ImageApi closed = ImageApi.open();
        closed.close();

        assertThatThrownBy(() -> closed.call(leak)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> api.call(MemorySegment.NULL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> api.call(leak, "a text", null)).isInstanceOf(NullPointerException.class);
    }
}

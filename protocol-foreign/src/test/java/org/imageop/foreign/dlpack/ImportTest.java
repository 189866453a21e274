package org.imageop.foreign.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Pixel;
import org.imageop.Plane;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.foreign.ForeignImages;
import org.imageop.foreign.SegmentLayout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A producer in C has tensors, which are images in Java. Its memory holds the bytes 0, 1, 2 … */
class ImportTest {
    private static final TensorStruct VERSIONED = TensorStruct.VERSIONED;
    private static final int UNSIGNED = 1;
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    @TempDir
    static Path folder;

    private static CTensors c;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        c = new CTensors(folder);
    }

    private static long[] shape(long... extents) {
        return extents;
    }

    @ParameterizedTest
    @EnumSource(TensorStruct.class)
    void bothSidesSeeWhatTheOtherWrites(TensorStruct kind) {
        int before = c.ended();
        MemorySegment tensor = c.make(kind, 60, 0, UNSIGNED, 8, shape(4, 5, 3), 15, 3, 1);
        try (ImportedTensor given = ImportedTensor.of(kind, tensor, Mode.RGB)) {
            StandardImage image = given.image();
            assertThat(image.size()).isEqualTo(new ImageSize(5, 4));
            assertThat(image.get(4, 3).r()).isEqualTo(57);
            image.set(4, 3, 1, 2, 200);
            assertThat(c.byteAt(tensor, kind, 59)).isEqualTo(200);
            c.put(tensor, kind, 0, 0, 1, 99);
            assertThat(image.get(0, 0).g()).isEqualTo(99);
            assertThat(c.ended()).isEqualTo(before);
        }
        assertThat(c.ended()).isEqualTo(before + 1);
    }

    /** Shape, strides and the first byte of a tensor of bytes; a component of a pixel, and what it is. */
    static Stream<Arguments> strides() {
        return Stream.of(
                Arguments.of("no strides", Mode.RGB, 0, shape(4, 5, 3), shape(), 4, 3, 2, 59),
                Arguments.of("no strides, grey", Mode.L, 0, shape(4, 5), shape(), 4, 3, 0, 19),
                Arguments.of("padded rows", Mode.RGB, 2, shape(4, 5, 3), shape(20, 3, 1), 4, 3, 2, 76),
                Arguments.of("from bottom to top", Mode.RGB, 45, shape(4, 5, 3), shape(-15, 3, 1), 1, 3, 0, 3),
                Arguments.of("BGR from the right", Mode.RGB, 14, shape(4, 5, 3), shape(15, -3, -1), 4, 0, 2, 0),
                Arguments.of("planes", Mode.RGB, 0, shape(4, 5, 3), shape(5, 1, 20), 4, 3, 2, 59),
                Arguments.of("turned", Mode.RGB, 0, shape(5, 4, 3), shape(3, 15, 1), 3, 4, 2, 59),
                Arguments.of("one channel", Mode.L, 0, shape(4, 5, 1), shape(5, 1, 77), 4, 3, 0, 19),
                Arguments.of("every other column", Mode.L, 1, shape(4, 3), shape(6, 2), 2, 3, 0, 23),
                Arguments.of("a row and any stride", Mode.L, 0, shape(1, 5), shape(Long.MIN_VALUE, 1), 4, 0, 0, 4),
                Arguments.of(
                        "a pixel and any strides",
                        Mode.RGB,
                        7,
                        shape(1, 1, 3),
                        shape(Long.MAX_VALUE, -Long.MAX_VALUE, 1),
                        0,
                        0,
                        2,
                        9));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strides")
    void stridesAreThoseOfTheTensor(
            String name, Mode mode, long first, long[] shape, long[] strides, int x, int y, int component, int value) {
        MemorySegment tensor = c.make(VERSIONED, 80, first, UNSIGNED, 8, shape, strides);
        try (ImportedTensor given = ImportedTensor.of(VERSIONED, tensor, mode)) {
            assertThat(given.image().get(x, y).get(component)).isEqualTo(value);
            given.image()
                    .set(
                            x,
                            y,
                            Stream.generate(() -> 200)
                                    .limit(mode.components())
                                    .mapToInt(v -> v)
                                    .toArray());
            assertThat(c.byteAt(tensor, VERSIONED, value)).isEqualTo(200);
            StandardImage copy = StandardImage.from(given.image());
            assertThat(Images.sameContent(given.image(), copy)).isTrue();
        }
    }

    @Test
    void typesOfNumbersAreThoseOfTheTensor() {
        try (ImportedTensor shorts =
                ImportedTensor.of(VERSIONED, c.make(VERSIONED, 40, 0, UNSIGNED, 16, shape(4, 5)), Mode.L16)) {
            assertThat(shorts.image().get(1, 0).l()).isEqualTo(LITTLE ? 0x0302 : 0x0203);
        }
        try (ImportedTensor ints =
                ImportedTensor.of(VERSIONED, c.make(VERSIONED, 80, 0, UNSIGNED, 32, shape(4, 5)), Mode.L32)) {
            assertThat(ints.image().get(1, 0).l()).isEqualTo(LITTLE ? 0x07060504 : 0x04050607);
        }
        MemorySegment floats = c.make(VERSIONED, 80, 0, 2, 32, shape(4, 5), 5, 1);
        c.put(floats, VERSIONED, 3, 4, 0, 0.5);
        try (ImportedTensor numbers = ImportedTensor.of(VERSIONED, floats, Mode.L16, new Plane.Range(-1, 1))) {
            assertThat(numbers.image().get(4, 3).l()).isEqualTo(49151);
            numbers.image().set(4, 3, 65535);
            assertThat(c.get(floats, VERSIONED, 3, 4, 0)).isEqualTo(1);
        }
        MemorySegment signed = c.make(VERSIONED, 40, 0, 0, 8, shape(4, 5));
        try (ImportedTensor numbers = ImportedTensor.of(VERSIONED, signed, Mode.L, new Plane.Range(-128, 127))) {
            assertThat(numbers.image().get(4, 3).l()).isEqualTo(19 + 128);
        }
        MemorySegment measured = c.make(VERSIONED, 200, 180, 1, 8, shape(4, 5));
        try (ImportedTensor numbers = ImportedTensor.of(VERSIONED, measured, Mode.L, new Plane.Range(0, 250))) {
            assertThat(numbers.image().get(0, 0).l()).isEqualTo(184);
        }
    }

    @Test
    void readOnlyTensorsAndBroadcastOnesAreNotWritten() {
        MemorySegment tensor = c.make(VERSIONED, 60, 0, UNSIGNED, 8, shape(4, 5, 3));
        c.spoil(tensor, 1, 1);
        try (ImportedTensor given = ImportedTensor.of(VERSIONED, tensor, Mode.RGB)) {
            assertThat(given.image().buffer().readOnly()).isTrue();
            assertThat(given.image().get(1, 0).r()).isEqualTo(3);
            assertThatThrownBy(() -> given.image().set(0, 0, 1, 2, 3)).isInstanceOf(ReadOnlyImageException.class);
        }
        MemorySegment repeated = c.make(VERSIONED, 60, 0, UNSIGNED, 8, shape(4, 5), 0, 1);
        try (ImportedTensor given = ImportedTensor.of(VERSIONED, repeated, Mode.L)) {
            assertThat(given.image().get(3, 2).l()).isEqualTo(3);
            assertThat(given.image().buffer().readOnly()).isTrue();
        }
    }

    /** A mistake of a tensor of 4 rows, 5 columns and 3 channels of bytes, and what the error says of it. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(0, 2, "its version is 2.3, and only 1.x is known"),
                Arguments.of(0, 0, "its version is 0.3, and only 1.x is known"),
                Arguments.of(2, 2, "it is on a device of type 2, not on the CPU, which is type 1"),
                Arguments.of(3, 1, "it has 1 dimensions, not rows, columns and perhaps channels"),
                Arguments.of(3, 4, "it has 4 dimensions, not rows, columns and perhaps channels"),
                Arguments.of(3, -1, "it has -1 dimensions, not rows, columns and perhaps channels"),
                Arguments.of(3, 2, "its shape is [4, 5], and RGB has the components [r, g, b]"),
                Arguments.of(4, 4, "its elements are vectors of 4 lanes, not numbers"),
                Arguments.of(
                        5, 0, "its shape is [0, 5, 3], and an image has at least one and at most 2147483647 of each"),
                Arguments.of(
                        5, -4, "its shape is [-4, 5, 3], and an image has at least one and at most 2147483647 of each"),
                Arguments.of(
                        5,
                        1L << 32,
                        "its shape is [4294967296, 5, 3], and an image has at least one and at most 2147483647 of each"),
                Arguments.of(
                        6,
                        Long.MAX_VALUE,
                        "its shape [4, 5, 3] with the strides [9223372036854775807, 3, 1] is beyond 64 bits"),
                Arguments.of(
                        6,
                        Long.MIN_VALUE,
                        "its shape [4, 5, 3] with the strides [-9223372036854775808, 3, 1] is beyond 64 bits"),
                Arguments.of(6, Long.MAX_VALUE / 3 - 8, "where no memory can be"),
                Arguments.of(6, -Long.MAX_VALUE / 3, "where no memory can be"),
                Arguments.of(7, Long.MAX_VALUE, "its data begin 9223372036854775807 bytes beyond their address"),
                Arguments.of(7, -1, "its data begin 18446744073709551615 bytes beyond their address"),
                Arguments.of(8, 0, "its data are at NULL"),
                Arguments.of(9, 0, "its shape is NULL"),
                Arguments.of(
                        12,
                        2,
                        "its elements are float8, and images have uint8, uint16, uint32, or, with a range, int8, int16, int32 and float32"),
                Arguments.of(12, 6, "its elements are bool, and images have"),
                Arguments.of(12, 4, "its elements are numbers of code 4 and 8 bits, and images have"),
                Arguments.of(12, 0, "its elements are int8, which need a range"),
                Arguments.of(13, 64, "its elements are uint64, and images have"),
                Arguments.of(13, 1, "its elements are uint1, and images have"),
                Arguments.of(13, 16, "its elements are uint16, and RGB has components of 8 bits"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void wrongTensorsAreErrorsAndStayTheCallers(int what, long value, String message) {
        int before = c.ended();
        MemorySegment tensor = c.make(VERSIONED, 60, 0, UNSIGNED, 8, shape(4, 5, 3), 15, 3, 1);
        c.spoil(tensor, what, value);

        assertThatThrownBy(() -> ImportedTensor.of(VERSIONED, tensor, Mode.RGB))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("This tensor cannot be an image: ")
                .hasMessageContaining(message)
                .hasMessageEndingWith("; it still belongs to the caller [errors.md#tensor-import]");
        assertThat(c.ended()).isEqualTo(before);
        c.end(tensor, VERSIONED);
        assertThat(c.ended()).isEqualTo(before + 1);
    }

    @Test
    void nullAndPlanarModesAreErrors() {
        assertThatThrownBy(() -> ImportedTensor.of(VERSIONED, MemorySegment.NULL, Mode.RGB))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its address is NULL");
        MemorySegment tensor = c.make(VERSIONED, 60, 0, UNSIGNED, 8, shape(4, 4, 3));
        assertThatThrownBy(() -> ImportedTensor.of(VERSIONED, tensor, Mode.YV12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a YV12 image has planes of different sizes; import each plane as L");
        c.end(tensor, VERSIONED);
    }

    @Test
    void aTensorWithoutADeleterIsNotDeleted() {
        MemorySegment tensor = c.make(VERSIONED, 20, 0, UNSIGNED, 8, shape(4, 5));
        c.spoil(tensor, 11, 0);
        ImportedTensor given = ImportedTensor.of(VERSIONED, tensor, Mode.L);
        given.close();
        assertThatThrownBy(() -> given.image().get(0, 0).l()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void L21_useAfterCloseIsAnExceptionAndTheDeleterRunsOnce() {
        int before = c.ended();
        ImportedTensor given =
                ImportedTensor.of(VERSIONED, c.make(VERSIONED, 60, 0, UNSIGNED, 8, shape(4, 5, 3)), Mode.RGB);
        StandardImage image = given.image();
        Pixel pixel = image.get(1, 1);
        ImageLike turned = Views.rotate90(image);
        given.close();
        given.close();

        assertThat(c.ended()).isEqualTo(before + 1);
        Stream.<Consumer<StandardImage>>of(
                        i -> i.get(0, 0).r(),
                        i -> i.set(0, 0, 1, 2, 3),
                        i -> pixel.r(),
                        i -> turned.get(0, 0).value(),
                        StandardImage::from,
                        i -> TensorExport.to(VERSIONED).run(i))
                .forEach(use -> assertThatThrownBy(() -> use.accept(image)).isInstanceOf(IllegalStateException.class));
    }

    /** What keeps the memory of a tensor that nobody closed. */
    static Stream<Function<ImportedTensor, Object>> keepers() {
        return Stream.of(
                given -> given,
                ImportedTensor::image,
                given -> given.image().get(1, 1),
                given -> Views.rotate90(given.image()),
                given -> Images.rows(given.image()),
                given -> given.image().buffer(),
                given -> given.image().buffer().layout().orElseThrow().plane(0).memory(),
                given -> Images.unwrap(given.image(), SegmentLayout.class)
                        .orElseThrow()
                        .asReadOnly(),
                given -> MemorySegment.ofBuffer(given.image()
                                .buffer()
                                .layout()
                                .orElseThrow()
                                .plane(0)
                                .memory())
                        .asSlice(1));
    }

    @ParameterizedTest
    @MethodSource("keepers")
    void aTensorThatNobodyClosedIsDeletedWhenNothingReachesIt(Function<ImportedTensor, Object> keeper)
            throws InterruptedException {
        int before = c.ended();
        Object[] kept = {
            keeper.apply(ImportedTensor.of(VERSIONED, c.make(VERSIONED, 60, 0, UNSIGNED, 8, shape(4, 5, 3)), Mode.RGB))
        };
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(c.ended()).isEqualTo(before);

        kept[0] = null;
        for (int i = 0; i < 500 && c.ended() == before; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(c.ended()).isEqualTo(before + 1);
    }

    @Test
    void anExportedImageIsImportedAgain() {
        MemorySegment memory = Arena.ofAuto().allocate(60);
        StandardImage image = ForeignImages.wrap(Mode.RGB, 5, 4, memory);
        ExportedTensor exported =
                TensorExport.to(VERSIONED).run(Views.rotate90(image)).image();
        try (ImportedTensor back = ImportedTensor.of(VERSIONED, exported.pointer(), Mode.RGB)) {
            StandardImage turned = StandardImage.wrap(Views.rotate270(back.image()));
            image.set(4, 3, 7, 8, 9);
            assertThat(turned.get(4, 3).b()).isEqualTo(9);
            assertThat(exported.released()).isNotDone();
        }
        assertThat(exported.released()).isCompleted();
    }
}

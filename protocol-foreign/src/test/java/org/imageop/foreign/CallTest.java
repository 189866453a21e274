package org.imageop.foreign;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import net.imglib2.img.array.ArrayImgs;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.ReadOnlyImageException;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.awt.AwtImages;
import org.imageop.imglib2.ImgLib2Images;
import org.imageop.javafx.FxImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C functions on images of every kind. What C wrote is read by Java's own means, and vice versa. */
class CallTest {
    @TempDir
    static Path folder;

    private static CLibrary library;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        library = CLibrary.c("functions", folder);
    }

    /** What the C function {@code fill} writes, in the lowest bits. */
    private static long expected(int x, int y, int component, int bits) {
        int mixed = (int) (x * 2654435761L + y * 40503L * 65537L + component * 97L * 16777619L);
        return (mixed & 0xffff_ffffL) >>> (32 - bits);
    }

    /** How many samples of a black RGB image of 5×4 pixels are not what C writes. */
    private static final long DIFFERENT_FROM_BLACK = IntStream.range(0, 60)
            .filter(k -> expected(k / 3 % 5, k / 15, k % 3, 8) != 0)
            .count();

    record Kind(String name, ImageLike image) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Images whose samples are stored as they are. */
    static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            kinds.add(new Kind(mode + " in an array", StandardImage.of(mode, 42, 24)));
            ByteBuffer direct = ByteBuffer.allocateDirect((int) mode.length(42, 24))
                    .order(mode.bitsPerComponent() == 16 ? ByteOrder.BIG_ENDIAN : ByteOrder.nativeOrder());
            kinds.add(new Kind(mode + " in direct memory", StandardImage.wrap(PixelLayout.of(mode, 42, 24, direct))));
        }
        StandardImage large = StandardImage.of(Mode.RGB, 100, 90);
        kinds.add(new Kind("part of another", Views.crop(large, 13, 7, 42, 24)));
        kinds.add(new Kind("turned", Views.rotate90(large)));
        kinds.add(new Kind("mirrored", Views.flipTopBottom(Views.flipLeftRight(large))));
        kinds.add(new Kind("a component", Views.component(large, "b")));
        kinds.add(new Kind("part of a planar image", Views.crop(StandardImage.of(Mode.YV12, 60, 60), 10, 20, 42, 24)));
        kinds.add(new Kind("several bands", StandardImage.of(Mode.RGB, 1000, 700)));
        kinds.add(new Kind("several bands of planes", StandardImage.of(Mode.YV12, 1000, 702)));
        kinds.add(new Kind("several bands turned", Views.rotate270(StandardImage.of(Mode.L16, 1000, 700))));
        kinds.add(new Kind("rows of more than a band", StandardImage.of(Mode.L, 70_000, 5)));
        kinds.add(new Kind(
                "planes of their own",
                StandardImage.wrap(PixelLayout.planar(
                        Mode.CMYK,
                        42,
                        24,
                        ByteBuffer.allocate(1008),
                        ByteBuffer.allocateDirect(1008),
                        ByteBuffer.allocate(2000).position(100).slice(),
                        ByteBuffer.allocate(1008)))));
        kinds.add(new Kind(
                "shorts over bytes, the other way round",
                StandardImage.wrap(PixelLayout.of(
                        Mode.RGB48,
                        42,
                        24,
                        ByteBuffer.allocate(42 * 24 * 6)
                                .order(
                                        ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
                                                ? ByteOrder.LITTLE_ENDIAN
                                                : ByteOrder.BIG_ENDIAN)))));
        kinds.add(new Kind(
                "ints", StandardImage.wrap(PixelLayout.argb(IntBuffer.allocate(1008), 42, 24, AlphaType.STRAIGHT))));
        Arena arena = Arena.ofAuto();
        kinds.add(new Kind("a segment", ForeignImages.wrap(Mode.RGB, 42, 24, arena.allocate(3024))));
        kinds.add(new Kind(
                "a segment in windows",
                ForeignImages.wrap(SegmentLayout.of(Mode.RGB, 42, 24, arena.allocate(3024)), new Windows(60))));
        return kinds;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void CSeesTheImageInPlace(Kind kind) {
        ImageLike image = kind.image();
        CFunction fill = library.function("fill_image");

        CallReport report = ImageCall.writing().copy(Copy.NEVER).run(image, fill);

        assertThat(report.inPlace()).isTrue();
        assertThat(report.calls()).isEqualTo(calls(image));
        assertFilled(image);
        assertThat(different(image, ImageCall.reading().copy(Copy.NEVER))).isZero();

        // and what Java writes, C reads
        ImageLike component =
                Views.component(image, image.mode().componentNames().get(0));
        long before = component.get(3, 2).getLong(0);
        Images.rows(component).write(3, 2, 1, new int[] {(int) before ^ 1}, 0);
        assertThat(different(image, ImageCall.reading())).isEqualTo(1);
    }

    private static int calls(ImageLike image) {
        return switch (image.width()) {
            case 1000 -> 11;
            case 700 -> 11;
            case 70_000 -> 5;
            default -> 1;
        };
    }

    private static void assertFilled(ImageLike image) {
        Mode mode = image.mode();
        for (int c = 0; c < mode.components(); c++) {
            ImageLike plane = Views.component(image, mode.componentNames().get(c));
            int[] row = new int[plane.width()];
            for (int y = 0; y < plane.height(); y++) {
                Images.rows(plane).read(0, y, row.length, row, 0);
                for (int x = 0; x < row.length; x++) {
                    assertThat((long) row[x] & mode.maxValue())
                            .as("component %d of %d, %d", c, x, y)
                            .isEqualTo(expected(x, y, c, mode.bitsPerComponent()));
                }
            }
        }
    }

    /** How many samples differ from what C wrote, by C's own account. */
    private static long different(ImageLike image, ImageCall call) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(JAVA_LONG, 3);
            call.run(image, library.function("check_image").with(found));
            return found.get(JAVA_LONG, 0);
        }
    }

    @Test
    void arraysAreWrittenElementByElement() {
        byte[] bytes = new byte[5 * 4 * 3];
        short[] shorts = new short[5 * 4 * 3];
        int[] ints = new int[5 * 4];
        CFunction fill = library.function("fill_image");

        ImageCall.writing().run(StandardImage.wrap(Mode.RGB, 5, 4, bytes), fill);
        ImageCall.writing().run(StandardImage.wrap(Mode.RGB48, 5, 4, shorts), fill);
        ImageCall.writing().run(StandardImage.wrap(Mode.L32, 5, 4, ints), fill);

        for (int k = 0; k < bytes.length; k++) {
            int x = k / 3 % 5;
            int y = k / 15;
            assertThat(bytes[k] & 0xff).isEqualTo((int) expected(x, y, k % 3, 8));
            assertThat(shorts[k] & 0xffff).isEqualTo((int) expected(x, y, k % 3, 16));
        }
        for (int k = 0; k < ints.length; k++) {
            assertThat(ints[k] & 0xffff_ffffL).isEqualTo(expected(k % 5, k / 5, 0, 32));
        }
    }

    /** By the raster, which knows nothing of this library. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void CSeesBufferedImagesInPlace(int type) {
        BufferedImage whole = new BufferedImage(50, 40, type);
        for (BufferedImage image : List.of(whole, whole.getSubimage(5, 7, 31, 20))) {
            CallReport report =
                    ImageCall.writing().copy(Copy.NEVER).run(AwtImages.wrap(image), library.function("fill_image"));
            assertThat(report.toString()).isEqualTo("in place, 1 call");
            WritableRaster raster = image.getRaster();
            int[] bits = raster.getSampleModel().getSampleSize();
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    for (int c = 0; c < raster.getNumBands(); c++) {
                        assertThat((long) raster.getSample(x, y, c))
                                .as("band %d of %d, %d", c, x, y)
                                .isEqualTo(expected(x, y, c, bits[c]));
                    }
                }
            }
            raster.setSample(2, 3, 0, raster.getSample(2, 3, 0) ^ 1);
            assertThat(different(AwtImages.wrap(image), ImageCall.reading())).isEqualTo(1);
        }
    }

    /** Types 12 and 13: C sees colours on a copy, and indices as grey. */
    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_INDEXED})
    void CSeesIndicesOnACopyThatIsReported(int type) {
        BufferedImage image = new BufferedImage(50, 40, type);
        WritableRaster raster = image.getRaster();
        int bits = raster.getSampleModel().getSampleSize(0);
        ImageLike indices = AwtImages.indices(image);
        CFunction fill = library.function("fill_image");

        CallReport report = ImageCall.writing().run(indices, fill);

        assertThat(report.toString()).isEqualTo("on a copy (the samples are computed), 1 call");
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 50; x++) {
                assertThat((long) raster.getSample(x, y, 0)).isEqualTo(expected(x, y, 0, 8) & (1 << bits) - 1);
            }
        }
        for (ImageLike refused : List.of(indices, AwtImages.wrap(image))) {
            assertThatThrownBy(() -> ImageCall.writing().copy(Copy.NEVER).run(refused, fill))
                    .isInstanceOf(CopyRequiredException.class);
        }
    }

    /** Whoever asks for the raster gives up Java2D's acceleration, and has the array. */
    @Test
    void CSeesARasterOfIndicesInPlace() {
        WritableRaster raster = new BufferedImage(50, 40, BufferedImage.TYPE_BYTE_INDEXED).getRaster();

        CallReport report =
                ImageCall.writing().copy(Copy.NEVER).run(AwtImages.wrap(raster), library.function("fill_image"));

        assertThat(report.inPlace()).isTrue();
        for (int k = 0; k < 2000; k++) {
            assertThat((long) raster.getSample(k % 50, k / 50, 0)).isEqualTo(expected(k % 50, k / 50, 0, 8));
        }
    }

    @Test
    void CSeesArraysOfImgLib2InPlace() {
        short[] samples = new short[42 * 24];
        ImageLike image = ImgLib2Images.wrap(ArrayImgs.unsignedShorts(samples, 42, 24));

        CallReport report = ImageCall.writing().copy(Copy.NEVER).run(image, library.function("fill_image"));

        assertThat(report.inPlace()).isTrue();
        for (int k = 0; k < samples.length; k++) {
            assertThat(samples[k] & 0xffffL).isEqualTo(expected(k % 42, k / 42, 0, 16));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void CSeesPixelBuffersOfJavaFXInPlace(boolean direct) {
        ByteBuffer bytes = direct ? ByteBuffer.allocateDirect(42 * 24 * 4) : ByteBuffer.allocate(42 * 24 * 4);
        ImageLike image = FxImages.wrap(new PixelBuffer<>(42, 24, bytes, PixelFormat.getByteBgraPreInstance()));

        CallReport report = ImageCall.writing().copy(Copy.NEVER).run(image, library.function("fill_image"));

        assertThat(report.inPlace()).isTrue();
        for (int k = 0; k < bytes.capacity(); k++) {
            int component = k % 4 == 3 ? 3 : 2 - k % 4;
            assertThat(bytes.get(k) & 0xffL).isEqualTo(expected(k / 4 % 42, k / 4 / 42, component, 8));
        }
    }

    @Test
    void coloursOfAPaletteAreCopiedForReading() {
        BufferedImage indexed = new BufferedImage(50, 40, BufferedImage.TYPE_BYTE_INDEXED);
        indexed.setRGB(2, 3, Color.RED.getRGB());
        ImageLike image = AwtImages.wrap(indexed);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment view = arena.allocate(ViewStruct.VIEW);
            CallReport report = ImageCall.reading()
                    .run(image, library.function("describe_image").with(view));
            assertThat(report.toString()).isEqualTo("on a copy (the samples are computed), 1 call");
            assertThat(number(view, "flags")).isEqualTo(1 | 4);
        }
        assertThatThrownBy(() -> ImageCall.reading().copy(Copy.NEVER).run(image, library.function("check_image")))
                .isInstanceOf(CopyRequiredException.class)
                .hasMessageStartingWith("The samples of this 50×40 ")
                .hasMessageContaining("allow a copy with Copy.IF_NEEDED")
                .hasMessageEndingWith("[errors.md#copy-required]");
    }

    /** Samples that are computed, kept in an array beside. */
    private static StandardImage computed(Mode mode, int width, int height, int[] kept) {
        int components = mode.components();
        return StandardImage.computed(mode, width, height, new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] samples, int offset) {
                System.arraycopy(kept, (y * width + x) * components, samples, offset, count * components);
            }

            @Override
            public void write(int x, int y, int count, int[] samples, int offset) {
                System.arraycopy(samples, offset, kept, (y * width + x) * components, count * components);
            }

            @Override
            public boolean readOnly() {
                return false;
            }
        });
    }

    @Test
    void computedSamplesAreCopiedInAndOutByBands() {
        int[] kept = new int[1000 * 700 * 3];
        StandardImage image = computed(Mode.RGB, 1000, 700, kept);

        CallReport filled = ImageCall.writing().run(image, library.function("fill_image"));

        assertThat(filled.toString()).isEqualTo("on a copy (the samples are computed), 11 calls");
        for (int k = 0; k < kept.length; k++) {
            assertThat((long) kept[k]).isEqualTo(expected(k / 3 % 1000, k / 3000, k % 3, 8));
        }
        kept[12345] ^= 1;
        assertThat(different(image, ImageCall.reading())).isEqualTo(1);
        assertThat(different(image, ImageCall.reading().whole())).isEqualTo(1);
        int[] before = kept.clone();
        ImageCall.reading().run(image, library.function("invert_image"));
        assertThat(kept).isEqualTo(before);
    }

    @Test
    void numbersThatACopyRoundsAreReported() {
        float[] numbers = {0.25f, 3f};
        StandardImage image = StandardImage.wrap(PixelLayout.of(
                Mode.L,
                2,
                1,
                AlphaType.OPAQUE,
                Plane.ranged(FloatBuffer.wrap(numbers), 0, 1, 2, new Plane.Range(0, 1))));

        CallReport report = ImageCall.reading()
                .copy(Copy.ALWAYS)
                .run(image, library.function("check_image").with(Arena.ofAuto().allocate(JAVA_LONG, 3)));

        assertThat(report.toString())
                .isEqualTo("on a copy (a copy was asked for), 1 call, lost: numbers → samples of 8 bits");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment view = arena.allocate(ViewStruct.VIEW);
            ImageCall.writing().run(image, library.function("describe_image").with(view));
            assertThat(planeNumber(view, 0, "element_kind")).isEqualTo(2);
            assertThat(view.get(JAVA_DOUBLE, ViewStruct.VIEW.byteOffset(PathElement.groupElement("planes")) + 72))
                    .isEqualTo(1);
        }
    }

    @Test
    void aCopyThatWasAskedForIsNative() {
        StandardImage image = StandardImage.of(Mode.RGB, 1000, 700);
        List<Boolean> heap = new ArrayList<>();

        CallReport report = ImageCall.writing().copy(Copy.ALWAYS).whole().run(image, band -> {
            heap.add(band.onHeap());
            return library.function("fill_image").call(band);
        });

        assertThat(heap).containsExactly(false);
        assertThat(report.calls()).isEqualTo(1);
        assertFilled(image);
    }

    @Test
    void wholeImagesComeInOneCall() {
        StandardImage image = StandardImage.of(Mode.RGB, 1000, 700);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(JAVA_LONG, 3);
            CFunction check = library.function("check_image").with(found);
            ImageCall.reading().run(image, check);
            assertThat(found.get(JAVA_LONG, 8)).isEqualTo(11);
            assertThat(found.get(JAVA_LONG, 16)).isEqualTo(65);
            ImageCall.reading().whole().run(image, check);
            assertThat(found.get(JAVA_LONG, 8)).isEqualTo(12);
            assertThat(found.get(JAVA_LONG, 16)).isEqualTo(700);
        }
    }

    @Test
    void aContextMayBeAnArray() {
        StandardImage image = StandardImage.wrap(PixelLayout.of(Mode.RGB, 5, 4, ByteBuffer.allocateDirect(60)));
        long[] found = new long[3];

        ImageCall.reading().run(image, library.function("check_image").with(MemorySegment.ofArray(found)));

        assertThat(found).containsExactly(DIFFERENT_FROM_BLACK, 1, 4);
    }

    @Test
    void theViewDescribesTheBand() {
        StandardImage image = Views.crop(StandardImage.of(Mode.YV12, 60, 60), 10, 20, 42, 24);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment view = arena.allocate(ViewStruct.VIEW);
            ImageCall.reading()
                    .run(
                            Views.readOnly(image),
                            library.function("describe_image").with(view));
            assertThat(Stream.of(
                                    "struct_size",
                                    "version",
                                    "mode",
                                    "alpha",
                                    "flags",
                                    "width",
                                    "height",
                                    "first_row",
                                    "image_height",
                                    "components")
                            .map(name -> number(view, name)))
                    .containsExactly(616, 1, 9, 0, 1 | 2, 42, 24, 0, 24, 3);
            assertThat(planeNumber(view, 1, "width")).isEqualTo(21);
            assertThat(planeNumber(view, 1, "height")).isEqualTo(12);
            assertThat(planeNumber(view, 2, "bits")).isEqualTo(8);
        }
    }

    private static int number(MemorySegment view, String field) {
        return view.get(JAVA_INT, ViewStruct.VIEW.byteOffset(PathElement.groupElement(field)));
    }

    private static int planeNumber(MemorySegment view, int plane, String field) {
        return view.get(
                JAVA_INT,
                ViewStruct.VIEW.byteOffset(
                        PathElement.groupElement("planes"),
                        PathElement.sequenceElement(plane),
                        PathElement.groupElement(field)));
    }

    /** The compiler is the oracle. */
    @Test
    void fieldsAreWhereTheCompilerHasThem() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment at = arena.allocate(JAVA_INT, 100);
            StandardImage image = StandardImage.of(Mode.L, 1, 1);
            List<Integer> ours = new ArrayList<>();
            for (MemoryLayout struct : List.of(ViewStruct.PLANE, ViewStruct.VIEW)) {
                for (MemoryLayout field : ((StructLayout) struct).memberLayouts()) {
                    ours.add((int) struct.byteOffset(
                            PathElement.groupElement(field.name().orElseThrow())));
                }
                ours.add((int) struct.byteSize());
            }
            Arrays.stream(Mode.values()).map(Mode::ordinal).forEach(ours::add);
            Arrays.stream(AlphaType.values()).map(AlphaType::ordinal).forEach(ours::add);

            assertThatThrownBy(() -> ImageCall.reading()
                            .run(image, library.function("places_of_fields").with(at)))
                    .isInstanceOfSatisfying(
                            NativeCallException.class,
                            e -> assertThat(e.status()).isEqualTo(ours.size()));
            assertThat(Arrays.stream(at.toArray(JAVA_INT)).boxed().limit(ours.size()))
                    .containsExactlyElementsOf(ours);
        }
    }

    @Test
    void theHeaderIsCPlusPlusToo() throws IOException, InterruptedException {
        StandardImage image = StandardImage.of(Mode.RGBA64, 42, 24);

        ImageCall.writing().run(image, CLibrary.cpp("functions", folder).function("fill_image"));

        assertFilled(image);
    }

    @Test
    void theHeaderIsInTheJar() throws IOException {
        try (var header = CFunction.class.getResourceAsStream("imageop.h")) {
            assertThat(new String(header.readAllBytes())).contains("#define IMAGEOP_FUNCTION(name, function)");
        }
    }

    @Test
    void readOnlyImagesAreRefusedForWriting() {
        StandardImage image = Views.readOnly(StandardImage.of(Mode.RGB, 5, 4));

        assertThatThrownBy(() -> ImageCall.writing().run(image, library.function("fill_image")))
                .isInstanceOf(ReadOnlyImageException.class)
                .hasMessageContaining("5×4 RGB image is read-only")
                .hasMessageEndingWith("[errors.md#read-only]");
        assertThat(different(image, ImageCall.reading())).isEqualTo(DIFFERENT_FROM_BLACK);
        StandardImage direct =
                ForeignImages.wrap(Mode.RGB, 5, 4, Arena.ofAuto().allocate(60).asReadOnly());
        assertThat(different(direct, ImageCall.reading())).isEqualTo(DIFFERENT_FROM_BLACK);
    }

    @Test
    void theNumberAndTheTextOfAnErrorArrive() {
        assertThatThrownBy(() ->
                        ImageCall.reading().run(StandardImage.of(Mode.L, 5, 4), library.function("needs_rgb_image")))
                .isInstanceOfSatisfying(
                        NativeCallException.class, e -> assertThat(e.status()).isEqualTo(7))
                .hasMessage("The function returned 7 for the rows 0 to 3 of a 5×4 L image: only RGB is known here,"
                        + " grüß dich [errors.md#native-call-failed]");
        ImageCall.reading().run(StandardImage.of(Mode.RGB, 5, 4), library.function("needs_rgb_image"));

        StandardImage large = StandardImage.of(Mode.RGB, 1000, 700);
        assertThatThrownBy(() -> ImageCall.writing().run(large, library.function("fails_below_image")))
                .isInstanceOf(NativeCallException.class)
                .hasMessageStartingWith(
                        "The function returned -3 for the rows 65 to 129 of a 1000×700 RGB image: a text")
                .hasMessageEndingWith(" [errors.md#native-call-failed]")
                .satisfies(e ->
                        assertThat(e.getMessage().split("RGB image: | \\[")[1]).hasSize(255));
        assertThat(large.get(0, 0).r()).isEqualTo(99);
        assertThatThrownBy(() -> ImageCall.reading().run(large, band -> 5))
                .hasMessage("The function returned 5 for the rows 0 to 64 of a 1000×700 RGB image"
                        + " [errors.md#native-call-failed]");
    }

    @Test
    void exceptionsOfTheFunctionArrive() {
        StandardImage image = StandardImage.of(Mode.L, 5, 4);
        ArithmeticException thrown = new ArithmeticException("mine");

        assertThatThrownBy(() -> ImageCall.reading().run(image, band -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThatThrownBy(() -> ImageCall.reading().run(image, band -> {
                    throw new IOException("checked");
                }))
                .isInstanceOf(NativeCallException.class)
                .hasMessage("The function threw java.io.IOException: checked on a 5×4 L image"
                        + " [errors.md#native-call-failed]")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void nullIsRefused() {
        StandardImage image = StandardImage.of(Mode.L, 5, 4);

        assertThatThrownBy(() -> CFunction.of(MemorySegment.NULL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> library.function("fill_image").with(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> ImageCall.reading().run(image, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> ImageCall.reading().run(null, band -> 0)).isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {9, Integer.MAX_VALUE})
    void L21_freedMemoryIsNotGivenToC(long longest) {
        Arena arena = Arena.ofShared();
        StandardImage image =
                ForeignImages.wrap(SegmentLayout.of(Mode.RGB, 5, 4, arena.allocate(60)), new Windows(longest));
        AtomicBoolean open = new AtomicBoolean(true);
        StandardImage owned = StandardImage.wrap(
                PixelLayout.of(Mode.L, 4, 3, ByteBuffer.allocateDirect(12)).ownedBy(open::get));
        CFunction fill = library.function("fill_image");
        ImageCall.writing().run(image, fill);
        ImageCall.writing().run(owned, fill);
        arena.close();
        open.set(false);

        for (StandardImage freed : List.of(image, owned)) {
            assertThatThrownBy(() -> ImageCall.writing().run(freed, fill))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageEndingWith("[errors.md#memory-freed]");
        }
    }

    @Test
    void anArenaStaysOpenWhileCUsesItsMemory() throws InterruptedException {
        Arena arena = Arena.ofShared();
        StandardImage image = ForeignImages.wrap(Mode.RGB, 5, 4, arena.allocate(60));
        try (Arena own = Arena.ofShared()) {
            MemorySegment state = own.allocate(JAVA_INT, 3);
            Thread caller = new Thread(() -> ImageCall.reading()
                    .run(image, library.function("slow_image").with(state)));
            caller.start();
            while ((int) JAVA_INT.varHandle().getVolatile(state, 0L) == 0) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(arena::close).isInstanceOf(IllegalStateException.class);
            JAVA_INT.varHandle().setVolatile(state, 4L, 1);
            caller.join();
        }
        arena.close();
    }

    @Test
    void imagesBeyond2GiBComeInOneCall() throws IOException {
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(
                        folder.resolve("large"),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.SPARSE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            long bytes = Mode.RGB.length(60_000, 30_000);
            MemorySegment memory = channel.map(MapMode.READ_WRITE, 0, bytes, arena);
            StandardImage image = ForeignImages.wrap(Mode.RGB, 60_000, 30_000, memory);

            CallReport report = ImageCall.writing().copy(Copy.NEVER).run(image, library.function("corners_of_image"));

            assertThat(report.toString()).isEqualTo("in place, 1 call");
            assertThat(memory.get(JAVA_BYTE, 2)).isEqualTo((byte) 11);
            assertThat(memory.get(JAVA_BYTE, bytes - 1)).isEqualTo((byte) 22);
            assertThat(image.get(59_999, 29_999).b()).isEqualTo(22);
        }
    }

    /** What a function of another kind needs: the C library's memset on each row, linked by the caller. */
    @Test
    void aLambdaTakesTheBandApart() {
        BufferedImage image = new BufferedImage(50, 40, BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage part = image.getSubimage(10, 5, 20, 8);
        @SuppressWarnings("restricted")
        var memset = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().find("memset").orElseThrow(),
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, JAVA_INT, JAVA_LONG),
                        Linker.Option.critical(true));

        ImageCall.writing().run(AwtImages.wrap(part), band -> {
            ImageSize size = band.memory().size();
            SegmentPlane blue = band.memory().planes().get(2);
            for (int y = 0; y < size.height(); y++) {
                MemorySegment row = blue.memory().asSlice(blue.offset() + y * blue.lineStride());
                MemorySegment same = (MemorySegment) memset.invokeExact(row, 0x7f, 3L * size.width());
                assertThat(same).isNotNull();
            }
            return 0;
        });

        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 50; x++) {
                boolean within = x >= 10 && x < 30 && y >= 5 && y < 13;
                assertThat(image.getRGB(x, y)).isEqualTo(within ? 0xff7f7f7f : 0xff000000);
            }
        }
    }
}

package org.imageop.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.ReadOnlyImageException;
import org.imageop.SampleRows;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.awt.AwtImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C functions that read one image and write another. */
class PairCallTest {
    @TempDir
    static Path folder;

    private static CLibrary library;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        library = CLibrary.c("functions", folder);
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static StandardImage noise(Mode mode, int width, int height) {
        return StandardImage.ofBytes(mode, width, height, noise((int) mode.length(width, height)));
    }

    private static StandardImage direct(Mode mode, int width, int height) {
        return StandardImage.wrap(
                PixelLayout.of(mode, width, height, ByteBuffer.allocateDirect((int) mode.length(width, height))));
    }

    private static void assertInverted(ImageLike source, ImageLike target) {
        byte[] before = source.buffer().get(Slice.ALL);
        byte[] after = target.buffer().get(Slice.ALL);
        for (int k = 0; k < before.length; k++) {
            before[k] ^= (byte) 0xff;
        }
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void CReadsOneImageAndWritesAnotherInPlace(Mode mode) {
        StandardImage source = noise(mode, 300, 702);
        for (StandardImage target : List.of(StandardImage.of(mode, 300, 702), direct(mode, 300, 702))) {
            PairReport report =
                    ImageCall.writing().copy(Copy.NEVER).run(source, target, library.pairFunction("invert_into_image"));

            assertThat(report.inPlace()).isTrue();
            assertThat(report.toString()).isEqualTo("source in place, 4 calls; target in place, 4 calls");
            assertInverted(source, target);
        }
        StandardImage back = StandardImage.of(mode, 300, 702);
        ImageCall.writing().run(direct(mode, 300, 702), back, library.pairFunction("invert_into_image"));
        assertInverted(direct(mode, 300, 702), back);
    }

    @Test
    void nativeMemoryComesInOneCall() {
        StandardImage target = direct(Mode.RGB, 300, 702);

        PairReport report =
                ImageCall.writing().run(direct(Mode.RGB, 300, 702), target, library.pairFunction("invert_into_image"));

        assertThat(report.target().calls()).isEqualTo(1);
        assertThat(target.get(299, 701).value()).containsOnly(255);
    }

    /** A planar image has bands of even rows, and so has its partner. */
    @Test
    void bandsAreTheSameRowsOfBoth() {
        List<String> rows = new ArrayList<>();
        ImageCall.reading().run(StandardImage.of(Mode.L, 1000, 140), StandardImage.of(Mode.YV12, 500, 140), (s, t) -> {
            rows.add(s.firstRow() + "+" + s.memory().size().height() + " " + t.firstRow() + "+"
                    + t.memory().size().height());
            return 0;
        });
        assertThat(rows).containsExactly("0+64 0+64", "64+64 64+64", "128+12 128+12");

        rows.clear();
        ImageCall.reading()
                .whole()
                .run(StandardImage.of(Mode.L, 1000, 140), StandardImage.of(Mode.L, 500, 140), (s, t) -> {
                    rows.add("all " + t.memory().size().height());
                    return 0;
                });
        assertThat(rows).containsExactly("all 140");
    }

    @ParameterizedTest
    @ValueSource(ints = {350, 900})
    void imagesOfOtherHeightsComeAsAWhole(int height) {
        StandardImage source = noise(Mode.RGB, 1000, 700);
        StandardImage target = StandardImage.of(Mode.RGB, 500, height);

        PairReport report = ImageCall.writing().run(source, target, library.pairFunction("nearest_image"));

        assertThat(report.toString()).isEqualTo("source in place, 1 call; target in place, 1 call");
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < 500; x++) {
                assertThat(target.get(x, y).value())
                        .isEqualTo(source.get(2 * x, y * 700 / height).value());
            }
        }
    }

    /** By the raster, which knows nothing of this library. */
    @Test
    void imagesOfDifferentClassesAndLayouts() {
        BufferedImage source = new BufferedImage(60, 50, BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage part = source.getSubimage(7, 5, 40, 30);
        part.getRaster()
                .setSamples(0, 0, 40, 30, 1, new Random(1).ints(1200, 0, 256).toArray());
        BufferedImage target = new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB);

        PairReport report = ImageCall.writing()
                .copy(Copy.NEVER)
                .run(
                        AwtImages.wrap(part),
                        Views.rotate90(AwtImages.wrap(target)),
                        library.pairFunction("invert_into_image"));

        assertThat(report.inPlace()).isTrue();
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                int[] expected = part.getRaster().getPixel(x, y, (int[]) null);
                ImageLike turned = Views.rotate90(AwtImages.wrap(target));
                assertThat(turned.get(x, y).value())
                        .containsExactly(255 - expected[0], 255 - expected[1], 255 - expected[2]);
            }
        }
    }

    /** Samples that are computed from an array. */
    private static StandardImage computed(byte[] kept, int width, int height, Object... foundations) {
        return StandardImage.computed(Mode.L, width, height, new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] samples, int offset) {
                for (int i = 0; i < count; i++) {
                    samples[offset + i] = kept[y * width + x + i] & 0xff;
                }
            }

            @Override
            public void write(int x, int y, int count, int[] samples, int offset) {
                for (int i = 0; i < count; i++) {
                    kept[y * width + x + i] = (byte) samples[offset + i];
                }
            }

            @Override
            public boolean readOnly() {
                return false;
            }

            @Override
            public List<?> foundations() {
                return List.of(foundations);
            }
        });
    }

    @Test
    void copiesAreReportedForEach() {
        byte[] from = noise(1000 * 140);
        byte[] to = new byte[1000 * 140];
        StandardImage array = StandardImage.wrap(Mode.L, 1000, 140, noise(1000 * 140));
        CPairFunction invert = library.pairFunction("invert_into_image");
        String copied = "on a copy (the samples are computed), 3 calls";

        assertThat(ImageCall.writing()
                        .run(computed(from, 1000, 140), array, invert)
                        .toString())
                .isEqualTo("source " + copied + "; target in place, 3 calls");
        assertInverted(StandardImage.wrap(Mode.L, 1000, 140, from), array);
        assertThat(ImageCall.writing()
                        .run(array, computed(to, 1000, 140), invert)
                        .toString())
                .isEqualTo("source in place, 3 calls; target " + copied);
        assertThat(to).isEqualTo(from);
        PairReport asked =
                ImageCall.writing().copy(Copy.ALWAYS).run(array, StandardImage.wrap(Mode.L, 1000, 140, to), invert);
        assertThat(asked.source().reason()).contains("a copy was asked for");
        assertThat(asked.target().reason()).contains("a copy was asked for");
        assertInverted(array, StandardImage.wrap(Mode.L, 1000, 140, to));
        for (ImageLike[] pair : new ImageLike[][] {{computed(from, 9, 9), array}, {array, computed(from, 9, 9)}}) {
            assertThatThrownBy(() -> ImageCall.writing().copy(Copy.NEVER).run(pair[0], pair[1], invert))
                    .isInstanceOf(CopyRequiredException.class)
                    .hasMessageStartingWith("The samples of this 9×9 L image are computed")
                    .hasMessageEndingWith("[errors.md#copy-required]");
        }
    }

    /** Each pair writes rows that are still to be read. */
    @Test
    void aSourceInTheMemoryOfTheTargetIsCopiedFirst() {
        CPairFunction invert = library.pairFunction("invert_into_image");
        byte[] bytes = noise(1000 * 300);
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length);
        MemorySegment segment = Arena.ofAuto().allocate(bytes.length);
        byte[] kept = new byte[bytes.length];
        for (StandardImage image : List.of(
                StandardImage.of(Mode.L, 1000, 300),
                StandardImage.wrap(PixelLayout.of(Mode.L, 1000, 300, direct)),
                ForeignImages.wrap(Mode.L, 1000, 300, segment),
                ForeignImages.wrap(SegmentLayout.of(Mode.L, 1000, 300, segment), new Windows(70_000)),
                computed(kept, 1000, 300, kept),
                StandardImage.wrap(Mode.L, 1000, 300, kept))) {
            ImageLike source = Views.readOnly(Views.crop(image, 0, 0, 1000, 200));
            ImageLike target = Views.crop(image, 0, 100, 1000, 200);
            image.buffer().set(0, bytes, 0, bytes.length);

            PairReport report = ImageCall.writing().run(source, target, invert);

            assertThat(report.source().reason().orElseThrow())
                    .isIn(
                            "it may share memory with the target",
                            "the samples are computed, maybe from the target's memory");
            byte[] after = image.buffer().get(Slice.ALL);
            for (int k = 0; k < bytes.length; k++) {
                assertThat(after[k]).isEqualTo(k < 100_000 ? bytes[k] : (byte) ~bytes[k - 100_000]);
            }
        }
        StandardImage array = StandardImage.wrap(Mode.L, 1000, 300, kept);
        assertThatThrownBy(() -> ImageCall.writing().copy(Copy.NEVER).run(array, Views.rotate180(array), invert))
                .isInstanceOf(CopyRequiredException.class)
                .hasMessageStartingWith("The samples of this 1000×300 L image may share memory with those of the"
                        + " 1000×300 L image to write, so that")
                .hasMessageEndingWith("[errors.md#copy-required]");
        assertThat(ImageCall.reading()
                        .copy(Copy.NEVER)
                        .run(array, Views.rotate180(array), (s, t) -> 0)
                        .inPlace())
                .isTrue();
    }

    @Test
    void computedSamplesOfTheTargetsMemoryAreCopiedFirst() {
        byte[] kept = noise(1000 * 300);
        byte[] before = kept.clone();
        StandardImage turned = Views.rotate180(computed(kept, 1000, 300, kept));
        StandardImage target = StandardImage.wrap(Mode.L, 1000, 300, kept);

        ImageCall.writing().run(turned, target, library.pairFunction("invert_into_image"));

        for (int k = 0; k < kept.length; k++) {
            assertThat(kept[k]).isEqualTo((byte) ~before[kept.length - 1 - k]);
        }
        System.arraycopy(before, 0, kept, 0, kept.length);
        ImageCall.writing().run(target, turned, library.pairFunction("invert_into_image"));
        for (int k = 0; k < kept.length; k++) {
            assertThat(kept[k]).isEqualTo((byte) ~before[kept.length - 1 - k]);
        }
    }

    @Test
    void partsOfOneMemoryThatDoNotMeetStayInPlace() {
        StandardImage image = noise(Mode.RGB, 100, 60);

        PairReport report = ImageCall.writing()
                .copy(Copy.NEVER)
                .run(
                        Views.crop(image, 0, 0, 100, 30),
                        Views.crop(image, 0, 30, 100, 30),
                        library.pairFunction("invert_into_image"));

        assertThat(report.inPlace()).isTrue();
        assertInverted(Views.crop(image, 0, 0, 100, 30), Views.crop(image, 0, 30, 100, 30));
    }

    @Test
    void theTargetAloneMustBeWritable() {
        StandardImage image = noise(Mode.RGB, 5, 4);
        StandardImage readOnly = Views.readOnly(noise(Mode.RGB, 5, 4));
        long[] found = new long[3];
        CPairFunction compare = library.pairFunction("compare_images");

        ImageCall.writing().run(readOnly, image, library.pairFunction("invert_into_image"));
        assertInverted(readOnly, image);
        assertThatThrownBy(() -> ImageCall.writing().run(image, readOnly, compare))
                .isInstanceOf(ReadOnlyImageException.class)
                .hasMessageEndingWith("[errors.md#read-only]");
        ImageCall.reading().run(image, readOnly, compare.with(MemorySegment.ofArray(found)));
        assertThat(found).containsExactly(60, 1 | 2, 1 | 2);
        ImageCall.writing().run(direct(Mode.RGB, 5, 4), image, compare.with(MemorySegment.ofArray(found)));
        assertThat(found[1]).isEqualTo(1);
        assertThat(found[2]).isEqualTo(2);
    }

    @Test
    void errorsNameBothBands() {
        StandardImage source = StandardImage.of(Mode.RGB, 1000, 140);
        StandardImage target = StandardImage.of(Mode.LA, 500, 140);

        assertThatThrownBy(() -> ImageCall.writing().run(source, target, library.pairFunction("refuse_images")))
                .isInstanceOfSatisfying(
                        NativeCallException.class, e -> assertThat(e.status()).isEqualTo(9))
                .hasMessage("The function returned 9 for the rows 65 to 129 of a 1000×140 RGB image and the rows 65 to"
                        + " 129 of a 500×140 LA image: the second band is not wanted [errors.md#native-call-failed]");
        assertThatThrownBy(() -> ImageCall.writing().run(source, target, (s, t) -> {
                    throw new IOException("checked");
                }))
                .hasMessage("The function threw java.io.IOException: checked on a 1000×140 RGB image and a 500×140 LA"
                        + " image [errors.md#native-call-failed]");
        assertThatThrownBy(() -> ImageCall.writing().run(source, null, (s, t) -> 0))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> ImageCall.writing().run(source, target, null))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void L21_freedMemoryIsNotGivenToC() {
        Arena arena = Arena.ofShared();
        StandardImage freed = ForeignImages.wrap(Mode.RGB, 5, 4, arena.allocate(60));
        StandardImage image = StandardImage.of(Mode.RGB, 5, 4);
        CPairFunction invert = library.pairFunction("invert_into_image");
        arena.close();

        assertThatThrownBy(() -> ImageCall.writing().run(freed, image, invert))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ImageCall.writing().run(image, freed, invert))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theMacroIsCPlusPlusToo() throws IOException, InterruptedException {
        StandardImage source = noise(Mode.RGBA, 42, 24);
        StandardImage target =
                StandardImage.wrap(PixelLayout.argb(IntBuffer.allocate(42 * 24), 42, 24, AlphaType.STRAIGHT));

        ImageCall.writing()
                .run(source, target, CLibrary.cpp("functions", folder).pairFunction("invert_into_image"));

        assertInverted(source, target);
    }
}

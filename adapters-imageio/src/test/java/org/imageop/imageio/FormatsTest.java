package org.imageop.imageio;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.CMYK64;
import static org.imageop.Mode.L;
import static org.imageop.Mode.L16;
import static org.imageop.Mode.L32;
import static org.imageop.Mode.LA;
import static org.imageop.Mode.LA32;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGB48;
import static org.imageop.Mode.RGBA;
import static org.imageop.Mode.RGBA64;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each writer with each mode: it keeps the modes that it declares, and refuses all others. */
class FormatsTest {
    /** Measured; a change is a change of behaviour. */
    static final Map<String, Set<Mode>> HELD = new TreeMap<>(Map.ofEntries(
            entry("PNG", Set.of(L, L16, LA, LA32, RGB, RGB48, RGBA, RGBA64)),
            entry("JPEG", Set.of(L, RGB, CMYK)),
            entry("GIF", Set.of(L, RGB, RGBA)),
            entry("TIFF", Set.of(L, L16, L32, LA, LA32, RGB, RGB48, RGBA, RGBA64, CMYK, CMYK64)),
            entry("BMP", Set.of(L, RGB)),
            entry("PSD", Set.of(L, L16, RGB, RGB48, CMYK, CMYK64)),
            entry("PNM", Set.of(L, L16, RGB, RGB48)),
            entry("PAM", Set.of(L, L16, LA, LA32, RGB, RGB48, RGBA, RGBA64, CMYK, CMYK64)),
            entry("IFF", Set.of(L, RGB, RGBA)),
            entry("ICNS", Set.of(RGBA)),
            entry("TGA", Set.of(L, LA, RGB, RGBA))));

    private static final List<ImageSize> SIZES = List.of(
            new ImageSize(32, 32),
            new ImageSize(7, 5),
            new ImageSize(1, 1),
            new ImageSize(1, 9),
            new ImageSize(301, 2));

    @TempDir
    Path folder;

    static Stream<Arguments> all() {
        return HELD.keySet().stream().flatMap(f -> Stream.of(Mode.values()).map(m -> Arguments.of(f, m)));
    }

    static Stream<Arguments> held() {
        return all().filter(a -> HELD.get((String) a.get()[0]).contains((Mode) a.get()[1]));
    }

    static Stream<Arguments> refused() {
        return all().filter(a -> !HELD.get((String) a.get()[0]).contains((Mode) a.get()[1]));
    }

    @Test
    void formatsSaysWhatIsHeld() {
        Map<String, Set<Mode>> writable = new TreeMap<>();
        for (FileFormat format : ImageFiles.formats()) {
            if (format.writable()) {
                writable.put(format.name(), format.writes());
            } else {
                assertThat(format.writes()).as(format.name()).isEmpty();
            }
            assertThat(format.readable()).as(format.name()).isTrue();
            assertThat(format.suffixes()).as(format.name()).isNotEmpty();
        }
        assertThat(writable).isEqualTo(HELD);
    }

    @Test
    void eachSuffixNamesOneFormat() {
        assertThat(ImageFiles.formats().stream().flatMap(f -> f.suffixes().stream()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("held")
    void readsWhatItWrote(String format, Mode mode) throws IOException {
        for (ImageSize size : SIZES) {
            if (format.equals("ICNS") && size.width() != 32) {
                continue;
            }
            StandardImage image = sample(format, mode, size);
            Path file = folder.resolve(size.width() + "x" + size.height() + ".image");
            WriteResult written = ImageFiles.write(
                    image, file, WriteOptions.DEFAULTS.withFormat(format.toLowerCase(java.util.Locale.ROOT)));
            ImageLike read = ImageFiles.read(file);
            assertThat(read.mode()).as("%s %s", format, size).isEqualTo(mode);
            assertThat(read.size()).isEqualTo(size);
            assertThat(read.info()).containsEntry(InfoKeys.FORMAT, format);
            assertThat(written.mode()).isEqualTo(mode);
            assertThat(written.format()).isEqualTo(format);
            assertThat(written.bytes()).isEqualTo(Files.size(file));
            if (format.equals("JPEG")) {
                assertThat(written.losses()).containsExactly("lossy compression");
                assertThat(Samples.meanDistance(image, read)).isLessThan(3);
            } else {
                assertThat(written.losses()).isEmpty();
                assertThat(Images.sameContent(image, read))
                        .as("%s %s %s", format, mode, size)
                        .isTrue();
            }
        }
    }

    private static StandardImage sample(String format, Mode mode, ImageSize size) {
        return switch (format) {
            case "JPEG" -> Samples.smooth(mode, size.width(), size.height());
            case "GIF" ->
                mode == L
                        ? Samples.random(mode, size.width(), size.height(), 11)
                        : Samples.few(mode, size.width(), size.height());
            default -> Samples.random(mode, size.width(), size.height(), 7);
        };
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatItCannotHold(String format, Mode mode) throws IOException {
        StandardImage image = StandardImage.of(mode, 32, 32);
        Path file = folder.resolve("refused.image");
        assertThatThrownBy(() -> ImageFiles.write(image, file, WriteOptions.DEFAULTS.withFormat(format)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining(format + " files cannot hold")
                .hasMessageContaining(mode.name())
                .hasMessageContaining("StandardImage.from(image, Mode.");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void theConversionThatItProposesHelps(String format, Mode mode) throws IOException {
        StandardImage image = StandardImage.filled(mode, 32, 32, mode.black());
        Path file = folder.resolve("proposed.image");
        WriteOptions options = WriteOptions.DEFAULTS.withFormat(format);
        String message = catchMessage(() -> ImageFiles.write(image, file, options));
        String name = message.replaceAll("(?s).*StandardImage\\.from\\(image, Mode\\.(\\w+)\\).*", "$1");
        WriteResult written = ImageFiles.write(StandardImage.from(image, Mode.of(name)), file, options);
        assertThat(written.mode()).isEqualTo(Mode.of(name));
        boolean grey = mode.components() < 3;
        boolean stays = HELD.get(format).stream()
                .anyMatch(m -> m.components() < 3 && (!mode.hasAlpha() || m.hasAlpha() || noneHasAlpha(format)));
        assertThat(Mode.of(name).components() < 3).isEqualTo(grey && stays);
    }

    private static boolean noneHasAlpha(String format) {
        return HELD.get(format).stream().noneMatch(Mode::hasAlpha);
    }

    @ParameterizedTest
    @CsvSource({
        "PNG, L32, L16",
        "PSD, L32, L16",
        "PNM, L32, L16",
        "PAM, L32, L16",
        "TGA, L32, L",
        "BMP, L16, L",
        "GIF, LA, RGBA",
        "GIF, LA32, RGBA",
        "IFF, LA, RGBA",
        "IFF, LA32, RGBA",
        "TGA, LA32, LA",
        "TGA, RGBA64, RGBA",
        "PSD, LA32, L16",
        "PSD, RGBA64, RGB48",
        "PSD, RGBA, RGB",
        "JPEG, LA, L",
        "PNG, CMYK, RGB",
        "PNG, CMYK64, RGB48",
        "JPEG, CMYK64, CMYK",
        "PNG, YV12, RGB",
        "ICNS, L16, RGBA"
    })
    void proposesTheModeThatKeepsMost(String format, Mode mode, Mode proposed) {
        assertThat(mode.nearestIn(HELD.get(format))).isEqualTo(proposed);
    }

    private static String catchMessage(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return org.assertj.core.api.Assertions.catchThrowable(call).getMessage();
    }

    @Test
    void jpegSaysThatItHoldsNoAlpha() {
        StandardImage image = StandardImage.of(RGBA, 4, 4);
        assertThatThrownBy(() -> ImageFiles.write(image, folder.resolve("a.jpg")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("cannot hold alpha")
                .hasMessageContaining("on white with Views.flatten(image, 255, 255, 255)")
                .hasMessageContaining("StandardImage.from(image, Mode.RGB)")
                .hasMessageContaining("PNG");
    }

    @Test
    void whatIsLaidOnAColourIsAlsoConverted() {
        StandardImage deep = StandardImage.of(RGBA64, 4, 4);
        assertThatThrownBy(() -> ImageFiles.write(deep, folder.resolve("a.jpg")))
                .hasMessageContaining("StandardImage.from(Views.flatten(image, 65535, 65535, 65535), Mode.RGB)");
        assertThatThrownBy(() -> ImageFiles.write(StandardImage.of(RGBA, 4, 4), folder.resolve("a.pgm")))
                .hasMessageContaining("StandardImage.from(Views.flatten(image, 255, 255, 255), Mode.L)");
    }

    @Test
    void noFileHoldsPlanarImages() {
        StandardImage image = StandardImage.of(Mode.YV12, 4, 4);
        assertThatThrownBy(() -> ImageFiles.write(image, folder.resolve("a.png")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("no file format holds YV12")
                .hasMessageContaining("Mode.RGB)");
    }

    @Test
    void suffixesOfThePnmFamilyAreKept() throws IOException {
        assertThat(ImageFiles.write(StandardImage.of(L16, 3, 3), folder.resolve("a.pgm"))
                        .format())
                .isEqualTo("PNM");
        assertThat(ImageFiles.write(StandardImage.of(RGB, 3, 3), folder.resolve("a.PPM"))
                        .format())
                .isEqualTo("PNM");
        assertThatThrownBy(() -> ImageFiles.write(StandardImage.of(RGB, 3, 3), folder.resolve("b.pgm")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("PNM files named .pgm cannot hold the mode RGB, only L, L16");
        assertThatThrownBy(() -> ImageFiles.write(StandardImage.of(L, 3, 3), folder.resolve("b.pbm")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("no writer for PNM files named .pbm");
    }

    /** The writer's files are of version 1, and PSB is version 2. */
    @Test
    void psbIsReadOnly() throws IOException {
        StandardImage image = StandardImage.of(RGB, 3, 3);
        assertThatThrownBy(() -> ImageFiles.write(image, folder.resolve("a.psb")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("no writer for PSD files named .psb")
                .hasMessageContaining("PSD (.psd)")
                .hasMessageEndingWith(" [errors.md#no-writer]");
        assertThat(folder).isEmptyDirectory();
        FileFormat psd = ImageFiles.formats().stream()
                .filter(f -> f.name().equals("PSD"))
                .findFirst()
                .orElseThrow();
        assertThat(psd.restriction()).contains(".psb cannot be written");
    }

    @Test
    void unknownSuffixesAndNamesAreRefused() {
        StandardImage image = StandardImage.of(L, 3, 3);
        assertThatThrownBy(() -> ImageFiles.write(image, folder.resolve("a.xyz")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining(".xyz")
                .hasMessageContaining("PNG (.png)");
        assertThatThrownBy(() -> ImageFiles.write(image, folder.resolve("png")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("no suffix");
        assertThatThrownBy(
                        () -> ImageFiles.write(image, folder.resolve("a.png"), WriteOptions.DEFAULTS.withFormat("xyz")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("no format is called xyz");
        assertThatThrownBy(() -> ImageFiles.write(image, folder.resolve("a.webp")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("no writer for WEBP");
    }

    @Test
    void iconsOfOtherSizesAreRefused() {
        assertThatThrownBy(() -> ImageFiles.write(StandardImage.of(RGBA, 7, 5), folder.resolve("a.icns")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("7×5")
                .hasMessageContaining("square");
    }

    @Test
    void sidesThatAHeaderCannotTellAreRefused() {
        assertThatThrownBy(() -> ImageFiles.write(StandardImage.of(L, 65536, 1), folder.resolve("a.tga")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("65535");
    }

    private static ImageLike huge(Mode mode, int width, int height) {
        return StandardImage.computed(mode, width, height, (x, y, count, samples, offset) -> {
            throw new IllegalStateException("row " + y + " was asked for");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "a.tif, RGB, 40000, 40000, 'use PNG, PNM, PAM, or crop or resize it'",
        "a.tif, CMYK, 40000, 40000, 'use PAM, or crop or resize it'",
        "a.bmp, RGB, 40000, 40000, 'use PNG, PNM, PAM, or crop or resize it'",
        "a.pam, RGBA, 2000000000, 1, crop or resize it",
        "a.gif, RGB, 60000, 60000, 'use a format that is written strip by strip, PNG, PNM, PAM, or crop or resize it'",
        "a.tga, L, 60000, 60000, 'use a format that is written strip by strip, PNG, PNM, PAM, or crop or resize it'",
        "a.png, RGB, 2000000000, 1, crop or resize it"
    })
    void whatFitsNoArrayIsRefusedBeforeARowIsRead(String name, Mode mode, int width, int height, String advice) {
        assertThatThrownBy(() -> ImageFiles.write(huge(mode, width, height), folder.resolve(name)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("the image is " + width + "×" + height + " " + mode)
                .hasMessageContaining("; " + advice)
                .hasMessageEndingWith(" [errors.md#image-too-large]");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void gifReducesManyColoursAndSaysSo() throws IOException {
        StandardImage image = StandardImage.of(RGB, 64, 64);
        for (int i = 0; i < 64 * 64; i++) {
            image.set(i % 64, i / 64, i % 64 * 4, i / 64 * 4, 128);
        }
        WriteResult written = ImageFiles.write(image, folder.resolve("a.gif"));
        assertThat(written.losses()).containsExactly("more than 256 colours → 256");
        ImageLike read = ImageFiles.read(folder.resolve("a.gif"));
        assertThat(read.mode()).isEqualTo(RGB);
        assertThat(Samples.meanDistance(image, read)).isLessThan(8);
    }

    @Test
    void gifRefusesTranslucentPixels() {
        StandardImage image = StandardImage.filled(RGBA, 4, 4, 1, 2, 3, 128);
        assertThatThrownBy(() -> ImageFiles.write(image, folder.resolve("a.gif")))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("translucent");
    }

    @Test
    void gifSaysThatTransparentPixelsLoseTheirColours() throws IOException {
        StandardImage image = StandardImage.filled(RGBA, 4, 4, 1, 2, 3, 255);
        image.set(1, 1, 0, 0, 0, 0);
        Path file = folder.resolve("a.gif");
        assertThat(ImageFiles.write(image, file).losses()).isEmpty();
        assertThat(Images.sameContent(image, ImageFiles.read(file))).isTrue();
        for (int component = 0; component < 3; component++) {
            int[] clear = new int[4];
            clear[component] = 9;
            image.set(2, 3, clear);
            assertThat(ImageFiles.write(image, file).losses()).containsExactly("colours of transparent pixels");
            assertThat(Images.sameContent(image, ImageFiles.read(file))).isFalse();
        }
    }

    @Test
    void gifKeepsModesThatColoursAloneWouldNotTell() throws IOException {
        StandardImage grey = StandardImage.filled(RGB, 4, 4, 9, 9, 9);
        ImageFiles.write(grey, folder.resolve("grey.gif"));
        assertThat(Images.sameContent(grey, ImageFiles.read(folder.resolve("grey.gif"))))
                .isTrue();
        StandardImage opaque = StandardImage.filled(RGBA, 4, 4, 1, 2, 3, 255);
        ImageFiles.write(opaque, folder.resolve("opaque.gif"));
        assertThat(Images.sameContent(opaque, ImageFiles.read(folder.resolve("opaque.gif"))))
                .isTrue();
    }

    /** A square whose pixels have the colours of their numbers. */
    private static StandardImage full(Mode mode, int side, IntFunction<int[]> colour) {
        StandardImage image = StandardImage.of(mode, side, side);
        for (int i = 0; i < side * side; i++) {
            image.set(i % side, i / side, Arrays.copyOf(colour.apply(i), mode.components()));
        }
        return image;
    }

    static Stream<Arguments> fullPalettes() {
        IntFunction<int[]> greys = i -> new int[] {i & 255, i & 255, i & 255, 255};
        IntFunction<int[]> reds = i -> new int[] {i & 255, 0, 0, 255};
        IntFunction<int[]> clear = i -> i == 7 ? new int[4] : new int[] {i & 255, 0, 0, 255};
        IntFunction<int[]> many = i -> new int[] {i % 64 * 4, i / 64 * 4, 128, 255};
        IntFunction<int[]> manyAndClear = i -> i == 7 ? new int[4] : new int[] {i % 64 * 4, i / 64 * 4, 128, 255};
        String reduced = "more than 256 colours → 256";
        return Stream.of(
                Arguments.of("greys", full(L, 16, greys), L, List.of()),
                Arguments.of("greys", full(RGB, 16, greys), L, List.of("RGB → L")),
                Arguments.of("greys", full(RGBA, 16, greys), L, List.of("RGBA → L")),
                Arguments.of("reds", full(RGB, 16, reds), RGB, List.of()),
                Arguments.of("reds", full(RGBA, 16, reds), RGB, List.of("RGBA → RGB")),
                Arguments.of("reds and a clear one", full(RGBA, 16, clear), RGBA, List.of()),
                Arguments.of("many", full(RGB, 64, many), RGB, List.of(reduced)),
                Arguments.of("many", full(RGBA, 64, many), RGB, List.of(reduced, "RGBA → RGB")),
                Arguments.of("many and a clear one", full(RGBA, 64, manyAndClear), RGBA, List.of(reduced)));
    }

    @ParameterizedTest
    @MethodSource("fullPalettes")
    void gifSaysAsWhichModeItReads(String colours, StandardImage image, Mode mode, List<String> losses)
            throws IOException {
        Path file = folder.resolve("full.gif");
        WriteResult written = ImageFiles.write(image, file);
        ImageLike read = ImageFiles.read(file);
        assertThat(read.mode()).isEqualTo(mode);
        assertThat(written.mode()).isEqualTo(mode);
        assertThat(written.losses()).isEqualTo(losses);
        if (!losses.contains("more than 256 colours → 256")) {
            assertThat(Images.sameContent(StandardImage.from(read, image.mode()), image))
                    .isTrue();
        }
    }

    @Test
    void qualityMakesJpegFilesLarger() throws IOException {
        StandardImage image = Samples.random(RGB, 64, 64, 3);
        Path file = folder.resolve("a.jpg");
        long low = ImageFiles.write(image, file, WriteOptions.DEFAULTS.withQuality(0.1))
                .bytes();
        long high = ImageFiles.write(image, file, WriteOptions.DEFAULTS.withQuality(1))
                .bytes();
        assertThat(high).isGreaterThan(2 * low);
        assertThatThrownBy(() -> WriteOptions.DEFAULTS.withQuality(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WriteOptions.DEFAULTS.withQuality(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesViewsAndForeignImages() throws IOException {
        java.awt.image.BufferedImage packed =
                new java.awt.image.BufferedImage(5, 4, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        packed.getRaster().setPixel(2, 1, new int[] {10, 20, 30, 40});
        Path file = folder.resolve("a.png");
        ImageFiles.write(packed, file);
        assertThat(ImageFiles.read(file).get(2, 1).value()).containsExactly(10, 20, 30, 40);
        ImageFiles.write(org.imageop.Views.crop(Images.of(packed), 2, 1, 2, 2), file);
        assertThat(ImageFiles.read(file).get(0, 0).value()).containsExactly(10, 20, 30, 40);
    }

    /** Some writers take every array for one that begins with the image. */
    @ParameterizedTest
    @MethodSource("held")
    void writesPartsOfBufferedImages(String format, Mode mode) throws IOException {
        // measured by type as well: what is not of the wanted type is copied anyway
        BufferedImage whole = new BufferedImage(
                45,
                41,
                switch (mode) {
                    case L -> BufferedImage.TYPE_BYTE_GRAY;
                    case L16 -> BufferedImage.TYPE_USHORT_GRAY;
                    case RGBA -> BufferedImage.TYPE_4BYTE_ABGR;
                    default -> BufferedImage.TYPE_3BYTE_BGR;
                });
        BufferedImage part = whole.getSubimage(5, 4, 32, 32);
        ImageLike expected = sample(format, AwtImages.wrap(part).mode(), new ImageSize(32, 32));
        Images.copy(expected, AwtImages.wrap(part));
        Path file = folder.resolve("part.image");
        if (mode != expected.mode()) {
            return; // another mode's case
        }

        ImageFiles.write(part, file, WriteOptions.DEFAULTS.withFormat(format));

        ImageLike read = ImageFiles.read(file);
        assertThat(Samples.meanDistance(expected, read)).isLessThan(format.equals("JPEG") ? 3 : 1e-9);
    }
}

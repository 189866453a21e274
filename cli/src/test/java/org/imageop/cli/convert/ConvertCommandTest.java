package org.imageop.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.imageop.cli.Run.imageop;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.cli.Pngs;
import org.imageop.cli.Run;
import org.imageop.cli.console.Amounts;
import org.imageop.imageio.ImageFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with plain ImageIO's reading of the input and the output. */
class ConvertCommandTest {
    private static final byte[] EXIF_TURNED_LEFT = {
        (byte) 0xff,
        (byte) 0xe1,
        0,
        34,
        'E',
        'x',
        'i',
        'f',
        0,
        0, // marker, length, name
        'M',
        'M',
        0,
        42,
        0,
        0,
        0,
        8, // TIFF header
        0,
        1,
        1,
        18,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        6,
        0,
        0,
        0,
        0,
        0,
        0, // one tag: orientation, short, 6
    };

    private static final byte[] LINEAR =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

    @TempDir
    Path folder;

    private Path marble;
    private Path out;

    @BeforeEach
    void copySample() throws IOException {
        marble = Run.sample("marble.png", folder);
        out = folder.resolve("out.png");
    }

    /** Where a pixel of the output comes from in the input. */
    @FunctionalInterface
    private interface Origin {
        int[] of(int x, int y);
    }

    private static Raster raster(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image).as("%s read by plain ImageIO", file).isNotNull();
        return image.getRaster();
    }

    private static void assertPixels(Path result, Path input, int width, int height, Origin origin) throws IOException {
        Raster found = raster(result);
        Raster source = raster(input);
        assertThat(List.of(found.getWidth(), found.getHeight())).isEqualTo(List.of(width, height));
        assertThat(found.getNumBands()).isEqualTo(source.getNumBands());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int[] from = origin.of(x, y);
                int[] pixel = found.getPixel(x, y, (int[]) null);
                if (!Arrays.equals(pixel, source.getPixel(from[0], from[1], (int[]) null))) {
                    fail(
                            "pixel (%d, %d) is %s, but not that of (%d, %d)",
                            x, y, Arrays.toString(pixel), from[0], from[1]);
                }
            }
        }
    }

    private static void assertDone(Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void keepsModeAndSamples() throws IOException {
        Run run = imageop("convert", marble, out);
        assertDone(run);
        assertThat(run.out()).isEqualTo(out + ": PNG, 320×240 RGBA64, " + Amounts.bytes(Files.size(out)) + "\n");
        assertPixels(out, marble, 320, 240, (x, y) -> new int[] {x, y});
    }

    @ParameterizedTest
    @ValueSource(strings = {"10:30,200:220", "-310:-290,-40:-20", "10:30:1,200:220"})
    void cropsWithSlices(String area) throws IOException {
        assertDone(imageop("convert", marble, out, "--crop", area));
        assertPixels(out, marble, 20, 20, (x, y) -> new int[] {x + 10, y + 200});
    }

    @Test
    void P59_aNegativeStepMirrors() throws IOException {
        assertDone(imageop("convert", marble, out, "--crop", "::-1,::2"));
        assertPixels(out, marble, 320, 120, (x, y) -> new int[] {319 - x, 2 * y});
    }

    @Test
    void P34_P35_rotatesCounterclockwise() throws IOException {
        assertDone(imageop("convert", marble, out, "--rotate", "90"));
        assertPixels(out, marble, 240, 320, (x, y) -> new int[] {319 - y, x});
        assertDone(imageop("convert", marble, out, "--rotate", "180", "--overwrite"));
        assertPixels(out, marble, 320, 240, (x, y) -> new int[] {319 - x, 239 - y});
        assertDone(imageop("convert", marble, out, "--rotate", "270", "--overwrite"));
        assertPixels(out, marble, 240, 320, (x, y) -> new int[] {y, 239 - x});
    }

    @Test
    void cropsBeforeItRotatesBeforeItResizes() throws IOException {
        assertDone(imageop(
                "convert",
                "--size",
                "20x40",
                "--filter",
                "nearest",
                "--rotate",
                "90",
                "--crop",
                ":20,:10",
                marble,
                out));
        // 20×10 cropped, 10×20 turned, each pixel doubled
        assertPixels(out, marble, 20, 40, (x, y) -> new int[] {19 - y / 2, x / 2});
    }

    @Test
    void changesTheModeLast() throws IOException {
        Path grey = folder.resolve("grey.tif");
        Path headland = Run.sample("headland.tif", folder);
        assertDone(imageop("convert", headland, grey, "--mode", "l", "--crop", "0:5,0:5"));
        Raster found = raster(grey);
        Raster source = raster(headland);
        for (int i = 0; i < 25; i++) {
            assertThat(found.getSample(i % 5, i / 5, 0))
                    .isEqualTo(Math.round(source.getSample(i % 5, i / 5, 0) / 257f));
        }
    }

    @Test
    void turnsUprightOnRequestOnly() throws IOException {
        Path turned = turnedLeft();
        Path plain = Run.sample("harbour.jpg", folder);
        assertThat(imageop("convert", turned, out, "--no-orient").status()).isZero();
        assertPixels(out, plain, 1200, 800, (x, y) -> new int[] {x, y});
        assertThat(ImageFiles.read(out).info()).containsEntry(InfoKeys.ORIENTATION, 6);
        assertThat(imageop("convert", turned, out, "--overwrite").status()).isZero();
        // orientation 6: the top row is the right side of the upright picture
        assertPixels(out, plain, 800, 1200, (x, y) -> new int[] {y, 799 - x});
        assertThat(ImageFiles.read(out).info().getOrDefault(InfoKeys.ORIENTATION, 1))
                .isEqualTo(1);
    }

    @Test
    void stripLeavesOutWhatPixelsDoNotNeed() throws IOException {
        Path turned = turnedLeft();
        assertThat(imageop("convert", turned, out, "--strip", "--no-orient").status())
                .isZero();
        assertThat(ImageFiles.read(out).info())
                .containsEntry(InfoKeys.ORIENTATION, 6)
                .doesNotContainKey(InfoKeys.DPI);
        assertThat(imageop("convert", turned, out, "--strip", "--overwrite").status())
                .isZero();
        assertThat(ImageFiles.read(out).info()).doesNotContainKeys(InfoKeys.EXIF, InfoKeys.DPI);
    }

    private Path turnedLeft() throws IOException {
        byte[] jpeg = Files.readAllBytes(Run.sample("harbour.jpg", Files.createDirectory(folder.resolve("plain"))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(EXIF_TURNED_LEFT);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return Files.write(folder.resolve("turned.jpg"), bytes.toByteArray());
    }

    @Test
    void keepsTheResolutionAndTurnsItAlong() throws IOException {
        Path tall = folder.resolve("tall.tif");
        Path raw = Files.write(folder.resolve("in.raw"), new byte[2]);
        assertDone(imageop("convert", raw, tall, "--raw", "L:1x2"));
        Path harbour = Run.sample("harbour.jpg", folder);
        assertDone(imageop("convert", harbour, out, "--size", "30x20"));
        assertThat((List<?>) ImageFiles.read(out).info().get(InfoKeys.DPI))
                .allSatisfy(dpi -> assertThat((Double) dpi).isBetween(299.9, 300.1));
    }

    private static String lost(Path target, String loss) {
        return loss.isEmpty() ? "" : "imageop: " + target + ": " + loss + System.lineSeparator();
    }

    /** A grey of 100 in linear light, which is 168 in sRGB. */
    private Path linear() throws IOException {
        StandardImage image = StandardImage.filled(Mode.RGB, 8, 8, 100, 100, 100);
        image.info().put(InfoKeys.ICC_PROFILE, LINEAR);
        Path input = folder.resolve("linear.png");
        ImageFiles.write(image, input);
        return input;
    }

    @ParameterizedTest
    @CsvSource({
        "m.jpg, --mode L, 'lost: colour profile'",
        "m.tif, --mode CMYK, 'lost: colour profile'",
        "m.bmp, --mode RGB, 'lost: colour profile → sRGB: rounding, and colours that sRGB lacks'",
        "m.png, --size 4x4, ''",
        "m.tif, '--crop :4,1:', ''",
        "m.psd, --rotate 90, ''",
        "m.png, --mode RGBA, ''",
        "m.tif, --mode RGB48, ''"
    })
    void K2_keepsTheProfileOrNamesTheLoss(String name, String options, String loss) throws IOException {
        Path target = folder.resolve(name);
        List<Object> words = new ArrayList<>(List.of("convert", linear(), target));
        words.addAll(List.of(options.split(" ")));
        Run run = imageop(words.toArray());

        assertThat(run.status()).isZero();
        assertThat(run.out()).endsWith("B" + System.lineSeparator());
        assertThat(run.err()).isEqualTo(lost(target, loss));
        Object kept = ImageFiles.read(target).info().get(InfoKeys.ICC_PROFILE);
        assertThat(kept).isEqualTo(loss.isEmpty() ? LINEAR : null);
    }

    @Test
    void K3_convertsColoursToAProfile() throws IOException {
        Path input = linear();
        assertDone(imageop("convert", input, out, "--profile", "srgb", "--mode", "L"));
        assertThat(ImageFiles.read(out).get(3, 3).get(0)).isBetween(167, 169);
        assertThat(ImageFiles.read(out).info()).doesNotContainKey(InfoKeys.ICC_PROFILE);

        Path profile = Files.write(folder.resolve("linear.icc"), LINEAR);
        Path back = folder.resolve("back.tif");
        assertDone(imageop("convert", out, back, "--profile", profile, "--intent", "relative_colorimetric"));
        assertThat(ImageFiles.read(back).mode()).isEqualTo(Mode.RGB);
        assertThat(ImageFiles.read(back).get(3, 3).get(1)).isBetween(98, 102);
        assertThat(ImageFiles.read(back).info()).containsEntry(InfoKeys.ICC_PROFILE, LINEAR);
    }

    @Test
    void refusesWhatIsNotAProfile() throws IOException {
        Path input = linear();
        assertThat(imageop("convert", input, out, "--intent", "perceptual").err())
                .contains("add --profile FILE|srgb");
        assertThat(imageop("convert", input, out, "--profile", input).err()).contains("is not an ICC profile");
        assertThat(imageop("convert", input, out, "--profile", "no.icc").err()).contains("no such file");
        assertThat(imageop("convert", input, out, "--profile", "srgb", "--intent", "warm")
                        .err())
                .contains("there is no intent \"warm\"");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "2, 'lost: 1 further frame'", "3, 'lost: 2 further frames'"})
    void saysThatFurtherFramesAreLeftOut(int frames, String loss) throws IOException {
        Path input = Files.createDirectory(folder.resolve("pages")).resolve("pages.tif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(input.toFile())) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames; i++) {
                BufferedImage page = new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_GRAY);
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        Run run = imageop("convert", input, out);
        assertThat(run.status()).isZero();
        assertThat(run.out()).endsWith("B" + System.lineSeparator());
        assertThat(run.err()).isEqualTo(lost(out, loss));

        Run ofFolder = imageop("convert", input.getParent(), folder.resolve("all"), "--format", "png");
        assertThat(ofFolder.status()).isZero();
        assertThat(ofFolder.err().contains("lost in 1 file: ")).isEqualTo(frames > 1);
    }

    @Test
    void refusesToOverwrite() throws IOException {
        Files.writeString(out, "before");
        Run run = imageop("convert", marble, out);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("imageop: " + out + ": exists already; --overwrite replaces it\n");
        assertThat(out).hasContent("before");
        assertDone(imageop("convert", marble, out, "--overwrite"));
        assertPixels(out, marble, 320, 240, (x, y) -> new int[] {x, y});
    }

    @Test
    void canReplaceItsInput() throws IOException {
        Path copy = Files.copy(marble, folder.resolve("copy.png"));
        assertDone(imageop("convert", copy, copy, "--rotate", "180", "--overwrite"));
        assertPixels(copy, marble, 320, 240, (x, y) -> new int[] {319 - x, 239 - y});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "marble.png | out.jpg | | --mode RGB",
                "marble.png | out.xyz | | --format",
                "marble.png | out | | it has no suffix",
                "marble.png | no/out.png | | there is no folder",
                "marble.png | out.png | --crop 20:10,: | selects nothing",
                "marble.png | out.png | --mode YV12 | PNG files cannot hold the mode YV12",
                "marble.png | out.tif | --mode YV12 --size 3x3 | both sides must be even",
                "marble.png | out.icns | --mode RGBA | --size WxH",
                "marble.png | out.png | --raw L:10x10 | but a 10×10 L image has 100; check --raw",
                "damaged.png | out.png | | damaged.png",
                "empty.png | out.png | | is empty",
                "text.png | out.png | | text.png",
                "bomb.png | out.png | | --unlimited",
                "bomb.png | out.png | --unlimited | cannot hold so many pixels",
            })
    void aFailureIsOneLineAndLeavesNothingBehind(String from, String to, String options, String message)
            throws IOException {
        byte[] bytes = Files.readAllBytes(marble);
        Files.write(folder.resolve("damaged.png"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.createFile(folder.resolve("empty.png"));
        Files.writeString(folder.resolve("text.png"), "hello");
        Files.write(folder.resolve("bomb.png"), Pngs.header(30000, 30000));
        List<String> before = Run.names(folder);
        String line =
                "convert " + folder.resolve(from) + " " + folder.resolve(to) + (options == null ? "" : " " + options);

        Run run = imageop((Object[]) line.split(" "));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.bytes()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("imageop: ")
                .contains(message);
        assertThat(run.err()).doesNotContain("StandardImage", "WriteOptions", "ReadOptions", ".part");
        assertThat(Run.names(folder)).isEqualTo(before);
        Files.writeString(folder.resolve(to.contains("/") ? "other" : to), "before");
        assertThat(imageop((Object[]) (line + " --overwrite").split(" ")).status())
                .isEqualTo(1);
        assertThat(folder.resolve(to.contains("/") ? "other" : to)).hasContent("before");
    }

    @Test
    void writesTheFormatAskedForWhateverTheSuffix() throws IOException {
        Path odd = folder.resolve("odd.dat");
        assertDone(imageop("convert", marble, odd, "--format", "png"));
        assertThat(Files.readAllBytes(odd)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void qualityMakesFilesLarger() throws IOException {
        Path low = folder.resolve("low.jpg");
        Path high = folder.resolve("high.jpg");
        Run run = imageop("convert", marble, low, "--mode", "RGB", "--quality", "0.1", "--background", "white");
        assertDone(run);
        assertThat(run.out()).contains(": JPEG, 320×240 RGB, lossy, ");
        assertDone(imageop("convert", marble, high, "--mode", "RGB", "--quality", "1", "--background", "white"));
        assertThat(Files.size(high)).isGreaterThan(2 * Files.size(low));
    }

    @Test
    void readsRawBytes() throws IOException {
        byte[] bytes = {1, 2, 3, 4, 5, 6};
        Path raw = Files.write(folder.resolve("in.raw"), bytes);
        assertDone(imageop("convert", raw, out, "--raw", "RGB:2x1"));
        assertThat(raster(out).getPixels(0, 0, 2, 1, (int[]) null)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void saysHowALibraryTookTheImage() throws IOException {
        Run shared = imageop("convert", marble, out, "--via", "awt");
        assertThat(shared.out()).startsWith("via awt: shared\n" + out);
        assertPixels(out, marble, 320, 240, (x, y) -> new int[] {x, y});
        Run copied = imageop("convert", marble, out, "--mode", "YV12", "--via", "awt", "--overwrite");
        assertThat(copied.status()).isZero();
        assertThat(copied.out()).startsWith("via awt: copied (").contains("RGB");
        assertThat(copied.err()).startsWith("imageop: " + out + ": lost: ");
    }

    @ParameterizedTest
    @CsvSource({
        "RGBA64, 'imglib2,awt', PNG, RGBA64",
        "CMYK, 'awt,imglib2', TIFF, CMYK",
        "LA32, 'imglib2', PNG, LA32",
        "L16, 'imglib2,awt', PNG, L16",
        "YV12, 'imglib2', PNG, RGB",
        "RGB, 'awt,javafx,imglib2', PNG, RGBA",
    })
    void goesThroughAllLibraries(String mode, String way, String format, String arrives) throws IOException {
        Run run = imageop("convert", marble, out, "--mode", mode, "--via", way, "--format", format);
        assertThat(run.status()).isZero();
        assertThat(run.out().lines().filter(line -> line.startsWith("via "))).hasSize(way.split(",").length);
        assertThat(run.out()).contains(format + ", 320×240 " + arrives + ",");
        Path direct = folder.resolve("direct");
        assertThat(imageop("convert", marble, direct, "--mode", mode, "--via", "awt", "--format", "TIFF")
                        .status())
                .isZero();
        assertThat(bytes(out, arrives)).isEqualTo(bytes(direct, arrives));
    }

    /** The pixels of a file in a mode. */
    private byte[] bytes(Path file, String mode) throws IOException {
        Path raw = folder.resolve("raw");
        assertThat(imageop("buffer", file, "--mode", mode, "-o", raw).status()).isZero();
        return Files.readAllBytes(raw);
    }

    @Test
    void refusesAFolderForOneFile() {
        Run run = imageop("convert", marble, folder);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(folder + " is a folder; name a file, such as " + folder.resolve("marble.png"));
    }
}

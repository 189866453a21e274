package org.imageop.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.cli.Run.imageop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.IndexedImage;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.cli.Run;
import org.imageop.imageio.ImageFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteCommandTest {
    @TempDir
    Path folder;

    private Path file;

    /** Five pixels of index 2 and one of index 1; nobody uses 0. */
    @BeforeEach
    void write() throws IOException {
        StandardImage indices = StandardImage.filled(Mode.L, 3, 2, 2);
        indices.set(1, 1, 1);
        ImagePalette palette = ImagePalette.of(Mode.RGB, 255, 0, 0, 1, 2, 3, 9, 8, 7);
        file = folder.resolve("three.png");
        ImageFiles.write(IndexedImage.of(indices, palette), file);
    }

    @Test
    void listsEntriesWithTheirPixels() {
        Run run = imageop("palette", file);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactly("INDEX COLOUR PIXELS", "0 #ff0000 0", "1 #010203 1", "2 #090807 5");
    }

    @Test
    void savesAndLoads() throws IOException {
        Path saved = folder.resolve("colours.pal");

        Run run = imageop("palette", file, "--save", saved);

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo(saved + ": RGB, 3 colours\n");
        assertThat(Files.readAllLines(saved)).hasSize(258).contains("0 255 0 0", "2 9 8 7", "3 0 0 0");
        Files.writeString(saved, Files.readString(saved).replace("2 9 8 7", "2 0 200 100"));

        Run back = imageop("palette", file, "--from", saved);

        assertThat(back.err()).isEmpty();
        assertThat(back.out()).isEqualTo(file + ": PNG, 3×2 RGB, 3 colours\n");
        ImageLike read = ImageFiles.read(file);
        assertThat(read.get(0, 0).value()).containsExactly(0, 200, 100);
        assertThat(read.get(1, 1).value()).containsExactly(1, 2, 3);
    }

    @Test
    void takesGimpsPalettes() throws IOException {
        Path gimp = Files.writeString(folder.resolve("a.gpl"), "GIMP Palette\n0 0 0\n0 0 255\n0 255 0 green\n");

        assertThat(imageop("palette", file, "--from", gimp).status()).isZero();

        assertThat(ImageFiles.read(file).get(0, 0).value()).containsExactly(0, 255, 0);
        assertThat(ImageFiles.read(file).get(1, 1).value()).containsExactly(0, 0, 255);
    }

    @Test
    void takesThePaletteOfAnotherImage() throws IOException {
        Path other = folder.resolve("other.png");
        StandardImage indices = StandardImage.of(Mode.L, 1, 1);
        ImageFiles.write(IndexedImage.of(indices, ImagePalette.sepia(255, 0, 0)), other);

        assertThat(imageop("palette", file, "--from", other).status()).isZero();

        assertThat(ImageFiles.read(file).get(0, 0).value()).containsExactly(2, 0, 0);
    }

    @Test
    void alphaStays() throws IOException {
        Path gif = folder.resolve("see.gif");
        StandardImage image = StandardImage.filled(Mode.RGBA, 2, 2, 9, 9, 9, 255);
        image.set(1, 1, 0, 0, 0, 0);
        ImageFiles.write(image, gif);
        Path gimp = Files.writeString(folder.resolve("a.gpl"), "GIMP Palette\n1 1 1\n2 2 2\n3 3 3\n4 4 4\n");

        assertThat(imageop("palette", gif, "--from", gimp).err())
                .isEqualTo("imageop: " + gif + ": lost: colours of transparent pixels\n");

        assertThat(ImageFiles.read(gif).get(1, 1).a()).isZero();
        assertThat(ImageFiles.read(gif).get(0, 0).value()).containsExactly(1, 1, 1, 255);
    }

    @Test
    void tooFewColoursLeaveTheFileAlone() throws IOException {
        byte[] before = Files.readAllBytes(file);
        Path gimp = Files.writeString(folder.resolve("a.gpl"), "GIMP Palette\n1 1 1\n2 2 2\n");

        Run run = imageop("palette", file, "--from", gimp);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains(gimp + ": has 2 colours, and " + file + " has pixels with the index 2");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void anImageWithoutAPaletteIsRefusedWithAdvice() throws IOException {
        Path rgb = folder.resolve("rgb.png");
        ImageFiles.write(StandardImage.of(Mode.RGB, 2, 2), rgb);

        Run run = imageop("palette", rgb);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("has no palette", "imageop convert --colors 256");
    }

    @Test
    void standardInputCannotBeReplaced() {
        assertThat(imageop("palette", "-", "--from", "x").status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void convertReducesColours(boolean dither) throws IOException {
        Path photo = Run.sample("harbour.jpg", folder);
        Path out = folder.resolve("few.png");

        Run run = dither
                ? imageop("convert", photo, out, "--colors", "5")
                : imageop("convert", photo, out, "--colors", "5", "--no-dither");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("PNG").doesNotContain("lost");
        assertThat(run.err()).isEqualTo("imageop: " + out + ": lost: more than 5 colours → 5\n");
        assertThat(ImageFiles.read(out).info().get("palette"))
                .isInstanceOfSatisfying(
                        ImagePalette.class,
                        palette -> assertThat(palette.size()).isEqualTo(5));
        assertThat(imageop("palette", out).out().lines()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "257", "x"})
    void otherNumbersOfColoursAreWrongUse(String colors) {
        Run run = imageop("convert", file, folder.resolve("out.png"), "--colors", colors);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--colors");
    }
}

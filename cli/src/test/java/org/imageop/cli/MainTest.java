package org.imageop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.cli.Run.imageop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @Test
    void withoutACommandShowsHelpAsWrongUse() {
        Run run = imageop();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.bytes()).isEmpty();
        assertThat(run.err())
                .contains("Usage: imageop")
                .contains("tour", "info", "convert", "palette", "buffer", "show", "live", "formats", "help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tour", "info", "convert", "palette", "buffer", "show", "live", "formats", "help"})
    void everyCommandExplainsItself(String command) {
        Run run = imageop(command, "--help");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: imageop " + command).contains("--verbose");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void helpIsTheSameAsTheOption() {
        assertThat(imageop("help")).usingRecursiveComparison().isEqualTo(imageop("--help"));
        assertThat(imageop("help", "convert")).usingRecursiveComparison().isEqualTo(imageop("convert", "--help"));
        assertThat(Run.onTerminal("help", "info").out())
                .isEqualTo(Run.onTerminal("info", "--help").out())
                .contains("\u001b[");
    }

    /** {@code --} changes nothing but that the arguments are parsed. */
    @Test
    void withoutOptionsInfoIsTheSameAsParsed(@TempDir Path folder) throws IOException {
        Path file = Run.sample("marble.png", folder);
        for (Object[] files :
                new Object[][] {{file}, {file, folder.resolve("none.png"), folder}, {file, ""}, {"a\0b"}}) {
            Object[] parsed =
                    Stream.concat(Stream.of("info", "--"), Stream.of(files)).toArray();
            Object[] plain = Stream.concat(Stream.of("info"), Stream.of(files)).toArray();
            assertThat(imageop(plain)).usingRecursiveComparison().isEqualTo(imageop(parsed));
        }
    }

    @Test
    void tellsItsVersion() {
        assertThat(imageop("--version").out()).matches("imageop \\S+ \\(Java \\d+\\)\n");
        assertThat(imageop("info", "-V").out()).isEqualTo(imageop("--version").out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "tuor | there is no command \"tuor\"; did you mean tour? (see imageop --help)",
                "xyzzy | there is no command \"xyzzy\" (see imageop --help)",
                "help tuor | there is no command \"tuor\"; did you mean tour? (see imageop --help)",
                "tour --frob | there is no option --frob (see imageop tour --help)",
                "info --jsn a | there is no option --jsn; did you mean --json? (see imageop info --help)",
                "tour a b | there is no place for the argument \"b\" (see imageop tour --help)",
                "info | Missing required parameter: 'FILE' (see imageop info --help)",
                "convert a | Missing required parameter: 'OUT' (see imageop convert --help)",
                "buffer a | Missing required option: '--output=OUT' (see imageop buffer --help)",
                "convert a b --mode | Missing required parameter for option '--mode' (M) (see imageop convert --help)",
                "convert a b --mode RGBB | --mode: there is no mode \"RGBB\"; did you mean RGB or RGBA? "
                        + "(L L16 L32 LA LA32 RGB RGB48 RGBA RGBA64 YV12 JPEG_YV12 CMYK CMYK64) "
                        + "(see imageop convert --help)",
                "convert a b --size 300 | --size: \"300\" is not a size; expected WIDTHxHEIGHT, both at least 1, "
                        + "as in 640x480 (see imageop convert --help)",
                "convert a b --size 0x9 | --size: \"0x9\" is not a size; expected WIDTHxHEIGHT, both at least 1, "
                        + "as in 640x480 (see imageop convert --help)",
                "convert a b --size 3x-9 | --size: \"3x-9\" is not a size; expected WIDTHxHEIGHT, both at least 1, "
                        + "as in 640x480 (see imageop convert --help)",
                "convert a b --size 3x9999999999 | --size: a side of \"3x9999999999\" is too large; "
                        + "the largest is 2147483647 (see imageop convert --help)",
                "convert a b --size 3x3 --filter lancsoz | --filter: there is no filter \"lancsoz\"; did you mean "
                        + "lanczos? (nearest box bilinear hamming bicubic lanczos) (see imageop convert --help)",
                "convert a b --filter box | --filter is for resizing; add --size WxH (see imageop convert --help)",
                "convert a b --rotate 45 | --rotate: \"45\" is not a quarter turn; expected 90, 180 or 270 "
                        + "(counterclockwise) (see imageop convert --help)",
                "convert a b --crop 1:2 | --crop: \"1:2\" is not an area; expected columns,rows with two slices, "
                        + "as in 10:-10,:100 (see imageop convert --help)",
                "convert a b --crop a:b,: | --crop: \"a:b\" is not a slice: \"a\" is not a whole number "
                        + "(see imageop convert --help)",
                "convert a b --crop ::0,: | --crop: A slice's step cannot be 0; use 1 for every position, "
                        + "-1 to mirror (see imageop convert --help)",
                "convert a b --via awt,foo | --via: there is no library \"foo\" (awt javafx imglib2) "
                        + "(see imageop convert --help)",
                "convert a b --quality 7 | --quality is a number from 0 to 1, not 7.0 (see imageop convert --help)",
                "convert a b.png --quality 1 | --quality is for lossy formats; PNG is lossless (see imageop convert --help)",
                "convert a b.jpg --format tif --quality 1 | --quality is for lossy formats; TIFF is lossless "
                        + "(see imageop convert --help)",
                "convert a b.png/ | b.png/ would be a folder; name a file for OUT (see imageop convert --help)",
                "buffer a -o b/ | b/ would be a folder; name a file for -o (see imageop buffer --help)",
                "convert a - | standard output has no suffix that names a format; add --format, as in --format PNG "
                        + "(see imageop convert --help)",
                "convert a b --fit 5x5 --pad 6x6 | --size, --fit, --cover and --pad exclude each other; choose one "
                        + "(see imageop convert --help)",
                "convert a b --quality good | --quality: 'good' is not a double (see imageop convert --help)",
                "convert a b --format webp | --format: WEBP can be read, but not written; PNG JPEG GIF TIFF BMP "
                        + "PSD PNM PAM IFF ICNS TGA can (see imageop convert --help)",
                "convert a b --format pgn | --format: there is no format \"pgn\"; did you mean png or pgm? (PNG JPEG"
                        + " GIF "
                        + "TIFF BMP PSD PNM PAM IFF ICNS TGA can be written) (see imageop convert --help)",
                "convert a b --raw RGB | --raw: \"RGB\" lacks a mode or a size; expected MODE:WIDTHxHEIGHT, "
                        + "as in RGB:640x480 (see imageop convert --help)",
                "convert a b --raw YV12:3x3 | --raw: An image of mode YV12 cannot be 3×3: both sides must be even,"
                        + " because 2×2 pixels share a chroma sample; crop or resize first (see"
                        + " imageop convert --help)",
                "show | Missing required parameter: 'FILE' (see imageop show --help)",
                "show a --toolkit swng | --toolkit: there is no toolkit \"swng\"; did you mean swing? (swing javafx"
                        + " both) "
                        + "(see imageop show --help)",
                "show a --seconds 0 | --seconds is a time of more than 0 and at most 2147483 seconds, not 0.0 "
                        + "(see imageop show --help)",
                "live --seconds NaN | --seconds is a time of more than 0 and at most 2147483 seconds, not NaN "
                        + "(see imageop live --help)",
                "show a --screenshot a.jpg | --screenshot writes a PNG file; give its name the suffix .png, unlike "
                        + "a.jpg (see imageop show --help)",
                "live --screenshot . | --screenshot: . is a folder; name a file (see imageop live --help)",
                "live --paused=-5 | --paused is the number of a frame, from 0, not -5 (see imageop live --help)",
                "live --size 9x90 | --size: sides are 64 to 4096 pixels here, not 9×90 (see imageop live --help)",
            })
    void wrongUseIsStatusTwoAndOneLine(String arguments, String message) {
        Run run = imageop((Object[]) arguments.split(" "));
        assertThat(run.err()).isEqualTo("imageop: " + message + "\n");
        assertThat(run.bytes()).isEmpty();
        assertThat(run.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "convert,,x.png | IN | convert",
                "convert,x.png, | OUT | convert",
                "info,nope.png, | FILE | info",
                "buffer,,-o,x | FILE | buffer",
                "buffer,nope.png,-o, | --output | buffer",
                "tour, | FILE | tour",
                "show, | FILE | show",
                "show,x,--screenshot, | --screenshot | show",
            })
    void anEmptyPathIsWrongUse(String arguments, String what, String command) {
        Run run = imageop((Object[]) arguments.split(",", -1));
        assertThat(run.err())
                .isEqualTo("imageop: " + what + ": the path is empty; name a file, or . for the current folder"
                        + " (see imageop " + command + " --help)\n");
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void whatCannotBeAPathIsWrongUse() {
        Run run = imageop("info", "a.png", "b\0.png");
        assertThat(run.err())
                .isEqualTo("imageop: FILE: b?.png: cannot be a path: Nul character not allowed"
                        + " (see imageop info --help)\n");
        assertThat(run.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info nope.png",
                "convert nope.png x.png",
                "buffer nope.png -o x",
                "tour nope.png",
                "show nope.png"
            })
    void aMissingFileIsStatusOneAndOneLine(String arguments) {
        Run run = imageop((Object[]) arguments.split(" "));
        assertThat(run.err()).isEqualTo("imageop: nope.png: no such file or folder\n");
        assertThat(run.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show FILE", "show FILE --toolkit both", "live"})
    @EnabledIfSystemProperty(named = "java.awt.headless", matches = "true")
    void aWindowWithoutADisplayIsStatusOneAndOneLine(String arguments, @TempDir Path folder) throws IOException {
        Run run = imageop((Object[]) arguments
                .replace("FILE", Run.sample("marble.png", folder).toString())
                .split(" "));
        assertThat(run.err())
                .isEqualTo("imageop: no display to open a window on; run the command in a desktop session, or with"
                        + " xvfb-run\n");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void aScreenshotNeedsAFolder() {
        Run run = imageop("live", "--screenshot", "nope/live.png");
        assertThat(run.err())
                .isEqualTo("imageop: nope/live.png: cannot be written, there is no folder nope; create it first"
                        + " [errors.md#no-folder]\n");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void verboseAddsTheStackTraceBeforeAndAfterTheCommand() {
        for (Run run : new Run[] {imageop("--verbose", "tour", "nope.png"), imageop("tour", "nope.png", "--verbose")}) {
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err())
                    .startsWith("imageop: nope.png: no such file or folder\n")
                    .contains("NoSuchFileException", "\tat org.imageop.");
        }
    }
}

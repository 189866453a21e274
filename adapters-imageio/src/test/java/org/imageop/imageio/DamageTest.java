package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.plugins.PluginCall;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were cut, or whose bytes were changed: each is read, or refused as an image file. */
class DamageTest {
    /** Ends a hang; a file takes milliseconds. */
    private static final Duration HANG = Duration.ofMinutes(5);
    /** Headers that were changed may ask for much; what fits into this is tried. */
    private static final ReadOptions LIMITS =
            ReadOptions.DEFAULTS.withMaxPixels(1 << 22).withMaxBytes(1 << 24);

    @TempDir
    Path folder;

    static Stream<Arguments> formats() {
        return ImageFiles.formats().stream()
                .filter(FileFormat::writable)
                .flatMap(f -> f.writes().stream().map(mode -> Arguments.of(f.name(), mode)));
    }

    private byte[] sample(String format, Mode mode) throws IOException {
        Path file = folder.resolve("sound");
        boolean few = format.equals("GIF");
        ImageFiles.write(
                few && mode != Mode.L ? Samples.few(mode, 32, 32) : Samples.random(mode, 32, 32, 9),
                file,
                WriteOptions.DEFAULTS.withFormat(format));
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void cutFilesAreReadOrRefused(String format, Mode mode) throws IOException {
        byte[] sound = sample(format, mode);
        for (int length = 1; length < sound.length; length += length < 64 ? 1 : Math.max(1, sound.length / 40)) {
            check(Arrays.copyOf(sound, length), format + " " + mode + " cut to " + length);
        }
    }

    /** The reader itself would fill up the rest with grey. */
    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"L", "RGB", "CMYK"})
    void aJpegWithoutItsLastPixelsIsRefused(Mode mode) throws IOException {
        byte[] sound = sample("JPEG", mode);
        Path cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(sound, sound.length * 2 / 3));
        Path endless = Files.write(folder.resolve("endless.jpg"), Arrays.copyOf(sound, sound.length - 2));

        assertThatThrownBy(() -> ImageFiles.read(cut))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("cut.jpg")
                .hasMessageContaining("cut off");
        assertThat(ImageFiles.read(endless).mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void filesWithChangedBytesAreReadOrRefused(String format, Mode mode) throws IOException {
        byte[] sound = sample(format, mode);
        SplittableRandom random = new SplittableRandom(2026);
        for (int round = 0; round < 60; round++) {
            byte[] damaged = sound.clone();
            // headers are where it hurts
            int range = round % 3 == 0 ? sound.length : Math.min(sound.length, 200);
            for (int k = 0; k <= round % 4; k++) {
                damaged[random.nextInt(range)] = (byte) random.nextInt(256);
            }
            check(damaged, format + " " + mode + " round " + round);
        }
    }

    private void check(byte[] bytes, String what) {
        assertTimeoutPreemptively(
                HANG,
                () -> {
                    Path file = Files.write(folder.resolve("damaged"), bytes);
                    try (ImageFile open = ImageFiles.open(file, LIMITS)) {
                        for (int frame = 0; frame < Math.min(open.frames(), 3); frame++) {
                            ImageLike image = open.read(frame);
                            assertThat(image.buffer().length())
                                    .isEqualTo(image.mode().length(image.size()));
                            image.buffer().get(image.buffer().length() - 1);
                        }
                    } catch (ImageFormatException e) {
                        assertThat(e).hasMessageContaining(file.toString());
                    }
                },
                what);
    }

    @org.junit.jupiter.api.Test
    void aFileThatShrinksWhileItIsReadIsAnError() throws IOException {
        Path file = Files.write(folder.resolve("growing"), new byte[100]);
        try (FileChannel channel = FileChannel.open(file)) {
            FileBytes source = FileBytes.of(channel);
            Files.write(file, new byte[50]);

            assertThat(source.bytes(0, 50)).hasSize(50);
            assertThatThrownBy(() -> source.bytes(0, 100))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("The file became shorter while it was read; read it when it is complete"
                            + " [errors.md#file-changed]");
        }
    }

    /** The reason within the message came from a message with an anchor of its own. */
    @org.junit.jupiter.api.Test
    void reasonsHaveNoAnchor() {
        assertThatThrownBy(() -> PluginCall.guard(() -> Mode.of("none")))
                .hasMessageStartingWith("the plugin failed with IllegalArgumentException: No mode is called")
                .hasMessageNotContaining("errors.md");
        assertThatThrownBy(() -> PluginCall.guard(() -> Images.of("none")))
                .hasMessageStartingWith("its pixels are of no known kind: A java.lang.String is not an image")
                .hasMessageNotContaining("errors.md");
    }

    /** The names, so that the list above cannot be empty unnoticed. */
    @org.junit.jupiter.api.Test
    void allWritersAreTried() {
        assertThat(formats().map(a -> (String) a.get()[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(FormatsTest.HELD.keySet());
    }
}

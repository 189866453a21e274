package org.imageop.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.cli.Run.imageop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.cli.Run;
import org.imageop.imageio.ImageFile;
import org.imageop.imageio.ImageFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of several images through the command. */
class FramesTest {
    @TempDir
    private Path folder;

    private Path gif;
    private Path tiff;

    @BeforeEach
    void writeInputs() throws IOException {
        List<ImageLike> frames = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            StandardImage frame = StandardImage.filled(Mode.RGB, 8, 6, 10 * i, 0, 99);
            frame.info().put(InfoKeys.DURATION, 20.0 + 10 * i);
            frame.info().put(InfoKeys.LOOP, 3);
            frames.add(frame);
        }
        gif = folder.resolve("in.gif");
        tiff = folder.resolve("in.tif");
        ImageFiles.writeFrames(frames, gif);
        ImageFiles.writeFrames(List.of(StandardImage.of(Mode.L, 3, 2), StandardImage.of(Mode.CMYK, 4, 5)), tiff);
    }

    /** What is kept by itself, what only when asked for, and what is named as lost. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in.gif | out.gif | | 5 | ''",
                "in.gif | out.apng | | 5 | ''",
                "in.gif | out.png | | 1 | lost: 4 further frames",
                "in.gif | out.png | --frames all | 5 | ''",
                "in.gif | out.png | --frames 0,2-4 | 4 | ''",
                "in.gif | out.png | --frames 3 | 1 | ''",
                "in.gif | out.gif | --frames first | 1 | ''",
                "in.gif | out.jpg | | 1 | lost: 4 further frames",
                "in.gif | out.tif | | 5 | lost: info duration, info loop",
                "in.tif | out.tif | | 2 | ''",
                "in.tif | out.pam | | 1 | lost: 1 further frame",
                "in.tif | out.png | --frames 0 | 1 | ''",
            })
    void framesAreKeptWhereTheFormatShowsThem(String in, String out, String options, int frames, String losses)
            throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("convert", folder.resolve(in), folder.resolve(out)));
        if (options != null) {
            arguments.addAll(List.of(options.split(" ")));
        }
        Run run = imageop(arguments.toArray());
        assertThat(run.err())
                .isEqualTo(losses.isEmpty() ? "" : "imageop: " + folder.resolve(out) + ": " + losses + "\n");
        assertThat(run.out()).endsWith("B\n");
        assertThat(run.out().contains(" " + frames + " frames, ")).isEqualTo(frames > 1);
        try (ImageFile file = ImageFiles.open(folder.resolve(out))) {
            assertThat(file.frames()).isEqualTo(frames);
            assertThat(file.info().containsKey(InfoKeys.LOOP)).isEqualTo(frames > 1 && !out.equals("out.tif"));
        }
    }

    @Test
    void framesAreEditedAsTheyAreShown() throws IOException {
        Path out = folder.resolve("out.gif");
        Run run = imageop("convert", gif, out, "--size", "16x12", "--mode", "L", "--frames", "4,1", "--via", "awt");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("via awt: ").contains("GIF, 16×12 L, 2 frames, ");
        try (ImageFile file = ImageFiles.open(out)) {
            assertThat(file.size()).isEqualTo(new ImageSize(16, 12));
            assertThat(file.mode()).isEqualTo(Mode.L);
            // 0.299 r + 0.114 b
            assertThat(file.composed(0).get(9, 9).value()).containsExactly(23);
            assertThat(file.composed(1).get(9, 9).value()).containsExactly(14);
            assertThat(file.frame(0).duration()).isEqualTo(60);
            assertThat(file.frame(1).duration()).isEqualTo(30);
            assertThat(file.info()).containsEntry(InfoKeys.LOOP, 3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "out.png | 7 | 1 | has 5 frames, which count from 0; there is no frame 7",
                "out.png | 3-9 | 1 | there is no frame 5",
                "out.jpg | all | 1 | JPEG files hold one image; PNG, GIF, TIFF hold several",
                "out.png | 4-2 | 2 | \"4-2\" ends before it begins; write 2-4",
                "out.png | -1 | 2 | does not select frames; expected all, first, or numbers",
                "out.png | many | 2 | \"many\" does not select frames",
            })
    void wrongSelectionsAreRefused(String out, String frames, int status, String message) {
        Run run = imageop("convert", gif, folder.resolve(out), "--frames=" + frames);
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.err()).contains(message);
        assertThat(folder.resolve(out)).doesNotExist();
    }

    @Test
    void infoListsFrames() throws IOException {
        Run run = imageop("info", gif);
        assertThat(run.out())
                .contains("  frames  5, 0.20 s, played 3 times\n")
                .contains("          0: 8×6 at 0,0, 20 ms\n")
                .contains("          4: 8×6 at 0,0, 60 ms");
        assertThat(imageop("info", tiff).out()).contains("  frames  2\n          0: 3×2\n          1: 4×5\n");
        String json = imageop("info", "--json", gif).out();
        assertThat(json)
                .contains("\"frames\" : 5")
                .contains("\"animated\" : true")
                .contains("\"duration\" : 60.0")
                .contains("\"disposal\" : \"NONE\"");
        Path many = folder.resolve("many.gif");
        List<ImageLike> frames = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            frames.add(StandardImage.filled(Mode.L, 2, 2, i));
        }
        ImageFiles.writeFrames(frames, many);
        assertThat(imageop("info", many).out())
                .contains("19: 2×2")
                .doesNotContain("20: 2×2")
                .contains("… 5 more;");
        assertThat(Files.exists(many)).isTrue();
    }
}

package org.imageop.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.cli.Run.imageop;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.imageop.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --tolerant}: an incomplete image is refused without it, and what is missing is reported with it. */
class TolerantTest {
    @TempDir
    Path folder;

    /** A JPEG file without its second half. */
    private Path half() throws IOException {
        BufferedImage noise = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        byte[] samples = new byte[64 * 64];
        new Random(1).nextBytes(samples);
        noise.getRaster().setDataElements(0, 0, 64, 64, samples);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ImageIO.write(noise, "jpg", whole);
        return Files.write(folder.resolve("half.jpg"), Arrays.copyOf(whole.toByteArray(), whole.size() / 2));
    }

    @Test
    void halfAnImageIsRefusedWithTheOptionThatReadsIt() throws IOException {
        Path out = folder.resolve("out.png");
        Run run = imageop("convert", half(), out);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("cut off").contains("--tolerant").doesNotContain("ReadOptions");
        assertThat(out).doesNotExist();
    }

    @Test
    void whatIsMissingIsReported() throws IOException {
        Path out = folder.resolve("out.png");
        Run run = imageop("convert", "--tolerant", half(), out);
        assertThat(run.status()).isZero();
        assertThat(run.err())
                .contains(": lost: its last pixels: the file was cut off")
                .doesNotContain("info missing");
        assertThat(ImageIO.read(out.toFile()).getHeight()).isEqualTo(64);

        Run buffer = imageop("buffer", "--tolerant", half(), "-o", folder.resolve("out.bin"));
        assertThat(buffer.status()).isZero();
        assertThat(buffer.err()).contains("half.jpg: lost: its last pixels: the file was cut off");
        assertThat(folder.resolve("out.bin")).hasSize(64 * 64);
    }
}

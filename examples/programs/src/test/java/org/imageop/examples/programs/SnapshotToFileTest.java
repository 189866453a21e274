package org.imageop.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotToFileTest {
    @Test
    void theFileHasTheColoursAndTheShadow(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("snapshot.png");

        SnapshotToFile.main(new String[] {file.toString()});

        BufferedImage written = ImageIO.read(file.toFile());
        assertThat(written.getWidth()).isEqualTo(100);
        assertThat(written.getRGB(50, 50)).isEqualTo(0xffffa500);
        assertThat(written.getRGB(0, 0) >>> 24).isZero();
        assertThat(written.getRGB(50, 84) >>> 24).isBetween(1, 254);
    }
}

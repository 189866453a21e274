package org.imageop.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SixteenBitTiffTest {
    @Test
    void spreadsWhatIsThereOverAll16Bits(@TempDir Path folder) throws Exception {
        Path tiff = folder.resolve("cells.tif");
        Path png = folder.resolve("cells.png");
        BufferedImage cells = new BufferedImage(40, 30, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 1200; i++) {
            cells.getRaster().setSample(i % 40, i / 40, 0, 1000 + i);
        }
        assertThat(ImageIO.write(cells, "tiff", tiff.toFile())).isTrue();

        SixteenBitTiff.main(new String[] {tiff.toString(), png.toString()});

        Raster written = ImageIO.read(png.toFile()).getRaster();
        assertThat(written.getTransferType()).isEqualTo(DataBuffer.TYPE_USHORT);
        for (int i = 0; i < 1200; i++) {
            assertThat(written.getSample(i % 40, i / 40, 0)).isEqualTo((int) Math.round(i * 65535.0 / 1199));
        }
    }

    @Test
    void refusesOtherModes(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("grey.png");
        assertThat(ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile()))
                .isTrue();
        assertThatThrownBy(() -> SixteenBitTiff.main(new String[] {file.toString(), "never.png"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("grey.png has the mode L, not L16");
    }
}

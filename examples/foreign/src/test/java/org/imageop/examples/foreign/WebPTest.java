package org.imageop.examples.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.imageop.Copy;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program dwebp reads what was written. */
class WebPTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void need() {
        Required.library("libwebp.so.7");
        Required.program("dwebp");
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_ARGB})
    void writesFromTheMemoryOfABufferedImage(int type) throws IOException, InterruptedException {
        BufferedImage image = new BufferedImage(61, 47, type);
        Random random = new Random(type);
        for (int y = 0; y < 47; y++) {
            for (int x = 0; x < 61; x++) {
                // colours behind an alpha of 0 are not kept
                image.setRGB(x, y, random.nextInt() | 0x01000000);
            }
        }
        for (BufferedImage part : new BufferedImage[] {image, image.getSubimage(3, 5, 40, 30)}) {
            Path file = folder.resolve(part.getWidth() + ".webp");
            Path pam = folder.resolve(part.getWidth() + ".pam");
            Files.write(file, WebP.encode(AwtImages.wrap(part), Copy.NEVER));

            Required.run("dwebp", "-quiet", "-pam", file, "-o", pam);

            byte[] read = Files.readAllBytes(pam);
            int at = new String(read, StandardCharsets.ISO_8859_1).indexOf("ENDHDR\n") + 7;
            assertThat(read).hasSize(at + 4 * part.getWidth() * part.getHeight());
            for (int k = 0; k < part.getWidth() * part.getHeight(); k++, at += 4) {
                int argb = read[at + 3] << 24 | (read[at] & 255) << 16 | (read[at + 1] & 255) << 8 | read[at + 2] & 255;
                assertThat(argb).isEqualTo(part.getRGB(k % part.getWidth(), k / part.getWidth()));
            }
        }
    }

    @Test
    void otherImagesAreCopied() {
        BufferedImage multiplied = new BufferedImage(5, 4, BufferedImage.TYPE_4BYTE_ABGR);
        byte[] expected = WebP.encode(StandardImage.of(Mode.RGBA, 5, 4), Copy.NEVER);

        assertThat(WebP.encode(AwtImages.wrap(multiplied), Copy.ALWAYS)).isEqualTo(expected);
        assertThatThrownBy(() -> WebP.encode(AwtImages.wrap(multiplied), Copy.IF_NEEDED))
                .hasMessageStartingWith("libwebp does not read the order ABGR");
    }
}

package org.imageop.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FilterInPlaceTest {
    @Test
    void printsBeforeAndAfter() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            FilterInPlace.main(new String[0]);
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("before: java.awt.Color[r=250,g=128,b=10]", "after:  java.awt.Color[r=5,g=128,b=10]");
    }

    @Test
    void leavesTheFrame() {
        BufferedImage image = new BufferedImage(20, 18, BufferedImage.TYPE_3BYTE_BGR);

        FilterInPlace.invertRed(image);

        for (int y = 0; y < 18; y++) {
            for (int x = 0; x < 20; x++) {
                boolean inner = x >= 8 && x < 12 && y >= 8 && y < 10;
                assertThat(image.getRGB(x, y)).isEqualTo(inner ? 0xffff0000 : 0xff000000);
            }
        }
    }
}

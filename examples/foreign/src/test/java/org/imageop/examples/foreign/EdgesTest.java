package org.imageop.examples.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sums a second time, in Java. */
class EdgesTest {
    @TempDir
    Path folder;

    @Test
    void cOfOnesOwnFindsEdges() throws IOException, InterruptedException {
        Path library = Required.compiled("edges", folder);
        // more rows than a band has
        byte[] grey = new byte[700 * 200];
        new Random(1).nextBytes(grey);

        StandardImage edges = Edges.of(library, StandardImage.wrap(Mode.L, 700, 200, grey));

        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 700; x++) {
                int across = 0;
                int down = 0;
                for (int d = -1; d <= 1; d++) {
                    int weight = d == 0 ? 2 : 1;
                    across += weight * (at(grey, x + 1, y + d) - at(grey, x - 1, y + d));
                    down += weight * (at(grey, x + d, y + 1) - at(grey, x + d, y - 1));
                }
                assertThat(edges.get(x, y).l()).isEqualTo(Math.min(255, Math.abs(across) + Math.abs(down)));
            }
        }
        assertThat(Edges.of(library, StandardImage.of(Mode.CMYK, 8, 8)).mode()).isEqualTo(Mode.L);
    }

    private static int at(byte[] grey, int x, int y) {
        return grey[Math.clamp(y, 0, 199) * 700 + Math.clamp(x, 0, 699)] & 255;
    }
}

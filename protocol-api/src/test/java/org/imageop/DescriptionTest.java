package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What values and views are as text, for people and debuggers. */
class DescriptionTest {

    @Test
    void linesSayWhichAndOfWhat() {
        assertThat(StandardImage.of(Mode.L, 3, 3).line(1)).hasToString("line 1 of a 3×3 L image");
    }

    @Test
    void pixelsSayTheirPlaceAndTheirRawValues() {
        assertThat(StandardImage.filled(Mode.L32, 1, 1, 0x8000_0001).get(0, 0))
                .hasToString("L32 pixel (0, 0) = [-2147483647]");
    }

    @Test
    void slicesAreAsInPython() {
        for (String text :
                List.of(":", "1:", ":1", "-6:-2", "::-1", "1:9:3", "-9223372036854775808:9223372036854775807")) {
            assertThat(Slice.parse(text)).hasToString(text);
        }
    }
}

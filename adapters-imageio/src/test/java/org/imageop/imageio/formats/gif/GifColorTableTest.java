package org.imageop.imageio.formats.gif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.Mode.L;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGBA;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.imageop.imageio.input.FileBytes;
import org.junit.jupiter.api.Test;

class GifColorTableTest {
    /** The image's own table counts, and the clear colour of the extension before it. */
    @Test
    void tablesAreFoundWhereverTheyAre() throws IOException {
        byte[] head = {'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, (byte) 0x80, 0, 0};
        byte[] greys = {0, 0, 0, 9, 9, 9};
        byte[] comment = {0x21, (byte) 0xfe, 2, 'a', 'b', 1, 'c', 0};
        byte[] clear = {0x21, (byte) 0xf9, 4, 1, 0, 0, 1, 0};
        byte[] image = {0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0};
        byte[] coloured = {0x2c, 0, 0, 0, 0, 1, 0, 1, 0, (byte) 0x80, 0, 0, 0, 1, 2, 3};
        assertThat(GifColorTable.mode(source(head, greys, image))).isEqualTo(L);
        assertThat(GifColorTable.mode(source(head, greys, comment, image))).isEqualTo(L);
        assertThat(GifColorTable.mode(source(head, greys, comment, coloured))).isEqualTo(RGB);
        assertThat(GifColorTable.mode(source(head, greys, clear, comment, image)))
                .isEqualTo(RGBA);
        assertThat(GifColorTable.mode(source(head, new byte[] {0, 0, 0, 9, 9, 8}, image)))
                .isEqualTo(RGB);
    }

    private static FileBytes source(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Stream.of(parts).forEach(whole::writeBytes);
        return FileBytes.of(whole.toByteArray());
    }
}

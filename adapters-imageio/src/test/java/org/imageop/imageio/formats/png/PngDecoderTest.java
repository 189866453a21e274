package org.imageop.imageio.formats.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.WriteOptions;
import org.imageop.imageio.input.FileBytes;
import org.junit.jupiter.api.Test;

class PngDecoderTest {
    /** It would take a second to look at each of a million. */
    @Test
    void theReaderSeesNoChunkThatPixelsDoNotDependOn() throws IOException {
        byte[] png = ImageFiles.encode(StandardImage.of(Mode.L, 3, 2), WriteOptions.DEFAULTS.withFormat("PNG"));
        int header = 33;
        byte[] empty = ByteBuffer.allocate(12)
                .put(4, "abCd".getBytes(StandardCharsets.US_ASCII))
                .array();
        ByteBuffer file = ByteBuffer.allocate(png.length + 1000 * empty.length).put(png, 0, header);
        for (int i = 0; i < 1000; i++) {
            file.put(empty);
        }
        file.put(png, header, png.length - header);
        FileBytes bytes = FileBytes.of(file.array());

        FileBytes seen = new PngDecoder(bytes).seen(bytes);

        // the checksum of the pixels is not looked at
        byte[] expected = png.clone();
        Arrays.fill(expected, png.length - 16, png.length - 12, (byte) 0);
        assertThat(seen.bytes(0, seen.length())).isEqualTo(expected);
    }
}

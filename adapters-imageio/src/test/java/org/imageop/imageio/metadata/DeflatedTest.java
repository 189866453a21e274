package org.imageop.imageio.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DeflatedTest {
    @Test
    void unpacksUpToALimit() throws IOException {
        byte[] packed = Deflated.pack(new byte[100_000]);
        assertThat(Deflated.unpack(packed, 0, 100_000)).hasSize(100_000);
        assertThat(Deflated.unpack(packed, 0, 99_999)).isNull();
    }

    @Test
    void damagedBytesAreNone() throws IOException {
        byte[] packed = Deflated.pack(new byte[100]);
        packed[1] ^= 0x55;
        assertThat(Deflated.unpack(packed, 0, 1000)).isEmpty();
        assertThat(Deflated.unpack(packed, packed.length, 1000)).isEmpty();
    }
}

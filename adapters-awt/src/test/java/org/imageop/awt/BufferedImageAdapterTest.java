package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.imageop.spi.ImageAdapter;
import org.junit.jupiter.api.Test;

class BufferedImageAdapterTest {
    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ImageAdapter.class)).hasAtLeastOneElementOfType(BufferedImageAdapter.class);
    }
}

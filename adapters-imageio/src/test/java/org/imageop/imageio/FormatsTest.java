package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatsTest {
    @Test
    void includesThePlugins() {
        assertThat(Formats.readable()).contains("png", "webp", "psd", "tga", "hdr");
    }
}

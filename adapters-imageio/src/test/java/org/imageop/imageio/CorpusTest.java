package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "imageop.corpus", matches = ".+", disabledReason = "no -Dimageop.corpus=DIR")
class CorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("imageop.root", ""))
            .resolve(System.getProperty("imageop.corpus", ""))
            .normalize();

    @Test
    void hasAManifest() {
        assertThat(CORPUS.resolve("manifest.json")).isRegularFile();
    }
}

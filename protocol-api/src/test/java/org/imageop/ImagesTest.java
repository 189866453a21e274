package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javafx.scene.image.Image;
import net.imglib2.RandomAccessibleInterval;
import org.junit.jupiter.api.Test;

/** Accepting any image object, and handing images on. */
class ImagesTest {
    @Test
    void aTransferSaysInWordsWhatHappened() {
        StandardImage image = StandardImage.of(Mode.L, 1, 1);
        assertThat(Transfer.shared(image, true)).hasToString("shared");
        assertThat(Transfer.shared(image, false)).hasToString("shared, read-only");
        assertThat(Transfer.copied(image, "rows are padded", List.of("alpha", "16 → 8 bits")))
                .hasToString("copied (rows are padded), lost: alpha, 16 → 8 bits");
    }

    @Test
    void aTurnedViewOfConcurrentRowsIsWrittenByOneThreadAlone() {
        SampleRows concurrent = new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] samples, int offset) {}

            @Override
            public boolean concurrent() {
                return true;
            }
        };
        StandardImage image = StandardImage.computed(Mode.L, 3, 2, concurrent);
        assertThat(Images.rows(image).concurrent()).isTrue();
        assertThat(Images.rows(Views.flipTopBottom(image)).concurrent()).isTrue();
        assertThat(Images.rows(Views.rotate90(image)).concurrent()).isFalse();
    }

    @Test
    void aMissNamesTheArtifactToAdd() throws Exception {
        assertThatThrownBy(() -> Images.of(new Image() {}))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("No adapters were found")
                .hasMessageEndingWith("add the artifact org.imageop:imageop-adapters-javafx [errors.md#no-adapter]");
        assertThatThrownBy(() -> Images.of(new RandomAccessibleInterval() {}))
                .hasMessageEndingWith("add the artifact org.imageop:imageop-adapters-imglib2 [errors.md#no-adapter]");
        Class<?> awt = Class.forName("java.awt.image.BufferedImage");
        Object image = awt.getConstructor(int.class, int.class, int.class).newInstance(1, 1, 1);
        assertThatThrownBy(() -> Images.of(image))
                .hasMessageContaining("A java.awt.image.BufferedImage is not an image")
                .hasMessageEndingWith("add the artifact org.imageop:imageop-adapters-awt [errors.md#no-adapter]");
        assertThatThrownBy(() -> Images.to(StandardImage.of(Mode.L, 1, 1), awt))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("No adapter makes a java.awt.image.BufferedImage")
                .hasMessageEndingWith("add the artifact org.imageop:imageop-adapters-awt [errors.md#no-adapter]");
        assertThatThrownBy(() -> Images.of(3))
                .hasMessageContaining("A java.lang.Integer")
                .hasMessageEndingWith("provide an org.imageop.spi.ImageAdapter for it [errors.md#no-adapter]");
        assertThatThrownBy(() -> Images.to("text", String.class)).isInstanceOf(UnsupportedImageException.class);
    }
}

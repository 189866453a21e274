package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.imageop.Copy;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.Test;

/** JavaFX's classes by way of {@link Images}. */
class AdapterTest {
    @Test
    void handsOnAsImageAndAsWritableImage() {
        StandardImage canvas = StandardImage.canvas(2, 1);
        Transfer<Image> asImage = Images.transfer(canvas, Image.class, Copy.NEVER);
        assertThat(asImage.shared()).isTrue();
        assertThat(Images.to(canvas, WritableImage.class)).isSameAs(asImage.image());

        Transfer<Image> copied = Images.transfer(StandardImage.of(Mode.L16, 2, 1), Image.class, Copy.IF_NEEDED);
        assertThat(copied.shared()).isFalse();
        assertThat(copied.losses()).containsExactly("16 → 8 bits per component");
        assertThat(copied.image().getPixelReader().getArgb(0, 0)).isEqualTo(0xff000000);
    }

    /** The facade does not look adapters up, so a thread's class loader does not matter. */
    @Test
    void worksWithoutAnyServiceFile() throws Exception {
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
            Thread.currentThread().setContextClassLoader(empty);
            WritableImage image = new WritableImage(2, 1);
            assertThat(FxImages.wrap(image).mode()).isEqualTo(Mode.RGBA);
            assertThat(FxImages.toWritableImage(FxImages.wrap(image))).isSameAs(image);
            assertThat(FxImages.toWritableImage(StandardImage.of(Mode.L, 2, 1)).getHeight())
                    .isEqualTo(1);
        } finally {
            Thread.currentThread().setContextClassLoader(own);
        }
    }

    @Test
    void whatIsNoImageIsRefused() {
        assertThatThrownBy(() -> FxImages.toWritableImage("image"))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("java.lang.String");
        assertThatThrownBy(() -> FxImages.imageView(42)).isInstanceOf(UnsupportedImageException.class);
    }
}

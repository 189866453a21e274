package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;

/** Copies that the heap cannot hold, though an array could. */
class HeapTest {
    private static final int WIDTH = 40_000;

    @Test
    void M2_aCopyThatTheHeapCannotHoldIsRefused() {
        for (double part : new double[] {1.1, 0.995}) {
            int height = (int) (Runtime.getRuntime().maxMemory() * part / Integer.BYTES / WIDTH);
            ImageLike image = StandardImage.computed(Mode.L, WIDTH, height, (x, y, count, samples, offset) -> {});
            for (Class<?> type : new Class<?>[] {Image.class, WritableImage.class, PixelBuffer.class}) {
                assertThatThrownBy(() -> Images.to(image, type))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("cannot be held")
                        .hasMessageContaining("[errors.md#image-too-large]");
            }
        }
    }
}

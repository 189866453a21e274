package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;

/** Copies that the heap cannot hold, though an array could. */
class HeapTest {
    private static final int WIDTH = 40_000;

    /** An image whose copy in ints takes a part of the largest heap. */
    private static ImageLike image(Mode mode, double part) {
        int height = (int) (Runtime.getRuntime().maxMemory() * part / Integer.BYTES / WIDTH);
        return StandardImage.computed(mode, WIDTH, height, (x, y, count, samples, offset) -> {});
    }

    @Test
    void M2_aCopyLargerThanTheHeapIsRefused() {
        for (Mode mode : new Mode[] {Mode.RGB, Mode.RGBA, Mode.LA32}) {
            ImageLike image = image(mode, 1.1);
            for (Class<?> type : new Class<?>[] {BufferedImage.class, WritableRaster.class}) {
                assertThatThrownBy(() -> Images.to(image, type))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("-Xmx")
                        .hasMessageContaining("[errors.md#image-too-large]");
            }
        }
    }

    @Test
    void M2_aCopyForWhichTheHeapHasNoRoomLeftIsRefused() {
        ImageLike image = image(Mode.RGB, 0.995);
        assertThatThrownBy(() -> Images.to(image, BufferedImage.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("heap are free")
                .hasMessageContaining("[errors.md#image-too-large]");
    }
}

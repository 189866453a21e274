package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Image;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ImageConsumer;
import java.awt.image.ImageProducer;
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

    /** Sends the first row, as decoders do. */
    private record OneRow(int width, int height) implements ImageProducer {
        @Override
        public void startProduction(ImageConsumer consumer) {
            consumer.setDimensions(width, height);
            ColorModel model = ColorModel.getRGBdefault();
            consumer.setPixels(0, 0, width, 1, model, new int[width], 0, width);
            consumer.imageComplete(ImageConsumer.STATICIMAGEDONE);
        }

        @Override
        public void addConsumer(ImageConsumer consumer) {
            // nobody waits
        }

        @Override
        public boolean isConsumer(ImageConsumer consumer) {
            return true;
        }

        @Override
        public void removeConsumer(ImageConsumer consumer) {
            // it hears no more
        }

        @Override
        public void requestTopDownLeftRightResend(ImageConsumer consumer) {
            // it had all
        }
    }

    @Test
    void M2_aSnapshotLargerThanTheHeapIsRefused() {
        int height = (int) (Runtime.getRuntime().maxMemory() * 1.1 / Integer.BYTES / WIDTH);
        for (int h : new int[] {height, WIDTH + WIDTH / 2}) {
            Image image = Toolkit.getDefaultToolkit().createImage(new OneRow(WIDTH, h));
            assertThatThrownBy(() -> Images.of(image))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("-Xmx")
                    .hasMessageContaining("[errors.md#image-too-large]");
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

package org.imageop.verification.library.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.indexer.Indexer;
import org.bytedeco.javacv.Frame;
import org.imageop.Images;
import org.imageop.javacv.FrameImages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BufferedImages as Frames and back, by getRGB and by JavaCV's indexers. JavaCV's own converter loses pixels of ints. */
class FramesAndAwtTest {
    private static final int WIDTH = 31;
    private static final int HEIGHT = 13;

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void S7_coloursAreBlueFirst(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        SplittableRandom random = new SplittableRandom(type);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            image.setRGB(i % WIDTH, i / WIDTH, random.nextInt());
        }

        Frame frame = FrameImages.toFrame(image);
        BufferedImage back = Images.to(FrameImages.wrap(frame), BufferedImage.class);

        boolean alpha = image.getColorModel().hasAlpha();
        assertThat(frame.imageChannels).isEqualTo(alpha ? 4 : 3);
        Indexer elements = frame.createIndexer();
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            int argb = image.getRGB(x, y);
            for (int c = 0; c < frame.imageChannels; c++) {
                assertThat(elements.getDouble(y, x, c)).isEqualTo(argb >>> 8 * c & 0xff);
            }
            assertThat(back.getRGB(x, y)).isEqualTo(argb);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void S7_greysAreTheSameNumbers(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        int most = type == BufferedImage.TYPE_BYTE_GRAY ? 255 : 65535;
        SplittableRandom random = new SplittableRandom(type);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, random.nextInt(most + 1));
        }

        Frame frame = FrameImages.toFrame(image);
        BufferedImage back = Images.to(FrameImages.wrap(frame), BufferedImage.class);

        Indexer elements = frame.createIndexer();
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int grey = image.getRaster().getSample(i % WIDTH, i / WIDTH, 0);
            assertThat(elements.getDouble(i / WIDTH, i % WIDTH, 0)).isEqualTo(grey);
            assertThat(back.getRaster().getSample(i % WIDTH, i / WIDTH, 0)).isEqualTo(grey);
        }
        assertThat(back.getType()).isEqualTo(type);
    }
}

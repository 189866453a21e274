package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.awt.image.ImageConsumer;
import java.awt.image.IndexColorModel;
import java.awt.image.MemoryImageSource;
import java.awt.image.VolatileImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.swing.ImageIcon;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.Test;

/** java.awt.Image: some are AWT images of another kind, some hide their pixels. */
class LoadedImageTest {

    private static Image loaded(Image image) {
        return new ImageIcon(image).getImage();
    }

    @Test
    void aToolkitImageIsASnapshot() {
        int[] argb = {0xff102030, 0x80405060, 0x00708090, 0xffffffff, 0x01020304, 0xfe0000ff};
        Image image = loaded(Toolkit.getDefaultToolkit().createImage(new MemoryImageSource(3, 2, argb, 0, 3)));

        ImageLike wrapped = Images.of(image);

        assertThat(wrapped.mode()).isEqualTo(Mode.RGBA);
        for (int i = 0; i < 6; i++) {
            int c = argb[i];
            assertThat(wrapped.get(i % 3, i / 3).value())
                    .containsExactly(c >> 16 & 0xff, c >> 8 & 0xff, c & 0xff, c >>> 24);
        }
        assertThat(wrapped.buffer().readOnly()).isTrue();
        assertThatThrownBy(() -> wrapped.set(0, 0, 1, 2, 3, 4)).isInstanceOf(ReadOnlyImageException.class);
        assertThat(Images.to(wrapped, Image.class)).isSameAs(image);
        BufferedImage copy = Images.to(image, BufferedImage.class);
        assertThat(copy.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
        assertThat(copy.getRGB(0, 0, 3, 2, null, 0, 3)).isEqualTo(argb);
        assertThat(Images.transfer(image, BufferedImage.class, Copy.IF_NEEDED).shared())
                .isFalse();
    }

    /** AWT asks for the pixels a second time, and then they do not come. */
    @Test
    void anInterruptedThreadIsToldSo() {
        class Once extends MemoryImageSource {
            private boolean asked;

            Once() {
                super(1, 1, new int[1], 0, 1);
            }

            @Override
            public void startProduction(ImageConsumer consumer) {
                if (!asked) {
                    asked = true;
                    super.startProduction(consumer);
                }
            }
        }
        Image image = loaded(Toolkit.getDefaultToolkit().createImage(new Once()));

        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Images.of(image))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The thread was interrupted while it read the pixels of a"
                            + " sun.awt.image.ToolkitImage; ask for them again [errors.md#interrupted]")
                    .hasCauseInstanceOf(InterruptedException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void imagesOfFiles() throws IOException {
        for (int type :
                new int[] {BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_3BYTE_BGR
                }) {
            BufferedImage source = new BufferedImage(9, 5, type);
            Oracle.of(source.getRaster(), false).fill(source.getRaster(), new SplittableRandom(type));
            String format = source.getColorModel() instanceof IndexColorModel ? "gif" : "png";
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            assertThat(ImageIO.write(source, format, file)).isTrue();
            Image image = loaded(Toolkit.getDefaultToolkit().createImage(file.toByteArray()));
            StandardImage expected = StandardImage.from(AwtImages.wrap(source), Mode.RGB);
            assertThat(Images.sameContent(StandardImage.from(Images.of(image), Mode.RGB), expected))
                    .as(format)
                    .isTrue();
        }
    }

    @Test
    void aVolatileImageIsASnapshot() {
        BufferedImage any = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = any.createGraphics();
        VolatileImage image = graphics.getDeviceConfiguration().createCompatibleVolatileImage(4, 3);
        graphics.dispose();
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(new java.awt.Color(10, 20, 30));
        drawing.fillRect(0, 0, 4, 3);
        drawing.dispose();
        ImageLike wrapped = Images.of(image);
        assertThat(StandardImage.from(wrapped, Mode.RGB).get(3, 2).value()).containsExactly(10, 20, 30);
        assertThat(wrapped.buffer().readOnly()).isTrue();
    }

    @Test
    void anImageThatIsNotLoadedIsRefused() {
        Image image = Toolkit.getDefaultToolkit().createImage(new MemoryImageSource(3, 2, new int[6], 0, 3));
        assertThatThrownBy(() -> Images.of(image))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("not loaded")
                .hasMessageContaining("ImageIcon");
    }

    @Test
    void anImageThatCannotBeLoadedIsRefused() {
        Image image = loaded(Toolkit.getDefaultToolkit().createImage(new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> Images.of(image))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("could not be loaded");
    }
}

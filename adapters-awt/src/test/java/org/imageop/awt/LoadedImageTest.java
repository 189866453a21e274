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
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.swing.ImageIcon;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.awt.wrapping.FromImage;
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
        assertThat(Images.unwrap(wrapped, Image.class)).containsSame(image);
        assertThat(Images.to(image, Image.class)).isSameAs(image);
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

    /** Three frames that follow each other as fast as they may. */
    private static byte[] animation() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (int color : new int[] {0xff0000, 0x00ff00, 0x0000ff}) {
                BufferedImage frame = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_INDEXED);
                for (int i = 0; i < 40 * 30; i++) {
                    frame.setRGB(i % 40, i / 40, color);
                }
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return file.toByteArray();
    }

    @Test
    void B4_theFirstFrameOfAnAnimationIsRead() throws IOException {
        byte[] file = animation();
        for (int i = 0; i < 100; i++) {
            Image image = Toolkit.getDefaultToolkit().createImage(file);
            ImageLike wrapped = Images.of(i % 2 == 0 ? loaded(image) : image);
            assertThat(wrapped.size().width()).isEqualTo(40);
            int[] corner = StandardImage.from(wrapped, Mode.RGB).get(39, 29).value();
            assertThat(corner).as("try %d", i).containsExactly(255, 0, 0);
        }
    }

    @Test
    void B4_aFileThatNobodyHasLoadedIsLoaded() throws IOException {
        BufferedImage source = new BufferedImage(300, 200, BufferedImage.TYPE_3BYTE_BGR);
        Oracle.of(source.getRaster(), false).fill(source.getRaster(), new SplittableRandom(1));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(source, "png", file)).isTrue();
        Image image = Toolkit.getDefaultToolkit().createImage(file.toByteArray());
        assertThat(Images.sameContent(StandardImage.from(Images.of(image), Mode.RGB), AwtImages.wrap(source)))
                .isTrue();
    }

    /** jajuk-team/jajuk#1827: a grey JPEG, averaged. */
    @Test
    void B4_aGreyJpegIsScaledByAveraging() throws IOException {
        BufferedImage source = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64 * 48; i++) {
            source.getRaster().setSample(i % 64, i / 64, 0, 100);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(source, "jpeg", file)).isTrue();
        Image image = Toolkit.getDefaultToolkit().createImage(file.toByteArray());
        Image small = image.getScaledInstance(8, 6, Image.SCALE_AREA_AVERAGING);
        assertThat(StandardImage.from(Images.of(small), Mode.RGB).get(3, 3).value())
                .containsExactly(100, 100, 100);
        assertThat(StandardImage.from(Images.of(image), Mode.RGB).get(3, 3).value())
                .containsExactly(100, 100, 100);
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

    /** A producer that waits for something else. */
    static final class Silent extends MemoryImageSource {
        Silent() {
            super(1, 1, new int[1], 0, 1);
        }

        @Override
        public void startProduction(ImageConsumer consumer) {
            // later, or never
        }
    }

    @Test
    void anImageWhosePixelsDoNotComeIsRefused() {
        Image image = Toolkit.getDefaultToolkit().createImage(new Silent());
        assertThatThrownBy(() -> FromImage.wrap(image, 20))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessage("This sun.awt.image.ToolkitImage is not loaded yet: its producer, a"
                        + " org.imageop.awt.LoadedImageTest$Silent, sent nothing for 20 ms; ask again once its source"
                        + " answers, or read its file with javax.imageio.ImageIO [errors.md#image-not-loaded]");
    }

    @Test
    void anImageThatCannotBeLoadedIsRefused() {
        Image image = loaded(Toolkit.getDefaultToolkit().createImage(new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> Images.of(image))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("could not be loaded");
    }
}

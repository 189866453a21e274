package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.imageop.Mode;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.TiffTags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frame that a reader cannot decode is tried with the next reader, and is nothing to the other frames. */
class FallbackTest {
    private static final String MAGIC = "moody";

    @TempDir
    Path folder;

    private final Moody moody = new Moody();

    @AfterEach
    void forgetTheReader() {
        IIORegistry.getDefaultInstance().deregisterServiceProvider(moody);
    }

    /** Three compressed pages of 1 to 3 pixels' width, of whose second one the pixels are overwritten. */
    private Path damagedTiff() throws IOException {
        Path file = folder.resolve("pages.tif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType("Deflate");
            for (int i = 0; i < 3; i++) {
                BufferedImage page = new BufferedImage(20 + i, 30, BufferedImage.TYPE_BYTE_GRAY);
                page.getRaster().setSample(0, 0, 0, 100 + i);
                writer.writeToSequence(new IIOImage(page, null, null), param);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        byte[] bytes = Files.readAllBytes(file);
        try (FileChannel channel = FileChannel.open(file)) {
            int strip = TiffTags.read(FileBytes.of(channel), 1).number(273).intValue();
            Arrays.fill(bytes, strip, strip + 8, (byte) 0xff);
        }
        return Files.write(file, bytes);
    }

    @Test
    void aDamagedPageLeavesTheOthersReadable() throws IOException {
        try (ImageFile pages = ImageFiles.open(damagedTiff())) {
            for (int round = 0; round < 3; round++) {
                assertThatThrownBy(() -> pages.read(1))
                        .isInstanceOf(ImageFormatException.class)
                        .hasMessageStartingWith("Frame 1 of " + pages.name() + " cannot be read as TIFF: ")
                        .hasMessageEndingWith(" [errors.md#damaged-file]")
                        .satisfies(e -> assertThat(e.getSuppressed()).isNotEmpty());
                assertThat(pages.read(2).get(0, 0).value()).containsExactly(102);
                assertThat(pages.read(0).get(0, 0).value()).containsExactly(100);
                assertThat(pages.frames()).isEqualTo(3);
                assertThat(pages.mode()).isEqualTo(Mode.L);
            }
        }
    }

    private ImageFile open(String moods) throws IOException {
        IIORegistry.getDefaultInstance().registerServiceProvider(moody);
        return ImageFiles.open(Files.writeString(folder.resolve("a.moody"), MAGIC + moods));
    }

    /** One reader is grey and fails at the frames named, the other one, without metadata, has colours. */
    @Test
    void onlyTheFrameThatFailsIsReadByAnotherReader() throws IOException {
        try (ImageFile file = open("-x-")) {
            assertThat(file.read(1).mode()).isEqualTo(Mode.RGB);
            assertThat(file.read(2).mode()).isEqualTo(Mode.L);
            assertThat(file.read(0).mode()).isEqualTo(Mode.L);
            assertThat(file.mode()).isEqualTo(Mode.L);
            assertThat(file.frames()).isEqualTo(3);
        }
    }

    @Test
    void theModeIsThatOfTheFirstFrameAsItWasRead() throws IOException {
        try (ImageFile file = open("x--")) {
            assertThat(file.mode()).isEqualTo(Mode.L);
            assertThat(file.read(1).mode()).isEqualTo(Mode.L);
            assertThat(file.mode()).isEqualTo(Mode.L);
            assertThat(file.read().mode()).isEqualTo(Mode.RGB);
            assertThat(file.mode()).isEqualTo(Mode.RGB);
            assertThat(file.read(1).mode()).isEqualTo(Mode.L);
            assertThat(file.mode()).isEqualTo(Mode.RGB);
            assertThat(file.frames()).isEqualTo(3);
        }
    }

    @Test
    void aReaderThatCountsOtherFramesIsNotAskedForLaterOnes() throws IOException {
        try (ImageFile file = open("xx-+")) {
            assertThatThrownBy(() -> file.read(1))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining("Frame 1 of")
                    .satisfies(e -> assertThat(e.getSuppressed()[0])
                            .hasMessageContaining("finds 5 images")
                            .hasMessageContaining("another 4"));
            assertThat(file.read(2).mode()).isEqualTo(Mode.L);
            assertThat(file.read(0).mode()).isEqualTo(Mode.RGB);
            assertThat(file.frames()).isEqualTo(4);
        }
    }

    /** Its files have a letter for each frame: x for one that cannot be read with metadata, + for one more without. */
    private static final class Moody extends ImageReaderSpi {
        Moody() {
            names = new String[] {"moody"};
            vendorName = "imageop";
            version = "1";
            inputTypes = new Class<?>[] {ImageInputStream.class};
        }

        @Override
        public boolean canDecodeInput(Object source) throws IOException {
            return moods((ImageInputStream) source).startsWith(MAGIC);
        }

        static String moods(ImageInputStream in) throws IOException {
            byte[] all = new byte[(int) Math.min(in.length(), 64)];
            in.seek(0);
            in.readFully(all);
            return new String(all, StandardCharsets.ISO_8859_1);
        }

        @Override
        public ImageReader createReaderInstance(Object extension) {
            return new MoodyReader(this);
        }

        @Override
        public String getDescription(Locale locale) {
            return "fails as it is told";
        }
    }

    private static final class MoodyReader extends ImageReader {
        MoodyReader(ImageReaderSpi spi) {
            super(spi);
        }

        private String moods() throws IOException {
            return Moody.moods((ImageInputStream) input).substring(MAGIC.length());
        }

        @Override
        public int getNumImages(boolean allowSearch) throws IOException {
            String moods = moods();
            return moods.length() + (ignoreMetadata && moods.endsWith("+") ? 1 : 0);
        }

        @Override
        public int getWidth(int frame) {
            return 2;
        }

        @Override
        public int getHeight(int frame) {
            return 2;
        }

        @Override
        public Iterator<ImageTypeSpecifier> getImageTypes(int frame) {
            int type = ignoreMetadata ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
            return List.of(ImageTypeSpecifier.createFromBufferedImageType(type)).iterator();
        }

        @Override
        public IIOMetadata getStreamMetadata() {
            return null;
        }

        @Override
        public IIOMetadata getImageMetadata(int frame) {
            return null;
        }

        @Override
        public BufferedImage read(int frame, ImageReadParam param) throws IOException {
            if (!ignoreMetadata && moods().charAt(frame) == 'x') {
                throw new IIOException("not today");
            }
            return getImageTypes(frame).next().createBufferedImage(2, 2);
        }
    }
}

package org.imageop.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.cli.Run.imageop;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import net.imglib2.RandomAccessibleInterval;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.imageop.cli.Run;
import org.imageop.cli.compare.ProtocolPixels;
import org.imageop.cli.compare.SharedMemoryProof;
import org.imageop.cli.compare.SwingPixels;
import org.imageop.imglib2.ImgLib2Images;
import org.imageop.javafx.FxImages;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TourCommandTest {
    private static final String SERVICE = "META-INF/services/org.imageop.spi.ImageAdapter";

    @TempDir
    Path folder;

    @Test
    void withoutAFileShowsAllSamples() throws IOException {
        List<String> before = scratchFolders();
        Run run = imageop("tour");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("harbour.jpg, 1200×800 RGB\n")
                .contains("marble.png, 320×240 RGBA64\n")
                .contains("headland.tif, 400×300 L16\n")
                .containsPattern("\n  Swing INT_ARGB_PRE +JavaFX WritableImage +shared +0 ")
                .containsPattern("\n  JavaFX WritableImage +ImgLib2 ARGB +shared +0 ")
                .containsPattern("\n  ImgLib2 RGBA +PNG file and back +written ")
                .containsPattern("\n  ImgLib2 planes +Swing custom, 3×16 bits +shared +0 ")
                .doesNotContain("FAILED");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(run.out())
                .endsWith(" hops, every pixel agrees: 45 shared memory, 9 copied 29.6 MB, 3 files read,"
                        + " 7 written.\n");
        assertThat(scratchFolders()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour.jpg", "marble.png", "headland.tif"})
    void goesWithEverySample(String name) throws IOException {
        Path file = Run.sample(name, folder);
        byte[] before = Files.readAllBytes(file);
        Run run = imageop("tour", file);
        assertThat(run.out()).contains("every pixel agrees").doesNotContain("FAILED");
        assertThat(run.status()).isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Run.names(folder)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L:1x1", "RGBA:1x7", "LA:7x1", "RGB48:5x3", "CMYK:3x5"})
    void goesWithOddSizes(String raw) throws IOException {
        String[] sides = raw.substring(raw.indexOf(':') + 1).split("x");
        int pixels = Integer.parseInt(sides[0]) * Integer.parseInt(sides[1]);
        int bytes = raw.startsWith("RGB48") ? 6 : raw.startsWith("LA") ? 2 : raw.startsWith("L") ? 1 : 4;
        byte[] samples = new byte[pixels * bytes];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * 37 + 5);
        }
        Path in = Files.write(folder.resolve("in.raw"), samples);
        Path file = folder.resolve("odd.tif");
        assertThat(imageop("convert", in, file, "--raw", raw).status()).isZero();
        Run run = imageop("tour", file);
        assertThat(run.out()).doesNotContain("FAILED").contains("every pixel agrees");
        assertThat(run.status()).isZero();
    }

    @Test
    void goesWithPalettesThatCannotHoldAnyColour() throws IOException {
        byte[] reds = {(byte) 200, 10, 90};
        byte[] greens = {0, 120, 90};
        byte[] blues = {30, 5, 91};
        IndexColorModel palette = new IndexColorModel(8, 3, reds, greens, blues);
        BufferedImage image = new BufferedImage(6, 4, BufferedImage.TYPE_BYTE_INDEXED, palette);
        image.getRaster().setSample(3, 2, 0, 2);
        Path file = folder.resolve("palette.png");
        ImageIO.write(image, "png", file.toFile());
        Run run = imageop("tour", file);
        assertThat(run.out()).contains("every pixel agrees").doesNotContain("FAILED");
        assertThat(run.status()).isZero();
    }

    @Test
    void samplesOfTenBitsInWiderElementsAreScaled() {
        ComponentColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                new int[] {10, 10, 10},
                false,
                false,
                Transparency.OPAQUE,
                DataBuffer.TYPE_USHORT);
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 2, 1, 3, null);
        raster.setPixel(1, 0, new int[] {354, 0, 1023});
        BufferedImage image = new BufferedImage(colors, raster, false, null);
        // 354 / 1023 of 65535
        SwingPixels pixels = new SwingPixels(image, Mode.RGB48);
        assertThat(pixels.pixel(1, 0)).containsExactly(22678, 0, 65535);
        ImageLike wrapped = AwtImages.wrap(image);
        SharedMemoryProof.bothWays(pixels, new ProtocolPixels(wrapped), wrapped.size());
    }

    @Test
    void coloursOnATerminalOnly() throws IOException {
        Path file = Run.sample("headland.tif", folder);
        assertThat(Run.onTerminal("tour", file).out()).contains("\u001b[32m");
        assertThat(imageop("tour", file).out()).doesNotContain("\u001b");
    }

    @Test
    void aDamagedFileIsAFailure() throws IOException {
        Path file = Files.write(folder.resolve("broken.png"), new byte[100]);
        Run run = imageop("tour", file);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains(file.toString());
    }

    @Test
    void noticesACopyThatIsCalledShared() throws IOException {
        Run run = tourWith(CopiesSecretly.class);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("FAILED")
                .contains("a pixel written by Swing does not show in the protocol")
                .doesNotContain("every pixel agrees");
    }

    @Test
    void noticesASinglePixelThatDiffers() throws IOException {
        Run run = tourWith(ChangesAPixel.class);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("FAILED").contains("the pixels differ, first at (0, 0): l is ");
    }

    @Test
    void goesOnAfterAnAdapterThatThrows() throws IOException {
        Run run = tourWith(Throws.class);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("no today").contains("in all kinds of BufferedImage");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void noticesACopyToJavaFxThatIsCalledShared() throws IOException {
        Run run = tourWith(CopiesToJavaFxSecretly.class);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("FAILED")
                .contains("a pixel written by the protocol does not show in JavaFX")
                .contains("a pixel written by Swing does not show in JavaFX");
    }

    @Test
    void noticesACopyToImgLib2ThatIsCalledShared() throws IOException {
        Run run = tourWith(CopiesToImgLib2Secretly.class);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("FAILED")
                .contains("a pixel written by the protocol does not show in ImgLib2")
                .contains("a pixel written by ImgLib2 does not show in JavaFX");
    }

    /** Runs the tour with another adapter for BufferedImage in front of the real one. */
    private Run tourWith(Class<?> adapter) throws IOException {
        Path file = Run.sample("headland.tif", folder);
        URL services = Files.writeString(folder.resolve("services"), adapter.getName())
                .toUri()
                .toURL();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new ClassLoader(before) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.equals(SERVICE) ? Collections.enumeration(List.of(services)) : super.getResources(name);
            }
        });
        try {
            return imageop("tour", file);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** An adapter with a fault to come. */
    private abstract static class Faulty implements ImageAdapter<BufferedImage> {
        @Override
        public Class<BufferedImage> type() {
            return BufferedImage.class;
        }

        @Override
        public ImageLike wrap(BufferedImage image) {
            return AwtImages.wrap(image);
        }

        @Override
        public BufferedImage copy(ImageLike image) {
            BufferedImage target = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_USHORT_GRAY);
            Images.copy(image, AwtImages.wrap(target));
            return target;
        }
    }

    /** Reports sharing, but copies. */
    public static final class CopiesSecretly extends Faulty {
        @Override
        public Sharing<BufferedImage> share(ImageLike image) {
            return Sharing.of(copy(StandardImage.from(image)));
        }
    }

    /** Reports sharing with JavaFX, but copies. */
    public static final class CopiesToJavaFxSecretly implements ImageAdapter<WritableImage> {
        @Override
        public Class<WritableImage> type() {
            return WritableImage.class;
        }

        @Override
        public ImageLike wrap(WritableImage image) {
            return FxImages.wrap(image);
        }

        @Override
        public Sharing<WritableImage> share(ImageLike image) {
            WritableImage target = new WritableImage(image.width(), image.height());
            Images.copy(image, FxImages.wrap(target));
            return Sharing.of(target);
        }
    }

    /** Reports sharing with ImgLib2, but copies. */
    public static final class CopiesToImgLib2Secretly implements ImageAdapter<RandomAccessibleInterval<?>> {
        @Override
        @SuppressWarnings("unchecked") // a class literal has no type arguments
        public Class<RandomAccessibleInterval<?>> type() {
            return (Class<RandomAccessibleInterval<?>>) (Class<?>) RandomAccessibleInterval.class;
        }

        @Override
        public ImageLike wrap(RandomAccessibleInterval<?> image) {
            return ImgLib2Images.wrap(image);
        }

        @Override
        public Sharing<RandomAccessibleInterval<?>> share(ImageLike image) {
            return Sharing.of(ImgLib2Images.toRandomAccessibleInterval(StandardImage.from(image)));
        }
    }

    /** Copies all pixels but one. */
    public static final class ChangesAPixel extends Faulty {
        @Override
        public BufferedImage copy(ImageLike image) {
            BufferedImage target = super.copy(image);
            int[] pixel = target.getRaster().getPixel(0, 0, (int[]) null);
            pixel[0] ^= 1;
            target.getRaster().setPixel(0, 0, pixel);
            return target;
        }
    }

    /** Does not work at all. */
    public static final class Throws extends Faulty {
        @Override
        public BufferedImage copy(ImageLike image) {
            throw new IllegalStateException("no today");
        }
    }

    private static List<String> scratchFolders() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("imageop-"))
                    .sorted()
                    .toList();
        }
    }
}

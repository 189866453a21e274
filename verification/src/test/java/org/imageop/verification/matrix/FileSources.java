package org.imageop.verification.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.verification.matrix.Pixels.HEIGHT;
import static org.imageop.verification.matrix.Pixels.WIDTH;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.imageio.ImageFiles;

/** Files that ImageIO wrote of the images of {@link AwtSources}; the image that was read is the source. */
final class FileSources {
    private static final String GROUP = "file, after `ImageFiles.read`";

    private FileSources() {}

    static List<Source> all() throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Source written : AwtSources.all()) {
            if (written.scattered().object() instanceof BufferedImage image && asTheyAre(image)) {
                add(sources, "png", written, image);
                if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
                    add(sources, "bmp", written, image);
                }
                add(sources, "tiff", written, image);
            }
        }
        return sources;
    }

    /** No premultiplied or 5-bit samples, which no format here has, and no sub-images, which are the same in a file. */
    private static boolean asTheyAre(BufferedImage image) {
        return !image.isAlphaPremultiplied()
                && image.getType() != BufferedImage.TYPE_USHORT_565_RGB
                && image.getType() != BufferedImage.TYPE_USHORT_555_RGB
                && image.getRaster().getParent() == null;
    }

    private static void add(List<Source> sources, String format, Source written, BufferedImage image)
            throws IOException {
        Path file = Files.createTempFile("matrix", "." + format);
        try {
            write(image, format, file);
            ImageLike read = ImageFiles.read(file);
            // what the file format keeps of the mode is its own matter; what is kept must be right
            if (read.mode() == written.mode()) {
                sources.add(new Source(
                        GROUP,
                        format.toUpperCase(Locale.ROOT),
                        written.label(),
                        read.mode(),
                        read,
                        new Read(read, written.own()),
                        true));
            }
        } finally {
            Files.delete(file);
        }
    }

    /** With Java's own writers: plug-ins refuse some of these images. */
    private static void write(BufferedImage image, String format, Path file) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        while (!writer.getClass().getName().startsWith("com.sun.imageio")) {
            writer = writers.next();
        }
        Files.delete(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(image);
        } finally {
            writer.dispose();
        }
    }

    /** The image that was read, which began as the one that was written. */
    private record Read(ImageLike image, Pixels written) implements Pixels {
        Read {
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                assertThat(image.get(i % WIDTH, i / WIDTH).value()).isEqualTo(written.get(i % WIDTH, i / WIDTH));
            }
        }

        @Override
        public int[] get(int x, int y) {
            return image.get(x, y).value();
        }

        @Override
        public void set(int x, int y, int... samples) {
            image.set(x, y, samples);
        }

        /** It has the colours of the file. */
        @Override
        public void scatter(int x, int y, Mode mode, SplittableRandom random) {
            assertThat(get(x, y)).hasSize(mode.components());
        }
    }
}

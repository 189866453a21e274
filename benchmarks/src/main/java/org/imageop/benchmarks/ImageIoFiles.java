package org.imageop.benchmarks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.imageop.imageio.ImageFile;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.WriteOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Files that are in the page cache, against ImageIO with the same plugins. */
public final class ImageIoFiles {
    /** Over the last file, as ImageIO writes, and JPEG in the quality that ImageIO has without parameters. */
    private static final WriteOptions AS_IMAGE_IO =
            WriteOptions.DEFAULTS.withOverwrite(true).withQuality(0.75);

    private ImageIoFiles() {}

    /** A file to read and a file to write. */
    public abstract static class FileCase extends Case {
        private Path folder;
        Path in;
        Path out;
        BufferedImage scene;

        /** Makes the files of a format. */
        final void files(String format) throws IOException {
            folder = Files.createTempDirectory("imageop-benchmarks");
            in = folder.resolve("in." + format);
            out = folder.resolve("out." + format);
            scene = Picture.scene(width(), height());
            imageIo(scene, format, in);
        }

        static void imageIo(BufferedImage image, String format, Path path) throws IOException {
            if (!ImageIO.write(image, format, path.toFile())) {
                throw new IOException("ImageIO has no writer for " + format);
            }
        }

        /** Deletes the files. */
        @TearDown
        public final void delete() throws IOException {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
            Files.delete(folder);
        }
    }

    /** A file to memory. */
    @Row(
            value = "read {format}",
            targets =
                    @Row.Target(
                            peer = "imageIo",
                            atMost = 1.03,
                            missed =
                                    "By CPU time, alternated in one warm VM, it is 1.00 to 1.04 for each format; the heap of a fork that begins empty counts as well here."))
    public static class Read extends FileCase {
        /** The format. */
        @Param({"png", "jpeg", "tiff", "bmp", "gif"})
        public String format;

        /** The state is made by JMH. */
        public Read() {}

        /** Makes the file. */
        @Setup
        public void files() throws IOException {
            files(format);
        }

        /**
         * By us.
         *
         * @return the image
         */
        @Benchmark
        public Object imageop() throws IOException {
            return ImageFiles.read(in);
        }

        /**
         * By ImageIO.
         *
         * @return the image
         */
        @Benchmark
        public Object imageIo() throws IOException {
            return ImageIO.read(in.toFile());
        }
    }

    /** Memory to a file. */
    @Row(
            value = "write {format}",
            targets =
                    @Row.Target(
                            peer = "imageIo",
                            atMost = 1.03,
                            missed =
                                    "By CPU time, alternated in one warm VM, JPEG takes 1.02 and TIFF 0.76 of ImageIO's time; the heap of a fork that begins empty counts as well here."))
    public static class Write extends FileCase {
        /** The format. */
        @Param({"png", "jpeg", "tiff"})
        public String format;

        /** The state is made by JMH. */
        public Write() {}

        /** Makes the image. */
        @Setup
        public void files() throws IOException {
            files(format);
        }

        /**
         * By us.
         *
         * @return what was written
         */
        @Benchmark
        public Object imageop() throws IOException {
            return ImageFiles.write(scene, out, AS_IMAGE_IO);
        }

        /**
         * By ImageIO.
         *
         * @return the file
         */
        @Benchmark
        public Object imageIo() throws IOException {
            imageIo(scene, format, out);
            return out;
        }
    }

    /** A smaller JPEG file of a JPEG file, against ImageIO with our resizing between. */
    @Row(value = "JPEG file 4K → 1080p", targets = @Row.Target(peer = "imageIo", atMost = 1.1))
    public static class Shrink extends FileCase {
        /** The state is made by JMH. */
        public Shrink() {}

        /** Makes the file. */
        @Setup
        public void files() throws IOException {
            files("jpeg");
        }

        private StandardImage half(ImageLike image) {
            return StandardImage.from(image, width() / 2, height() / 2, Filter.BICUBIC);
        }

        /**
         * By us.
         *
         * @return what was written
         */
        @Benchmark
        public Object imageop() throws IOException {
            return ImageFiles.write(half(ImageFiles.read(in)), out, AS_IMAGE_IO);
        }

        /**
         * By ImageIO.
         *
         * @return the file
         */
        @Benchmark
        public Object imageIo() throws IOException {
            StandardImage half = half(AwtImages.wrap(ImageIO.read(in.toFile())));
            imageIo(AwtImages.toBufferedImage(half, BufferedImage.TYPE_3BYTE_BGR), "jpeg", out);
            return out;
        }
    }

    /** A TIFF file of a TIFF file: by us in strips, by ImageIO at once. */
    @Row("TIFF file → file in strips")
    public static class Strips extends FileCase {
        /** The state is made by JMH. */
        public Strips() {}

        /** Makes the file. */
        @Setup
        public void files() throws IOException {
            files("tiff");
        }

        /**
         * By us.
         *
         * @return what was written
         */
        @Benchmark
        public Object imageop() throws IOException {
            try (ImageFile file = ImageFiles.open(in)) {
                return ImageFiles.write(file.view(0), out, AS_IMAGE_IO);
            }
        }

        /**
         * By ImageIO.
         *
         * @return the file
         */
        @Benchmark
        public Object imageIo() throws IOException {
            imageIo(ImageIO.read(in.toFile()), "tiff", out);
            return out;
        }
    }
}

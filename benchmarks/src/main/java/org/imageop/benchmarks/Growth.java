package org.imageop.benchmarks;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.imageop.Filter;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.imageop.imageio.ImageFile;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.ReadOptions;
import org.imageop.imageio.WriteOptions;
import org.imageop.javafx.FxImages;

/**
 * How time and memory grow with the image: does one work on images of one size, and prints a line of JSON with the median of the times and the
 * peak of the heap. Each size has a VM of its own, so that its peak is its own.
 */
public final class Growth {
    private static final long WARM_UP_NANOSECONDS = 3_000_000_000L;
    private static final long ENOUGH_NANOSECONDS = 3_000_000_000L;

    private Growth() {}

    /** The work that is measured. */
    enum Work {
        /** RGB to grey. */
        CONVERT {
            @Override
            Measured on(int width, int height) {
                StandardImage image = Picture.image(Mode.RGB, width, height);
                return measured(() -> StandardImage.from(image, Mode.L));
            }
        },
        /** To half of the width and height. */
        RESIZE {
            @Override
            Measured on(int width, int height) {
                StandardImage image = Picture.image(Mode.RGB, width, height);
                return measured(() -> StandardImage.from(image, width / 2, height / 2, Filter.BICUBIC));
            }
        },
        /** BGR bytes to JavaFX, which has to copy. */
        HAND_OVER {
            @Override
            Measured on(int width, int height) {
                BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
                byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
                Arrays.fill(bytes, (byte) 111);
                return measured(() -> FxImages.toWritableImage(AwtImages.wrap(image)));
            }
        },
        /** A PPM file to a TIFF file, strip by strip. */
        FILE_TO_FILE {
            @Override
            Measured on(int width, int height) throws IOException {
                Path folder = Files.createTempDirectory("imageop-growth");
                Path in = folder.resolve("in.ppm");
                Path out = folder.resolve("out.tif");
                try {
                    write(in, width, height);
                    return measured(() -> convert(in, out));
                } finally {
                    Files.deleteIfExists(in);
                    Files.deleteIfExists(out);
                    Files.delete(folder);
                }
            }

            private Object convert(Path in, Path out) throws IOException {
                try (ImageFile file = ImageFiles.open(in, ReadOptions.DEFAULTS.withMaxPixels(Long.MAX_VALUE))) {
                    return ImageFiles.write(file.view(0), out, WriteOptions.DEFAULTS.withOverwrite(true));
                }
            }

            private void write(Path path, int width, int height) throws IOException {
                byte[] row = Picture.noise(3 * width);
                try (OutputStream stream = Files.newOutputStream(path)) {
                    stream.write(("P6 " + width + " " + height + " 255\n").getBytes(StandardCharsets.US_ASCII));
                    for (int y = 0; y < height; y++) {
                        stream.write(row);
                    }
                }
            }
        };

        abstract Measured on(int width, int height) throws IOException;
    }

    /** What one size took. */
    record Measured(double milliseconds, double peakMegabytes) {}

    /**
     * Measures.
     *
     * @param args the work, such as {@code resize}, and millions of pixels
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Work work = Work.valueOf(args[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        int megapixels = Integer.parseInt(args[1]);
        for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP_NANOSECONDS; ) {
            work.on(1024, 256);
        }
        int height = (int) Math.round(Math.sqrt(megapixels * 1e6 / 1.6));
        Measured measured = work.on((int) (megapixels * 1e6 / height), height);
        System.out.printf(
                Locale.ROOT,
                "{\"work\": \"%s\", \"megapixels\": %d, \"milliseconds\": %.2f, \"peakMegabytes\": %.1f, \"heapMegabytes\": %d}%n",
                args[0],
                megapixels,
                measured.milliseconds(),
                measured.peakMegabytes(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static Measured measured(Callable<?> work) {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long[] times = new long[5];
        int runs = 0;
        for (long spent = 0; runs < times.length && spent < ENOUGH_NANOSECONDS; runs++) {
            long start = System.nanoTime();
            run(work);
            times[runs] = System.nanoTime() - start;
            spent += times[runs];
        }
        Arrays.sort(times, 0, runs);
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Measured(times[runs / 2] / 1e6, peak / 1e6);
    }

    private static void run(Callable<?> work) {
        try {
            if (work.call() == null) {
                throw new AssertionError("no result");
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.imageop.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Prints what docs/guide/spark.md says of the format that {@code -Dimageop.measure} names: milliseconds of CPU and of time. */
@EnabledIfSystemProperty(named = "imageop.measure", matches = "jpeg|png")
class MeasurementsTest {
    private static final int FILES = 8;
    private static final int ROUNDS = 6;

    @TempDir
    Path folder;

    @Test
    void decoding() throws Exception {
        Submission submission = new Submission(folder);
        String format = System.getProperty("imageop.measure");
        Path photos = photos(format);
        for (String master : List.of("local[1]", "local[2]")) {
            // one after the other twice, so that a busy machine shows
            for (int i = 0; i < 2; i++) {
                for (String how : List.of("spark", "imageop")) {
                    String log = submission.runTest(
                            master,
                            DecodeSpeed.class,
                            how.equals("imageop"),
                            List.of(how, photos.toString(), String.valueOf(ROUNDS)));
                    System.out.printf(
                            "| %s | %s | %s | %d | %d |%n", format, master, how, median(log, 0), median(log, 1));
                }
            }
        }
    }

    /** The median of the rounds, without the first two, in milliseconds for a file. */
    private static long median(String log, int column) {
        long[] rounds = log.lines()
                .filter(line -> line.startsWith(DecodeSpeed.PREFIX))
                .skip(2)
                .map(line -> line.substring(DecodeSpeed.PREFIX.length()).split(" "))
                .mapToLong(numbers -> Long.parseLong(numbers[column]) / FILES)
                .sorted()
                .toArray();
        assertThat(LongStream.of(rounds).sum()).isPositive();
        return rounds[rounds.length / 2];
    }

    /** Pictures of 12 megapixels with the smooth parts and the grain of photos. */
    private Path photos(String format) throws IOException {
        Path photos = Files.createDirectory(folder.resolve(format));
        BufferedImage image = new BufferedImage(4000, 3000, BufferedImage.TYPE_3BYTE_BGR);
        Random grain = new Random(1);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int light = (int) (100 + 60 * Math.sin(x / 130.0) * Math.cos(y / 90.0)) + grain.nextInt(9);
                image.setRGB(x, y, (light + 40 * (x / 500 % 2)) << 16 | light << 8 | light / 2);
            }
        }
        Path first = photos.resolve("0." + format);
        Samples.write(image, format, first);
        for (int i = 1; i < FILES; i++) {
            Files.copy(first, photos.resolve(i + "." + format));
        }
        return photos;
    }
}

package org.imageop.verification.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.imageio.FileFormat;
import org.imageop.imageio.ImageFile;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.ImageFormatException;
import org.imageop.imageio.ReadOptions;
import org.imageop.imageio.WriteOptions;
import org.junit.jupiter.api.Test;

/**
 * Mutates files of all formats that can be written. Each is read, or refused with an ImageFormatException. {@code
 * -Dimageop.fuzz=20000} makes so many files; the seed is always the same.
 */
class FileFuzzTest {
    private static final int FILES = Integer.getInteger("imageop.fuzz", 1000);
    private static final long LONGEST_NANOS = 10_000_000_000L;
    private static final ReadOptions OPTIONS =
            ReadOptions.DEFAULTS.withMaxPixels(1 << 22).withMaxBytes(1 << 25);

    private record Sample(String name, byte[] bytes) {}

    private static List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (FileFormat format : ImageFiles.formats()) {
            for (Mode mode : format.writes()) {
                byte[] pixels = new byte[Math.toIntExact(mode.length(32, 32))];
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = (byte) (random.nextInt(4) * 85);
                }
                if (mode == Mode.RGBA && format.name().equals("GIF")) {
                    for (int i = 3; i < pixels.length; i += 4) {
                        pixels[i] = (byte) 255;
                    }
                }
                StandardImage image = StandardImage.ofBytes(mode, 32, 32, pixels);
                samples.add(new Sample(
                        format.name() + " " + mode,
                        ImageFiles.encode(image, WriteOptions.DEFAULTS.withFormat(format.name()))));
            }
        }
        return samples;
    }

    /** Some bytes changed, a part cut off, doubled or removed, or a number set to an extreme. */
    private static byte[] mutated(byte[] sound, SplittableRandom random) {
        byte[] bytes = sound.clone();
        // headers are where it hurts
        int range = random.nextInt(3) == 0 ? bytes.length : Math.min(bytes.length, 256);
        switch (random.nextInt(6)) {
            case 0 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
            case 1 -> {
                int at = random.nextInt(range);
                int count = Math.min(1 + random.nextInt(64), bytes.length - at);
                byte[] doubled = Arrays.copyOf(bytes, bytes.length + count);
                System.arraycopy(bytes, at, doubled, at + count, bytes.length - at);
                bytes = doubled;
            }
            case 2 -> {
                int at = random.nextInt(range);
                int count = Math.min(1 + random.nextInt(16), bytes.length - at);
                byte[] removed = Arrays.copyOf(bytes, bytes.length - count);
                System.arraycopy(bytes, at + count, removed, at, bytes.length - at - count);
                bytes = removed;
            }
            case 3 -> {
                int at = random.nextInt(range);
                byte value = (byte) (random.nextBoolean() ? 255 : random.nextBoolean() ? 127 : 0);
                Arrays.fill(bytes, at, Math.min(at + 1 + random.nextInt(4), bytes.length), value);
            }
            default -> {
                for (int i = 0; i <= random.nextInt(8); i++) {
                    bytes[random.nextInt(range)] = (byte) random.nextInt(256);
                }
            }
        }
        return bytes;
    }

    @Test
    void eachIsReadOrRefused() throws IOException {
        List<Sample> samples = samples();
        assertThat(samples).hasSizeGreaterThan(40);
        SplittableRandom random = new SplittableRandom(2026);
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            Sample sample = samples.get(i % samples.size());
            byte[] bytes = mutated(sample.bytes, random);
            if (bytes.length == 0) {
                continue;
            }
            long start = System.nanoTime();
            try (ImageFile file = ImageFiles.open(bytes, OPTIONS)) {
                for (int frame = 0; frame < Math.min(file.frames(), 3); frame++) {
                    ImageLike image = file.read(frame);
                    image.buffer().get(image.buffer().length() - 1);
                    read++;
                }
            } catch (ImageFormatException e) {
                if (!e.getMessage().contains("[errors.md#")) {
                    wrong.add(sample.name + " file " + i + ": " + e.getMessage());
                }
            } catch (IOException | RuntimeException | Error e) {
                wrong.add(sample.name + " file " + i + ": " + e);
            }
            if (System.nanoTime() - start > LONGEST_NANOS) {
                wrong.add(sample.name + " file " + i + " took " + (System.nanoTime() - start) / 1_000_000 + " ms");
            }
        }
        System.out.println(FILES + " mutated files, " + read + " images read");
        assertThat(wrong).isEmpty();
    }
}

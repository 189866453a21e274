package org.imageop.verification.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.imageio.FileFormat;
import org.imageop.imageio.ImageFile;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.ImageFormatException;
import org.imageop.imageio.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutates files of all formats. Each is read, or refused with an ImageFormatException, and leaves neither a temporary file nor an
 * open one. {@code -Dimageop.fuzz=20000} makes so many files; the seed is always the same.
 */
class FileFuzzTest {
    private static final int FILES = Integer.getInteger("imageop.fuzz", 1000);
    private static final int BATCH = 500;
    private static final long LONGEST_NANOS = 10_000_000_000L;
    private static final ReadOptions OPTIONS =
            ReadOptions.DEFAULTS.withMaxPixels(1 << 22).withMaxBytes(1 << 25).withMaxStreamMemory(64);

    @TempDir
    Path folder;

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

    /** By one of three ways. */
    private ImageFile open(byte[] bytes, int way) throws IOException {
        return switch (way % 3) {
            case 0 -> ImageFiles.open(bytes, OPTIONS);
            case 1 -> ImageFiles.open(new ByteArrayInputStream(bytes), OPTIONS);
            default -> ImageFiles.open(Files.write(folder.resolve("fuzzed"), bytes), OPTIONS);
        };
    }

    /** Does all that can be done with the first frames, and returns how many images there were. */
    private static int use(ImageFile file) throws IOException {
        int read = 0;
        for (int frame = 0; frame < Math.min(file.frames(), 3); frame++) {
            file.frame(frame);
            for (ImageLike image : List.of(file.composed(frame), file.view(frame), file.read(frame))) {
                Images.rows(image)
                        .read(0, image.height() - 1, image.width(), new int[image.width() * image.components()], 0);
                read++;
            }
            file.channels(frame);
        }
        return read;
    }

    /** Files of the library that are open, or were not deleted. */
    private List<String> left() throws IOException {
        List<String> left = new ArrayList<>();
        Path descriptors = Path.of("/proc/self/fd");
        if (Files.isDirectory(descriptors)) {
            try (Stream<Path> links = Files.list(descriptors)) {
                for (Path link : links.toList()) {
                    // the descriptor of the list itself is closed by now
                    String target = Files.isSymbolicLink(link)
                            ? Files.readSymbolicLink(link).toString()
                            : "";
                    boolean ours = target.contains("/imageop") && !target.endsWith(".jar");
                    if (target.startsWith(folder.toString()) || ours) {
                        left.add("open: " + target);
                    }
                }
            }
        }
        return left;
    }

    private static List<String> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(Path::toString)
                    .filter(name -> name.contains("imageop") && name.endsWith(".tmp"))
                    .toList();
        }
    }

    @Test
    void allFormatsHaveASoundSeed() throws IOException {
        Map<String, byte[]> seeds = SeedFiles.all();
        List<String> read = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, byte[]> seed : seeds.entrySet()) {
            try (ImageFile file = ImageFiles.open(seed.getValue())) {
                if (use(file) == 0 || !seed.getKey().startsWith(file.format())) {
                    wrong.add(seed.getKey() + " was read as " + file.format());
                }
                read.add(file.format());
            } catch (IOException e) {
                // the libjpeg that some JDKs come with does not know it
                if (!e.getMessage().contains("arithmetic coding")) {
                    wrong.add(seed.getKey() + ": " + e.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(read)
                .containsAll(ImageFiles.formats().stream().map(FileFormat::name).toList());
    }

    @Test
    void eachIsReadOrRefusedAndLeavesNothing() throws IOException {
        List<Map.Entry<String, byte[]>> seeds = List.copyOf(SeedFiles.all().entrySet());
        List<String> before = temporary();
        SplittableRandom random = new SplittableRandom(2026);
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> refusals = new TreeMap<>();
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            String name = seeds.get(i % seeds.size()).getKey() + " file " + i;
            byte[] bytes = mutated(seeds.get(i % seeds.size()).getValue(), random);
            if (bytes.length == 0) {
                continue;
            }
            long start = System.nanoTime();
            try (ImageFile file = open(bytes, i)) {
                read += use(file);
            } catch (ImageFormatException e) {
                int anchor = e.getMessage().indexOf("[errors.md#");
                if (anchor < 0) {
                    wrong.add(name + ": " + e.getMessage());
                }
                refusals.merge(e.getMessage().substring(Math.max(0, anchor)), 1, Integer::sum);
            } catch (UncheckedIOException e) {
                // of a view
                if (!(e.getCause() instanceof ImageFormatException)) {
                    wrong.add(name + ": " + e);
                }
            } catch (IOException | RuntimeException | Error e) {
                wrong.add(name + ": " + e);
            }
            if (System.nanoTime() - start > LONGEST_NANOS) {
                wrong.add(name + " took " + (System.nanoTime() - start) / 1_000_000 + " ms");
            }
            if (i % BATCH == 0) {
                left().forEach(file -> wrong.add(name + " or one before left " + file));
            }
        }
        System.out.println(FILES + " mutated files, " + read + " images read, refused: " + refusals);
        wrong.addAll(left());
        assertThat(wrong).isEmpty();
        assertThat(temporary()).isSubsetOf(before);
    }
}

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.SampleRows;
import org.imageop.imageio.ImageFile;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.ImageFormatException;
import org.imageop.imageio.ReadOptions;

/**
 * Reads each file of a folder, and writes beside it, as FILE.samples, all samples as little-endian doubles. A line for each
 * file is printed: its name, its mode or "refused" or "failed", what its samples are, width, height, and words.
 *
 * <p>Run by table.py, with the jars of the command on the class path.
 */
public final class ReadSamples {
    private ReadSamples() {}

    public static void main(String[] args) throws IOException {
        List<Path> files;
        try (var all = Files.list(Path.of(args[0]))) {
            files = all.filter(file -> !file.toString().endsWith(".samples")).sorted().toList();
        }
        for (Path file : files) {
            System.out.println(file.getFileName() + "\t" + read(file));
        }
    }

    private static String read(Path file) {
        try {
            return read(file, ReadOptions.DEFAULTS, "");
        } catch (ImageFormatException refused) {
            String why = words(refused, file);
            try {
                return read(file, ReadOptions.DEFAULTS.withTolerant(true), why);
            } catch (Exception e) {
                return "refused\t-\t0\t0\t" + why;
            }
        } catch (Exception e) {
            return "failed\t-\t0\t0\t" + e;
        }
    }

    private static String words(Exception e, Path file) {
        return e.getMessage().replace(file.toString(), file.getFileName().toString()).replaceAll("[\t\n]", " ");
    }

    private static String read(Path path, ReadOptions options, String refused) throws IOException {
        try (ImageFile file = ImageFiles.open(path, options)) {
            ImageLike image = file.read();
            List<?> ranges = Images.rows(image).ranges();
            boolean numbers = ranges.stream().anyMatch(Objects::nonNull);
            double[] samples = samples(image, numbers);
            String words = refused + (image.info().containsKey(InfoKeys.MISSING) ? " missing " + image.info().get(InfoKeys.MISSING) : "");
            if (file.mode() != image.mode() || !file.size().equals(image.size())) {
                words += " ANNOUNCED " + file.mode() + " " + file.size();
            }
            if (!Arrays.equals(samples, samples(file.view(0), numbers)) && Arrays.equals(samples, samples(file.read(0), numbers))) {
                words += " VIEW DIFFERS";
            }
            write(samples, path);
            return (refused.isEmpty() ? "" : "tolerant ") + image.mode() + "\t" + (numbers ? "numbers" : "samples") + "\t"
                    + image.width() + "\t" + image.height() + "\t" + words.strip();
        }
    }

    private static double[] samples(ImageLike image, boolean numbers) {
        int row = image.width() * image.components();
        double[] samples = new double[row * image.height()];
        int[] ints = new int[row];
        SampleRows rows = Images.rows(image);
        for (int y = 0; y < image.height(); y++) {
            if (numbers) {
                rows.readNumbers(0, y, image.width(), samples, y * row);
                continue;
            }
            rows.read(0, y, image.width(), ints, 0);
            for (int i = 0; i < row; i++) {
                samples[y * row + i] = ints[i] & 0xffffffffL;
            }
        }
        return samples;
    }

    private static void write(double[] samples, Path path) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double sample : samples) {
            bytes.putDouble(sample);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(path + ".samples")))) {
            out.write(bytes.array());
        }
    }
}

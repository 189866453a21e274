package org.imageop.cli.tour.steps;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.cli.compare.PixelComparison;
import org.imageop.cli.compare.SwingPixels;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.ReadOptions;

/** The first step: from a file into the protocol, compared with the pixels that plain ImageIO reads. */
public final class ReadFile {
    private final Path file;
    private final ReadOptions limits;

    /** A step that reads a file. */
    public ReadFile(Path file, ReadOptions limits) {
        this.file = file;
        this.limits = limits;
    }

    /** Reads the file. */
    public StepResult run() throws IOException {
        long start = System.nanoTime();
        ImageLike image = ImageFiles.read(file, limits);
        long nanos = System.nanoTime() - start;
        String format = String.valueOf(image.info().getOrDefault(InfoKeys.FORMAT, ""));
        boolean same = sameAsImageIo(image);
        return new StepResult(
                (format + " file").strip(),
                "protocol " + image.mode(),
                StepResult.Memory.READ,
                image.buffer().length(),
                nanos,
                same ? "agree" : "–",
                same
                        ? List.of()
                        : List.of(
                                "plain ImageIO reads other colours or another depth from this file, so nothing was compared"),
                image);
    }

    /** Plain ImageIO converts colours and drops depth in some files; then it is not a witness. */
    private boolean sameAsImageIo(ImageLike image) throws IOException {
        BufferedImage plain = ImageIO.read(file.toFile());
        if (plain == null || plain.getWidth() != image.width() || plain.getHeight() != image.height()) {
            return false;
        }
        SwingPixels pixels = new SwingPixels(plain, image.mode());
        return pixels.comparable() && PixelComparison.test(image, pixels);
    }
}

package org.imageop.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.ReadOptions;

/** The first step: from a file into the protocol, compared with what plain ImageIO makes of the file. */
final class ReadFile {
    private final Path file;
    private final ReadOptions limits;

    ReadFile(Path file, ReadOptions limits) {
        this.file = file;
        this.limits = limits;
    }

    Passage pass() throws IOException {
        long start = System.nanoTime();
        ImageLike image = ImageFiles.read(file, limits);
        long nanos = System.nanoTime() - start;
        String format = String.valueOf(image.info().getOrDefault(InfoKeys.FORMAT, ""));
        boolean same = sameAsImageIo(image);
        return new Passage(
                (format + " file").strip(),
                "protocol " + image.mode(),
                Passage.Memory.READ,
                image.buffer().length(),
                nanos,
                same ? "agree" : "–",
                same
                        ? List.of()
                        : List.of("plain ImageIO reads this file in another way, so there is nothing to compare with"),
                image);
    }

    /** Plain ImageIO converts colours and drops depth in some files; then it is no witness. */
    private boolean sameAsImageIo(ImageLike image) throws IOException {
        BufferedImage plain = ImageIO.read(file.toFile());
        if (plain == null || plain.getWidth() != image.width() || plain.getHeight() != image.height()) {
            return false;
        }
        RasterPixels pixels = new RasterPixels(plain, image.mode());
        return pixels.comparable() && Agreement.test(image, pixels);
    }
}

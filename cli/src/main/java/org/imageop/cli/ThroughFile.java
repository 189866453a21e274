package org.imageop.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.WriteOptions;
import org.imageop.imageio.WriteResult;

/** Into a file of a lossless format and back, read twice: by imageop and by plain ImageIO. */
final class ThroughFile implements Hop {
    private final String from;
    private final String format;
    private final Path folder;

    /** From the protocol. */
    ThroughFile(String format, Path folder) {
        this("protocol", format, folder);
    }

    /** From a library whose image has been accepted. */
    ThroughFile(String from, String format, Path folder) {
        this.from = from;
        this.format = format;
        this.folder = folder;
    }

    @Override
    public String title() {
        return from + " to " + format + " file";
    }

    @Override
    public Passage pass(ImageLike image) throws IOException {
        Path file = folder.resolve("tour." + format.toLowerCase(java.util.Locale.ROOT));
        long start = System.nanoTime();
        WriteResult written = ImageFiles.write(image, file, WriteOptions.DEFAULTS.withFormat(format));
        long nanos = System.nanoTime() - start;
        ImageLike back = ImageFiles.read(file);
        if (!Images.sameContent(image, back)) {
            throw new HopFailure("what is read back from the " + format + " file differs from the "
                    + Units.size(image.size()) + " " + image.mode() + " image: it is " + Units.size(back.size()) + " "
                    + back.mode());
        }
        BufferedImage plain = ImageIO.read(file.toFile());
        RasterPixels pixels = new RasterPixels(plain, image.mode());
        if (pixels.comparable()) {
            Agreement.check(image, pixels);
        }
        return new Passage(
                from + " " + image.mode(),
                written.format() + " file and back",
                Passage.Memory.WRITTEN,
                written.bytes(),
                nanos,
                "agree",
                written.losses().isEmpty() ? List.of() : List.of("lost: " + String.join(", ", written.losses())),
                back);
    }
}

package org.imageop.cli.tour.steps;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.cli.compare.Mismatch;
import org.imageop.cli.compare.PixelComparison;
import org.imageop.cli.compare.SwingPixels;
import org.imageop.cli.console.Amounts;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.WriteOptions;
import org.imageop.imageio.WriteResult;

/** Into a file of a lossless format and back, read twice: by imageop and by plain ImageIO. */
public final class ThroughFile implements TourStep {
    private final String from;
    private final String format;
    private final Path folder;

    /** From the protocol. */
    public ThroughFile(String format, Path folder) {
        this("protocol", format, folder);
    }

    /** From a library whose image has been accepted. */
    public ThroughFile(String from, String format, Path folder) {
        this.from = from;
        this.format = format;
        this.folder = folder;
    }

    @Override
    public String title() {
        return from + " to " + format + " file";
    }

    @Override
    public StepResult run(ImageLike image) throws IOException {
        Path file = folder.resolve("tour." + format.toLowerCase(Locale.ROOT));
        long start = System.nanoTime();
        WriteResult written = ImageFiles.write(image, file, WriteOptions.DEFAULTS.withFormat(format));
        long nanos = System.nanoTime() - start;
        ImageLike back = ImageFiles.read(file);
        if (!Images.sameContent(image, back)) {
            throw new Mismatch("the image read back from the " + format + " file differs from the "
                    + Amounts.size(image.size()) + " " + image.mode() + " image: it is " + Amounts.size(back.size())
                    + " "
                    + back.mode());
        }
        BufferedImage plain = ImageIO.read(file.toFile());
        SwingPixels pixels = new SwingPixels(plain, image.mode());
        if (pixels.comparable()) {
            PixelComparison.check(image, pixels);
        }
        return new StepResult(
                from + " " + image.mode(),
                written.format() + " file and back",
                StepResult.Memory.WRITTEN,
                written.bytes(),
                nanos,
                "agree",
                StepResult.lost(written.losses()),
                back);
    }
}

package org.imageop.imageio;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;

/** What a web application may do with the library: it reads and writes each mode in each format. */
public final class LoaderWork implements Callable<List<String>> {
    /** For the probe. */
    public LoaderWork() {}

    /** Returns formats that cannot be read, and files that came back as another size. */
    @Override
    public List<String> call() throws Exception {
        List<String> wrong = new ArrayList<>();
        Path folder = Files.createTempDirectory("loader");
        for (FileFormat format : ImageFiles.formats()) {
            if (!format.readable()) {
                wrong.add(format.name() + " is not readable");
            }
            for (Mode mode : format.writes()) {
                StandardImage image = Samples.few(mode, 32, 32);
                image.info().put(InfoKeys.DPI, List.of(300.0, 300.0));
                image.info().put(InfoKeys.COMMENT, "a comment");
                Path path = folder.resolve("a." + format.suffixes().get(0));
                ImageFiles.write(image, path);
                try (ImageFile file = ImageFiles.open(path)) {
                    ImageLike read = file.read();
                    if (!read.size().equals(image.size())) {
                        wrong.add(format.name() + " " + mode + " came back as " + read.size());
                    }
                    file.view(0);
                    file.channels(0);
                }
                Files.delete(path);
            }
            if (format.frames()) {
                StandardImage frame = Samples.few(Mode.RGB, 20, 10);
                Path path = folder.resolve("frames." + format.suffixes().get(0));
                ImageFiles.writeFrames(List.of(frame, Samples.smooth(Mode.RGB, 20, 10)), path);
                try (ImageFile file = ImageFiles.open(path)) {
                    file.composed().forEach(image -> image.info().hashCode());
                }
                Files.delete(path);
            }
        }
        Files.delete(folder);
        BufferedImage swing = AwtImages.toBufferedImage(Samples.few(Mode.RGB48, 9, 9));
        ImageFiles.encode(StandardImage.from(Images.of(swing), Mode.LA, 5, 4), WriteOptions.DEFAULTS.withFormat("PNG"));
        try {
            ImageFiles.read(new ByteArrayInputStream(new byte[] {1, 2, 3}));
        } catch (ImageFormatException expected) {
            return wrong;
        }
        throw new AssertionError("three bytes are an image");
    }
}

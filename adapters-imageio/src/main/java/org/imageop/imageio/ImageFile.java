package org.imageop.imageio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.spi.ImageReaderSpi;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.jspecify.annotations.Nullable;

/**
 * An open image file: its size, mode, frames and metadata, without decoding a pixel until {@link #read}.
 *
 * <p>Where a plugin fails, the next one that knows the format is tried. One thread at a time uses an image file.
 *
 * <pre>{@code
 * try (ImageFile file = ImageFiles.open(path)) {
 *     for (int i = 0; i < file.frames(); i++) {
 *         ImageLike frame = file.read(i);
 *     }
 * }
 * }</pre>
 */
public final class ImageFile implements AutoCloseable {
    /** A reader to try, with or without a look at metadata. */
    private record Attempt(ImageReaderSpi spi, boolean ignoreMetadata) {}

    private final Path path;
    private final ReadOptions options;
    private final List<Attempt> attempts;
    private final List<Guard.PluginFailure> failures = new ArrayList<>();
    private @Nullable FrameReader current;
    private String format = "";
    private ImageSize size = new ImageSize(0, 0);
    private Mode mode = Mode.L;
    private int frames;
    private Map<String, Object> info = Map.of();
    private boolean closed;

    private ImageFile(Path path, ReadOptions options, List<Attempt> attempts) {
        this.path = path;
        this.options = options;
        this.attempts = attempts;
    }

    static ImageFile open(Path path, ReadOptions options) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(
                    path + " is a folder, not an image file; name a file within it [errors.md#is-a-folder]");
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file [errors.md#no-such-file]");
        }
        if (Files.size(path) == 0) {
            throw new ImageFormatException(
                    path + " is empty: it has 0 bytes and holds no image; get or save it anew [errors.md#empty-file]");
        }
        ImageFile file = new ImageFile(path, options, attempts(path));
        try {
            file.next();
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
        return file;
    }

    /** All readers that accept the file, the best first; then the same again, passing over metadata. */
    private static List<Attempt> attempts(Path path) throws IOException {
        List<ImageReaderSpi> accepting = new ArrayList<>();
        for (ImageReaderSpi spi : Plugins.readers()) {
            try (FileInput input = new FileInput(path)) {
                if (Guard.call(() -> spi.canDecodeInput(input))) {
                    accepting.add(spi);
                }
            } catch (Guard.PluginFailure e) {
                continue; // one that cannot even look at a file does not know it
            }
        }
        if (accepting.isEmpty()) {
            throw unknown(path);
        }
        Comparator<ImageReaderSpi> byFormat = Comparator.comparingInt(spi -> {
            Format known = Format.of(spi);
            return known == null ? Integer.MAX_VALUE : known.ordinal();
        });
        accepting.sort(byFormat.thenComparingInt(spi -> {
            Format known = Format.of(spi);
            return known == null ? 0 : known.rank(spi);
        }));
        List<Attempt> attempts = new ArrayList<>();
        accepting.forEach(spi -> attempts.add(new Attempt(spi, false)));
        accepting.forEach(spi -> attempts.add(new Attempt(spi, true)));
        return attempts;
    }

    private static ImageFormatException unknown(Path path) {
        StringBuilder names = new StringBuilder();
        for (FileFormat format : ImageFiles.formats()) {
            if (format.readable()) {
                names.append(names.isEmpty() ? "" : ", ").append(format.name());
            }
        }
        List<String> missing = Plugins.failures();
        return new ImageFormatException(path + " is no image in a format that any plugin knows; readers were found for "
                + names + (missing.isEmpty() ? "" : ", and these could not be loaded: " + missing)
                + "; check that the file is whole, or add an ImageIO plugin for its format [errors.md#unknown-format]");
    }

    /** Goes on to the next attempt whose reader makes sense of the file's header. */
    private FrameReader next() throws IOException {
        closeCurrent();
        while (!attempts.isEmpty()) {
            Attempt attempt = attempts.remove(0);
            try {
                FrameReader reader = FrameReader.open(path, attempt.spi, attempt.ignoreMetadata);
                current = reader;
                int count = reader.frames();
                if (count > 0) {
                    ImageSize first = reader.size(0);
                    mode = reader.mode(0);
                    size = first;
                    frames = count;
                    format = reader.format();
                    info = info(reader, 0);
                    return reader;
                }
                format = reader.format();
                failures.add(new Guard.PluginFailure(new IOException("it has no image in it")));
            } catch (Guard.PluginFailure e) {
                failed(e);
            }
            closeCurrent();
        }
        throw damaged();
    }

    private void failed(Guard.PluginFailure failure) throws IOException {
        FrameReader reader = current;
        if (reader != null) {
            reader.throwDeviceFailure();
            if (format.isEmpty()) {
                format = reader.format();
            }
        }
        failures.add(failure);
    }

    private ImageFormatException damaged() {
        Guard.PluginFailure first = failures.get(0);
        ImageFormatException e = new ImageFormatException(
                path + " cannot be read as " + (format.isEmpty() ? "an image" : format) + ": " + first.getMessage()
                        + "; the file is damaged, or of a kind that no plugin supports: try to get or save it anew"
                        + " [errors.md#damaged-file]",
                first.getCause());
        for (Guard.PluginFailure failure : failures.subList(1, failures.size())) {
            e.addSuppressed(failure.getCause());
        }
        return e;
    }

    /**
     * The file.
     *
     * @return the path that was opened, as it was given
     */
    public Path path() {
        return path;
    }

    /**
     * The name of the file's format, by its content, not its suffix.
     *
     * @return such as {@code "PNG"}
     */
    public String format() {
        return format;
    }

    /**
     * The mode of the first frame as {@link #read()} gives it. Samples of fewer than 8 bits are scaled to 8, other
     * depths to 16; colours of more than 16 bits, and signed and floating-point samples become 16.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * The size of the first frame, before any orientation is applied.
     *
     * @return the size in pixels
     */
    public ImageSize size() {
        return size;
    }

    /**
     * The number of images in the file.
     *
     * @return at least 1
     */
    public int frames() {
        return frames;
    }

    /**
     * The metadata of the first frame under the keys of {@link InfoKeys}: always {@code format}; resolution,
     * orientation, EXIF block, ICC profile and gamma where the file has them.
     *
     * @return a new map
     */
    public Map<String, Object> info() {
        return new LinkedHashMap<>(info);
    }

    private Map<String, Object> info(FrameReader reader, int frame) throws IOException {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put(InfoKeys.FORMAT, reader.format());
        Format known = reader.known();
        if (known != null) {
            found.putAll(FileInfo.read(path, known, frame));
        }
        return found;
    }

    /**
     * Decodes the first frame.
     *
     * @return as {@link #read(int)}
     * @throws ImageFormatException as {@link #read(int)}
     * @throws IOException if the file cannot be read
     */
    public ImageLike read() throws IOException {
        return read(0);
    }

    /**
     * Decodes a frame, as it is in the file: neither turned by its orientation nor composed with others.
     *
     * @param frame 0 to {@code frames() - 1}
     * @return a new image of its own, wrapped around the {@link java.awt.image.BufferedImage} that was decoded;
     *     {@code info} has what {@link #info()} has
     * @throws IndexOutOfBoundsException if there is no such frame
     * @throws ImageFormatException if the frame exceeds the {@link ReadOptions}, or no reader can decode it
     * @throws IOException if the file cannot be read
     * @throws IllegalStateException if the file was closed
     */
    public ImageLike read(int frame) throws IOException {
        if (frame < 0 || frame >= frames) {
            throw new IndexOutOfBoundsException("There is no frame " + frame + " in " + path + ", which has " + frames
                    + "; indices count from 0 [errors.md#no-such-index]");
        }
        FrameReader reader = reader();
        while (true) {
            try {
                ImageSize announced = reader.size(frame);
                checkLimits(announced, reader.bytesPerPixel(frame));
                ImageLike image = reader.read(frame);
                image.info().putAll(frame == 0 ? info : info(reader, frame));
                return image;
            } catch (Guard.PluginFailure e) {
                failed(e);
                reader = next();
                if (frame >= frames) {
                    throw damaged();
                }
            }
        }
    }

    private void checkLimits(ImageSize announced, int bytesPerPixel) throws IOException {
        long pixels = (long) announced.width() * announced.height();
        String what = path + " announces a " + format + " image of " + announced.width() + "×" + announced.height();
        if (announced.width() < 1 || announced.height() < 1) {
            throw new ImageFormatException(
                    what + " pixels, and an image has at least one; the file is damaged [errors.md#damaged-file]");
        }
        if (pixels > options.maxPixels()) {
            throw new ImageFormatException(
                    what + ", which is " + pixels + " pixels and more than the limit of " + options.maxPixels()
                            + "; if you trust it, raise the limit with ReadOptions.withMaxPixels"
                            + " [errors.md#limit-exceeded]");
        }
        long bytes = pixels * bytesPerPixel;
        if (bytes > options.maxBytes()) {
            throw new ImageFormatException(
                    what + ", which takes " + bytes + " bytes and more than the limit of " + options.maxBytes()
                            + "; if you trust it, raise the limit with ReadOptions.withMaxBytes"
                            + " [errors.md#limit-exceeded]");
        }
        Plausibility.check(path, format, announced, options);
    }

    private FrameReader reader() {
        FrameReader reader = current;
        if (closed || reader == null) {
            throw new IllegalStateException(
                    path + " was closed; open it again with ImageFiles.open [errors.md#file-closed]");
        }
        return reader;
    }

    private void closeCurrent() throws IOException {
        FrameReader reader = current;
        current = null;
        if (reader != null) {
            reader.close();
        }
    }

    /** Closes the file. Images that were read stay usable. Closing again does nothing. */
    @Override
    public void close() throws IOException {
        closed = true;
        closeCurrent();
    }
}

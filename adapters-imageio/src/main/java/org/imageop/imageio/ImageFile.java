package org.imageop.imageio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.InfoKeys;
import org.imageop.Mode;

/**
 * An open image file: its size, mode, frames and metadata, without decoding a pixel until {@link #read}.
 *
 * <p>Where a plugin fails at a frame, the next one that knows the format is tried with that frame. If all fail, {@link
 * #read(int)} throws, and the other frames can be read all the same. One thread at a time uses an image file.
 *
 * <p>What is said about the first frame is said by the plugin that opened the file; once the first frame was read, by
 * the one that decoded it, which is another one if that failed. So {@link #format}, {@link #mode}, {@link #size} and
 * {@link #info} are always true of the image that {@link #read()} gave last. {@link #frames} never changes.
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
    /** What one reader says about the first frame. */
    private record Description(String format, ImageSize size, Mode mode, Map<String, Object> info) {}

    private final Path path;
    private final ReadOptions options;
    private final Plausibility plausibility;
    /** From the first on whose reader makes sense of the header. */
    private final List<Attempt> attempts;
    /** Of those before. */
    private final List<Guard.PluginFailure> failures = new ArrayList<>();

    private Description first = new Description("", new ImageSize(0, 0), Mode.L, Map.of());
    private int frames;
    private boolean closed;

    private ImageFile(Path path, ReadOptions options, List<Attempt> attempts) {
        this.path = path;
        this.options = options;
        this.plausibility = new Plausibility(path, options);
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
        if (!Files.isRegularFile(path)) {
            // its size is told as 0 whatever comes out of it
            throw new ImageFormatException(path + " is no regular file but a pipe or a device, and readers of images go"
                    + " back and forth in a file; save what comes out of it to a file first, and open that"
                    + " [errors.md#no-regular-file]");
        }
        if (Files.size(path) == 0) {
            throw new ImageFormatException(
                    path + " is empty: it has 0 bytes and holds no image; get or save it anew [errors.md#empty-file]");
        }
        ImageFile file = new ImageFile(path, options, Attempt.all(path));
        try {
            file.describe();
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
        return file;
    }

    /** Describes the file by the first attempt whose reader makes sense of its header, and drops those before it. */
    private void describe() throws IOException {
        String format = attempts.get(0).format();
        while (!attempts.isEmpty()) {
            Attempt attempt = attempts.get(0);
            try {
                frames = attempt.frames();
                FrameReader reader = attempt.reader();
                first = new Description(reader.format(), reader.size(0), reader.mode(0), info(reader, 0));
                return;
            } catch (Guard.PluginFailure e) {
                attempt.failed();
                failures.add(e);
                attempts.remove(0);
            }
        }
        throw damaged(path + " cannot be read as " + format, failures);
    }

    private static ImageFormatException damaged(String what, List<Guard.PluginFailure> failures) {
        Guard.PluginFailure first = failures.get(0);
        ImageFormatException e = new ImageFormatException(
                what + ": " + first.getMessage()
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
        return first.format;
    }

    /**
     * The mode of the first frame as {@link #read()} gives it. Samples of fewer than 8 bits are scaled to 8, other
     * depths to 16; colours of more than 16 bits, and signed and floating-point samples become 16.
     *
     * @return the mode
     */
    public Mode mode() {
        return first.mode;
    }

    /**
     * The size of the first frame, before any orientation is applied.
     *
     * @return the size in pixels
     */
    public ImageSize size() {
        return first.size;
    }

    /**
     * The number of images in the file, as it was when the file was opened.
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
        return new LinkedHashMap<>(first.info);
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
        if (closed) {
            throw new IllegalStateException(
                    path + " was closed; open it again with ImageFiles.open [errors.md#file-closed]");
        }
        List<Guard.PluginFailure> reasons = new ArrayList<>(failures);
        for (Attempt attempt : attempts) {
            try {
                return read(attempt, frame);
            } catch (Guard.PluginFailure e) {
                attempt.failed();
                reasons.add(e);
            }
        }
        throw damaged(
                (frames == 1 ? path.toString() : "Frame " + frame + " of " + path) + " cannot be read as "
                        + attempts.get(0).format(),
                reasons);
    }

    private ImageLike read(Attempt attempt, int frame) throws IOException, Guard.PluginFailure {
        // readers that count differently do not mean the same frame by the same index
        if (frame > 0 && attempt.frames() != frames) {
            throw new Guard.PluginFailure(
                    new IOException("a reader finds " + attempt.frames() + " images in it, and another " + frames));
        }
        FrameReader reader = attempt.reader();
        checkLimits(reader, frame);
        ImageLike image = reader.read(frame);
        boolean described = frame == 0 && reader.format().equals(first.format);
        Map<String, Object> info = described ? first.info : info(reader, frame);
        if (frame == 0) {
            first = new Description(reader.format(), image.size(), image.mode(), info);
        }
        image.info().putAll(info);
        return image;
    }

    private void checkLimits(FrameReader reader, int frame) throws IOException, Guard.PluginFailure {
        ImageSize announced = reader.size(frame);
        int bytesPerPixel = reader.bytesPerPixel(frame);
        String format = reader.format();
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
        plausibility.check(reader.known(), announced);
    }

    /** Closes the file. Images that were read stay usable. Closing again does nothing. */
    @Override
    public void close() throws IOException {
        closed = true;
        for (Attempt attempt : attempts) {
            attempt.close();
        }
    }
}

package org.imageop.imageio;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import javax.imageio.IIOException;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Strips;
import org.imageop.imageio.formats.Codecs;
import org.imageop.imageio.frames.FrameInfo;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.pixels.DecodedImage;
import org.imageop.imageio.pixels.WriterImage;
import org.imageop.imageio.plugins.PluginFailure;
import org.imageop.imageio.plugins.Plugins;
import org.imageop.imageio.plugins.Watch;
import org.imageop.imageio.reading.FrameReader;
import org.imageop.imageio.reading.ReaderCandidate;
import org.imageop.imageio.reading.StripRows;
import org.imageop.imageio.sequence.Animation;
import org.imageop.imageio.sequence.Compositor;
import org.jspecify.annotations.Nullable;

/**
 * An open image file: its size, mode, frames and metadata, without decoding a pixel until {@link #read}.
 *
 * <p>If a plugin fails at a frame, the next plugin that knows the format is tried with that frame. If all fail, {@link
 * #read(int)} throws, and the other frames can still be read. Threads that use one image file take turns.
 *
 * <p>{@link #format}, {@link #mode}, {@link #size} and {@link #info} describe the first frame as the plugin that opened
 * the file sees it. Once the first frame was read, they describe the image that {@link #read()} returned last, which
 * another plugin may have decoded. {@link #frames} never changes.
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
    /** The first frame as one reader sees it. */
    private record Description(String format, ImageSize size, Mode mode, Map<String, Object> info) {}

    /** About how many bytes of a view are decoded at once. */
    private static final long STRIP_BYTES =
            Math.min(1L << 22, Runtime.getRuntime().maxMemory() / 64);

    private final FileBytes bytes;
    private final ReadOptions options;
    /** The readers from the first on that understands the header. */
    private final List<ReaderCandidate> candidates = new ArrayList<>();
    /** Failures of the readers before it. */
    private final List<PluginFailure> failures = new ArrayList<>();

    private volatile Description first = new Description("", new ImageSize(0, 0), Mode.L, Map.of());
    private int frames;
    /** What the frames show together, if the file has an animation. */
    private @Nullable Animation animation;

    /** Strips that are to be closed, by their frame. */
    private final Map<Integer, Strips> temporary = new HashMap<>();

    private @Nullable Compositor compositor;
    private boolean closed;

    private ImageFile(FileBytes bytes, ReadOptions options) {
        this.bytes = bytes;
        this.options = options;
    }

    /** Opens an image file, and closes the bytes when it is closed or this fails. */
    static ImageFile open(FileBytes bytes, ReadOptions options) throws IOException {
        ImageFile file = new ImageFile(bytes, Objects.requireNonNull(options, "options"));
        try {
            file.describe();
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
        return file;
    }

    private static ImageFormatException unknown(FileBytes bytes) {
        List<String> missing = Plugins.failures();
        return new ImageFormatException(
                bytes.subject() + " is not an image in a format that any plugin knows; readers were found"
                        + " for " + Codecs.names(Codec::readable)
                        + (missing.isEmpty() ? "" : ", and these could not be loaded: " + missing)
                        + "; check that the file is complete, or add an ImageIO plugin for its format"
                        + " [errors.md#unknown-format]");
    }

    /** Describes the file by the first reader that understands its header, and drops the readers before it. */
    private void describe() throws IOException {
        int most = options.maxFrames();
        candidates.addAll(
                ReaderCandidate.all(bytes, most == Integer.MAX_VALUE ? most : most + 1, options.maxMetadata()));
        if (candidates.isEmpty()) {
            throw unknown(bytes);
        }
        String format = candidates.get(0).codec().name();
        while (!candidates.isEmpty()) {
            ReaderCandidate candidate = candidates.get(0);
            try {
                frames = candidate.frames();
                options.checkFrames(bytes.subject(), frames);
                FrameReader reader = candidate.reader(0);
                animation = candidate.animation();
                first = described(candidate.codec(), reader.size(0), reader.mode(0), info(candidate, 0));
                return;
            } catch (PluginFailure e) {
                candidate.failed();
                failures.add(e);
                candidates.remove(0);
            }
        }
        throw damaged(bytes.subject() + " cannot be read as " + format, failures);
    }

    /** The first image that is shown, by the first one that is in the file. */
    private Description described(Codec codec, ImageSize size, Mode mode, Map<String, Object> info) {
        Animation shown = shown(0);
        return new Description(
                codec.name(), shown == null ? size : shown.canvas(), shown == null ? mode : shown.mode(mode), info);
    }

    /** The animation by which a frame is shown, or null if it is shown as it is in the file. */
    private @Nullable Animation shown(int frame) {
        Animation known = animation;
        return known == null || known.still() || known.frames().get(frame).hidden() ? null : known;
    }

    private static ImageFormatException damaged(String what, List<PluginFailure> failures) {
        PluginFailure first = failures.get(0);
        ImageFormatException e = new ImageFormatException(
                what + ": " + first.getMessage()
                        + "; the file is damaged, or of a kind that no plugin supports: try to get or save it again"
                        + " [errors.md#damaged-file]",
                first.getCause());
        for (PluginFailure failure : failures.subList(1, failures.size())) {
            e.addSuppressed(failure.getCause());
        }
        return e;
    }

    /**
     * What messages call the file.
     *
     * @return the path as it was given, or words such as {@code "the stream"}
     */
    public String name() {
        return bytes.name();
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
     * The metadata of the first frame under the keys of {@link InfoKeys}: always {@code format}, and what else the
     * file has, as far as all of it takes at most 64 MiB. {@code docs/reference/metadata.md} lists what is read from each format.
     *
     * @return a new map
     */
    public Map<String, Object> info() {
        return new LinkedHashMap<>(first.info);
    }

    private Map<String, Object> info(ReaderCandidate candidate, int frame) throws IOException {
        boolean known = animation != null && candidate.codec().name().equals(first.format);
        // looked up once: an animation has the metadata of its file, and frames may be many
        Map<String, Object> info = new LinkedHashMap<>(known ? first.info : Map.of());
        if (!known) {
            info.put(InfoKeys.FORMAT, candidate.codec().name());
            info.putAll(candidate.info(frame).entries());
        }
        if (animation != null && frames > 1) {
            info.put(InfoKeys.DURATION, animation.frames().get(frame).duration());
            info.put(InfoKeys.LOOP, animation.plays());
        }
        return info;
    }

    /**
     * Whether the frames are an animation: parts of one canvas, shown one after the other. Otherwise each is an image of its own.
     *
     * @return true for GIF, WebP and PNG files of more than one frame
     */
    public boolean animated() {
        return animation != null && frames > 1;
    }

    /**
     * What the file says of a frame.
     *
     * @param frame 0 to {@code frames() - 1}
     * @return its place, duration, disposal and more; of an image of its own, its size
     * @throws IndexOutOfBoundsException if there is no such frame
     * @throws ImageFormatException if no reader finds its size
     * @throws IOException if the file cannot be read
     * @throws IllegalStateException if the file was closed
     */
    public synchronized FrameInfo frame(int frame) throws IOException {
        check(frame);
        return animation != null
                ? animation.frames().get(frame)
                : FrameInfo.page(ask(frame, candidate -> candidate.reader(frame).size(frame)));
    }

    /**
     * Decodes the first image as it is shown.
     *
     * @return as {@link #composed}
     * @throws ImageFormatException as {@link #composed}
     * @throws IOException if the file cannot be read
     */
    public ImageLike read() throws IOException {
        return composed(0);
    }

    /**
     * Decodes a frame, as it is in the file: neither turned by its orientation nor composed with others. Where it lies on
     * the canvas of an animation, {@link #frame} reports.
     *
     * @param frame 0 to {@code frames() - 1}
     * @return a new image of its own, wrapped around a {@link java.awt.image.BufferedImage} of the decoded pixels in the
     *     colours of the file's profile (K-1); a palette with a profile is computed. {@code info} has what {@link #info()} has
     * @throws IndexOutOfBoundsException if there is no such frame
     * @throws ImageFormatException if the frame exceeds the {@link ReadOptions}, or no reader can decode it
     * @throws IOException if the file cannot be read
     * @throws IllegalStateException if the file was closed
     */
    public synchronized ImageLike read(int frame) throws IOException {
        check(frame);
        return read(frame, watch());
    }

    private ImageLike read(int frame, Watch watch) throws IOException {
        ImageLike image = ask(frame, candidate -> {
            try {
                return read(candidate, frame, watch);
            } catch (PluginFailure e) {
                try {
                    watch.check(); // a reader that is stopped may fail
                } catch (IOException | RuntimeException stopped) {
                    candidate.close(); // the next one begins anew
                    throw stopped;
                }
                throw e;
            }
        });
        watch.goesOn(1);
        watch.check();
        return image;
    }

    private Watch watch() {
        return new Watch(bytes.subject() + " was not read", options.progress());
    }

    /**
     * Decodes a frame as it is shown: the whole canvas of an animation with this frame and what is left of the frames before
     * it. All images of an animation have the same size and mode. A frame of its own, such as a page, is as {@link
     * #read(int)} returns it.
     *
     * <p>Frames asked for in order are decoded once each. Any other order decodes those again that the frame is laid on.
     *
     * @param frame 0 to {@code frames() - 1}
     * @return a new image of its own, as {@link #read(int)} returns it; transparent where no frame is
     * @throws IndexOutOfBoundsException if there is no such frame
     * @throws ImageFormatException if the canvas, this frame or one below it exceeds the {@link ReadOptions}, or no reader
     *     can decode one of these frames
     * @throws IOException if the file cannot be read
     * @throws IllegalStateException if the file was closed
     */
    public synchronized ImageLike composed(int frame) throws IOException {
        check(frame);
        Animation shown = shown(frame);
        if (shown == null) {
            return read(frame);
        }
        options.check(
                bytes.subject(),
                first.format,
                shown.canvas(),
                first.mode.withAlpha().bytesPerPixel());
        if (compositor == null) {
            // the number of frames below is not known, so they do not count as progress
            compositor = new Compositor(shown, first.mode, below -> read(below, watch().ofPart()));
        }
        ImageLike canvas = compositor.canvas(frame);
        Map<String, Object> info = ask(frame, candidate -> info(candidate, frame));
        ImageLike image = DecodedImage.wrap(WriterImage.copy(canvas), null, (byte[]) info.get(InfoKeys.ICC_PROFILE));
        // indices of colours of one frame, whose palette the canvas does not have
        info.keySet().removeAll(List.of(InfoKeys.PALETTE, InfoKeys.TRANSPARENCY, InfoKeys.BACKGROUND));
        image.info().putAll(info);
        Watch watch = watch();
        watch.goesOn(1);
        watch.check();
        return image;
    }

    /**
     * All frames as they are shown, for {@link ImageFiles#writeFrames}: each is decoded when it is asked for. An image that an
     * animation leaves out is left out.
     *
     * @return images as of {@link #composed(int)}, to be iterated while the file is open. Its iterators throw an {@link
     *     UncheckedIOException} where {@link #composed(int)} throws an {@link IOException}.
     */
    public Iterable<ImageLike> composed() {
        int start = animation == null ? 0 : animation.firstShown();
        return new Composed(start);
    }

    private interface Question<T> {
        T ask(ReaderCandidate candidate) throws IOException, PluginFailure;
    }

    /** The answer of the first reader that does not fail at a frame. */
    private <T> T ask(int frame, Question<T> question) throws IOException {
        List<PluginFailure> reasons = new ArrayList<>(failures);
        for (ReaderCandidate candidate : candidates) {
            try {
                // readers that count differently do not mean the same frame by the same index
                if (frame > 0 && candidate.frames() != frames) {
                    throw new PluginFailure(new IOException(
                            "a reader finds " + candidate.frames() + " images in it, and another " + frames));
                }
                return question.ask(candidate);
            } catch (PluginFailure e) {
                candidate.failed();
                reasons.add(e);
            }
        }
        throw damaged(
                (frames == 1 ? bytes.subject() : "Frame " + frame + " of " + name()) + " cannot be read as "
                        + candidates.get(0).codec().name(),
                reasons);
    }

    private void check(int frame) {
        if (frame < 0 || frame >= frames) {
            throw new IndexOutOfBoundsException("There is no frame " + frame + " in " + name() + ", which has " + frames
                    + "; indices count from 0 [errors.md#no-such-index]");
        }
        checkOpen();
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException(
                    bytes.subject() + " was closed; open it again with ImageFiles.open [errors.md#file-closed]");
        }
    }

    /**
     * Decodes all channels of a frame, whatever they mean: colours, alpha, and channels that {@link #read(int)} has no place for,
     * such as near infrared, stains of a microscope, or spot colours.
     *
     * @param frame 0 to {@code frames() - 1}
     * @return an image of mode L, L16 or L32 for each sample of a pixel, in the order of the file, with the samples of the file;
     *     of files other than TIFF, the components of the image
     * @throws IndexOutOfBoundsException if there is no such frame
     * @throws ImageFormatException if the frame exceeds the {@link ReadOptions}, or no reader can decode it
     * @throws IOException if the file cannot be read
     * @throws IllegalStateException if the file was closed
     */
    public synchronized List<ImageLike> channels(int frame) throws IOException {
        check(frame);
        return ask(frame, candidate -> {
            FrameReader reader = candidate.reader(frame);
            checkSizes(candidate.codec(), frame, reader.size(frame), reader.bytesPerPixel(frame));
            List<ImageLike> channels = reader.channels(frame);
            if (!channels.isEmpty()) {
                return channels;
            }
            ImageLike image = read(candidate, frame, watch().ofPart());
            return image.componentNames().stream()
                    .map(name -> (ImageLike) Views.component(image, name))
                    .toList();
        });
    }

    private ImageLike read(ReaderCandidate candidate, int frame, Watch watch) throws IOException, PluginFailure {
        Codec codec = candidate.codec();
        FrameReader reader = candidate.reader(frame);
        checkSizes(codec, frame, reader.size(frame), reader.bytesPerPixel(frame));
        boolean described = frame == 0 && codec.name().equals(first.format);
        Map<String, Object> info = described ? first.info : info(candidate, frame);
        options.checkWork(bytes.subject(), reader.size(frame), reader.passes());
        List<String> missing = new ArrayList<>(leftOut(reader, frame));
        ImageLike image =
                reader.read(frame, (byte[]) info.get(InfoKeys.ICC_PROFILE), options.tolerant() ? missing : null, watch);
        watch.check();
        if (frame == 0 && shown(0) == null) {
            first = described(codec, image.size(), image.mode(), info);
        }
        image.info().putAll(info);
        if (!missing.isEmpty()) {
            if (info.get(InfoKeys.MISSING) instanceof List<?> metadata) {
                metadata.forEach(what -> missing.add(what.toString()));
            }
            image.info().put(InfoKeys.MISSING, List.copyOf(missing));
        }
        return image;
    }

    /** What the image of a frame has no place for. It is not left out unsaid. */
    private List<String> leftOut(FrameReader reader, int frame) throws ImageFormatException, PluginFailure {
        List<String> leftOut = reader.leftOut(frame);
        if (!leftOut.isEmpty() && !options.tolerant()) {
            throw new ImageFormatException((frames == 1 ? bytes.subject() : "Frame " + frame + " of " + name())
                    + " has " + String.join(" and ", leftOut)
                    + ", for which an image with its colours has no place; read all"
                    + " channels with ImageFile.channels, or only the colours with ReadOptions.withTolerant(true)"
                    + " [errors.md#channels-left-out]");
        }
        return leftOut;
    }

    /**
     * Refuses a frame that is too large or cannot be in the file, before anything is allocated for it.
     *
     * @param bytesPerPixel what a decoded pixel takes; 0 if the whole frame is never decoded at once
     */
    private void checkSizes(Codec codec, int frame, ImageSize announced, int bytesPerPixel) throws IOException {
        options.check(bytes.subject(), codec.name(), announced, bytesPerPixel);
        if (codec.fewestBytes(bytes, announced) > bytes.length()) {
            throw new ImageFormatException(
                    bytes.subject() + " announces a " + codec.name() + " image of " + announced.width()
                            + "×" + announced.height() + ", but its " + bytes.length()
                            + " bytes cannot hold so many pixels; the file is damaged or meant to do damage"
                            + " [errors.md#damaged-file]");
        }
        double[] work = {0};
        codec.findHidden(bytes, frame, (width, height, passes) -> {
            work[0] += (double) width * height * passes;
            options.checkHidden(bytes.subject(), width, height, work[0]);
        });
    }

    /**
     * Decodes a part of a frame.
     *
     * <p>Of PNG, TIFF, BMP, PNM and PAM files, only the rows asked for are decoded and held, unless the file is of a
     * compression that needs the whole frame; limits then hold for the part. Of other files the whole frame is decoded, and the
     * result is a view on it: copy it with {@link StandardImage#from(ImageLike)} to let go of the rest.
     *
     * @param frame 0 to {@code frames() - 1}
     * @param columns the columns, as for {@link Views#select}
     * @param rows the rows
     * @return what {@code Views.select(read(frame), columns, rows)} has
     * @throws IndexOutOfBoundsException if there is no such frame
     * @throws IllegalArgumentException if nothing is selected (V-5)
     * @throws IOException as {@link #read(int)}
     * @throws IllegalStateException if the file was closed
     */
    public synchronized ImageLike read(int frame, Slice columns, Slice rows) throws IOException {
        ImageLike image = view(frame);
        if (image.buffer().layout().isPresent()) {
            return Views.select(image, columns, rows);
        }
        if (!Images.rows(image).ranges().isEmpty()) {
            return Views.select(read(frame), columns, rows); // a copy would lose the numbers
        }
        Slice.Selection chosen = rows.on(image.height());
        boolean upwards = chosen.step() < 0 && chosen.count() > 0;
        // strips are cheap from the top down
        Slice down = upwards ? Slice.of(chosen.at(chosen.count() - 1), chosen.first() + 1, -chosen.step()) : rows;
        ImageLike part = Views.select(image, columns, down);
        options.check(bytes.subject(), format(), part.size(), part.mode().bytesPerPixel());
        try {
            StandardImage copy = StandardImage.from(part);
            copy.info().putAll(image.info());
            return upwards ? Views.flipTopBottom(copy) : copy;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Decodes a frame into an image that exists.
     *
     * @param frame 0 to {@code frames() - 1}
     * @param target an {@link ImageLike}, or an object that an adapter knows: of the frame's mode and size. It changes when all
     *     of the frame was decoded; if anything fails before, it does not change. Its info is not changed
     * @throws IndexOutOfBoundsException if there is no such frame
     * @throws IllegalArgumentException if the mode or the size differs
     * @throws org.imageop.ReadOnlyImageException if the target is read-only
     * @throws IOException as {@link #read(int)}
     * @throws IllegalStateException if the file was closed
     */
    public void readInto(int frame, Object target) throws IOException {
        ImageLike image = Images.of(target);
        ImageLike decoded = read(frame);
        if (image.mode() != decoded.mode() || !image.size().equals(decoded.size())) {
            throw new IllegalArgumentException("The frame is a " + decoded.width() + "×" + decoded.height() + " "
                    + decoded.mode() + " image, and cannot be read into one of " + image.width() + "×"
                    + image.height() + " " + image.mode()
                    + "; read it with ImageFile.read, and convert it with Images.copy or StandardImage.from"
                    + " [errors.md#other-mode-or-size]");
        }
        Images.copy(decoded, image);
    }

    /**
     * Returns a frame whose rows are decoded when they are asked for, some at once, so that it may be larger than the heap: {@link
     * ImageFiles#write} writes PNG, TIFF, BMP, PNM and PAM files of it piece by piece, and {@link StandardImage#from(ImageLike, org.imageop.Mode, int, int)}
     * shrinks it. Rows are cheap from the top down, and may be costly to go back to.
     *
     * <p>This is so for the formats and files of which {@link #read(int, Slice, Slice)} decodes parts; a frame of others is decoded
     * at once. Of the limits, only the one to pixels holds for the whole frame. The pixels of an interlaced PNG file go into a temporary file
     * if they are many; floats of a TIFF file that names no range are read once more, to find it.
     *
     * @param frame 0 to {@code frames() - 1}
     * @return a read-only image, to be used by one thread at a time until this file is closed. Rows that cannot be decoded throw
     *     an {@link UncheckedIOException}; {@link ImageFiles#write} throws its cause
     * @throws IndexOutOfBoundsException if there is no such frame
     * @throws IOException as {@link #read(int)}
     * @throws IllegalStateException if the file was closed
     */
    public synchronized ImageLike view(int frame) throws IOException {
        check(frame);
        ReaderCandidate candidate = candidates.get(0);
        Codec codec = candidate.codec();
        Strips strips;
        ImageSize announced;
        long rowBytes;
        try {
            leftOut(candidate.reader(frame), frame); // refused before strips are
            announced = candidate.reader(frame).size(frame);
            checkSizes(codec, frame, announced, 0);
            strips = strips(candidate, frame);
            rowBytes = (long) announced.width() * candidate.reader(frame).bytesPerPixel(frame);
        } catch (PluginFailure e) {
            return read(frame); // by another reader
        }
        if (strips == null) {
            return read(frame);
        }
        ImageSize size = announced;
        long wanted = (Math.max(1, STRIP_BYTES / rowBytes) + strips.unit() - 1) / strips.unit() * strips.unit();
        int height = (int) Math.min(wanted, size.height());
        Watch watch = watch();
        StripRows.Source source = (y, rows) -> {
            ImageLike strip = strip(codec, strips, y, new ImageSize(size.width(), rows));
            watch.goesOn((double) (y + rows) / size.height());
            watch.check();
            return strip;
        };
        ImageLike top = source.strip(0, height);
        StandardImage view = StandardImage.computed(
                top.mode(), size.width(), size.height(), new StripRows(size.height(), height, top, source));
        view.info().putAll(top.info()); // what decoding finds out, such as a palette
        view.info().putAll(info(candidate, frame));
        return view;
    }

    /** The strips of a frame. Those that have temporary files are made once, and closed with this. */
    private @Nullable Strips strips(ReaderCandidate candidate, int frame) throws IOException, PluginFailure {
        Strips known = temporary.get(frame);
        Strips strips = known == null ? candidate.strips(frame) : known;
        if (strips instanceof Closeable) {
            temporary.put(frame, strips);
        }
        return strips;
    }

    private synchronized ImageLike strip(Codec codec, Strips strips, int y, ImageSize size) throws IOException {
        checkOpen();
        int rows = size.height();
        try (ImageFile part = open(strips.strip(y, rows), options.withProgress(fraction -> true))) {
            ImageLike strip = part.read();
            if (!strip.size().equals(size)) {
                throw new IIOException("its rows are those of another size");
            }
            return strip;
        } catch (IIOException | ImageFormatException e) {
            throw damaged(
                    "Rows " + y + " to " + (y + rows - 1) + " of " + name() + " cannot be read as " + codec.name(),
                    List.of(new PluginFailure(e)));
        }
    }

    /** Images in order. Their number is known without decoding them. */
    private final class Composed extends AbstractCollection<ImageLike> {
        private final int start;

        Composed(int start) {
            this.start = start;
        }

        @Override
        public int size() {
            return frames - start;
        }

        @Override
        public Iterator<ImageLike> iterator() {
            return new Iterator<>() {
                private int frame = start;

                @Override
                public boolean hasNext() {
                    return frame < frames;
                }

                @Override
                public ImageLike next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException("There is no next frame, " + name() + " has " + frames
                                + "; ask hasNext() first [errors.md#no-more-elements]");
                    }
                    try {
                        return composed(frame++);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            };
        }

        @Override
        public String toString() {
            return size() + " frames of " + name();
        }
    }

    /** Closes the file. Images that were read stay usable. Closing again does nothing. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        for (ReaderCandidate candidate : candidates) {
            candidate.close();
        }
        for (Strips strips : temporary.values()) {
            ((Closeable) strips).close();
        }
        bytes.close();
    }
}

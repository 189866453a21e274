package org.imageop.imageio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.RefusedException;
import org.imageop.imageio.files.AtomicFile;
import org.imageop.imageio.files.Destination;
import org.imageop.imageio.files.Scratch;
import org.imageop.imageio.files.Sink;
import org.imageop.imageio.formats.Codecs;
import org.imageop.imageio.plugins.Watch;
import org.imageop.imageio.sequence.FrameJoiner;
import org.imageop.imageio.writing.FrameWriting;
import org.imageop.imageio.writing.ImageWriting;
import org.imageop.imageio.writing.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes image files, through the plugins of the JDK and of TwelveMonkeys.
 *
 * <pre>{@code
 * ImageLike image = ImageFiles.read(Path.of("photo.jpg"));
 * ImageFiles.write(StandardImage.from(image, Mode.L), Path.of("grey.png"));
 * }</pre>
 *
 * <p>Modes are kept: 16 bits stay 16, grey with alpha stays grey with alpha, CMYK stays CMYK, with full ink as its
 * largest value. An image with a palette reads as L, RGB or RGBA by its colours. Samples of 1 to 7 bits read with 8
 * bits, samples of 9 to 15 bits with 16, and colours of more than 16 bits with 16. Floating-point and signed samples read with 16
 * bits and keep their numbers: their range is what a TIFF file says, or all that signed samples can be, or 0 to 1; and if
 * floats of one grey leave 0 to 1, from their smallest to their largest. The reader of Radiance files (HDR) tones samples down to
 * this range: v becomes v / (v + 0.1). Channels that are neither colours nor alpha are refused unless {@link
 * ReadOptions#withTolerant} is set; {@link ImageFile#channels} reads them. An image that was read is wrapped around the decoded
 * {@link java.awt.image.BufferedImage}, so that it can be transferred as one at no cost; only an image with a palette and a profile is computed. Orientation is reported in
 * {@code info}, and {@link org.imageop.Views#orient} applies it.
 *
 * <p>Samples are the numbers of the file, and mean what the profile of the file makes of them: it is in {@code info} under {@code
 * icc_profile}, and the BufferedImage has its colour space (K-1). {@link org.imageop.color.Profiles#toSrgb} converts them.
 *
 * <p>All methods may be called by several threads at once.
 */
public final class ImageFiles {
    private ImageFiles() {}

    /**
     * Reads the first frame of a file, with the default limits.
     *
     * @param path the file
     * @return a new image
     * @throws ImageFormatException if no plugin can read it, or it exceeds a limit
     * @throws IOException if the file cannot be read
     */
    public static ImageLike read(Path path) throws IOException {
        return read(path, ReadOptions.DEFAULTS);
    }

    /**
     * Reads the first frame of a file.
     *
     * @param path the file
     * @param options the limits
     * @return a new image
     * @throws ImageFormatException if no plugin can read it, or it exceeds a limit
     * @throws IOException if the file cannot be read
     */
    public static ImageLike read(Path path, ReadOptions options) throws IOException {
        try (ImageFile file = open(path, options)) {
            return file.read();
        }
    }

    /**
     * Opens a file without decoding its pixels, with the default limits for what is read later.
     *
     * @param path the file
     * @return the open file, to be closed
     * @throws ImageFormatException if no plugin can read its header
     * @throws IOException if the file cannot be read
     */
    public static ImageFile open(Path path) throws IOException {
        return open(path, ReadOptions.DEFAULTS);
    }

    /**
     * Opens a file without decoding its pixels.
     *
     * @param path the file
     * @param options the limits for what is read later
     * @return the open file, to be closed
     * @throws ImageFormatException if no plugin can read its header
     * @throws IOException if the file cannot be read
     */
    public static ImageFile open(Path path, ReadOptions options) throws IOException {
        return ImageFile.open(Sources.of(path), options);
    }

    /**
     * Reads the first frame of the bytes of a file, with the default limits.
     *
     * @param bytes the bytes of a file, which must not change meanwhile
     * @return a new image
     * @throws IOException as {@link #read(byte[], ReadOptions)}
     */
    public static ImageLike read(byte[] bytes) throws IOException {
        return read(bytes, ReadOptions.DEFAULTS);
    }

    /**
     * Reads the first frame of the bytes of a file.
     *
     * @param bytes the bytes of a file, which must not change meanwhile
     * @param options the limits
     * @return a new image
     * @throws ImageFormatException if no plugin can read it, or it exceeds a limit
     * @throws IOException if a temporary file of a plugin fails
     */
    public static ImageLike read(byte[] bytes, ReadOptions options) throws IOException {
        try (ImageFile file = open(bytes, options)) {
            return file.read();
        }
    }

    /**
     * Opens the bytes of a file without decoding pixels, with the default limits.
     *
     * @param bytes the bytes of a file, which must not change meanwhile
     * @return the open file, to be closed
     * @throws IOException as {@link #open(byte[], ReadOptions)}
     */
    public static ImageFile open(byte[] bytes) throws IOException {
        return open(bytes, ReadOptions.DEFAULTS);
    }

    /**
     * Opens the bytes of a file without decoding pixels.
     *
     * @param bytes the bytes of a file, which must not change meanwhile
     * @param options the limits for what is read, now and later
     * @return the open file, to be closed
     * @throws ImageFormatException if no plugin can read its header
     * @throws IOException if a temporary file of a plugin fails
     */
    public static ImageFile open(byte[] bytes, ReadOptions options) throws IOException {
        return ImageFile.open(Sources.of(bytes), options);
    }

    /**
     * Reads the first frame of a stream, with the default limits.
     *
     * @param stream the bytes of a file, read to the end of the stream, which stays open
     * @return a new image
     * @throws IOException as {@link #read(InputStream, ReadOptions)}
     */
    public static ImageLike read(InputStream stream) throws IOException {
        return read(stream, ReadOptions.DEFAULTS);
    }

    /**
     * Reads the first frame of a stream.
     *
     * @param stream the bytes of a file, read to the end of the stream, which stays open
     * @param options the limits
     * @return a new image
     * @throws ImageFormatException if no plugin can read it, or it exceeds a limit
     * @throws IOException what the stream throws
     */
    public static ImageLike read(InputStream stream, ReadOptions options) throws IOException {
        try (ImageFile file = open(stream, options)) {
            return file.read();
        }
    }

    /**
     * Opens a stream without decoding pixels, with the default limits.
     *
     * @param stream the bytes of a file, read to the end of the stream, which stays open
     * @return the open file, to be closed
     * @throws IOException as {@link #open(InputStream, ReadOptions)}
     */
    public static ImageFile open(InputStream stream) throws IOException {
        return open(stream, ReadOptions.DEFAULTS);
    }

    /**
     * Opens a stream without decoding pixels.
     *
     * @param stream the bytes of a file, read to the end of the stream, which stays open
     * @param options the limits for what is read, now and later
     * @return the open file, to be closed
     * @throws ImageFormatException if no plugin can read its header, or the stream is longer than its limit
     * @throws IOException what the stream throws
     */
    public static ImageFile open(InputStream stream, ReadOptions options) throws IOException {
        return ImageFile.open(Sources.of(stream, options), options);
    }

    /**
     * Reads the first frame of a channel, with the default limits.
     *
     * @param channel the bytes of a file, read to the end of the channel, which stays open
     * @return a new image
     * @throws IOException as {@link #read(ReadableByteChannel, ReadOptions)}
     */
    public static ImageLike read(ReadableByteChannel channel) throws IOException {
        return read(channel, ReadOptions.DEFAULTS);
    }

    /**
     * Reads the first frame of a channel.
     *
     * @param channel the bytes of a file, read to the end of the channel, which stays open
     * @param options the limits
     * @return a new image
     * @throws ImageFormatException if no plugin can read it, or it exceeds a limit
     * @throws IOException what the channel throws
     */
    public static ImageLike read(ReadableByteChannel channel, ReadOptions options) throws IOException {
        try (ImageFile file = open(channel, options)) {
            return file.read();
        }
    }

    /**
     * Opens a channel without decoding pixels, with the default limits.
     *
     * @param channel the bytes of a file, read to the end of the channel, which stays open
     * @return the open file, to be closed
     * @throws IOException as {@link #open(ReadableByteChannel, ReadOptions)}
     */
    public static ImageFile open(ReadableByteChannel channel) throws IOException {
        return open(channel, ReadOptions.DEFAULTS);
    }

    /**
     * Opens a channel without decoding pixels.
     *
     * @param channel the bytes of a file, read to the end of the channel, which stays open
     * @param options the limits for what is read, now and later
     * @return the open file, to be closed
     * @throws ImageFormatException if no plugin can read its header, or the channel is longer than its limit
     * @throws IOException what the channel throws
     */
    public static ImageFile open(ReadableByteChannel channel, ReadOptions options) throws IOException {
        return ImageFile.open(Sources.of(channel, options), options);
    }

    /**
     * Reads the first frame of a stream of ImageIO, with the default limits.
     *
     * @param stream the bytes of a file from its position to its end, where it is afterwards; it stays open
     * @return a new image
     * @throws IOException as {@link #read(ImageInputStream, ReadOptions)}
     */
    public static ImageLike read(ImageInputStream stream) throws IOException {
        return read(stream, ReadOptions.DEFAULTS);
    }

    /**
     * Reads the first frame of a stream of ImageIO.
     *
     * @param stream the bytes of a file from its position to its end, where it is afterwards; it stays open
     * @param options the limits
     * @return a new image
     * @throws ImageFormatException if no plugin can read it, or it exceeds a limit
     * @throws IOException what the stream throws
     */
    public static ImageLike read(ImageInputStream stream, ReadOptions options) throws IOException {
        try (ImageFile file = open(stream, options)) {
            return file.read();
        }
    }

    /**
     * Opens a stream of ImageIO without decoding pixels, with the default limits.
     *
     * @param stream the bytes of a file from its position to its end, where it is afterwards; it stays open
     * @return the open file, to be closed
     * @throws IOException as {@link #open(ImageInputStream, ReadOptions)}
     */
    public static ImageFile open(ImageInputStream stream) throws IOException {
        return open(stream, ReadOptions.DEFAULTS);
    }

    /**
     * Opens a stream of ImageIO without decoding pixels. It must not be used otherwise until the file is closed.
     *
     * @param stream the bytes of a file from its position to its end, where it is afterwards; it stays open
     * @param options the limits for what is read, now and later
     * @return the open file, to be closed
     * @throws ImageFormatException if no plugin can read its header, or the stream is longer than its limit
     * @throws IOException what the stream throws
     */
    public static ImageFile open(ImageInputStream stream, ReadOptions options) throws IOException {
        return ImageFile.open(Sources.of(stream, options), options);
    }

    /**
     * Writes an image into a file in the format of its suffix, replacing an existing file.
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @param path the file
     * @return as {@link #write(Object, Path, WriteOptions)}
     * @throws IOException as {@link #write(Object, Path, WriteOptions)}
     */
    public static WriteResult write(Object image, Path path) throws IOException {
        return write(image, path, WriteOptions.DEFAULTS);
    }

    /**
     * Writes an image into a file.
     *
     * <p>The mode is never converted: a format that does not have it is refused, and the message names formats that
     * have it. Only a GIF file whose 256 colours are all in use may read as a smaller mode: RGB as L if all are grey,
     * RGBA as one of these if none is transparent; {@link WriteResult} reports it.
     *
     * <p>The file is written beside its place under another name and then moved into it. Others see the old file or the
     * new one, and a failure leaves the old one as it was. A symbolic link is followed. A pipe or a device is not
     * replaced: if it may be overwritten, the complete bytes are written into it. The folder must exist.
     *
     * <p>Files keep of {@code info} what their formats hold: {@code docs/reference/metadata.md} lists it. EXIF and XMP are written so that
     * nothing in them contradicts the pixels and the other entries. PNG, JPEG, TIFF and PSD files keep
     * {@code icc_profile}, if it can be used and has the mode's colours (K-2). Files of other formats are taken for sRGB: the
     * pixels are converted to it, except for CMYK, whose numbers stay, and the loss is named as by {@link org.imageop.Images#transfer}
     * (K-4). What a file does not keep is among the losses.
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @param path the file
     * @param options format, quality, and whether to overwrite
     * @return what was written, and what it does not keep
     * @throws ImageFormatException if the format is unknown, cannot be written, or cannot hold the image
     * @throws java.nio.file.FileAlreadyExistsException if there is a file and overwriting is off
     * @throws IOException if the file cannot be written
     * @throws org.imageop.UnsupportedImageException if no adapter knows the object
     */
    public static WriteResult write(Object image, Path path, WriteOptions options) throws IOException {
        ImageWriting writing = writing(image, path.toString(), path, options);
        return write(writing, path.toString(), AtomicFile.at(path, options.overwrite()), options);
    }

    /**
     * Writes an image into a stream, in the format that the options name. What {@link #write(Object, Path, WriteOptions)} keeps
     * and loses, this keeps and loses.
     *
     * <p>The stream gets its first byte when the file is complete, so that a failure of an image or of a writer leaves nothing in it.
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @param stream gets the bytes of the file and is flushed, not closed
     * @param options the format, which must be named, and the quality
     * @return what was written, and what it does not keep
     * @throws ImageFormatException if the format is not named, cannot be written, or cannot hold the image
     * @throws IOException what the stream throws; it may have a part of the file then
     * @throws org.imageop.UnsupportedImageException if no adapter knows the object
     */
    public static WriteResult write(Object image, OutputStream stream, WriteOptions options) throws IOException {
        Objects.requireNonNull(stream, "stream");
        return write(writing(image, "The stream", null, options), "The stream", Sink.of(stream), options);
    }

    /**
     * Writes an image into a channel, in the format that the options name. What {@link #write(Object, Path, WriteOptions)} keeps
     * and loses, this keeps and loses.
     *
     * <p>The channel gets its first byte when the file is complete, so that a failure of an image or of a writer leaves nothing in it.
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @param channel gets the bytes of the file, and stays open
     * @param options the format, which must be named, and the quality
     * @return what was written, and what it does not keep
     * @throws ImageFormatException if the format is not named, cannot be written, or cannot hold the image
     * @throws IOException what the channel throws; it may have a part of the file then
     * @throws org.imageop.UnsupportedImageException if no adapter knows the object
     */
    public static WriteResult write(Object image, WritableByteChannel channel, WriteOptions options)
            throws IOException {
        Objects.requireNonNull(channel, "channel");
        return write(writing(image, "The channel", null, options), "The channel", Sink.of(channel), options);
    }

    /**
     * Writes an image into a stream of ImageIO, in the format that the options name. What {@link #write(Object, Path, WriteOptions)} keeps
     * and loses, this keeps and loses.
     *
     * <p>The stream gets its first byte when the file is complete, so that a failure of an image or of a writer leaves nothing in it.
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @param stream gets the bytes of the file at its position, and is behind them afterwards; it is neither flushed nor closed
     * @param options the format, which must be named, and the quality
     * @return what was written, and what it does not keep
     * @throws ImageFormatException if the format is not named, cannot be written, or cannot hold the image
     * @throws IOException what the stream throws; it may have a part of the file then
     * @throws org.imageop.UnsupportedImageException if no adapter knows the object
     */
    public static WriteResult write(Object image, ImageOutputStream stream, WriteOptions options) throws IOException {
        Objects.requireNonNull(stream, "stream");
        return write(writing(image, "The stream", null, options), "The stream", Sink.of(stream), options);
    }

    /**
     * Returns an image as the bytes of a file, in the format that the options name. The losses are not reported: {@link
     * #write(Object, OutputStream, WriteOptions)} into a {@link java.io.ByteArrayOutputStream} reports them.
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @param options the format, which must be named, and the quality
     * @return a new array
     * @throws ImageFormatException if the format is not named, cannot be written, or cannot hold the image
     * @throws IOException if a temporary file fails, which large files need
     * @throws org.imageop.UnsupportedImageException if no adapter knows the object
     */
    public static byte[] encode(Object image, WriteOptions options) throws IOException {
        byte[][] bytes = new byte[1][];
        write(
                writing(image, "The array", null, options),
                "The array",
                content -> {
                    try (Scratch whole = new Scratch(Scratch.USUAL_MEMORY)) {
                        content.writeTo(whole);
                        bytes[0] = whole.toByteArray();
                        return whole.size();
                    }
                },
                options);
        return bytes[0];
    }

    /**
     * Writes several images into a file in the format of its suffix, replacing an existing file.
     *
     * @param images as of {@link #writeFrames(Iterable, Path, WriteOptions)}
     * @param path the file
     * @return as {@link #writeFrames(Iterable, Path, WriteOptions)}
     * @throws IOException as {@link #writeFrames(Iterable, Path, WriteOptions)}
     */
    public static WriteResult writeFrames(Iterable<?> images, Path path) throws IOException {
        return writeFrames(images, path, WriteOptions.DEFAULTS);
    }

    /**
     * Writes several images into a file: the pages of a TIFF file, or the frames of an animated GIF or PNG file (APNG). One image
     * alone is written as {@link #write(Object, Path, WriteOptions)} writes it, in any format.
     *
     * <pre>{@code
     * try (ImageFile file = ImageFiles.open(Path.of("in.gif"))) {
     *     ImageFiles.writeFrames(file.composed(), Path.of("out.png"));
     * }
     * }</pre>
     *
     * <p>Images are taken one by one when they are needed, and at most two are in memory, so that they can be computed on the way;
     * an image that was taken may be drawn on again for the next one. The frames of an animation are what is shown, whole: they
     * have the size of the first one, in PNG files its mode and profile, too. The file gets the parts that change. Pages need
     * not be alike.
     *
     * <p>A frame is shown for the milliseconds of its {@code duration} in {@code info}, or 100; {@code loop} of the first one is
     * how often the animation is played, by default 0, for ever. GIF files hold hundredths of seconds; a rounded duration is among
     * the losses. Otherwise the losses are those of all images. Metadata of an animation are those of its first image. Frames of a PNG file
     * have no palettes: with {@link WriteOptions#withColors} each gets as few colours, and the palette is among the losses.
     *
     * <p>{@link WriteOptions#withProgress} hears of each frame: of n of m if the images are a {@link Collection} or {@link
     * ImageFile#composed()}, else n / (n + 1) after n frames.
     *
     * @param images at least one {@link ImageLike}, or object that an adapter knows; iterated once. What it throws as {@link
     *     UncheckedIOException} is thrown as its cause.
     * @param path the file
     * @param options format, quality, and whether to overwrite
     * @return what was written, and what it does not keep; the mode is the first image's
     * @throws ImageFormatException if there is no image, the format holds only one, or cannot hold the images
     * @throws java.nio.file.FileAlreadyExistsException if there is a file and overwriting is off
     * @throws IOException if the file cannot be written
     * @throws org.imageop.UnsupportedImageException if no adapter knows an object
     */
    public static WriteResult writeFrames(Iterable<?> images, Path path, WriteOptions options) throws IOException {
        return writeFrames(images, path.toString(), path, options, () -> AtomicFile.at(path, options.overwrite()));
    }

    /**
     * Writes several images into a stream, in the format that the options name, as {@link #writeFrames(Iterable, Path, WriteOptions)}
     * writes them into a file. The stream gets its first byte when the file is complete.
     *
     * @param images as of {@link #writeFrames(Iterable, Path, WriteOptions)}
     * @param stream gets the bytes of the file and is flushed, not closed
     * @param options the format, which must be named, and the quality
     * @return what was written, and what it does not keep
     * @throws ImageFormatException if there is no image, the format is not named, holds only one, or cannot hold the images
     * @throws IOException what the stream throws; it may have a part of the file then
     * @throws org.imageop.UnsupportedImageException if no adapter knows an object
     */
    public static WriteResult writeFrames(Iterable<?> images, OutputStream stream, WriteOptions options)
            throws IOException {
        Objects.requireNonNull(stream, "stream");
        return writeFrames(images, "The stream", null, options, () -> Sink.of(stream));
    }

    /**
     * Writes several images into a channel, in the format that the options name, as {@link #writeFrames(Iterable, Path, WriteOptions)}
     * writes them into a file. The channel gets its first byte when the file is complete.
     *
     * @param images as of {@link #writeFrames(Iterable, Path, WriteOptions)}
     * @param channel gets the bytes of the file, and stays open
     * @param options the format, which must be named, and the quality
     * @return what was written, and what it does not keep
     * @throws ImageFormatException if there is no image, the format is not named, holds only one, or cannot hold the images
     * @throws IOException what the channel throws; it may have a part of the file then
     * @throws org.imageop.UnsupportedImageException if no adapter knows an object
     */
    public static WriteResult writeFrames(Iterable<?> images, WritableByteChannel channel, WriteOptions options)
            throws IOException {
        Objects.requireNonNull(channel, "channel");
        return writeFrames(images, "The channel", null, options, () -> Sink.of(channel));
    }

    /**
     * Writes several images into a stream of ImageIO, in the format that the options name, as {@link #writeFrames(Iterable, Path,
     * WriteOptions)} writes them into a file. The stream gets its first byte when the file is complete.
     *
     * @param images as of {@link #writeFrames(Iterable, Path, WriteOptions)}
     * @param stream gets the bytes of the file at its position, and is behind them afterwards; it is neither flushed nor closed
     * @param options the format, which must be named, and the quality
     * @return what was written, and what it does not keep
     * @throws ImageFormatException if there is no image, the format is not named, holds only one, or cannot hold the images
     * @throws IOException what the stream throws; it may have a part of the file then
     * @throws org.imageop.UnsupportedImageException if no adapter knows an object
     */
    public static WriteResult writeFrames(Iterable<?> images, ImageOutputStream stream, WriteOptions options)
            throws IOException {
        Objects.requireNonNull(stream, "stream");
        return writeFrames(images, "The stream", null, options, () -> Sink.of(stream));
    }

    private interface Place {
        Destination find() throws IOException;
    }

    private static WriteResult writeFrames(
            Iterable<?> images, String subject, @Nullable Path path, WriteOptions options, Place place)
            throws IOException {
        Watch watch = new Watch(subject + " was not written", options.progress());
        try {
            Iterator<ImageLike> each = taken(images.iterator());
            FrameWriting writing = FrameWriting.of(each, count(images), path, settings(options));
            long bytes = writing.writeTo(place.find(), watch);
            return new WriteResult(writing.format(), writing.mode(), bytes, writing.losses());
        } catch (RefusedException e) {
            throw refused(subject, e);
        } catch (ClosedByInterruptException e) {
            watch.check();
            throw e;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static int count(Iterable<?> images) {
        return images instanceof Collection<?> known ? known.size() : FrameWriting.UNKNOWN;
    }

    private static Settings settings(WriteOptions options) {
        return new Settings(
                options.format().orElse(null),
                options.quality(),
                options.colors().orElse(0),
                options.dither(),
                true);
    }

    private static Iterator<ImageLike> taken(Iterator<?> objects) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return objects.hasNext();
            }

            @Override
            public ImageLike next() {
                return Images.of(objects.next());
            }
        };
    }

    private static ImageWriting writing(Object image, String subject, @Nullable Path path, WriteOptions options)
            throws IOException {
        try {
            return ImageWriting.of(Images.of(image), path, settings(options));
        } catch (RefusedException e) {
            throw refused(subject, e);
        }
    }

    private static WriteResult write(ImageWriting writing, String subject, Destination place, WriteOptions options)
            throws IOException {
        Watch watch = new Watch(subject + " was not written", options.progress());
        try {
            long bytes = writing.writeTo(place, watch);
            return new WriteResult(writing.format(), writing.mode(), bytes, writing.losses());
        } catch (RefusedException e) {
            throw refused(subject, e);
        } catch (ClosedByInterruptException e) {
            watch.check();
            throw e;
        } catch (UncheckedIOException e) {
            throw e.getCause(); // of an image that comes from another file
        }
    }

    private static ImageFormatException refused(String subject, RefusedException e) {
        ImageFormatException refused =
                new ImageFormatException(subject + " cannot be written: " + e.getMessage(), e.getCause());
        List.of(e.getSuppressed()).forEach(refused::addSuppressed);
        return refused;
    }

    /**
     * Lists the formats whose plugins are known here, and what was found for them.
     *
     * @return an unmodifiable list in no particular order
     */
    public static List<FileFormat> formats() {
        return Codecs.all().stream().map(ImageFiles::describe).toList();
    }

    private static FileFormat describe(Codec codec) {
        Set<Mode> modes = codec.modes("");
        boolean writable = !modes.isEmpty();
        return new FileFormat(
                codec.name(),
                codec.suffixes(),
                codec.readable(),
                writable,
                modes,
                writable && codec.lossy(),
                writable && codec.joining() != FrameJoiner.Kind.NONE,
                codec.restriction());
    }
}

package org.imageop.imageio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.imageio.codecs.Codec;
import org.imageop.imageio.codecs.Codecs;
import org.imageop.imageio.codecs.RefusedException;
import org.imageop.imageio.files.AtomicFile;
import org.imageop.imageio.writing.ImageWriting;

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
 * bits, samples of 9 to 15 bits with 16, and colours of more than 16 bits with 16. Floating-point samples read with 16
 * bits, black at 0 and white at 1; signed samples with 16 over all of their range. The reader of Radiance files (HDR)
 * tones samples down to this range: v becomes v / (v + 0.1). An image that was read is wrapped around the decoded
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
        return ImageFile.open(path, options);
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
     * <p>PNG, JPEG, TIFF and BMP files keep {@code dpi} from {@code info}. PNG, JPEG, TIFF and PSD files keep
     * {@code icc_profile}, if it can be used and has the mode's colours (K-2). Files of other formats are taken for sRGB: the
     * pixels are converted to it, except for CMYK, whose numbers stay, and the loss is named as by {@link org.imageop.Images#transfer}
     * (K-4). All other entries are among the losses.
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
        try {
            ImageWriting writing = ImageWriting.of(Images.of(image), path, options.format(), options.quality());
            long bytes = writing.writeTo(AtomicFile.at(path, options.overwrite()));
            return new WriteResult(path, writing.format(), writing.mode(), bytes, writing.losses());
        } catch (RefusedException e) {
            ImageFormatException refused =
                    new ImageFormatException(path + " cannot be written: " + e.getMessage(), e.getCause());
            List.of(e.getSuppressed()).forEach(refused::addSuppressed);
            throw refused;
        }
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
                codec.restriction());
    }
}

package org.imageop.imageio;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.imageio.files.AtomicFile;
import org.imageop.imageio.files.DeviceOutput;
import org.imageop.spi.WrappedImage;
import org.jspecify.annotations.Nullable;

/** One image on its way into one file. */
final class ImageWriting {
    /** Some virtual machines have no longer ones. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final ImageLike image;
    private final Path path;
    private final Format format;
    private final WriteOptions options;
    private final @Nullable Resolution resolution;
    private final List<String> losses = new ArrayList<>();
    private Mode mode;
    private boolean resolutionKept;
    private boolean profileKept;

    private ImageWriting(ImageLike image, Path path, Format format, WriteOptions options) {
        this.image = image;
        this.path = path;
        this.format = format;
        this.options = options;
        this.mode = image.mode();
        this.resolution = Resolution.of(image.info());
    }

    static Written write(Object object, Path path, WriteOptions options) throws IOException {
        ImageLike image = Images.of(object);
        ImageWriting writing = new ImageWriting(image, path, format(path, options), options);
        List<ImageWriterSpi> writers = writing.writers();
        writing.checkRestrictions();
        AtomicFile place = AtomicFile.at(path, options.overwrite());
        RenderedImage pixels = writing.pixels();
        long bytes = place.write(channel -> writing.encode(writers, pixels, channel));
        writing.addModeLoss();
        writing.addInfoLosses();
        return new Written(path, writing.format.name(), writing.mode, bytes, writing.losses);
    }

    private static Format format(Path path, WriteOptions options) throws ImageFormatException {
        String name = options.format();
        if (name != null) {
            Format format = Format.named(name);
            if (format == null) {
                throw new ImageFormatException(path + " cannot be written: no format is called " + name + "; "
                        + writable() + " [errors.md#no-writer]");
            }
            return format;
        }
        String suffix = suffix(path);
        Format format = Format.ofSuffix(suffix);
        if (format == null) {
            throw new ImageFormatException(path + " cannot be written: "
                    + (suffix.isEmpty() ? "it has no suffix that names" : "the suffix ." + suffix + " does not name")
                    + " a known format; choose one with WriteOptions.withFormat, or another suffix; " + writable()
                    + " [errors.md#no-writer]");
        }
        return format;
    }

    private static String writable() {
        return Arrays.stream(Format.values())
                .map(Format::describe)
                .filter(FileFormat::writable)
                .map(f -> f.name() + " (." + f.suffixes().get(0) + ")")
                .collect(Collectors.joining(", ", "these can be written: ", ""));
    }

    private static String suffix(Path path) {
        Path name = path.getFileName();
        String text = name == null ? "" : name.toString();
        int dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The writers that hold the mode, the best first; at least one. */
    private List<ImageWriterSpi> writers() throws ImageFormatException {
        String suffix = options.format() == null ? suffix(path) : "";
        List<ImageWriterSpi> writers = format.writers(image.mode(), suffix);
        if (!writers.isEmpty()) {
            return writers;
        }
        Mode mode = image.mode();
        Set<Mode> held = format.modes(suffix);
        String files = format.name() + " files" + (held.equals(format.modes("")) ? "" : " named ." + suffix);
        if (held.isEmpty()) {
            throw new ImageFormatException(path + " cannot be written: there is no writer for " + files + "; "
                    + writable() + " [errors.md#no-writer]");
        }
        String what = !mode.hasAlpha() || held.stream().anyMatch(Mode::hasAlpha)
                ? files + " cannot hold the mode " + mode + ", only " + names(held)
                : files + " cannot hold alpha, as the mode " + mode + " has it, only " + names(held);
        Mode near = Nearest.mode(mode, held);
        String others = Arrays.stream(Format.values())
                .filter(f -> !f.writers(mode, "").isEmpty())
                .map(Format::name)
                .collect(Collectors.joining(", "));
        throw new ImageFormatException(path + " cannot be written: " + what
                + "; convert the image to " + near + " first with StandardImage.from(image, Mode." + near + ")"
                + (others.isEmpty() ? "; no file format holds " + mode + " as it is" : ", or use one of " + others)
                + " [errors.md#mode-not-held]");
    }

    private static String names(Set<Mode> modes) {
        return modes.stream().map(Mode::name).collect(Collectors.joining(", "));
    }

    private void checkRestrictions() throws ImageFormatException {
        int width = image.width();
        int height = image.height();
        boolean held = Math.max(width, height) <= format.longestSide()
                && (format != Format.ICNS
                        || (width == height
                                && Set.of(16, 32, 64, 128, 256, 512, 1024).contains(width)));
        if (!held) {
            throw new ImageFormatException(path + " cannot be written: the image is " + width + "×" + height
                    + ", and in " + format + " files " + format.restriction()
                    + "; resize it with StandardImage.from(image, width, height) [errors.md#format-restriction]");
        }
        // a palette's index is one sample
        demandOneArray(format == Format.GIF ? 1 : image.components());
        if (format == Format.GIF) {
            checkAlpha();
        }
    }

    private void checkAlpha() throws ImageFormatException {
        GifColors.Alpha alpha = GifColors.alpha(image);
        if (alpha == GifColors.Alpha.NOT_HELD) {
            throw new ImageFormatException(path + " cannot be written: the image has translucent pixels, and in GIF"
                    + " files " + format.restriction()
                    + "; make its alpha 0 or 255 with image.plane(\"a\").map, or use PNG"
                    + " [errors.md#format-restriction]");
        } else if (alpha == GifColors.Alpha.KEPT_WITHOUT_COLOURS) {
            losses.add("colours of transparent pixels");
        }
    }

    /**
     * Refuses what AWT has no image for, before a pixel is touched.
     *
     * @param components of the image that the writer is given
     */
    private void demandOneArray(int components) throws ImageFormatException {
        if (fits(components, image.width(), format == Format.PNG ? 1 : image.height())) {
            return;
        }
        boolean png =
                format != Format.PNG && !Format.PNG.writers(image.mode(), "").isEmpty();
        throw new ImageFormatException(path + " cannot be written: the image is " + image.width() + "×" + image.height()
                + " " + image.mode() + ", and for " + format + " files "
                + (format == Format.PNG ? "a row of its" : "all of its")
                + " samples must fit one array of " + LONGEST_ARRAY + "; "
                + (png ? "use PNG, which is written strip by strip, or crop or resize it" : "crop or resize it")
                + " [errors.md#image-too-large]");
    }

    private static boolean fits(int components, int width, int height) {
        return (long) width * components <= LONGEST_ARRAY / height;
    }

    private RenderedImage pixels() throws ImageFormatException {
        if (format == Format.GIF) {
            BufferedImage indexed = GifColors.indexed(image);
            if (indexed != null) {
                return indexed;
            }
            demandOneArray(image.components());
            losses.add("more than 256 colours → 256");
        }
        if (format.lossy()) {
            losses.add("lossy compression");
        }
        return inStrips(image, format) ? strips() : Canvas.of(image);
    }

    /** Computed from the samples even if there is memory, which a writer could take for another than it is. */
    private RenderedImage strips() {
        SampleRows rows = Images.rows(image);
        return Images.to(
                WrappedImage.of(image, image.mode(), image.width(), image.height(), rows), RenderedImage.class);
    }

    /**
     * Whether the pixels are computed strip by strip while they are written: PNG images, whose writer asks for rows from
     * the top and lets go of what it has written, that would take much of the heap in one piece. So are those in memory
     * that no array of AWT holds.
     */
    static boolean inStrips(ImageLike image, Format format) {
        boolean large = image.buffer().layout().isEmpty()
                && image.buffer().length() > Runtime.getRuntime().maxMemory() / 4;
        return format == Format.PNG && (large || !fits(image.components(), image.width(), image.height()));
    }

    private void addModeLoss() {
        if (mode != image.mode()) {
            losses.add(image.mode() + " → " + mode);
        }
    }

    private void addInfoLosses() {
        for (Map.Entry<String, Object> entry : image.info().entrySet()) {
            String key = entry.getKey();
            boolean kept = key.equals(InfoKeys.FORMAT)
                    || (key.equals(InfoKeys.ORIENTATION) && Integer.valueOf(1).equals(entry.getValue()));
            kept |= key.equals(InfoKeys.DPI) && resolutionKept;
            kept |= key.equals(InfoKeys.ICC_PROFILE) && profileKept;
            if (!kept) {
                losses.add("info " + key);
            }
        }
    }

    /** Tries one writer after the other. */
    private void encode(List<ImageWriterSpi> writers, RenderedImage pixels, FileChannel channel) throws IOException {
        List<Guard.PluginFailure> failures = new ArrayList<>();
        for (ImageWriterSpi spi : writers) {
            channel.truncate(0);
            channel.position(0);
            DeviceOutput output = new DeviceOutput(Channels.newOutputStream(channel));
            try {
                Guard.call(() -> {
                    encode(spi, pixels, output);
                    return output;
                });
                if (channel.size() == 0) {
                    throw new Guard.PluginFailure(new IOException("it wrote nothing"));
                }
                complete(channel);
                return;
            } catch (Guard.PluginFailure e) {
                output.throwFailure();
                failures.add(e);
            }
        }
        ImageFormatException e = new ImageFormatException(
                path + " cannot be written as a " + format.name() + " file of a " + image.width() + "×" + image.height()
                        + " " + image.mode() + " image: " + failures.get(0).getMessage()
                        + "; use another format, or report it [errors.md#writer-failed]",
                failures.get(0).getCause());
        failures.subList(1, failures.size()).forEach(f -> e.addSuppressed(f.getCause()));
        throw e;
    }

    /** Adds what a writer leaves out, and looks what it made of the mode and the profile. */
    private void complete(FileChannel channel) throws IOException {
        if (format == Format.BMP && resolution != null) {
            resolution.patchBmp(channel);
            resolutionKept = true;
        } else if (format == Format.TGA) {
            channel.position(channel.size());
            channel.write(ByteBuffer.wrap(TgaHeader.footer()));
        } else if (format == Format.GIF) {
            mode = GifTable.mode(Source.of(channel));
        }
        // a profile comes with the colour model of an image that was read, not from info, and not all writers take it
        profileKept = image.info().get(InfoKeys.ICC_PROFILE) instanceof byte[] profile
                && FileInfo.read(Source.of(channel), format, 0).get(InfoKeys.ICC_PROFILE) instanceof byte[] written
                && Profiles.same(profile, written);
    }

    private void encode(ImageWriterSpi spi, RenderedImage pixels, DeviceOutput output) throws IOException {
        ImageWriter writer = spi.createWriterInstance();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(output)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format == Format.GIF) {
                param.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
            } else if (format == Format.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality((float) options.quality());
            }
            writer.write(null, new IIOImage(pixels, null, metadata(writer, pixels, param)), param);
        } finally {
            writer.dispose();
        }
    }

    private @Nullable IIOMetadata metadata(ImageWriter writer, RenderedImage pixels, ImageWriteParam param)
            throws IOException {
        resolutionKept = false;
        boolean ofTheJdk = writer.getClass().getModule() == ImageWriter.class.getModule();
        if (!ofTheJdk) {
            return null;
        }
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(pixels), param);
        if (format == Format.JPEG && image.mode() == Mode.CMYK) {
            storeInks(metadata);
            return metadata;
        }
        IIOMetadata resolved = resolution == null || metadata == null ? null : resolution.addTo(metadata, format);
        resolutionKept = resolved != null;
        return resolved;
    }

    /** Adobe's CMYK: otherwise the writer announces YCCK and stores CMYK all the same. */
    private static void storeInks(IIOMetadata metadata) throws IOException {
        String name = "javax_imageio_jpeg_image_1.0";
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(name);
        ((IIOMetadataNode) root.getElementsByTagName("app14Adobe").item(0)).setAttribute("transform", "0");
        metadata.setFromTree(name, root);
    }
}

package org.imageop.imageio.writing;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageWriterSpi;
import org.imageop.ImageLike;
import org.imageop.IndexedImage;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.Quantizer;
import org.imageop.StandardImage;
import org.imageop.color.Profiles;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.RefusedException;
import org.imageop.imageio.codec.WrittenPalette;
import org.imageop.imageio.files.Destination;
import org.imageop.imageio.files.FileOutput;
import org.imageop.imageio.formats.Codecs;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.InfoLosses;
import org.imageop.imageio.metadata.WrittenInfo;
import org.imageop.imageio.pixels.AlphaUse;
import org.imageop.imageio.plugins.PluginCall;
import org.imageop.imageio.plugins.PluginFailure;
import org.imageop.imageio.plugins.Plugins;
import org.imageop.imageio.plugins.Watch;
import org.imageop.spi.Losses;
import org.jspecify.annotations.Nullable;

/** An image on its way into a file. */
public final class ImageWriting {
    private static final String HIDDEN_COLORS = "colours of transparent pixels";

    private final ImageLike image;
    private final Codec codec;
    private final List<ImageWriterSpi> writers;
    private final Settings settings;
    private final List<String> losses = new ArrayList<>();
    private Mode mode;

    private ImageWriting(ImageLike image, Codec codec, List<ImageWriterSpi> writers, Settings settings) {
        this.image = image;
        this.codec = codec;
        this.writers = writers;
        this.settings = settings;
        this.mode = image.mode();
    }

    /**
     * Refuses what can be known to fail, before anything is converted or created.
     *
     * @param path for its suffix; null for bytes that have no path
     * @throws RefusedException if the format is unknown, or cannot hold the image
     */
    public static ImageWriting of(ImageLike image, @Nullable Path path, Settings settings) throws RefusedException {
        FormatChoice choice = FormatChoice.of(settings.format(), path);
        Mode mode = settings.colors() > 0 ? Quantizer.DEFAULT.mode(image) : image.mode();
        List<ImageWriterSpi> writers = choice.writers(mode);
        choice.codec().check(image, Codecs::unbounded);
        return new ImageWriting(image, choice.codec(), writers, settings);
    }

    /** The name of the format. */
    public String format() {
        return codec.name();
    }

    /** The mode that the written file has when it is read. */
    public Mode mode() {
        return mode;
    }

    /** What the written file does not keep, as short phrases. */
    public List<String> losses() {
        return losses;
    }

    /**
     * Writes the file.
     *
     * @param watch sees how far it is, and may end it
     * @return the number of bytes
     */
    public long writeTo(Destination place, Watch watch) throws IOException {
        WrittenColors colors = WrittenColors.of(image, codec);
        ImageLike reduced = reduced(colors.image());
        RenderedImage pixels = codec.pixels(reduced, losses);
        WrittenInfo info = WrittenInfo.of(image, colors.profile());
        return place.write(channel -> {
            if (!writeRows(reduced, channel, watch)) {
                encode(pixels, info, channel, watch);
            }
            codec.complete(channel, info);
            addLosses(FileBytes.of(channel), reduced.mode(), info, colors);
            watch.goesOn(1);
            watch.check();
        });
    }

    private boolean writeRows(ImageLike rows, SeekableByteChannel channel, Watch watch) throws IOException {
        try (FileOutput output = new FileOutput(channel, watch)) {
            return codec.writeRows(rows, output, watch);
        }
    }

    /** An indexed image, if the options or the format want few colours. */
    private ImageLike reduced(ImageLike pixels) {
        int most = settings.colors() > 0 ? settings.colors() : codec.mostColors();
        if (most == Integer.MAX_VALUE) {
            return pixels;
        }
        IndexedImage own = settings.palette() ? WrittenPalette.own(pixels) : null;
        if (own != null && own.palette().size() <= most && codec.holds(own.palette())) {
            if (codec.mostColors() < Integer.MAX_VALUE && AlphaUse.of(pixels).hiddenColors()) {
                losses.add(HIDDEN_COLORS); // what is transparent in a GIF file is so without a colour
            }
            return own;
        }
        Quantizer quantizer = Quantizer.DEFAULT.withColors(most).withDither(settings.dither());
        IndexedImage exact = quantizer.exact(pixels).orElse(null);
        IndexedImage indexed = exact == null ? quantizer.quantize(pixels) : exact;
        if (AlphaUse.of(pixels).hiddenColors()) {
            losses.add(HIDDEN_COLORS);
        }
        if (exact == null) {
            losses.add("more than " + most + " colours → " + most);
        }
        if (!settings.palette()) {
            losses.add("palette");
            return StandardImage.from(indexed, image.mode());
        }
        return indexed;
    }

    /** Tries one writer after the other. */
    private void encode(RenderedImage pixels, WrittenInfo info, SeekableByteChannel channel, Watch watch)
            throws IOException {
        List<PluginFailure> failures = new ArrayList<>();
        for (ImageWriterSpi spi : writers) {
            channel.truncate(0);
            channel.position(0);
            FileOutput output = new FileOutput(channel, watch);
            try {
                PluginCall.guard(() -> {
                    encode(spi, pixels, info, output, watch);
                    if (channel.size() == 0) {
                        throw new IOException("it wrote nothing");
                    }
                    return channel;
                });
                watch.check(); // a writer that is stopped returns
                return;
            } catch (PluginFailure e) {
                watch.check();
                output.throwFailure();
                if (e.getCause() instanceof UncheckedIOException unread) {
                    throw unread.getCause(); // pixels that come from another file
                }
                failures.add(e);
            }
        }
        PluginFailure first = failures.get(0);
        RefusedException e = new RefusedException(
                "no writer made a " + codec.name() + " file of a " + image.width() + "×" + image.height() + " "
                        + image.mode() + " image: " + first.getMessage()
                        + "; use another format, or report it [errors.md#writer-failed]",
                first.getCause());
        failures.subList(1, failures.size()).forEach(f -> e.addSuppressed(f.getCause()));
        throw e;
    }

    private void encode(ImageWriterSpi spi, RenderedImage pixels, WrittenInfo info, FileOutput output, Watch watch)
            throws IOException {
        ImageWriter writer = spi.createWriterInstance();
        try (output) {
            writer.setOutput(output);
            writer.addIIOWriteProgressListener(new WriteProgress(watch));
            ImageWriteParam param = writer.getDefaultWriteParam();
            codec.configure(param, settings.quality());
            IIOMetadata ofFile = codec.streamMetadata(writer.getDefaultStreamMetadata(param));
            writer.write(ofFile, new IIOImage(pixels, null, metadata(writer, pixels, info, param)), param);
        } finally {
            writer.dispose();
        }
    }

    private @Nullable IIOMetadata metadata(
            ImageWriter writer, RenderedImage pixels, WrittenInfo info, ImageWriteParam param) throws IOException {

        IIOMetadata metadata = Plugins.isOfTheJdk(writer)
                ? writer.getDefaultImageMetadata(new ImageTypeSpecifier(pixels), param)
                : null;
        return metadata == null ? null : codec.metadata(metadata, image.mode(), info);
    }

    /** Looks at what came out, because writers do not report what they leave out. */
    private void addLosses(FileBytes file, Mode given, WrittenInfo info, WrittenColors colors) throws IOException {
        mode = codec.writtenMode(file, given);
        if (mode != image.mode()) {
            losses.add(image.mode() + " → " + mode);
        }
        if (Losses.hasNumbers(image) && !codec.holdsNumbers(image.mode())) {
            losses.add(Losses.range(mode.bitsPerComponent()));
        }
        FileInfo reading = new FileInfo();
        codec.readInfo(file, 0, reading);
        Map<String, Object> written = reading.entries();
        List<String> missing = InfoLosses.of(info, written);
        if (Profiles.of(image).isPresent()) {
            missing.remove("info " + InfoKeys.ICC_PROFILE); // the loss of colours has its own words
        }
        losses.addAll(missing);
        if (colors.profile() != null && !Arrays.equals(colors.profile(), (byte[]) written.get(InfoKeys.ICC_PROFILE))) {
            losses.add(Losses.PROFILE);
        } else if (colors.loss() != null) {
            losses.add(colors.loss());
        }
    }
}

package org.imageop.imageio.codec;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageWriterSpi;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.imageio.files.FileOutput;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.WrittenInfo;
import org.imageop.imageio.pixels.WriterImage;
import org.imageop.imageio.plugins.Plugins;
import org.imageop.imageio.plugins.Watch;
import org.imageop.imageio.sequence.FrameIndex;
import org.imageop.imageio.sequence.FrameJoiner;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one file format: names, plugins, what writers hold, metadata, mistakes of plugins to be mended, and
 * which sizes are credible. Nothing outside of the formats' packages asks which format a file has.
 *
 * <p>This class serves formats without peculiarities. Every other format has a class that overrides what is peculiar.
 */
public class Codec {
    private final String name;
    private final List<String> suffixes;
    private final List<String> readers = new ArrayList<>();
    private final Map<String, Set<Mode>> writers = new LinkedHashMap<>();

    /**
     * Names a format.
     *
     * @param name in upper case
     * @param suffixes in lower case, the usual one first
     */
    protected Codec(String name, String... suffixes) {
        this.name = name;
        this.suffixes = List.of(suffixes);
    }

    /** A format that is only read, and as its reader does it. */
    public static Codec plain(String name, String reader, String... suffixes) {
        Codec codec = new Codec(name, suffixes);
        codec.addReader(reader);
        return codec;
    }

    /** A format of which nothing is known but its name. */
    public static Codec unknown(String name) {
        return new Codec(name);
    }

    /** Adds a reader, the best first, by its class without {@code ImageReaderSpi}. */
    protected final void addReader(String stem) {
        readers.add(stem + "ImageReaderSpi");
    }

    /**
     * Adds a writer, the best first, by its class without {@code ImageWriterSpi}.
     *
     * @param modes the modes that it holds as measured: {@code canEncodeImage} promises much that is then lost, swapped
     *     or refused
     */
    protected final void addWriter(String stem, Mode... modes) {
        writers.put(stem + "ImageWriterSpi", Set.of(modes));
    }

    /** The format's name, such as {@code "PNG"}. */
    public final String name() {
        return name;
    }

    /** The suffixes of its files, in lower case, the usual one first. */
    public final List<String> suffixes() {
        return suffixes;
    }

    /** Whether writing changes samples. */
    public boolean lossy() {
        return false;
    }

    /** Which images of held modes are refused or kept only in part, as a clause; empty if there are none. */
    public String restriction() {
        return longestSide() == Integer.MAX_VALUE ? "" : "sides are at most " + longestSide() + " pixels";
    }

    /** The length of the longest ICC profile that its files hold and its writers' metadata can get; most formats hold none. */
    public int longestProfile() {
        return 0;
    }

    /** The longest side that its header can have. */
    protected int longestSide() {
        return Integer.MAX_VALUE;
    }

    /** Whether files of a suffix may have a mode that the writers hold. Most suffixes, and no suffix, allow all modes. */
    protected boolean allows(Mode mode, String suffix) {
        return true;
    }

    /** The classes of its readers, the best first. */
    public final List<String> readers() {
        return readers;
    }

    /** The classes of its readers and writers. */
    public final List<String> plugins() {
        return Stream.concat(readers.stream(), writers.keySet().stream()).toList();
    }

    /** Whether a reader was found. */
    public final boolean readable() {
        return Plugins.readers().stream()
                .anyMatch(spi -> readers.contains(spi.getClass().getName()));
    }

    /** The writers found that hold a mode in files of a suffix, the best first. */
    public final List<ImageWriterSpi> writers(Mode mode, String suffix) {
        List<ImageWriterSpi> holding = new ArrayList<>();
        writers.forEach((writer, modes) -> {
            if (modes.contains(mode) && allows(mode, suffix)) {
                Plugins.writers().stream()
                        .filter(spi -> spi.getClass().getName().equals(writer))
                        .forEach(holding::add);
            }
        });
        return holding;
    }

    /** The modes that the writers found hold in files of a suffix. */
    public final Set<Mode> modes(String suffix) {
        EnumSet<Mode> modes = EnumSet.noneOf(Mode.class);
        for (Mode mode : Mode.values()) {
            if (!writers(mode, suffix).isEmpty()) {
                modes.add(mode);
            }
        }
        return modes;
    }

    /**
     * The images of a file, where its readers see less than its own structure lists.
     *
     * @param most after so many images the rest is left out
     * @return null if the readers count them rightly, and each is an image of its own
     */
    public @Nullable FrameIndex frames(FileBytes file, int most) throws IOException {
        return null;
    }

    /** Whether a file holds one image for certain, so that readers need not count. */
    public boolean single(FileBytes file) throws IOException {
        return false;
    }

    /** Whether the largest image comes first, wherever it is in the file: the others are the same picture for smaller places. */
    public boolean largestFirst() {
        return false;
    }

    /** How the frames of a file are decoded. */
    public Decoder decoder(FileBytes file) throws IOException {
        return new Decoder();
    }

    /** Looks up the metadata of a frame. */
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        // most formats have none
    }

    /** The least number of bytes of a file whose header announces a size. The header of a shorter file lies. */
    public long fewestBytes(FileBytes file, ImageSize announced) throws IOException {
        return 0;
    }

    /** Receives the images that readers decode although the file does not announce their sizes. */
    @FunctionalInterface
    public interface HiddenImages {
        /** Judges a size, and how often a reader passes over it, or throws. */
        void found(long width, long height, long passes) throws IOException;
    }

    /** Looks through a frame for images of other sizes than the file announces. */
    public void findHidden(FileBytes file, int frame, HiddenImages hidden) throws IOException {
        // most formats announce all images
    }

    /** The rows of a frame as files of their own; null if they are not to be had without the whole frame. */
    public @Nullable Strips strips(FileBytes file, int frame) throws IOException {
        return null;
    }

    /** Whether files are written strip by strip, so that no array need hold all of an image. */
    public boolean inStrips() {
        return false;
    }

    /**
     * Writes an image row by row without a plugin, if it needs strips and no plugin writes them.
     *
     * @return whether the file was written
     */
    public boolean writeRows(ImageLike image, FileOutput output, Watch watch) throws IOException {
        return false;
    }

    /** How many bytes of pixels its writers can bring into a file. */
    public long mostPixelBytes() {
        return Long.MAX_VALUE;
    }

    /**
     * Refuses an image that the format cannot hold although it holds the mode. No pixel is converted.
     *
     * @param unbounded the names of the formats that hold images of a mode of any size, for the advice
     */
    public void check(ImageLike image, Function<Mode, String> unbounded) throws RefusedException {
        if (!fits(image.size())) {
            throw new RefusedException("the image is " + image.width() + "×" + image.height() + ", and in " + name
                    + " files " + restriction()
                    + "; resize it with StandardImage.from(image, width, height) [errors.md#format-restriction]");
        }
        if (image.buffer().length() > mostPixelBytes()) {
            String others = unbounded.apply(image.mode());
            throw new RefusedException("the image is " + image.width() + "×" + image.height() + " " + image.mode()
                    + ", which is " + image.buffer().length() + " bytes, and " + name + " files hold at most "
                    + mostPixelBytes() + "; " + (others.isEmpty() ? "" : "use " + others + ", or ")
                    + "crop or resize it [errors.md#image-too-large]");
        }
        demandOneArray(image, unbounded);
    }

    /** The samples of a pixel in the form that the writers take. */
    protected int samplesOfPixel(ImageLike image) {
        return image.components();
    }

    /** Whether an image may have a size. */
    protected boolean fits(ImageSize size) {
        return Math.max(size.width(), size.height()) <= longestSide();
    }

    /** Refuses pixels that no AWT image holds. */
    private void demandOneArray(ImageLike image, Function<Mode, String> unbounded) throws RefusedException {
        if (WriterImage.fitsOneArray(samplesOfPixel(image), image.width(), inStrips() ? 1 : image.height())) {
            return;
        }
        String others = inStrips() ? "" : unbounded.apply(image.mode());
        throw new RefusedException("the image is " + image.width() + "×" + image.height() + " " + image.mode()
                + ", and for " + name + " files " + (inStrips() ? "a row of its" : "all of its")
                + " samples must fit one array of " + WriterImage.LONGEST_ARRAY + "; "
                + (others.isEmpty() ? "" : "use a format that is written strip by strip, " + others + ", or ")
                + "crop or resize it [errors.md#image-too-large]");
    }

    /** Whether there is a writer for a mode. */
    public final boolean holds(Mode mode) {
        return !writers(mode, "").isEmpty();
    }

    /** Whether a palette of no more than {@link #mostColors} entries can be written as it is. */
    public boolean holds(ImagePalette palette) {
        return true;
    }

    /** How many colours a file has at most; images of more are reduced to so many. */
    public int mostColors() {
        return Integer.MAX_VALUE;
    }

    /**
     * The pixels of an image that was checked, in the form that the writers take.
     *
     * @param losses gets what they do not keep
     */
    public RenderedImage pixels(ImageLike image, List<String> losses) throws RefusedException {
        if (lossy()) {
            losses.add("lossy compression");
        }
        return inStrips() && needsStrips(image) ? WriterImage.inStrips(image) : WriterImage.of(image);
    }

    /**
     * Whether an image would take much of the heap in one piece, or no array of AWT holds it. A writer of strips asks for
     * rows from the top and lets go of what it has written.
     */
    public static boolean needsStrips(ImageLike image) {
        boolean large = image.buffer().layout().isEmpty()
                && image.buffer().length() > Runtime.getRuntime().maxMemory() / 4;
        return large || !WriterImage.fitsOneArray(image.components(), image.width(), image.height());
    }

    /** Whether numbers of a range (L-8) are kept in files of a mode; most formats keep the samples alone. */
    public boolean holdsNumbers(Mode mode) {
        return false;
    }

    /** Sets what is not left to a writer. */
    public void configure(ImageWriteParam param, double quality) {
        // most writers need nothing
    }

    /**
     * The metadata for a writer of the JDK.
     *
     * @param metadata the writer's own, to be changed
     * @param mode the mode of the pixels
     * @return what to write, or null to leave it to the writer
     */
    public @Nullable IIOMetadata metadata(IIOMetadata metadata, Mode mode, WrittenInfo info) throws IOException {
        return null;
    }

    /**
     * The metadata for a writer that concern the whole file.
     *
     * @param metadata the writer's own, to be changed, or null if it has none
     * @return what to write, or null to leave it to the writer
     */
    public @Nullable IIOMetadata streamMetadata(@Nullable IIOMetadata metadata) throws IOException {
        return null;
    }

    /** Adds to a finished file what its writer leaves out. */
    public void complete(SeekableByteChannel file, WrittenInfo info) throws IOException {
        // most writers leave nothing out
    }

    /** What several images are in a file. */
    public FrameJoiner.Kind joining() {
        return FrameJoiner.Kind.NONE;
    }

    /**
     * Joins files of one image each into a file of several.
     *
     * @param file empty
     * @param canvas the size of an animation
     * @param plays how often an animation is played, 0 for ever
     */
    public FrameJoiner joiner(SeekableByteChannel file, ImageSize canvas, int plays) {
        throw new UnsupportedOperationException(name + " files hold one image");
    }

    /** The duration of a frame, in milliseconds, that an animation holds in the place of another. */
    public double nearestDuration(double duration) {
        return duration;
    }

    /** How often an animation can be played in the place of another number. */
    public int nearestPlays(int plays) {
        return plays;
    }

    /** The mode that a finished file has when it is read; usually the image's. */
    public Mode writtenMode(FileBytes file, Mode mode) throws IOException {
        return mode;
    }
}

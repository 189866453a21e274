package org.imageop.imageio.formats.tiff;

import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.CMYK64;
import static org.imageop.Mode.L;
import static org.imageop.Mode.L16;
import static org.imageop.Mode.L32;
import static org.imageop.Mode.LA;
import static org.imageop.Mode.LA32;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGB48;
import static org.imageop.Mode.RGBA;
import static org.imageop.Mode.RGBA64;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.spi.ImageReaderSpi;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.codec.RefusedException;
import org.imageop.imageio.codec.Strips;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.FileInput;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.TiffAppendix;
import org.imageop.imageio.metadata.TiffFields;
import org.imageop.imageio.metadata.TiffTags;
import org.imageop.imageio.metadata.WrittenInfo;
import org.imageop.imageio.pixels.WriterImage;
import org.imageop.imageio.plugins.Plugins;
import org.imageop.imageio.sequence.FrameJoiner;
import org.imageop.spi.Losses;
import org.jspecify.annotations.Nullable;

/** TIFF and BigTIFF: tags for each frame. */
public final class TiffCodec extends Codec {
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final String JDK = "com.sun.imageio.plugins.tiff.TIFF";
    private static final String STREAM = "javax_imageio_tiff_stream_1.0";
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.tiff.";

    public TiffCodec() {
        super("TIFF", "tif", "tiff", "btf", "tf8");
        addReader(TWELVE_MONKEYS + "TIFF");
        addReader(TWELVE_MONKEYS + "BigTIFF");
        addReader(JDK);
        addWriter(JDK, L, L16, L32, LA, LA32, RGB, RGB48, RGBA, RGBA64, CMYK, CMYK64);
        addWriter(TWELVE_MONKEYS + "TIFF", L, L16, L32, LA, RGB, RGBA, CMYK);
    }

    @Override
    public FrameJoiner.Kind joining() {
        return FrameJoiner.Kind.PAGES;
    }

    @Override
    public FrameJoiner joiner(SeekableByteChannel file, ImageSize canvas, int plays) {
        return new TiffJoiner(file);
    }

    @Override
    public Decoder decoder(FileBytes file) {
        return new TiffDecoder(file);
    }

    /** Readers make a tile at once, whatever the size of the image. */
    @Override
    public void findHidden(FileBytes file, int frame, HiddenImages hidden) throws IOException {
        TiffPage page = TiffPage.read(file, frame);
        hidden.found(page.integer(TILE_WIDTH, 0), page.integer(TILE_HEIGHT, 0), 1);
        TiffJpegs.find(file, page, hidden);
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        info.tiff(TiffTags.read(file, frame));
    }

    @Override
    public @Nullable Strips strips(FileBytes file, int frame) throws IOException {
        TiffPage page = TiffPage.read(file, frame);
        TiffStrips strips = TiffStrips.of(file, frame);
        if (strips != null && page.hasNumbers() && page.isMeasured()) {
            strips.measure(reader(file));
        }
        return strips;
    }

    /** The best reader that knows a file. */
    private ImageReaderSpi reader(FileBytes file) throws IOException {
        for (String name : readers()) {
            for (ImageReaderSpi spi : Plugins.readers()) {
                try (FileInput input = new FileInput(file)) {
                    if (spi.getClass().getName().equals(name) && spi.canDecodeInput(input)) {
                        return spi;
                    }
                }
            }
        }
        throw new IOException("No reader knows the file");
    }

    @Override
    public boolean inStrips() {
        return true;
    }

    /** Offsets have 32 bits; the rest is for strips' places and metadata. */
    @Override
    public long mostPixelBytes() {
        return (1L << 32) - (1L << 28);
    }

    /** Numbers of a range are written as floats; 8 bits and 32 keep their samples, so that they read as the same mode. */
    @Override
    public boolean holdsNumbers(Mode mode) {
        return mode.bitsPerComponent() == 16;
    }

    @Override
    public RenderedImage pixels(ImageLike image, List<String> losses) throws RefusedException {
        if (!holdsNumbers(image.mode()) || !Losses.hasNumbers(image)) {
            return super.pixels(image, losses);
        }
        return WriterImage.numbers(image, losses);
    }

    @Override
    public int longestProfile() {
        return Integer.MAX_VALUE;
    }

    @Override
    public IIOMetadata metadata(IIOMetadata metadata, Mode mode, WrittenInfo info) throws IOException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        TiffFields.add(info, directory);
        if (mode == L32) {
            // the writer takes ints for signed ones
            char[] unsigned = {BaselineTIFFTagSet.SAMPLE_FORMAT_UNSIGNED_INTEGER};
            directory.addTIFFField(new TIFFField(
                    BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_SAMPLE_FORMAT),
                    TIFFTag.TIFF_SHORT,
                    1,
                    unsigned));
        }
        return directory.getAsMetadata();
    }

    /** The byte order of nearly all machines: there are programs that read unsigned samples of 32 bits in no other. */
    @Override
    public @Nullable IIOMetadata streamMetadata(@Nullable IIOMetadata metadata) throws IOException {
        if (metadata == null) {
            return null;
        }
        IIOMetadataNode root = new IIOMetadataNode(STREAM);
        IIOMetadataNode order = new IIOMetadataNode("ByteOrder");
        order.setAttribute("value", "LITTLE_ENDIAN");
        root.appendChild(order);
        metadata.setFromTree(STREAM, root);
        return metadata;
    }

    @Override
    public void complete(SeekableByteChannel file, WrittenInfo info) throws IOException {
        byte[] exif = info.exif();
        if (exif != null) {
            TiffAppendix.append(file, 0, exif);
        }
    }
}

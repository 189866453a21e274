package org.imageop.imageio.formats.tiff;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.imageop.ColorFamily;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.codec.LeftOut;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.pixels.DecodedImage;
import org.imageop.imageio.pixels.LabColors;
import org.imageop.imageio.pixels.MeasuredRange;
import org.imageop.imageio.pixels.PlainSpace;
import org.jspecify.annotations.Nullable;

/**
 * Keeps floats and signed numbers as they are, and reports channels that are not colours: readers clip the former and drop
 * the latter.
 */
final class TiffDecoder extends Decoder {
    private final FileBytes file;
    private final Map<Integer, TiffPage> pages = new HashMap<>();

    TiffDecoder(FileBytes file) {
        this.file = file;
    }

    private TiffPage page(int frame) throws IOException {
        TiffPage page = pages.get(frame);
        if (page == null) {
            page = TiffPage.read(file, frame);
            pages.put(frame, page);
        }
        return page;
    }

    @Override
    public Mode mode(ImageReader reader, int frame) throws IOException {
        TiffPage page = page(frame);
        if (!isUnpacked(page)) {
            return super.mode(reader, frame);
        }
        WritableRaster pixel = Raster.createBandedRaster(DataBuffer.TYPE_INT, 1, 1, page.samples(), null);
        int bands = colors(page, pixel).getNumBands();
        return bands == page.colors() ? deep(page) : deep(page).withAlpha();
    }

    /** Whether samples are taken out of the bytes of the file. */
    private static boolean isUnpacked(TiffPage page) throws IOException {
        if (page.isLab() && !page.isConvertibleLab()) {
            throw new IOException(
                    "its colours are those of CIE Lab, but not in unsigned samples of 8 or 16 bits, without"
                            + " compression or with LZW, Deflate or PackBits");
        }
        return page.hasNumbers() || page.isMisread() || page.isLab();
    }

    /** The mode of the colours of unpacked samples. */
    private static Mode deep(TiffPage page) throws IOException {
        if (page.isInk()) {
            return Mode.CMYK64;
        }
        if (!page.hasNumbers() && page.bits() <= 8) {
            return page.colors() == 1 ? Mode.L : Mode.RGB;
        }
        boolean alone = page.samples() == 1 || page.alpha() < 0;
        return page.colors() > 1 ? Mode.RGB48 : !page.hasNumbers() && page.bits() > 16 && alone ? Mode.L32 : Mode.L16;
    }

    @Override
    public int bytesPerPixel(ImageReader reader, int frame) throws IOException {
        TiffPage page = page(frame);
        return isUnpacked(page)
                ? Math.multiplyExact(page.samples(), DataBuffer.getDataTypeSize(TiffSamples.dataType(page)) / 8)
                : super.bytesPerPixel(reader, frame);
    }

    @Override
    public BufferedImage read(ImageReader reader, int frame) throws IOException {
        TiffPage page = page(frame);
        return isUnpacked(page)
                ? image(page, TiffSamples.read(file, page, reader.getOriginatingProvider()))
                : super.read(reader, frame);
    }

    /**
     * The type whose alpha is that of the file. A reader offers others first, and puts colours that are multiplied by alpha, and
     * channels that are not alpha, into them as they are.
     */
    @Override
    protected ImageTypeSpecifier type(ImageReader reader, int frame) throws IOException {
        TiffPage page = page(frame);
        ImageTypeSpecifier first = super.type(reader, frame);
        ColorSpace space = first.getColorModel().getColorSpace();
        Iterator<ImageTypeSpecifier> types = types(reader, frame);
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            ColorModel model = type.getColorModel();
            if (model.getColorSpace().equals(space)
                    && model.hasAlpha() == page.alpha() >= 0
                    && model.isAlphaPremultiplied() == page.premultiplied()) {
                return type;
            }
        }
        return first;
    }

    /** No mode has inks and alpha. */
    @Override
    protected BufferedImage mend(BufferedImage image) {
        return DecodedImage.inksWithoutAlpha(image);
    }

    @Override
    public @Nullable WritableRaster channels(ImageReader reader, int frame) throws IOException {
        TiffPage page = page(frame);
        return page.isPlain() || page.isMisread()
                ? TiffSamples.read(file, page, reader.getOriginatingProvider())
                : null;
    }

    @Override
    public List<String> leftOut(ImageReader reader, int frame) throws IOException {
        TiffPage page = page(frame);
        return LeftOut.channels(page.otherChannels(), page.isInk() && page.alpha() >= 0);
    }

    /** The bands that are colours, and alpha if the mode has it. */
    private static WritableRaster colors(TiffPage page, WritableRaster samples) {
        boolean alpha = page.alpha() >= 0 && !page.isInk();
        int[] bands = IntStream.concat(
                        IntStream.range(0, page.colors()), alpha ? IntStream.of(page.alpha()) : IntStream.empty())
                .toArray();
        return samples.createWritableChild(0, 0, samples.getWidth(), samples.getHeight(), 0, 0, bands);
    }

    private static BufferedImage image(TiffPage page, WritableRaster samples) throws IOException {
        WritableRaster colors = colors(page, samples);
        if (page.isInverted() && page.isMisread()) {
            invert(colors);
        }
        if (page.isLab()) {
            boolean offset = page.photometric() == TiffPage.ICC_LAB;
            return LabColors.toRgb(colors, page.bits(), offset, page.premultiplied());
        }
        boolean alpha = colors.getNumBands() > page.colors();
        ColorSpace space = page.isInk()
                ? new PlainSpace(ColorFamily.CMYK)
                : ColorSpace.getInstance(page.colors() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ColorModel model = new ComponentColorModel(
                space,
                alpha,
                alpha && page.premultiplied(),
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                samples.getTransferType());
        return new BufferedImage(model, colors, model.isAlphaPremultiplied(), null);
    }

    /** Inverts the first band. */
    private static void invert(WritableRaster colors) {
        int[] row = new int[colors.getWidth()];
        for (int y = 0; y < colors.getHeight(); y++) {
            colors.getSamples(0, y, row.length, 1, 0, row);
            for (int i = 0; i < row.length; i++) {
                row[i] = ~row[i];
            }
            colors.setSamples(0, y, row.length, 1, 0, row);
        }
    }

    /**
     * The range that the file names. Otherwise all numbers of signed integers; 0 to 1 for floats that are colours, or that are
     * all within; and for greys beyond, which are measurements, from the smallest to the largest.
     */
    @Override
    public Plane.@Nullable Range range(BufferedImage decoded, int frame) throws IOException {
        TiffPage page = page(frame);
        if (!page.hasNumbers()) {
            return null;
        }
        return decoded.getSampleModel().getNumBands() == 1
                ? range(page, decoded.getRaster(), 0)
                : named(page, MeasuredRange.UNIT);
    }

    @Override
    public Plane.@Nullable Range channelRange(WritableRaster channels, int channel, int frame) throws IOException {
        TiffPage page = page(frame);
        return page.format() == TiffPage.UNSIGNED || page.isMisread() ? null : range(page, channels, channel);
    }

    private static Plane.Range named(TiffPage page, Plane.Range floats) throws IOException {
        Plane.Range named = page.namedRange();
        if (named != null) {
            return named;
        }
        double half = Math.scalb(1.0, page.bits() - 1);
        return page.format() == TiffPage.SIGNED ? new Plane.Range(-half, half - 1) : floats;
    }

    private static Plane.Range range(TiffPage page, Raster raster, int band) throws IOException {
        return page.format() == TiffPage.SIGNED || page.namedRange() != null
                ? named(page, MeasuredRange.UNIT)
                : measured(raster, band, page.noData());
    }

    private static Plane.Range measured(Raster raster, int band, double noData) {
        MeasuredRange measured = new MeasuredRange(noData);
        measured.add(raster, band);
        return measured.range();
    }
}

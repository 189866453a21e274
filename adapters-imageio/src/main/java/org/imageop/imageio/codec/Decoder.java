package org.imageop.imageio.codec;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.pixels.DecodedImage;
import org.jspecify.annotations.Nullable;

/**
 * How the frames of one file are decoded: as its reader does it, in the file's own colours. Formats whose readers err
 * mend that in subclasses.
 *
 * <p>Any method may throw what a plugin throws.
 */
public class Decoder {
    /** Nothing is mended. */
    protected Decoder() {}

    /** The file as the reader is to see it; most readers see it as it is. */
    public FileBytes seen(FileBytes file) throws IOException {
        return file;
    }

    /** The size that a frame has when it is decoded. */
    public ImageSize size(ImageReader reader, int frame) throws IOException {
        return new ImageSize(reader.getWidth(frame), reader.getHeight(frame));
    }

    /** How often the reader passes over an image, as far as the file decides it. */
    public long passes() {
        return 1;
    }

    /**
     * What an image of a frame has no place for although the file has it, as short phrases. Most images have all.
     */
    public List<String> leftOut(ImageReader reader, int frame) throws IOException {
        return List.of();
    }

    /**
     * What a frame lacks that was just decoded, as short phrases, judged by the warnings of its reader. A JPEG file that ends
     * within its pixels is filled up with grey; a missing end mark alone, or damage within, does not spoil the pixels that are
     * there.
     */
    public List<String> missing(int frame, List<String> warnings) throws IOException {
        boolean cut = warnings.stream().anyMatch(warning -> warning.contains("Missing EOI"))
                && warnings.stream().anyMatch(warning -> warning.contains("premature end"));
        return cut ? List.of(LeftOut.CUT_OFF) : List.of();
    }

    /**
     * All samples of a frame, a band for each, whatever they mean.
     *
     * @return the raster, or null if the samples are those of the image
     */
    public @Nullable WritableRaster channels(ImageReader reader, int frame) throws IOException {
        return null;
    }

    /** The numbers that are the smallest and the largest value of a channel; null if its samples are plain. */
    public Plane.@Nullable Range channelRange(WritableRaster channels, int channel, int frame) throws IOException {
        return null;
    }

    /** The numbers that are the smallest and the largest value of a decoded image; null to go by their type. */
    public Plane.@Nullable Range range(BufferedImage decoded, int frame) throws IOException {
        return null;
    }

    /** The mode of a frame, without its pixels. */
    public Mode mode(ImageReader reader, int frame) throws IOException {
        return DecodedImage.wrap(mend(type(reader, frame).createBufferedImage(1, 1)), null)
                .mode();
    }

    /** The bytes of a decoded pixel, rounded up. */
    public int bytesPerPixel(ImageReader reader, int frame) throws IOException {
        ImageTypeSpecifier type = type(reader, frame);
        if (type.getColorModel() instanceof IndexColorModel) {
            return 1;
        }
        int bits = 0;
        for (int band = 0; band < type.getNumBands(); band++) {
            bits += type.getBitsPerBand(band);
        }
        return Math.max((bits + 7) / 8, 1);
    }

    /** Decodes a frame. */
    public BufferedImage read(ImageReader reader, int frame) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        ImageTypeSpecifier type = type(reader, frame);
        if (!type.equals(types(reader, frame).next())) {
            param.setDestinationType(type);
        }
        BufferedImage image = reader.read(frame, param);
        if (image == null) {
            throw new IOException("The reader returned no image");
        }
        return mend(image);
    }

    /** The image that the file has, made of what its reader made of it. */
    protected BufferedImage mend(BufferedImage image) {
        return image;
    }

    /** The first type offered that has the file's own colour space: some readers offer conversions to sRGB first. */
    protected ImageTypeSpecifier type(ImageReader reader, int frame) throws IOException {
        ImageTypeSpecifier raw = rawType(reader, frame);
        ImageTypeSpecifier first = types(reader, frame).next();
        if (raw == null) {
            return first;
        }
        ColorSpace space = raw.getColorModel().getColorSpace();
        Iterator<ImageTypeSpecifier> types = types(reader, frame);
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            if (type.getColorModel().getColorSpace().equals(space)) {
                return type;
            }
        }
        return first;
    }

    /** The JDK's readers fail at this for some types that they offer all the same. */
    private static @Nullable ImageTypeSpecifier rawType(ImageReader reader, int frame) throws IOException {
        try {
            return reader.getRawImageType(frame);
        } catch (RuntimeException e) {
            return null;
        }
    }

    protected static Iterator<ImageTypeSpecifier> types(ImageReader reader, int frame) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(frame);
        if (types == null || !types.hasNext()) {
            throw new IOException("The reader offers no type for its pixels");
        }
        return types;
    }
}

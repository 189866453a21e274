package org.imageop.awt.exporting;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.awt.color.ModeColors;
import org.imageop.awt.raster.ComponentMeaning;
import org.imageop.awt.raster.RasterModes;
import org.imageop.spi.CopyMemory;
import org.imageop.spi.Losses;

/** New images and rasters of AWT with the pixels of an image. */
public final class Copies {
    private Copies() {}

    /** A copy that keeps everything, except that planar images become RGB; of a BufferedImage one of the same type. */
    public static BufferedImage image(ImageLike image) {
        return Images.unwrap(image, BufferedImage.class)
                .map(pixels -> twin(image, pixels))
                .orElseGet(() -> {
                    CopyFormat format = CopyFormat.keeping(image);
                    return format.image(raster(image, format));
                });
    }

    /** A raster with a band for each component and straight colours. */
    public static WritableRaster raster(ImageLike image) {
        CopyFormat format = CopyFormat.straight(image);
        return RasterModes.with(raster(image, format), format.mode());
    }

    /**
     * What {@link #image} has lost. Only a new pixel of the copy's type is looked at: taking the copy's own array would
     * keep Java2D from accelerating it.
     */
    public static List<String> losses(ImageLike image, RenderedImage copy) {
        if (Images.unwrap(image, BufferedImage.class).isPresent()) {
            return List.of();
        }
        SampleModel samples = copy.getSampleModel().createCompatibleSampleModel(1, 1);
        Raster pixel = Raster.createWritableRaster(samples, null);
        ImageLike seen =
                ComponentMeaning.of(copy.getColorModel(), samples, null).wrap(pixel, pixel);
        ModeColors.profile(copy.getColorModel())
                .ifPresent(profile -> seen.info().put(InfoKeys.ICC_PROFILE, profile));
        return Losses.between(image, seen);
    }

    private static WritableRaster raster(ImageLike image, CopyFormat format) {
        WritableRaster raster = format.raster(image);
        if (format.model() instanceof DirectColorModel || raster.getTransferType() == DataBuffer.TYPE_BYTE) {
            // strip by strip, so that the raster's array is not taken and Java2D may accelerate the image
            new FormattedPixels(image, format).fill(raster);
        } else {
            // AWT moves shorts and ints of components slowly
            Images.copy(image, format.meaning().wrap(raster, raster));
        }
        return raster;
    }

    /** A copy of the same type, palette and bits. */
    private static BufferedImage twin(ImageLike source, BufferedImage image) {
        SampleModel samples = image.getSampleModel();
        long bits = (long) image.getWidth()
                * image.getHeight()
                * (samples.getNumDataElements() == 1 && image.getColorModel() instanceof IndexColorModel
                        ? image.getColorModel().getPixelSize()
                        : (long) samples.getNumDataElements() * DataBuffer.getDataTypeSize(samples.getDataType()));
        WritableRaster raster =
                CopyMemory.allocate(source, bits / Byte.SIZE, image.getRaster()::createCompatibleWritableRaster);
        BufferedImage twin = new BufferedImage(image.getColorModel(), raster, image.isAlphaPremultiplied(), null);
        switch (image.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR,
                    BufferedImage.TYPE_USHORT_565_RGB,
                    BufferedImage.TYPE_USHORT_555_RGB,
                    BufferedImage.TYPE_USHORT_GRAY -> {
                // opaque pixels of the same type are moved as they are, and much faster than by the rasters
                Graphics2D graphics = twin.createGraphics();
                graphics.setComposite(AlphaComposite.Src);
                graphics.drawImage(image, 0, 0, null);
                graphics.dispose();
            }
            default -> raster.setDataElements(0, 0, image.getRaster());
        }
        return twin;
    }
}

package org.imageop.awt.palette;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;

/** The indices of an indexed image as an image, and such an image as an indexed one. */
public final class Indices {
    private Indices() {}

    /** The samples as they are stored, whatever their number of bits; L of up to 8 bits, else L16. */
    public static ImageLike of(BufferedImage image) {
        if (!(image.getColorModel() instanceof IndexColorModel model)) {
            throw new UnsupportedImageException("A BufferedImage with a "
                    + image.getColorModel().getClass().getSimpleName()
                    + " has no indices; make an indexed one with AwtImages.toBufferedImage(image,"
                    + " BufferedImage.TYPE_BYTE_INDEXED) [errors.md#no-indices]");
        }
        WritableRaster raster = image.getRaster();
        Mode mode = raster.getSampleModel().getSampleSize(0) <= Byte.SIZE ? Mode.L : Mode.L16;
        StandardImage indices =
                StandardImage.wrapping(raster, mode, image.getWidth(), image.getHeight(), new Rows(raster));
        if (model.getTransparentPixel() >= 0) {
            indices.info().put(InfoKeys.TRANSPARENCY, model.getTransparentPixel());
        }
        return indices;
    }

    /** Not the array of the raster, for that would keep Java2D from accelerating the image. */
    private record Rows(WritableRaster raster) implements SampleRows {

        @Override
        public void read(int x, int y, int count, int[] samples, int offset) {
            int[] indices = raster.getSamples(raster.getMinX() + x, raster.getMinY() + y, count, 1, 0, (int[]) null);
            System.arraycopy(indices, 0, samples, offset, count);
        }

        /** Bits that the raster lacks are cut off, as it does. */
        @Override
        public void write(int x, int y, int count, int[] samples, int offset) {
            int[] indices = Arrays.copyOfRange(samples, offset, offset + count);
            raster.setSamples(raster.getMinX() + x, raster.getMinY() + y, count, 1, 0, indices);
        }

        @Override
        public boolean readOnly() {
            return false;
        }

        @Override
        public boolean concurrent() {
            return true;
        }

        @Override
        public List<?> foundations() {
            return List.of(raster.getDataBuffer());
        }
    }

    /** A colour model for a raster of indices: as many entries of a palette as the samples can name. */
    public static IndexColorModel model(int[] argb, int transparent, Raster raster) {
        int bits = raster.getSampleModel().getSampleSize(0);
        int size = Math.max(1, Math.min(argb.length, 1 << bits));
        int[] colors = Arrays.copyOf(argb, size);
        if (argb.length == 0) {
            colors[0] = 0xff000000;
        }
        boolean alpha = Arrays.stream(colors).anyMatch(color -> color >>> 24 != 0xff);
        return new IndexColorModel(
                bits, size, colors, 0, alpha, transparent < size ? transparent : -1, raster.getTransferType());
    }
}

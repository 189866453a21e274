package org.imageop.awt.palette;

import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import org.imageop.ArgbRows;
import org.imageop.spi.Argb;

/** The colours of an indexed raster: looked up on reading, matched on writing. */
record PaletteRows(Raster raster, PaletteMeaning palette) implements ArgbRows {

    @Override
    public void readArgb(int x, int y, int count, int[] argb, int offset) {
        int left = raster.getMinX() + x;
        int top = raster.getMinY() + y;
        if (raster.getSampleModel() instanceof ComponentSampleModel
                && raster.getTransferType() == DataBuffer.TYPE_BYTE) {
            byte[] indices = (byte[]) raster.getDataElements(left, top, count, 1, null);
            for (int i = 0; i < count; i++) {
                argb[offset + i] = palette.color(indices[i] & 0xff);
            }
        } else {
            int[] indices = raster.getSamples(left, top, count, 1, 0, (int[]) null);
            for (int i = 0; i < count; i++) {
                argb[offset + i] = palette.color(indices[i]);
            }
        }
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int[] argb = new int[count];
        readArgb(x, y, count, argb, 0);
        Argb.unpack(argb, palette.mode().components(), samples, offset, count);
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        if (readOnly()) {
            ArgbRows.super.write(x, y, count, samples, offset);
        }
        int[] indices = palette.indices(samples, offset, count);
        ((WritableRaster) raster).setSamples(raster.getMinX() + x, raster.getMinY() + y, count, 1, 0, indices);
    }

    @Override
    public boolean readOnly() {
        return !(raster instanceof WritableRaster) || !palette.writable();
    }

    @Override
    public boolean concurrent() {
        return true;
    }

    /**
     * Sub-images and other rasters on the same data are known by it. Its array is not taken, for that would keep Java2D
     * from accelerating the image; images in memory on it have the indices for samples.
     */
    @Override
    public List<?> foundations() {
        return List.of(raster.getDataBuffer());
    }
}

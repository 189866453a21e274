package org.imageop.awt.palette;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import org.imageop.SampleRows;
import org.imageop.spi.Argb;

/** The colours of an indexed raster: looked up on reading, matched on writing. */
record PaletteRows(Raster raster, PaletteMeaning palette) implements SampleRows {

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int[] indices = raster.getSamples(raster.getMinX() + x, raster.getMinY() + y, count, 1, 0, (int[]) null);
        int components = palette.mode().components();
        for (int i = 0, k = offset; i < count; i++, k += components) {
            Argb.unpack(palette.color(indices[i]), components, samples, k);
        }
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        if (readOnly()) {
            SampleRows.super.write(x, y, count, samples, offset);
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

package org.imageop.awt.wrapping;

import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import org.imageop.ColorFamily;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.awt.raster.BankMemory;
import org.imageop.awt.raster.RasterMeaning;
import org.imageop.spi.Argb;

/** Pixels that only their colour model understands: 8-bit sRGB, as the model converts them. */
record ColorModelMeaning(ColorModel model) implements RasterMeaning {

    @Override
    public Mode mode() {
        return Mode.of(ColorFamily.RGB, 8, model.hasAlpha());
    }

    @Override
    public SampleRows computed(Raster raster) {
        return new Rows(raster, model, mode().components(), raster instanceof WritableRaster && canWrite());
    }

    /** A colour model need not know the way back, and one that it inherits is that of other colours. */
    private boolean canWrite() {
        if (!OwnColors.writtenBy(model)) {
            return false;
        }
        try {
            model.getDataElements(0, null);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private record Rows(Raster raster, ColorModel model, int components, boolean writable) implements SampleRows {

        @Override
        public void read(int x, int y, int count, int[] samples, int offset) {
            Object pixel = null;
            for (int i = 0, k = offset; i < count; i++, k += components) {
                pixel = raster.getDataElements(raster.getMinX() + x + i, raster.getMinY() + y, pixel);
                Argb.unpack(model.getRGB(pixel), components, samples, k);
            }
        }

        @Override
        public void write(int x, int y, int count, int[] samples, int offset) {
            if (!writable) {
                SampleRows.super.write(x, y, count, samples, offset);
            }
            WritableRaster target = (WritableRaster) raster;
            for (int i = 0, k = offset; i < count; i++, k += components) {
                Object pixel = model.getDataElements(Argb.pack(components, samples, k), null);
                target.setDataElements(raster.getMinX() + x + i, raster.getMinY() + y, pixel);
            }
        }

        @Override
        public boolean readOnly() {
            return !writable;
        }

        @Override
        public List<?> foundations() {
            return BankMemory.foundations(raster);
        }
    }
}

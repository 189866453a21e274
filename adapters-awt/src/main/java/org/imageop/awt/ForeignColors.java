package org.imageop.awt;

import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.SampleRows;
import org.jspecify.annotations.Nullable;

/** Pixels whose meaning only their colour model knows: 8-bit sRGB, as it says. */
record ForeignColors(ColorModel model) implements Bands {

    @Override
    public Mode mode() {
        return model.hasAlpha() ? Mode.RGBA : Mode.RGB;
    }

    @Override
    public @Nullable PixelLayout layout(Raster raster) {
        return null;
    }

    @Override
    public SampleRows computed(Raster raster) {
        return new Rows(raster, model, mode().components(), raster instanceof WritableRaster && canWrite());
    }

    /** A colour model need not know the way back. */
    private boolean canWrite() {
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
                int argb = model.getRGB(pixel);
                samples[k] = argb >> 16 & 0xff;
                samples[k + 1] = argb >> 8 & 0xff;
                samples[k + 2] = argb & 0xff;
                if (components == 4) {
                    samples[k + 3] = argb >>> 24;
                }
            }
        }

        @Override
        public void write(int x, int y, int count, int[] samples, int offset) {
            if (!writable) {
                SampleRows.super.write(x, y, count, samples, offset);
            }
            for (int i = 0, k = offset; i < count; i++, k += components) {
                int alpha = components == 4 ? samples[k + 3] : 0xff;
                int argb = alpha << 24 | samples[k] << 16 | samples[k + 1] << 8 | samples[k + 2];
                ((WritableRaster) raster)
                        .setDataElements(
                                raster.getMinX() + x + i, raster.getMinY() + y, model.getDataElements(argb, null));
            }
        }

        @Override
        public boolean readOnly() {
            return !writable;
        }

        /** Sub-images and other rasters on the same data are known by it. */
        @Override
        public Object base() {
            return raster.getDataBuffer();
        }

        /** Images in memory are known by their arrays. */
        @Override
        public List<?> bases() {
            return RasterLayout.bases(raster);
        }
    }
}

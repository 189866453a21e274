package org.imageop.awt.raster;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.IntBuffer;
import java.util.List;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;

/** The samples of any raster, through its own methods: for sample models and data buffers of unknown arithmetic. */
record RasterRows(Raster raster, ComponentMeaning meaning) implements SampleRows {

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int[] pixels = new int[count * raster.getNumBands()];
        int left = raster.getMinX() + x;
        int top = raster.getMinY() + y;
        if (meaning.ranged()) {
            double[] numbers = raster.getPixels(left, top, count, 1, (double[]) null);
            for (int c = 0; c < meaning.mode().components(); c++) {
                Plane.Range range = meaning.ranges().get(c);
                double scale = meaning.mode().maxValue() / (range.max() - range.min());
                for (int i = c; i < pixels.length; i += raster.getNumBands()) {
                    long value = Math.round((numbers[i] - range.min()) * scale);
                    pixels[i] = (int) Math.max(0, Math.min(meaning.mode().maxValue(), value));
                }
            }
        } else {
            raster.getPixels(left, top, count, 1, pixels);
        }
        run(pixels, count).read(0, 0, count, samples, offset);
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        if (!(raster instanceof WritableRaster writable)) {
            SampleRows.super.write(x, y, count, samples, offset);
            return;
        }
        int left = raster.getMinX() + x;
        int top = raster.getMinY() + y;
        int bands = raster.getNumBands();
        int components = meaning.mode().components();
        // bands beyond the components, and bits that do not count, keep their values
        int[] pixels = meaning.ranged() ? new int[count * bands] : raster.getPixels(left, top, count, 1, (int[]) null);
        run(pixels, count).write(0, 0, count, samples, offset);
        if (!meaning.ranged()) {
            writable.setPixels(left, top, count, 1, pixels);
            return;
        }
        double[] numbers = raster.getPixels(left, top, count, 1, (double[]) null);
        for (int c = 0; c < components; c++) {
            Plane.Range range = meaning.ranges().get(c);
            double scale = (range.max() - range.min()) / meaning.mode().maxValue();
            for (int i = c; i < numbers.length; i += bands) {
                numbers[i] = stored(range.min() + pixels[i] * scale);
            }
        }
        writable.setPixels(left, top, count, 1, numbers);
    }

    /** The number that the raster can hold: whole and within its type, unless it is floating-point. */
    private double stored(double number) {
        return switch (raster.getSampleModel().getDataType()) {
            case DataBuffer.TYPE_BYTE -> whole(number, 0, 0xff);
            case DataBuffer.TYPE_USHORT -> whole(number, 0, 0xffff);
            case DataBuffer.TYPE_SHORT -> whole(number, Short.MIN_VALUE, Short.MAX_VALUE);
            case DataBuffer.TYPE_INT -> whole(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
            default -> number;
        };
    }

    private static double whole(double number, long least, long most) {
        return Math.max(least, Math.min(most, Math.round(number)));
    }

    /** The protocol's arithmetic of narrow fields and alpha, on a run of raw samples. */
    private SampleRows run(int[] pixels, int count) {
        IntBuffer memory = IntBuffer.wrap(pixels);
        int bands = raster.getNumBands();
        Plane[] planes = new Plane[meaning.mode().components()];
        for (int c = 0; c < planes.length; c++) {
            int bits = meaning.ranged() ? meaning.mode().bitsPerComponent() : meaning.bits()[c];
            planes[c] = Plane.packed(memory, c, bands, 0, 0, bits);
        }
        return PixelLayout.of(meaning.mode(), count, 1, meaning.alpha(), planes).rows();
    }

    @Override
    public boolean readOnly() {
        return !(raster instanceof WritableRaster);
    }

    @Override
    public List<?> foundations() {
        return BankMemory.foundations(raster);
    }
}

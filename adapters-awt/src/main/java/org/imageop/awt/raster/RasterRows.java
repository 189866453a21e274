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
        Plane.Range range = meaning.range();
        if (range == null) {
            raster.getPixels(left, top, count, 1, pixels);
        } else {
            double[] numbers = raster.getPixels(left, top, count, 1, (double[]) null);
            double scale = meaning.mode().maxValue() / (range.max() - range.min());
            for (int i = 0; i < pixels.length; i++) {
                long value = Math.round((numbers[i] - range.min()) * scale);
                pixels[i] = (int) Math.max(0, Math.min(meaning.mode().maxValue(), value));
            }
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
        Plane.Range range = meaning.range();
        int bands = raster.getNumBands();
        int components = meaning.mode().components();
        // bands beyond the components, and bits that do not count, keep their values
        int[] pixels = range == null ? raster.getPixels(left, top, count, 1, (int[]) null) : new int[count * bands];
        run(pixels, count).write(0, 0, count, samples, offset);
        if (range == null) {
            writable.setPixels(left, top, count, 1, pixels);
            return;
        }
        double[] numbers = raster.getPixels(left, top, count, 1, (double[]) null);
        double scale = (range.max() - range.min()) / meaning.mode().maxValue();
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < components; c++) {
                numbers[i * bands + c] = stored(range.min() + pixels[i * bands + c] * scale);
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
            int bits =
                    meaning.range() == null ? meaning.bits()[c] : meaning.mode().bitsPerComponent();
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

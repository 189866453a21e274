package org.imageop.awt.raster;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.IntBuffer;
import java.util.List;
import org.imageop.AlphaType;
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
                for (int i = c; i < pixels.length; i += raster.getNumBands()) {
                    pixels[i] = range.sample(numbers[i], meaning.mode().maxValue());
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
            for (int i = c; i < numbers.length; i += bands) {
                numbers[i] = stored(range.number(pixels[i], meaning.mode().maxValue()), range);
            }
        }
        writable.setPixels(left, top, count, 1, numbers);
    }

    @Override
    public List<Plane.Range> ranges() {
        return meaning.ranges();
    }

    @Override
    public void readNumbers(int x, int y, int count, double[] numbers, int offset) {
        if (!meaning.ranged()) {
            SampleRows.super.readNumbers(x, y, count, numbers, offset);
        }
        double[] pixels = raster.getPixels(raster.getMinX() + x, raster.getMinY() + y, count, 1, (double[]) null);
        int bands = raster.getNumBands();
        int components = meaning.mode().components();
        for (int i = 0; i < count; i++) {
            double alpha = alpha(pixels, i * bands);
            for (int c = 0; c < components; c++) {
                double number = pixels[i * bands + c];
                boolean straight = alpha == 1 || c == components - 1;
                double min = meaning.ranges().get(c).min();
                numbers[offset + i * components + c] =
                        straight ? number : alpha == 0 ? min : min + (number - min) / alpha;
            }
        }
    }

    @Override
    public void writeNumbers(int x, int y, int count, double[] numbers, int offset) {
        if (!(raster instanceof WritableRaster writable) || !meaning.ranged()) {
            SampleRows.super.writeNumbers(x, y, count, numbers, offset);
            return;
        }
        int left = raster.getMinX() + x;
        int top = raster.getMinY() + y;
        double[] pixels = raster.getPixels(left, top, count, 1, (double[]) null);
        int bands = raster.getNumBands();
        int components = meaning.mode().components();
        for (int i = 0, k = offset; i < count; i++, k += components) {
            double alpha = alpha(numbers, k);
            for (int c = 0; c < components; c++) {
                double number = numbers[k + c];
                boolean straight = alpha == 1 || c == components - 1;
                Plane.Range range = meaning.ranges().get(c);
                double min = range.min();
                pixels[i * bands + c] = stored(straight ? number : min + (number - min) * alpha, range);
            }
        }
        writable.setPixels(left, top, count, 1, pixels);
    }

    /** The position of a pixel's alpha in its range, by which its colours are multiplied; 1 where they are not. */
    private double alpha(double[] pixels, int pixel) {
        if (meaning.alpha() != AlphaType.PREMULTIPLIED) {
            return 1;
        }
        int last = meaning.mode().components() - 1;
        Plane.Range range = meaning.ranges().get(last);
        return (pixels[pixel + last] - range.min()) / (range.max() - range.min());
    }

    /** The number that the raster can hold: whole and within its type, unless it is floating-point. */
    private double stored(double number, Plane.Range range) {
        return switch (raster.getSampleModel().getDataType()) {
            case DataBuffer.TYPE_BYTE -> whole(number, range, 0, 0xff);
            case DataBuffer.TYPE_USHORT -> whole(number, range, 0, 0xffff);
            case DataBuffer.TYPE_SHORT -> whole(number, range, Short.MIN_VALUE, Short.MAX_VALUE);
            case DataBuffer.TYPE_INT -> whole(number, range, Integer.MIN_VALUE, Integer.MAX_VALUE);
            default -> number;
        };
    }

    private static double whole(double number, Plane.Range range, long least, long most) {
        double real = Double.isNaN(number) ? range.min() : number;
        return Math.max(least, Math.min(most, Math.round(real)));
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

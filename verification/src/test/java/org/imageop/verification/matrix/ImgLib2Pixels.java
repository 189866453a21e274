package org.imageop.verification.matrix;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import org.imageop.Mode;
import org.imageop.verification.model.Numbers;
import org.jspecify.annotations.Nullable;

/** The pixels of an ImgLib2 image through its random access: columns, rows, and, if there is a third dimension, components. */
record ImgLib2Pixels(
        RandomAccessibleInterval<?> image,
        Mode mode,
        @Nullable Numbers numbers) implements Pixels {

    private int components() {
        return image.numDimensions() == 2 ? 1 : (int) image.dimension(2);
    }

    private RandomAccess<?> at(int x, int y, int component) {
        RandomAccess<?> access = image.randomAccess();
        access.setPosition(image.min(0) + x, 0);
        access.setPosition(image.min(1) + y, 1);
        if (image.numDimensions() > 2) {
            access.setPosition(image.min(2) + component, 2);
        }
        return access;
    }

    /** Whether pixels are colours, not numbers. */
    boolean argb() {
        return image.getType() instanceof ARGBType;
    }

    @Override
    public int[] get(int x, int y) {
        if (at(x, y, 0).get() instanceof ARGBType pixel) {
            int argb = pixel.get();
            return new int[] {argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24};
        }
        int[] samples = new int[components()];
        for (int c = 0; c < samples.length; c++) {
            samples[c] = numbers != null
                    ? numbers.sample(((RealType<?>) at(x, y, c).get()).getRealDouble(), mode.maxValue())
                    : (int) ((IntegerType<?>) at(x, y, c).get()).getIntegerLong();
        }
        return samples;
    }

    @Override
    public void set(int x, int y, int... samples) {
        if (at(x, y, 0).get() instanceof ARGBType color) {
            color.set(samples[3] << 24 | samples[0] << 16 | samples[1] << 8 | samples[2]);
            return;
        }
        for (int c = 0; c < samples.length; c++) {
            Object pixel = at(x, y, c).get();
            if (numbers != null) {
                double number = numbers.number(samples[c], mode.maxValue());
                ((RealType<?>) pixel).setReal(pixel instanceof IntegerType<?> ? Math.round(number) : number);
            } else {
                ((IntegerType<?>) pixel).setInteger(samples[c] & 0xffffffffL);
            }
        }
    }
}

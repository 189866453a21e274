package org.imageop.cli.compare;

import java.util.Optional;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import org.imageop.Mode;

/**
 * The pixels of an ImgLib2 image as its own RandomAccess has them: ARGBType in two dimensions, or integers in two or, with
 * the components along the last one, three.
 */
public final class ImgLib2Pixels implements LibraryPixels {
    private final RandomAccessibleInterval<?> image;
    private final Mode mode;
    private final boolean argb;

    /**
     * The pixels of an image.
     *
     * @param image the image
     * @param mode what its components mean
     */
    public ImgLib2Pixels(RandomAccessibleInterval<?> image, Mode mode) {
        this.image = image;
        this.mode = mode;
        this.argb = image.randomAccess().get() instanceof ARGBType;
    }

    /** The type of the pixels, in ImgLib2's words. */
    public String description() {
        String type = image.randomAccess().get().getClass().getSimpleName().replaceFirst("Type$", "");
        return image.numDimensions() == 3 ? type + " ×" + image.dimension(2) : type;
    }

    @Override
    public void read(int y, int[] samples) {
        RandomAccess<?> access = image.randomAccess();
        int components = components();
        for (int i = 0; i < samples.length; i += components) {
            read(access, i / components, y, samples, i);
        }
    }

    @Override
    public String library() {
        return "ImgLib2";
    }

    @Override
    public int[] pixel(int x, int y) {
        int[] samples = new int[components()];
        read(image.randomAccess(), x, y, samples, 0);
        return samples;
    }

    @Override
    public Optional<Runnable> change(int x, int y) {
        int[] before = pixel(x, y);
        write(x, y, SharedMemoryProof.opposite(before, mode));
        return Optional.of(() -> write(x, y, before));
    }

    private void write(int x, int y, int[] samples) {
        RandomAccess<?> access = image.randomAccess();
        access.setPosition(x, 0);
        access.setPosition(y, 1);
        if (argb) {
            ((ARGBType) access.get()).set(ARGBType.rgba(samples[0], samples[1], samples[2], samples[3]));
            return;
        }
        for (int c = 0; c < samples.length; c++) {
            component(access, c).setInteger(Integer.toUnsignedLong(samples[c]));
        }
    }

    private int components() {
        return argb ? 4 : image.numDimensions() == 3 ? (int) image.dimension(2) : 1;
    }

    private void read(RandomAccess<?> access, int x, int y, int[] samples, int at) {
        access.setPosition(x, 0);
        access.setPosition(y, 1);
        if (argb) {
            int color = ((ARGBType) access.get()).get();
            samples[at] = ARGBType.red(color);
            samples[at + 1] = ARGBType.green(color);
            samples[at + 2] = ARGBType.blue(color);
            samples[at + 3] = ARGBType.alpha(color);
            return;
        }
        for (int c = 0; c < components(); c++) {
            samples[at + c] = (int) component(access, c).getIntegerLong();
        }
    }

    private IntegerType<?> component(RandomAccess<?> access, int component) {
        if (image.numDimensions() == 3) {
            access.setPosition(component, 2);
        }
        return (IntegerType<?>) access.get();
    }
}

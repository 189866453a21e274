package org.imageop.verification.matrix;

import static org.imageop.verification.matrix.Pixels.HEIGHT;
import static org.imageop.verification.matrix.Pixels.WIDTH;

import java.awt.Transparency;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.imglib2.ImgLib2Images;
import org.imageop.tck.source.OwnProfiles;
import org.imageop.verification.library.colors.JavaColors;

/** The same numbers in the colours of several profiles, in every class that has a place for them. */
final class ColorSources {
    /**
     * An image in the colours of a profile.
     *
     * @param source the image; its group names the colours
     * @param profile what its numbers mean
     * @param numbers what they are, row after row, without alpha
     */
    record Colored(Source source, byte[] profile, int[] numbers) {
        /** The same in sRGB, three numbers for each pixel. */
        int[] inSrgb() {
            return JavaColors.converted(numbers, 8, profile, JavaColors.srgb());
        }

        @Override
        public String toString() {
            return source.toString();
        }
    }

    private ColorSources() {}

    static List<Colored> all() {
        Map<String, byte[]> profiles = new LinkedHashMap<>();
        profiles.put("sRGB", JavaColors.srgb());
        profiles.put("linear RGB", JavaColors.linear());
        profiles.put("Adobe RGB", OwnProfiles.adobe());
        profiles.put("grey, gamma 1.5", OwnProfiles.grey(1.5));
        profiles.put("CMYK", OwnProfiles.cmyk());
        List<Colored> all = new ArrayList<>();
        profiles.forEach((name, profile) -> all.addAll(of(name, profile)));
        return all;
    }

    private static List<Colored> of(String name, byte[] profile) {
        ICC_Profile icc = ICC_Profile.getInstance(profile);
        int colors = icc.getNumComponents();
        Mode mode =
                Mode.of(colors == 1 ? ColorFamily.GREY : colors == 3 ? ColorFamily.RGB : ColorFamily.CMYK, 8, false);
        SplittableRandom random = new SplittableRandom(colors);
        int[] numbers = random.ints((long) WIDTH * HEIGHT * colors, 0, 256).toArray();
        Map<String, Object> images = new LinkedHashMap<>();
        images.put("`StandardImage`", profiled(array(mode, numbers), profile));
        images.put("`StandardImage`, computed", profiled(computed(mode, numbers), profile));
        if (mode == Mode.RGB) {
            images.put("`StandardImage`, a canvas", profiled(canvas(numbers), profile));
        }
        images.put("`BufferedImage`", buffered(icc, numbers));
        images.put("`RandomAccessibleInterval`", profiled(interval(mode, numbers), profile));
        return images.entrySet().stream()
                .map(image -> new Colored(source(name, image.getKey(), image.getValue()), profile, numbers))
                .toList();
    }

    private static Source source(String colors, String kind, Object object) {
        ImageLike image = Images.of(object);
        return new Source(
                colors,
                kind,
                image.mode().name(),
                image.mode(),
                object,
                new ProtocolPixels(image),
                !image.buffer().readOnly());
    }

    private static ImageLike profiled(ImageLike image, byte[] profile) {
        image.info().put(InfoKeys.ICC_PROFILE, profile);
        return image;
    }

    private static int[] pixel(int[] numbers, int colors, int x, int y) {
        int at = (y * WIDTH + x) * colors;
        return Arrays.copyOfRange(numbers, at, at + colors);
    }

    private static StandardImage array(Mode mode, int... numbers) {
        StandardImage image = StandardImage.of(mode, WIDTH, HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            image.set(i % WIDTH, i / WIDTH, pixel(numbers, mode.components(), i % WIDTH, i / WIDTH));
        }
        return image;
    }

    private static StandardImage computed(Mode mode, int... numbers) {
        int colors = mode.components();
        return StandardImage.computed(
                mode,
                WIDTH,
                HEIGHT,
                (x, y, count, samples, offset) ->
                        System.arraycopy(numbers, (y * WIDTH + x) * colors, samples, offset, count * colors));
    }

    private static StandardImage canvas(int... numbers) {
        StandardImage canvas = StandardImage.canvas(WIDTH, HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int[] rgba = Arrays.copyOf(pixel(numbers, 3, i % WIDTH, i / WIDTH), 4);
            rgba[3] = 255;
            canvas.set(i % WIDTH, i / WIDTH, rgba);
        }
        return canvas;
    }

    private static BufferedImage buffered(ICC_Profile profile, int... numbers) {
        ComponentColorModel model = new ComponentColorModel(
                new ICC_ColorSpace(profile), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        WritableRaster raster =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, profile.getNumComponents(), null);
        raster.setPixels(0, 0, WIDTH, HEIGHT, numbers);
        return new BufferedImage(model, raster, false, null);
    }

    private static ImageLike interval(Mode mode, int... numbers) {
        int colors = mode.components();
        RandomAccessibleInterval<UnsignedByteType> pixels =
                colors == 1 ? ArrayImgs.unsignedBytes(WIDTH, HEIGHT) : ArrayImgs.unsignedBytes(WIDTH, HEIGHT, colors);
        for (int i = 0; i < numbers.length; i++) {
            int x = i / colors % WIDTH;
            int y = i / colors / WIDTH;
            long[] position = colors == 1 ? new long[] {x, y} : new long[] {x, y, i % colors};
            pixels.getAt(position).set(numbers[i]);
        }
        return colors == 1 ? ImgLib2Images.wrap(pixels) : ImgLib2Images.wrap(pixels, 2, mode);
    }
}

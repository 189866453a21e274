package org.imageop.verification.matrix;

import static org.imageop.verification.matrix.Pixels.HEIGHT;
import static org.imageop.verification.matrix.Pixels.WIDTH;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;
import org.imageop.Mode;
import org.imageop.imglib2.ImgLib2Images;
import org.imageop.verification.model.Numbers;

/** ImgLib2 images of each kind. */
final class ImgLib2Sources {
    private static final String GROUP = "`RandomAccessibleInterval`";

    private ImgLib2Sources() {}

    static List<Source> all() {
        List<Source> sources = new ArrayList<>();
        add(sources, "`ArrayImg`", Mode.L, ArrayImgs.unsignedBytes(WIDTH, HEIGHT));
        add(sources, "`ArrayImg`", Mode.L16, ArrayImgs.unsignedShorts(WIDTH, HEIGHT));
        add(sources, "`ArrayImg`", Mode.L32, ArrayImgs.unsignedInts(WIDTH, HEIGHT));
        add(sources, "`ArrayImg` of `ARGBType`", Mode.RGBA, ArrayImgs.argbs(WIDTH, HEIGHT));
        Mode[] several = {Mode.LA, Mode.RGB, Mode.RGBA, Mode.CMYK, Mode.LA32, Mode.RGB48, Mode.RGBA64, Mode.CMYK64};
        for (Mode mode : several) {
            boolean bytes = mode.bitsPerComponent() == 8;
            int n = mode.components();
            add(
                    sources,
                    "`ArrayImg`, component axis last",
                    mode,
                    bytes ? ArrayImgs.unsignedBytes(WIDTH, HEIGHT, n) : ArrayImgs.unsignedShorts(WIDTH, HEIGHT, n));
            // components side by side in memory
            add(
                    sources,
                    "`ArrayImg`, component axis first",
                    mode,
                    bytes
                            ? Views.moveAxis(ArrayImgs.unsignedBytes(n, WIDTH, HEIGHT), 0, 2)
                            : Views.moveAxis(ArrayImgs.unsignedShorts(n, WIDTH, HEIGHT), 0, 2));
        }
        add(sources, "`PlanarImg`", Mode.L, PlanarImgs.unsignedBytes(WIDTH, HEIGHT));
        add(sources, "`PlanarImg`", Mode.RGB, PlanarImgs.unsignedBytes(WIDTH, HEIGHT, 3));
        add(sources, "`CellImg`", Mode.L, new CellImgFactory<>(new UnsignedByteType(), 4).create(WIDTH, HEIGHT));
        add(
                sources,
                "`CellImg`",
                Mode.RGB48,
                new CellImgFactory<>(new UnsignedShortType(), 2).create(WIDTH, HEIGHT, 3));
        add(
                sources,
                "`Views.interval`",
                Mode.L16,
                Views.interval(ArrayImgs.unsignedShorts(WIDTH + 3, HEIGHT + 3), new long[] {2, 1}, new long[] {7, 4}));
        add(sources, "`Views.subsample`", Mode.L, Views.subsample(ArrayImgs.unsignedBytes(2 * WIDTH, 2 * HEIGHT), 2));
        add(sources, "`Views.permute`", Mode.L, Views.permute(ArrayImgs.unsignedBytes(HEIGHT, WIDTH), 0, 1));
        add(
                sources,
                "`Views.invertAxis`",
                Mode.L,
                Views.zeroMin(Views.invertAxis(ArrayImgs.unsignedBytes(WIDTH, HEIGHT), 1)));

        var doubled = ArrayImgs.unsignedBytes(WIDTH, HEIGHT);
        RandomAccessibleInterval<UnsignedByteType> same = Converters.convert(
                (RandomAccessibleInterval<UnsignedByteType>) doubled,
                (in, out) -> out.set(in.get()),
                new UnsignedByteType());
        sources.add(new Source(GROUP, "converter", Mode.L, same, new ImgLib2Pixels(doubled, Mode.L, null)));

        numbers(sources, "FloatType", ArrayImgs.floats(WIDTH, HEIGHT), Pixels.NUMBERS);
        numbers(sources, "DoubleType", ArrayImgs.doubles(WIDTH, HEIGHT), Pixels.NUMBERS);
        numbers(sources, "ShortType", ArrayImgs.shorts(WIDTH, HEIGHT), new Numbers(-1024, 3071, true));
        numbers(sources, "UnsignedShortType", ArrayImgs.unsignedShorts(WIDTH, HEIGHT), new Numbers(0, 4095, false));
        return sources;
    }

    private static void numbers(List<Source> sources, String type, RandomAccessibleInterval<?> image, Numbers numbers) {
        sources.add(new Source(
                GROUP,
                "`ArrayImg` of `" + type + "` and its range",
                Mode.L16,
                ImgLib2Images.wrap(image, Mode.L16, numbers.range()),
                new ImgLib2Pixels(image, Mode.L16, numbers)));
    }

    private static void add(List<Source> sources, String kind, Mode mode, RandomAccessibleInterval<?> image) {
        // the axis of components must be given
        Object object = image.numDimensions() == 2 ? image : ImgLib2Images.wrap(image, 2, mode);
        sources.add(new Source(GROUP, kind, mode, object, new ImgLib2Pixels(image, mode, null)));
    }
}

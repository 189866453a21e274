package org.imageop.imglib2.exporting;

import java.nio.Buffer;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.imglib2.pixels.NumberType;

/** Copies of images whose samples are numbers of a range: an ArrayImg of the numbers, one component after the other. */
final class NumberImg {
    private NumberImg() {}

    static RandomAccessibleInterval<?> copy(ImageLike image, NumberType type) {
        return type == NumberType.DOUBLE ? doubles(image) : inMemory(image, type);
    }

    private static RandomAccessibleInterval<?> inMemory(ImageLike image, NumberType type) {
        int width = image.width();
        int height = image.height();
        List<Plane.Range> ranges = Images.rows(image).ranges();
        Buffer memory = type.allocate(image.size().arrayLength(ranges.size()));
        Plane[] planes = new Plane[ranges.size()];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = type.plane(memory, (long) c * width * height, width, ranges.get(c));
        }
        AlphaType alpha = image.mode().hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        PixelLayout layout = PixelLayout.of(image.mode(), width, height, alpha, planes);
        return ToRandomAccessibleInterval.of(StandardImage.from(image, layout));
    }

    private static RandomAccessibleInterval<?> doubles(ImageLike image) {
        int width = image.width();
        int height = image.height();
        int components = image.components();
        SampleRows rows = Images.rows(image);
        double[] numbers = new double[image.size().arrayLength(components)];
        double[] row = new double[Math.multiplyExact(width, components)];
        for (int y = 0; y < height; y++) {
            rows.readNumbers(0, y, width, row, 0);
            for (int k = 0; k < row.length; k++) {
                numbers[(k % components * height + y) * width + k / components] = row[k];
            }
        }
        return components == 1
                ? ArrayImgs.doubles(numbers, width, height)
                : ExportedModes.with(ArrayImgs.doubles(numbers, width, height, components), 2, image.mode());
    }
}

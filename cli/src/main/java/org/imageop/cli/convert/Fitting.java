package org.imageop.cli.convert;

import java.util.function.BiFunction;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.jspecify.annotations.Nullable;

/**
 * A box that an image is made to fit.
 *
 * @param box the width and height
 * @param how what happens to the image's shape
 */
record Fitting(ImageSize box, How how) {
    /** What happens to an image of another shape than the box. */
    enum How {
        /** It is stretched. */
        STRETCH,
        /** It is smaller in one direction. */
        FIT,
        /** What is beyond the box is cut off, evenly on both sides. */
        COVER,
        /** It is in the middle of a larger one. */
        PAD
    }

    /** The size of the whole image when it fits. */
    private ImageSize sizeOf(ImageLike image) {
        if (how == How.STRETCH) {
            return box;
        }
        double across = (double) box.width() / image.width();
        double down = (double) box.height() / image.height();
        boolean widthCounts = how == How.COVER ? across > down : across < down;
        return widthCounts
                ? new ImageSize(box.width(), scaled(image.height(), across))
                : new ImageSize(scaled(image.width(), down), box.height());
    }

    private static int scaled(int length, double scale) {
        return (int) Math.max(1, Math.round(length * scale));
    }

    /**
     * Resizes an image, and cuts off what is beyond the box.
     *
     * @param resize makes an image of a size of another
     */
    ImageLike resized(ImageLike image, BiFunction<ImageLike, ImageSize, ImageLike> resize) {
        ImageLike whole = resize.apply(image, sizeOf(image));
        return how == How.COVER
                ? Views.crop(
                        whole,
                        (whole.width() - box.width()) / 2,
                        (whole.height() - box.height()) / 2,
                        box.width(),
                        box.height())
                : whole;
    }

    /**
     * Puts a resized image into the middle of the box.
     *
     * @param background what is around it; null for transparent pixels, or white where there is no alpha
     */
    ImageLike padded(ImageLike image, @Nullable Background background) {
        if (how != How.PAD || image.size().equals(box)) {
            return image;
        }
        ImageLike inner = background == null ? image : background.allowedIn(image);
        StandardImage canvas = StandardImage.of(inner.mode(), box.width(), box.height());
        if (background != null || !inner.mode().hasAlpha()) {
            Background color = background == null ? Background.WHITE : background;
            Images.copy(color.image(inner.mode(), box), canvas);
        }
        Object profile = inner.info().get(InfoKeys.ICC_PROFILE);
        if (profile != null) {
            canvas.info().put(InfoKeys.ICC_PROFILE, profile);
        }
        int x = (box.width() - inner.width()) / 2;
        int y = (box.height() - inner.height()) / 2;
        Images.copy(inner, Views.crop(canvas, x, y, inner.width(), inner.height()));
        return canvas;
    }
}

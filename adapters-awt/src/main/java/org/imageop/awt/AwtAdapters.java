package org.imageop.awt;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Transfer;
import org.imageop.spi.ImageAdapter;

/**
 * The services through which {@link org.imageop.Images} knows AWT's classes. They do what {@link AwtImages} says and
 * are of no use by themselves.
 */
public final class AwtAdapters {
    private AwtAdapters() {}

    /** {@link BufferedImage}: shared where AWT can describe the memory, else copied. */
    public static final class OfBufferedImage implements ImageAdapter<BufferedImage> {
        /** For the service loader. */
        public OfBufferedImage() {}

        @Override
        public Class<BufferedImage> type() {
            return BufferedImage.class;
        }

        @Override
        public ImageLike wrap(BufferedImage image) {
            return AwtImages.wrap(image);
        }

        @Override
        public Transfer<BufferedImage> export(ImageLike image, Copy copy) {
            return Export.toBufferedImage(image, copy);
        }
    }

    /**
     * {@link RenderedImage}: a BufferedImage where memory can be shared, else a read-only image that computes the
     * strips that it is asked for, so that nothing need be copied; of planar images, and under {@link Copy#ALWAYS}, a
     * copy in a BufferedImage.
     */
    public static final class OfRenderedImage implements ImageAdapter<RenderedImage> {
        /** For the service loader. */
        public OfRenderedImage() {}

        @Override
        public Class<RenderedImage> type() {
            return RenderedImage.class;
        }

        @Override
        public ImageLike wrap(RenderedImage image) {
            return AwtImages.wrap(image);
        }

        @Override
        public Transfer<RenderedImage> export(ImageLike image, Copy copy) {
            return Export.toRenderedImage(image, copy);
        }
    }

    /** {@link Image}: a BufferedImage. */
    public static final class OfImage implements ImageAdapter<Image> {
        /** For the service loader. */
        public OfImage() {}

        @Override
        public Class<Image> type() {
            return Image.class;
        }

        @Override
        public ImageLike wrap(Image image) {
            return AwtImages.wrap(image);
        }

        @Override
        public Transfer<Image> export(ImageLike image, Copy copy) {
            return Export.toBufferedImage(image, copy).map(pixels -> pixels);
        }
    }

    /**
     * {@link WritableRaster}: that of a BufferedImage, with a band for each component. Premultiplied colours are copied,
     * because a raster does not tell that they are.
     */
    public static final class OfWritableRaster implements ImageAdapter<WritableRaster> {
        /** For the service loader. */
        public OfWritableRaster() {}

        @Override
        public Class<WritableRaster> type() {
            return WritableRaster.class;
        }

        @Override
        public ImageLike wrap(WritableRaster raster) {
            return AwtImages.wrap(raster);
        }

        @Override
        public Transfer<WritableRaster> export(ImageLike image, Copy copy) {
            return Export.toRaster(image, copy);
        }
    }

    /** {@link Raster}: as {@link WritableRaster}. */
    public static final class OfRaster implements ImageAdapter<Raster> {
        /** For the service loader. */
        public OfRaster() {}

        @Override
        public Class<Raster> type() {
            return Raster.class;
        }

        @Override
        public ImageLike wrap(Raster raster) {
            return AwtImages.wrap(raster);
        }

        @Override
        public Transfer<Raster> export(ImageLike image, Copy copy) {
            return Export.toRaster(image, copy).map(raster -> raster);
        }
    }
}

package org.imageop.awt.adapters;

import java.awt.image.BufferedImage;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Transfer;
import org.imageop.awt.AwtImages;
import org.imageop.awt.exporting.ToAwt;
import org.imageop.spi.ImageAdapter;

/** {@link BufferedImage}: shared where AWT can describe the memory, else copied. */
public final class BufferedImageAdapter implements ImageAdapter<BufferedImage> {
    /** For the service loader. */
    public BufferedImageAdapter() {}

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
        return ToAwt.toBufferedImage(image, copy);
    }
}

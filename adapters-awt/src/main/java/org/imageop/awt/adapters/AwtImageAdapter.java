package org.imageop.awt.adapters;

import java.awt.Image;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Transfer;
import org.imageop.awt.AwtImages;
import org.imageop.awt.exporting.ToAwt;
import org.imageop.spi.ImageAdapter;

/** {@link Image}: a BufferedImage. */
public final class AwtImageAdapter implements ImageAdapter<Image> {
    /** For the service loader. */
    public AwtImageAdapter() {}

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
        return ToAwt.toBufferedImage(image, copy).map(pixels -> pixels);
    }
}

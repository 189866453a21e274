package org.imageop.awt.adapters;

import java.awt.image.BufferedImage;
import org.imageop.ImageLike;
import org.imageop.awt.wrapping.FromRenderedImage;

/** {@link BufferedImage}. */
public final class BufferedImageAdapter extends ImageTypeAdapter<BufferedImage> {
    /** For the service loader. */
    public BufferedImageAdapter() {
        super(BufferedImage.class);
    }

    @Override
    public ImageLike wrap(BufferedImage image) {
        return FromRenderedImage.wrap(image, null);
    }
}

package org.imageop.awt.adapters;

import java.awt.Image;
import org.imageop.ImageLike;
import org.imageop.awt.wrapping.FromImage;

/** {@link Image}: makes a BufferedImage. */
public final class AwtImageAdapter extends ImageTypeAdapter<Image> {
    /** For the service loader. */
    public AwtImageAdapter() {
        super(Image.class);
    }

    @Override
    public ImageLike wrap(Image image) {
        return FromImage.wrap(image);
    }
}

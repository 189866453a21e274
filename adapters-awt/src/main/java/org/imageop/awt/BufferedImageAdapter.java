package org.imageop.awt;

import java.awt.image.BufferedImage;
import org.imageop.spi.ImageAdapter;

/** Placeholder. */
public final class BufferedImageAdapter implements ImageAdapter<BufferedImage> {
    /** For the service loader. */
    public BufferedImageAdapter() {}

    @Override
    public Class<BufferedImage> type() {
        return BufferedImage.class;
    }
}

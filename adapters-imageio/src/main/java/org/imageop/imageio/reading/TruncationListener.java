package org.imageop.imageio.reading;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Notices a JPEG file that ends within its pixels: readers fill the rest with grey and only warn. A missing end mark
 * alone, or damage within, does not spoil the pixels that are there.
 */
final class TruncationListener implements IIOReadWarningListener {
    private boolean endMissing;
    private boolean pixelsMissing;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        endMissing |= warning.contains("Missing EOI");
        pixelsMissing |= warning.contains("premature end");
    }

    /** Throws if pixels are missing. */
    void check() throws IOException {
        if (endMissing && pixelsMissing) {
            throw new IOException("The file ends before its last pixel; it was cut off");
        }
    }
}

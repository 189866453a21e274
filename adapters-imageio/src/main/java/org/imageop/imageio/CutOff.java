package org.imageop.imageio;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Listens for a JPEG file that ends within its pixels: readers fill up the rest with grey and only warn. A missing end
 * mark alone, or damage within, is no reason to refuse what is there.
 */
final class CutOff implements IIOReadWarningListener {
    private boolean endMissing;
    private boolean pixelsMissing;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        endMissing |= warning.contains("Missing EOI");
        pixelsMissing |= warning.contains("premature end");
    }

    /** Throws if the pixels are not complete. */
    void check() throws IOException {
        if (endMissing && pixelsMissing) {
            throw new IOException("The file ends before its last pixel; it was cut off");
        }
    }
}

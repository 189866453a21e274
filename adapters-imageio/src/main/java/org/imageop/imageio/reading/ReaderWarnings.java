package org.imageop.imageio.reading;

import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Collects the warnings of a reader while it decodes a frame. */
final class ReaderWarnings implements IIOReadWarningListener {
    /** A damaged file can cause one for each pixel. */
    private static final int MOST = 100;

    private final List<String> warnings = new ArrayList<>();

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (warnings.size() < MOST && !warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    List<String> all() {
        return warnings;
    }
}

package org.imageop.tck.adapter;

import org.imageop.ImageLike;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.engine.Probe;

/** An adapter may refuse images that its class cannot hold at all, not even as a copy. */
final class Refusal {
    private Refusal() {}

    /**
     * Tries what an adapter makes of an image, unless it refuses the image.
     *
     * @throws UnsupportedImageException if something else refuses it, while {@code copy} does not
     */
    static void allowed(Probe probe, ImageAdapter<?> adapter, ImageLike image, Probe.Action trial) throws Exception {
        try {
            trial.run();
        } catch (UnsupportedImageException e) {
            checkCopyRefuses(probe, adapter, image, e);
        }
    }

    private static void checkCopyRefuses(
            Probe probe, ImageAdapter<?> adapter, ImageLike image, UnsupportedImageException thrown) {
        try {
            adapter.copy(image);
        } catch (UnsupportedImageException refusal) {
            probe.refused(UnsupportedImageException.class, "copy", () -> {
                throw refusal;
            });
            return;
        }
        throw thrown;
    }
}

package org.imageop.verification.library.values;

import java.lang.ref.WeakReference;
import java.util.List;
import org.imageop.ImageBuffer;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.ModeTrial;

/** Buffers without their images. All other checks of buffers presuppose it, because their images may be gone too. */
public final class LifetimeRules {
    private static final Rule BUFFER =
            Rule.of("P-24", "a buffer stays usable when its image is gone", "what the buffer keeps of the image");

    private LifetimeRules() {}

    public static void addTo(List<Check> checks) {
        ModeTrial.each(checks, BUFFER, "buffers", "buffer", LifetimeRules::buffer);
    }

    private static void buffer(Shape shape, Probe probe) {
        byte[] bytes = Samples.random(shape, 24).bytes();
        StandardImage image = StandardImage.ofBytes(shape.mode(), shape.width(), shape.height(), bytes);
        ImageBuffer buffer = image.buffer();
        if (shape.mode() == Mode.RGB) {
            // one collection proves as much as 13
            WeakReference<StandardImage> gone = new WeakReference<>(image);
            image = null;
            for (int round = 0; round < 3 && gone.get() != null; round++) {
                System.gc();
            }
        }
        probe.same("bytes", bytes, buffer.get(Slice.ALL));
    }
}

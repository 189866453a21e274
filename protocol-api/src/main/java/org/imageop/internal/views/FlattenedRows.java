package org.imageop.internal.views;

import java.util.List;
import org.imageop.SampleRows;
import org.imageop.internal.colors.Blending;

/** Other rows, whose last component is alpha, laid on an opaque colour. */
public record FlattenedRows(SampleRows source, int bits, int[] background) implements SampleRows {

    /** Pixels that are read in one go, so that an array serves rows of any length. */
    private static final int RUN = 4096;

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int colors = background.length;
        int[] pixels = new int[Math.min(count, RUN) * (colors + 1)];
        for (int done = 0; done < count; done += RUN) {
            int run = Math.min(count - done, RUN);
            source.read(x + done, y, run, pixels, 0);
            Blending.onto(background, pixels, samples, offset + done * colors, run, bits);
        }
    }

    @Override
    public boolean concurrent() {
        return source.concurrent();
    }

    @Override
    public List<?> foundations() {
        return source.foundations();
    }
}

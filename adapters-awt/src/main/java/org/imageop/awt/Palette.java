package org.imageop.awt;

import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.spi.SampleRows;
import org.jspecify.annotations.Nullable;

/** The colours of an indexed image, and the way back from a colour to its index. */
final class Palette implements Bands {
    /** A power of two; each colour has one place, where it replaces the one before it. */
    private static final int REMEMBERED = 1 << 12;

    private final Mode mode;
    /** The colours of all indices that a sample can have, as ARGB; 0 outside of the map. */
    private final int[] colors;

    private final Map<Integer, Integer> exact = new HashMap<>();
    /** The indices that can be written. */
    private final int[] valid;
    /** A colour in the upper half, its index in the lower half, plus one so that 0 is free. */
    private final AtomicLongArray nearest = new AtomicLongArray(REMEMBERED);

    Palette(IndexColorModel model) {
        colors = new int[model.getMapSize()];
        model.getRGBs(colors);
        boolean opaque = true;
        boolean grey = true;
        int[] indices = new int[colors.length];
        int count = 0;
        for (int i = 0; i < colors.length; i++) {
            int color = colors[i];
            opaque &= color >>> 24 == 0xff;
            grey &= (color & 0xff) * 0x10101 == (color & 0xffffff);
            if (model.isValid(i)) {
                indices[count++] = i;
                exact.putIfAbsent(color, i);
            }
        }
        valid = Arrays.copyOf(indices, count);
        mode = !opaque ? Mode.RGBA : grey ? Mode.L : Mode.RGB;
    }

    /** L if all colours are grey and opaque, RGB if they are opaque, else RGBA. */
    @Override
    public Mode mode() {
        return mode;
    }

    @Override
    public @Nullable PixelLayout layout(Raster raster) {
        return null;
    }

    @Override
    public SampleRows computed(Raster raster) {
        return new PaletteRows(raster, this);
    }

    /** Whether a colour can be written at all. */
    boolean writable() {
        return valid.length > 0;
    }

    /** The colour of an index as ARGB; 0 outside of the map, as AWT has it. */
    int color(int index) {
        return index < colors.length ? colors[index] : 0;
    }

    /** The index of that colour, the first if there are several, or of the one that is nearest to it. */
    int index(int argb) {
        int place = (argb * 0x9e3779b9) >>> 20;
        long known = nearest.get(place);
        if (known != 0 && (int) (known >>> 32) == argb) {
            return (int) known - 1;
        }
        Integer same = exact.get(argb);
        int index = same != null ? same : search(argb);
        nearest.set(place, (long) argb << 32 | (index + 1));
        return index;
    }

    private int search(int argb) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int index : valid) {
            int distance = distance(argb, colors[index]);
            if (distance < least) {
                least = distance;
                best = index;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int difference = (a >>> shift & 0xff) - (b >>> shift & 0xff);
            sum += difference * difference;
        }
        return sum;
    }
}

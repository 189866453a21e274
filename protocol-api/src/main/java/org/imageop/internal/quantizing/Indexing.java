package org.imageop.internal.quantizing;

import java.util.Arrays;
import org.imageop.SampleRows;
import org.imageop.internal.palette.NearestColors;

/**
 * The indices that show an image in given colours: of the nearest one for each pixel, or by error diffusion after Floyd and
 * Steinberg, row by row in alternating directions.
 */
public final class Indexing {
    private final SampleRows source;
    private final int width;
    private final int components;
    private final NearestColors nearest;
    private final int[] colors;
    /** What the next row's pixels are missing in 16ths, for each component, with a pixel to spare at both ends. */
    private int[] below;

    private int[] here;

    /** Shows these rows in colours whose components are side by side. */
    public Indexing(SampleRows source, int width, int components, int... colors) {
        this.source = source;
        this.width = width;
        this.components = components;
        this.colors = colors.clone();
        nearest = new NearestColors(colors);
        here = new int[(width + 2) * components];
        below = new int[here.length];
    }

    /** Writes the indices of the rows from the first to the last. */
    public void run(SampleRows indices, int height, boolean dither) {
        int[] row = new int[width * components];
        int[] index = new int[width];
        for (int y = 0; y < height; y++) {
            source.read(0, y, width, row, 0);
            if (dither) {
                diffuse(row, index, y % 2 == 0);
            } else {
                for (int x = 0; x < width; x++) {
                    index[x] = nearest.index(FewColors.color(row, x * components, components));
                }
            }
            indices.write(0, y, width, index, 0);
        }
    }

    private void diffuse(int[] row, int[] index, boolean rightwards) {
        int[] last = here;
        here = below;
        below = last;
        Arrays.fill(below, 0);
        int ahead = rightwards ? components : -components;
        for (int i = 0; i < width; i++) {
            int x = rightwards ? i : width - 1 - i;
            int at = x * components;
            boolean hidden = components == 4 && row[at + 3] == 0;
            int wanted = hidden ? 0 : wanted(row, at);
            index[x] = nearest.index(wanted);
            if (hidden) {
                continue;
            }
            int found = colors[index[x]];
            for (int c = components - 1; c >= 0; c--, wanted >>>= Byte.SIZE, found >>>= Byte.SIZE) {
                int error = (wanted & 0xff) - (found & 0xff);
                int place = at + components + c;
                here[place + ahead] += 7 * error;
                below[place - ahead] += 3 * error;
                below[place] += 5 * error;
                below[place + ahead] += error;
            }
        }
    }

    /** The colour of a pixel with what others passed on to it, within 0 … 255. */
    private int wanted(int[] row, int at) {
        int wanted = 0;
        for (int c = 0; c < components; c++) {
            int value = row[at + c] + (here[at + components + c] + 8 >> 4);
            wanted = wanted << Byte.SIZE | Math.max(0, Math.min(255, value));
        }
        return wanted;
    }
}

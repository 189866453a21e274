package org.imageop.imageio.sequence;

import org.imageop.Mode;

/** Lays straight colours with alpha on others: the rule "over", rounded to nearest. */
final class Blending {
    private final int components;
    private final long most;

    /** For rows of a mode with alpha. */
    Blending(Mode mode) {
        components = mode.components();
        most = mode.maxValue();
    }

    /** Replaces the row above by what is seen of both. */
    void over(int[] above, int[] below) {
        for (int i = 0; i < above.length; i += components) {
            long alpha = above[i + components - 1];
            if (alpha == 0) {
                System.arraycopy(below, i, above, i, components);
            } else if (alpha < most) {
                blend(above, below, i, alpha);
            }
        }
    }

    private void blend(int[] above, int[] below, int i, long alpha) {
        long weightAbove = alpha * most;
        long weightBelow = below[i + components - 1] * (most - alpha);
        long weight = weightAbove + weightBelow;
        for (int c = i; c < i + components - 1; c++) {
            above[c] = (int) ((above[c] * weightAbove + below[c] * weightBelow + weight / 2) / weight);
        }
        above[i + components - 1] = (int) ((weight + most / 2) / most);
    }
}

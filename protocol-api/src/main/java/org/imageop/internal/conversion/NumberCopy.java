package org.imageop.internal.conversion;

import java.util.List;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.internal.colors.ColorLoops;
import org.imageop.internal.rows.Runs;
import org.jspecify.annotations.Nullable;

/**
 * Copies numbers of ranges into numbers of ranges, without the detour through samples, which would round them and limit
 * them to their range (C-16). Where ranges differ, a number keeps its position in the range.
 */
final class NumberCopy implements StridedCopy.Run {
    private final SampleRows source;
    private final SampleRows target;
    private final List<Plane.Range> have;
    private final List<Plane.Range> want;
    private final int[] picks;

    private NumberCopy(
            SampleRows source, SampleRows target, List<Plane.Range> have, List<Plane.Range> want, int[] picks) {
        this.source = source;
        this.target = target;
        this.have = have;
        this.want = want;
        this.picks = picks;
    }

    /**
     * A copy of numbers, if both sides have them.
     *
     * @param picks where each component of the target comes from, as {@link ColorLoops#pick} has it, or null if colours
     *     are computed
     * @return the copy, or null if samples have to be copied or converted
     */
    static @Nullable NumberCopy of(SampleRows source, SampleRows target, int @Nullable [] picks) {
        List<Plane.Range> have = source.ranges();
        List<Plane.Range> want = target.ranges();
        return picks == null || have.isEmpty() || want.isEmpty()
                ? null
                : new NumberCopy(source, target, have, want, picks);
    }

    @Override
    public void copy(int x, int y, int count) {
        int run = Math.min(count, Runs.LONGEST);
        double[] in = new double[run * have.size()];
        double[] out = new double[run * want.size()];
        for (int done = 0, n; done < count; done += n) {
            n = Math.min(run, count - done);
            source.readNumbers(x + done, y, n, in, 0);
            for (int c = 0; c < picks.length; c++) {
                component(picks[c], want.get(c), in, out, c, n);
            }
            target.writeNumbers(x + done, y, n, out, 0);
        }
    }

    private void component(int pick, Plane.Range to, double[] in, double[] out, int at, int count) {
        int outStep = want.size();
        int inStep = have.size();
        int origin = Math.max(0, pick) % ColorLoops.INVERTED;
        Plane.Range from = have.get(origin);
        boolean inverted = pick >= ColorLoops.INVERTED;
        for (int i = 0, p = origin, q = at; i < count; i++, p += inStep, q += outStep) {
            if (pick < 0) {
                out[q] = pick == ColorLoops.ZERO ? to.min() : to.max();
            } else if (!inverted && from.equals(to)) {
                out[q] = in[p];
            } else {
                double position = (in[p] - from.min()) / (from.max() - from.min());
                out[q] = to.min() + (inverted ? 1 - position : position) * (to.max() - to.min());
            }
        }
    }
}

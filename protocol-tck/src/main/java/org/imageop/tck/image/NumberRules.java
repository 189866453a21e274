package org.imageop.tck.image;

import java.util.Arrays;
import java.util.List;
import org.imageop.Images;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Subject;

/** The numbers that samples stand for, where rows have them. */
final class NumberRules {
    private static final double BESIDE = 0x5a5a5a;

    private NumberRules() {}

    static void addTo(RuleList rules) {
        rules.add(
                "A-14",
                ImageRule.Scope.PIXELS,
                "rows with ranges have the numbers that their samples stand for; those without have none",
                "ranges(), and x, count and offset in readNumbers of the rows",
                "numbers of the rows",
                NumberRules::read);
        rules.add(
                "A-14",
                ImageRule.Scope.WRITABLE_PIXELS,
                "rows keep the numbers that are written",
                "x, count and offset in writeNumbers of the rows",
                "writing the numbers of rows",
                NumberRules::write);
    }

    private static void read(Subject s) {
        SampleRows rows = Images.rows(s.image);
        List<Plane.Range> ranges = rows.ranges();
        int w = s.shape.width();
        if (ranges.isEmpty()) {
            s.refused(
                    UnsupportedOperationException.class,
                    "readNumbers",
                    () -> rows.readNumbers(0, 0, 1, new double[s.shape.names().size()], 0));
            return;
        }
        int n = s.shape.names().size();
        s.same("number of ranges()", n, ranges.size());
        for (int y : new int[] {0, s.shape.height() - 1}) {
            for (int x : new int[] {0, w / 3, w - 1}) {
                double[] numbers = new double[(w - x + 2) * n];
                Arrays.fill(numbers, BESIDE);
                rows.readNumbers(x, y, w - x, numbers, n);
                for (int i = 0; i < numbers.length; i++) {
                    boolean within = i >= n && i < numbers.length - n;
                    int pixel = x + i / n - 1;
                    if (within) {
                        s.same(
                                "sample of " + numbers[i] + ", component "
                                        + s.shape.names().get(i % n) + " of the pixel (" + pixel + "," + y + ")",
                                s.before.of[i % n][y][pixel],
                                sample(numbers[i], ranges.get(i % n), s.shape.max()));
                    } else {
                        s.same("number " + i + " of the array, which is beside the run", BESIDE, numbers[i]);
                    }
                }
            }
        }
    }

    private static int sample(double number, Plane.Range range, long max) {
        double scaled = (number - range.min()) / (range.max() - range.min()) * max;
        return (int) Math.max(0, Math.min(max, Math.round(scaled)));
    }

    /** The numbers of other samples, which are there already: no rounding matters. */
    private static void write(Subject s) {
        SampleRows rows = Images.rows(s.image);
        if (rows.ranges().isEmpty()) {
            return;
        }
        int n = s.shape.names().size();
        int w = s.shape.width();
        int last = s.shape.height() - 1;
        double[] numbers = new double[w * n];
        rows.readNumbers(0, 0, w, numbers, 0);
        Samples before = Samples.read(s.shape, s.image.buffer());
        Samples expected = before.copy();
        for (int x = w / 3; x < w; x++) {
            expected.pixel(x, last, before.pixel(x - w / 3, 0));
        }
        rows.writeNumbers(w / 3, last, w - w / 3, numbers, 0);
        s.expect(expected);
    }
}

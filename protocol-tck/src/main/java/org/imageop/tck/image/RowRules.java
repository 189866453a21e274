package org.imageop.tck.image;

import java.util.Arrays;
import org.imageop.Images;
import org.imageop.ReadOnlyImageException;
import org.imageop.SampleRows;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Subject;

/** Runs of pixels within a row, which computed images are made of and every image can be had as. */
final class RowRules {
    private static final int BESIDE = 0x5a5a5a5a;

    private RowRules() {}

    static void addTo(RuleList rules) {
        rules.add(
                "A-10",
                ImageRule.Scope.WRITABLE,
                "rows keep each sample that is written",
                "x, y, count and offset in write of the rows, and where a sample is stored, also beyond one tile",
                "writing all samples",
                s -> {
                    Samples fresh = s.random(10).opaque();
                    fresh.writeWhole(s.image.buffer());
                    s.expect(fresh);
                });
        rules.add(
                "A-10",
                ImageRule.Scope.PIXELS,
                "rows give any run of pixels within a row, and touch nothing of the array beside it",
                "x, count and offset in read(x, y, count, target, offset) of the rows",
                "reading runs of a row",
                s -> runs(s, (rows, x, y, count) -> {
                    int n = s.shape.names().size();
                    int[] target = new int[(count + 2) * n];
                    Arrays.fill(target, BESIDE);
                    rows.read(x, y, count, target, n);
                    for (int i = 0; i < target.length; i++) {
                        int pixel = x + i / n - 1;
                        boolean within = i >= n && i < target.length - n;
                        s.same(
                                within
                                        ? "component " + s.shape.names().get(i % n) + " of the pixel (" + pixel + ","
                                                + y + "), read with " + count + " pixels from (" + x + "," + y + ")"
                                        : "value " + i + " of the array, which is beside the run",
                                within ? s.before.of[i % n][y][pixel] : BESIDE,
                                target[i]);
                    }
                }));
        rules.add(
                "A-10",
                ImageRule.Scope.WRITABLE_PIXELS,
                "rows take any run of pixels within a row",
                "x, count and offset in write(x, y, count, source, offset) of the rows",
                "writing runs of a row",
                s -> runs(s, (rows, x, y, count) -> {
                    int n = s.shape.names().size();
                    Samples fresh = s.random(10L * x + y + count).opaque();
                    int[] source = new int[(count + 2) * n];
                    System.arraycopy(fresh.row(y), x * n, source, n, count * n);
                    Samples expected = Samples.read(s.shape, s.image.buffer());
                    for (int i = x; i < x + count; i++) {
                        expected.pixel(i, y, fresh.pixel(i, y));
                    }
                    rows.write(x, y, count, source, n);
                    s.expect(expected);
                }));
        rules.add(
                "A-10",
                ImageRule.Scope.PIXELS,
                "rows are read-only exactly if the image is, and report it",
                "readOnly() of the rows; ImageBuffer.computed takes it over",
                "readOnly() of the rows",
                s -> {
                    SampleRows rows = Images.rows(s.image);
                    s.same("readOnly()", s.readOnly, rows.readOnly());
                    if (s.readOnly) {
                        int[] pixel = s.before.pixel(0, 0);
                        s.refused(ReadOnlyImageException.class, "write", () -> rows.write(0, 0, 1, pixel, 0));
                        s.unchanged();
                    }
                });
    }

    private interface Run {
        void on(SampleRows rows, int x, int y, int count);
    }

    /** Runs at the beginning, in the middle and at the end of the first and last row. */
    private static void runs(Subject s, Run run) {
        SampleRows rows = Images.rows(s.image);
        int w = s.shape.width();
        if (s.shape.large()) {
            run.on(rows, w / 3, s.shape.height() - 1, w - w / 3);
            return;
        }
        for (int y : new int[] {0, s.shape.height() - 1}) {
            run.on(rows, 0, y, w);
            run.on(rows, 0, y, 1);
            run.on(rows, w - 1, y, 1);
            run.on(rows, w / 3, y, w - w / 3);
            run.on(rows, w / 4, y, w / 2 + w % 2);
        }
    }
}

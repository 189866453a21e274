package org.imageop.verification.library.conversion;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.imageop.Filter;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;

/**
 * Images that are large enough for several threads (T-5). Their rows repeat, so that the formulas need be computed for
 * a few of them only: the first, some in the middle and the last.
 */
public final class BandRules {
    private static final Rule RULE = Rule.of(
            "C-2",
            "results do not depend on how many threads work",
            "where bands of rows begin and end, and what their threads share",
            "C-1",
            "C-6",
            "C-8");

    private static final int WIDTH = 64;

    /** After so many rows they repeat; chroma after half of them. */
    private static final int PERIOD = 4;

    private BandRules() {}

    public static void addTo(List<Check> checks) {
        for (Mode[] pair : new Mode[][] {
            {Mode.RGBA, Mode.L},
            {Mode.RGBA, Mode.YV12},
            {Mode.LA32, Mode.RGB48},
            {Mode.CMYK, Mode.CMYK},
            {Mode.JPEG_YV12, Mode.RGB},
            {Mode.JPEG_YV12, Mode.L16},
            {Mode.JPEG_YV12, Mode.YV12}
        }) {
            add(
                    checks,
                    pair[0] + " → " + pair[1],
                    pair[0],
                    samples -> ConversionFormulas.convert(samples, pair[1]),
                    image -> StandardImage.from(image, pair[1]));
        }
        for (Mode mode : List.of(Mode.RGBA, Mode.L16, Mode.YV12)) {
            // windows of two whole pixels, so that the result repeats as well
            add(
                    checks,
                    mode + " in half the size",
                    mode,
                    samples -> half(samples),
                    image -> StandardImage.from(image, WIDTH / 2, image.height() / 2, Filter.BOX));
        }
    }

    private static Samples half(Samples samples) {
        return ResizeFormulas.resize(
                samples, samples.shape.mode(), WIDTH / 2, samples.shape.height() / 2, Filter.BOX, Filter.BOX);
    }

    private static void add(
            List<Check> checks,
            String what,
            Mode mode,
            UnaryOperator<Samples> formulas,
            UnaryOperator<StandardImage> library) {
        checks.add(new Check(RULE, "several threads", what + " of an image for several threads", probe -> {
            Samples few = Samples.random(new Shape(mode, WIDTH, 3 * PERIOD), 3);
            few.each((c, x, y) -> few.of[c][y][x] = few.of[c][y % (few.of[c].length / 3)][x]);
            int periods = (1 << 18) / few.of.length / WIDTH / PERIOD + 3;
            StandardImage large = StandardImage.ofBytes(mode, WIDTH, periods * PERIOD, repeated(few, periods));
            byte[] expected = repeated(formulas.apply(few), periods);
            byte[] found = library.apply(large).buffer().get(Slice.ALL);
            int wrong = Arrays.mismatch(expected, found);
            if (wrong >= 0) {
                throw probe.violation(
                        "byte " + wrong + " of the result of " + found.length,
                        wrong < expected.length ? expected[wrong] & 0xff : "none",
                        wrong < found.length ? found[wrong] & 0xff : "none");
            }
        }));
    }

    /** The bytes of an image of three periods, of which that in the middle is repeated. */
    private static byte[] repeated(Samples three, int periods) {
        byte[] bytes = three.bytes();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Shape shape = three.shape;
        for (int plane = 0, start = 0; plane < (shape.planar() ? 3 : 1); plane++) {
            int components = shape.planar() ? 1 : three.of.length;
            int length = shape.columns(plane) * shape.rows(plane) / 3 * components * shape.bits() / 8;
            all.write(bytes, start, length);
            for (int i = 0; i < periods - 2; i++) {
                all.write(bytes, start + length, length);
            }
            all.write(bytes, start + 2 * length, length);
            start += 3 * length;
        }
        return all.toByteArray();
    }
}

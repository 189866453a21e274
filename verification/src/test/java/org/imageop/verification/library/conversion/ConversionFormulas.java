package org.imageop.verification.library.conversion;

import java.util.Arrays;
import java.util.List;
import org.imageop.Mode;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;

/**
 * Conversion a second time: the paths of SPEC.md B.4 as they stand there, walked for each pixel, kernel by kernel.
 * Slow, and without any thought of memory.
 */
public final class ConversionFormulas {
    private static final String PATHS = """
                      | L      | L16    | L32     | LA       | LA32     | RGB    | RGB48  | RGBA   | RGBA64 | YV12   | JPEG_YV12 | CMYK   | CMYK64
            L         | =      | U      | U       | +A       | U +A     | G      | U G    | G +A   | U G +A | P      | P         | K      | U K
            L16       | D      | =      | U       | D +A     | +A       | D G    | G      | D G +A | G +A   | P      | P         | D K    | K
            L32       | D      | D      | =       | D +A     | D +A     | D G    | D G    | D G +A | D G +A | P      | P         | D K    | D K
            LA        | -A     | U -A   | U -A    | =        | U        | G -A   | U G -A | G      | U G    | P -A   | P -A      | K -A   | U K -A
            LA32      | D -A   | -A     | U -A    | D        | =        | D G -A | G -A   | D G    | G      | P -A   | P -A      | D K -A | K -A
            RGB       | Y      | U Y    | U Y     | Y +A     | U Y +A   | =      | U      | +A     | U +A   | S      | F         | N      | U N
            RGB48     | Y D    | Y      | U Y     | Y D +A   | Y +A     | D      | =      | D +A   | +A     | D S    | D F       | D N    | N
            RGBA      | Y -A   | U Y -A | U Y -A  | Y        | U Y      | -A     | U -A   | =      | U      | S -A   | F -A      | N -A   | U N -A
            RGBA64    | Y D -A | Y -A   | U Y -A  | Y D      | Y        | D -A   | -A     | D      | =      | D S -A | D F -A    | D N -A | N -A
            YV12      | y      | y      | y       | y +A     | y +A     | s      | s U    | s +A   | s U +A | =      | R         | s N    | s U N
            JPEG_YV12 | y      | y      | y       | y +A     | y +A     | f      | f U    | f +A   | f U +A | R      | =         | f N    | f U N
            CMYK      | M Y    | U M Y  | U M U Y | M Y +A   | U M Y +A | M      | U M    | M +A   | U M +A | M S    | M F       | =      | U
            CMYK64    | M Y D  | M Y    | M U Y   | M Y D +A | M Y +A   | M D    | M      | M D +A | M +A   | M D S  | M D F     | D      | =
            """;

    private static final List<List<String>> ROWS =
            PATHS.lines().map(ConversionFormulas::cells).toList();

    private final Mode from;
    private final Shape target;
    private final List<String> path;

    private ConversionFormulas(Mode from, Shape target) {
        this.from = from;
        this.target = target;
        List<String> row = ROWS.stream()
                .filter(cells -> cells.get(0).equals(from.name()))
                .findFirst()
                .orElseThrow();
        String cell = row.get(ROWS.get(0).indexOf(target.mode().name()));
        this.path = List.of(cell.split(" +"));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }

    /** All samples in another mode, in the same size. */
    public static Samples convert(Samples source, Mode to) {
        Shape shape = source.shape;
        ConversionFormulas conversion =
                new ConversionFormulas(shape.mode(), new Shape(to, shape.width(), shape.height()));
        if (shape.mode() == to) {
            return source.copy();
        } else if (shape.planar() && conversion.target.planar()) {
            Samples ranged = new Samples(conversion.target);
            ranged.each((c, x, y) -> ranged.of[c][y][x] = ColorFormulas.otherRange(to, c, source.of[c][y][x]));
            return ranged;
        } else if (shape.planar()) {
            Samples cr = ColorFormulas.upsampled(source.component(1));
            Samples cb = ColorFormulas.upsampled(source.component(2));
            return ofPlanes(shape.mode(), source.component(0), cr, cb, to);
        }
        return conversion.convert((x, y) -> source.pixel(x, y), shape.bits(), shape.hasAlpha());
    }

    /** The pixels of a planar image whose planes have all been brought to one size, in a mode that is not planar. */
    static Samples ofPlanes(Mode from, Samples luma, Samples cr, Samples cb, Mode to) {
        Shape target = new Shape(to, luma.shape.width(), luma.shape.height());
        return new ConversionFormulas(from, target)
                .convert((x, y) -> new int[] {luma.of[0][y][x], cr.of[0][y][x], cb.of[0][y][x]}, 8, false);
    }

    private interface Pixels {
        int[] at(int x, int y);
    }

    private Samples convert(Pixels source, int bits, boolean alpha) {
        Samples result = new Samples(target);
        int[][][] rgb = new int[target.height()][target.width()][];
        for (int y = 0; y < target.height(); y++) {
            for (int x = 0; x < target.width(); x++) {
                int[] pixel = source.at(x, y);
                ColorFormulas walked = new ColorFormulas(pixel, bits, alpha);
                for (int i = 0; i < path.size(); i++) {
                    apply(walked, i);
                }
                rgb[y][x] = walked.samples();
                if (!target.planar()) {
                    result.pixel(x, y, rgb[y][x]);
                }
            }
        }
        if (target.planar()) {
            ColorFormulas.separate(rgb, path.contains("P"), result);
        }
        return result;
    }

    private void apply(ColorFormulas pixel, int step) {
        switch (path.get(step)) {
            case "U", "D" -> pixel.scale(depth(step + 1));
            case "G" -> pixel.greyToRgb();
            case "K" -> pixel.greyToCmyk();
            case "N" -> pixel.rgbToCmyk();
            case "Y" -> pixel.rgbToGrey();
            case "M" -> pixel.cmykToRgb();
            case "P" -> pixel.greyToLuma(target.mode());
            case "y" -> pixel.lumaToGrey(from, target.bits());
            case "f" -> pixel.fullRangeToRgb();
            case "s" -> pixel.studioRangeToRgb();
            case "+A" -> pixel.addAlpha();
            case "-A" -> pixel.dropAlpha();
            case "F", "S" -> {
                // takes four pixels, when all are there
            }
            default -> throw new IllegalArgumentException("SPEC.md B.2 has no kernel " + path.get(step));
        }
    }

    /** What U and D scale to: the depth that the next kernel or the target has. */
    private int depth(int next) {
        int larger = Math.max(new Shape(from, 2, 2).bits(), target.bits());
        for (String kernel : path.subList(next, path.size())) {
            if (kernel.equals("Y")) {
                return larger;
            } else if (kernel.equals("M")) {
                return Math.min(16, larger);
            }
        }
        return target.bits();
    }
}

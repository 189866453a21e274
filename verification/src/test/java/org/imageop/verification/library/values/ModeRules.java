package org.imageop.verification.library.values;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Shape;

/** What the modes are. What the kit expects is in {@link Shape}, and here the table of the specification once more. */
public final class ModeRules {
    /** Name, value, bytes per pixel (0 where there are none), bytes of 2×2 and of 640×480 (appendix A). */
    private static final String TABLE = """
            L         L         1 4  307200
            L16       L16       2 8  614400
            L32       I         4 16 1228800
            LA        LA        2 8  614400
            LA32      LA32      4 16 1228800
            RGB       RGB       3 12 921600
            RGB48     RGB48     6 24 1843200
            RGBA      RGBA      4 16 1228800
            RGBA64    RGBA64    8 32 2457600
            YV12      YV12      0 6  460800
            JPEG_YV12 JPEG_YV12 0 6  460800
            CMYK      CMYK      4 16 1228800
            CMYK64    CMYK64    8 32 2457600
            """;

    private static final String HINT = "the table of the modes, SPEC.md appendix A";

    private final List<Check> checks;

    private ModeRules(List<Check> checks) {
        this.checks = checks;
    }

    public static void addTo(List<Check> checks) {
        new ModeRules(checks).add();
    }

    private interface Trial {
        void on(Mode mode, Shape shape, Probe probe);
    }

    /** Tries something on each mode. */
    private void each(Rule rule, String what, Trial trial) {
        for (Mode mode : Mode.values()) {
            check(rule, what + " of " + mode, probe -> trial.on(mode, new Shape(mode, 2, 2), probe));
        }
    }

    private void check(Rule rule, String what, Check.Body body) {
        checks.add(new Check(rule, "modes", what, body));
    }

    private static String cell(Mode mode, int column) {
        return TABLE.lines()
                .map(line -> line.split(" +"))
                .filter(cells -> cells[0].equals(mode.name()))
                .findFirst()
                .map(cells -> cells[column])
                .orElseThrow(() -> new IllegalStateException("The kit has no row for the mode " + mode));
    }

    private void add() {
        names();
        layout();
        values();
        lengths();
    }

    private void names() {
        Rule all =
                Rule.of("P-1", "there are exactly 13 modes", "the constants of Mode, and whether MODES can be changed");
        check(all, "MODES", probe -> {
            List<String> names = TABLE.lines()
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
            probe.same(
                    "values()",
                    names,
                    List.of(Mode.values()).stream().map(Mode::name).toList());
            probe.same("MODES", EnumSet.allOf(Mode.class), Mode.MODES);
            unmodifiable(probe, "MODES.clear()", Mode.MODES::clear);
            probe.same("MODES after clear()", EnumSet.allOf(Mode.class), Mode.MODES);
        });
        each(
                Rule.of("P-4", "components have 8, 16 or 32 bits; there are no palettes", HINT),
                "bitsPerComponent()",
                (mode, shape, probe) -> {
                    probe.holds("8, 16 or 32", List.of(8, 16, 32).contains(mode.bitsPerComponent()));
                    probe.same("a palette", false, List.of("1", "P", "PA").contains(mode.name()));
                });
        each(
                Rule.of(
                        "P-5",
                        "a trailing number in a name is the average number of bits per pixel, none means one byte"
                                + " per component",
                        HINT,
                        "P-4"),
                "name()",
                (mode, shape, probe) -> {
                    if (!shape.planar()) {
                        String digits = mode.name().replaceAll("\\D", "");
                        int components = mode.componentNames().size();
                        int expected = digits.isEmpty() ? 8 * components : Integer.parseInt(digits);
                        probe.same("bits per pixel", expected, components * mode.bitsPerComponent());
                    }
                });
        each(
                Rule.of("P-3", "the attributes are as in the table", HINT, "P-4", "P-5"),
                "names, bits and alpha",
                (mode, shape, probe) -> {
                    probe.same("componentNames()", shape.names(), mode.componentNames());
                    probe.same("bitsPerComponent()", shape.bits(), mode.bitsPerComponent());
                    probe.same("hasAlpha()", shape.hasAlpha(), mode.hasAlpha());
                });
        each(
                Rule.of(
                        "P-6",
                        "components are counted, named, and found by name; an unknown name is refused",
                        "components(), componentNames() and componentIndex()",
                        "P-3"),
                "components",
                (mode, shape, probe) -> {
                    probe.same("components()", shape.names().size(), mode.components());
                    for (int c = 0; c < shape.names().size(); c++) {
                        String name = shape.names().get(c);
                        probe.same("componentIndex(" + name + ")", c, mode.componentIndex(name));
                    }
                    for (String name : List.of("", "x", "R", "red", "rgb")) {
                        probe.refused(
                                UnsupportedOperationException.class,
                                "componentIndex(\"" + name + "\")",
                                () -> mode.componentIndex(name));
                    }
                    unmodifiable(
                            probe,
                            "componentNames().set",
                            () -> mode.componentNames().set(0, "z"));
                });
    }

    private void layout() {
        each(
                Rule.of("P-8", "YV12 and JPEG_YV12 alone are planar", HINT, "P-3"),
                "planar()",
                (mode, shape, probe) -> probe.same("planar()", shape.planar(), mode.planar()));
        each(Rule.of("P-9", "how many pixels share a sample", HINT, "P-8"), "subsampling()", (mode, shape, probe) -> {
            probe.same("subsampling()", shape.subsampling(), mode.subsampling());
            unmodifiable(
                    probe, "subsampling().clear()", () -> mode.subsampling().clear());
        });
        each(
                Rule.of(
                        "P-7",
                        "bytesPerPixel() is components × bits / 8; planar modes have none",
                        HINT,
                        "P-3",
                        "P-6",
                        "P-8"),
                "bytesPerPixel()",
                (mode, shape, probe) -> {
                    if (shape.planar()) {
                        probe.refused(UnsupportedOperationException.class, "bytesPerPixel()", mode::bytesPerPixel);
                    } else {
                        probe.same("bytesPerPixel()", Integer.valueOf(cell(mode, 2)), mode.bytesPerPixel());
                    }
                });
        each(
                Rule.of("P-10", "xDivisor() and yDivisor() are the largest of subsampling()", HINT, "P-8"),
                "divisors",
                (mode, shape, probe) -> {
                    int last = shape.names().size() - 1;
                    probe.same("xDivisor()", shape.divisor(last), mode.xDivisor());
                    probe.same("yDivisor()", shape.divisor(last), mode.yDivisor());
                });
    }

    private void values() {
        each(
                Rule.of("P-11", "intervals() has an interval for each component; maxValue() is M", HINT, "P-3"),
                "maxValue()",
                (mode, shape, probe) -> {
                    probe.same("maxValue()", shape.max(), mode.maxValue());
                    probe.same(
                            "intervals().size()",
                            shape.names().size(),
                            mode.intervals().size());
                    unmodifiable(
                            probe, "intervals().clear()", () -> mode.intervals().clear());
                });
        each(
                Rule.of("P-16", "16 to 235 and 16 to 240 are valid in YV12, 0 to M in all others", HINT, "P-11"),
                "intervals()",
                (mode, shape, probe) -> probe.same("intervals()", shape.intervals(), mode.intervals()));
        Rule names = Rule.of(
                "P-13",
                "value() is the name, but I for L32; of(String) finds both, and nothing else",
                "value(), of() and toString()",
                "P-1");
        each(names, "value()", (mode, shape, probe) -> {
            probe.same("value()", cell(mode, 1), mode.value());
            probe.same("toString()", mode.name(), mode.toString());
            probe.same("of(value())", mode, Mode.of(mode.value()));
            probe.same("of(name())", mode, Mode.of(mode.name()));
        });
        for (String name : List.of("", "rgb", "i", "P", "RGB ", " L", "L8", "1")) {
            check(names, "of(\"" + name + "\")", probe -> {
                try {
                    Mode.of(name);
                } catch (IllegalArgumentException e) {
                    String message = String.valueOf(e.getMessage());
                    for (Mode mode : Mode.values()) {
                        probe.holds("the message lists " + mode, message.contains(mode.name()));
                    }
                    return;
                }
                throw probe.violation("of", "IllegalArgumentException", "no exception");
            });
        }
    }

    private void lengths() {
        Rule rule = Rule.of(
                "P-12",
                "length is the number of bytes, a long; sizes that no image can have are refused",
                "the order of factors, and whether they are longs before they are multiplied",
                "P-3",
                "P-7",
                "P-8",
                "P-10");
        each(rule, "length(2, 2)", (mode, shape, probe) -> {
            probe.same("length(2, 2)", Long.valueOf(cell(mode, 3)), mode.length(2, 2));
            probe.same("length(640, 480)", Long.valueOf(cell(mode, 4)), mode.length(640, 480));
            probe.same("length(ImageSize)", Long.valueOf(cell(mode, 4)), mode.length(new ImageSize(640, 480)));
        });
        each(
                rule,
                "length(2000000000, 14)",
                (mode, shape, probe) -> probe.same(
                        "length(2000000000, 14)",
                        7_000_000_000L * Long.parseLong(cell(mode, 3)),
                        mode.length(2_000_000_000, 14)));
        each(rule, "length of impossible sizes", (mode, shape, probe) -> {
            List<ImageSize> sizes = new ArrayList<>(List.of(
                    new ImageSize(0, 2),
                    new ImageSize(2, 0),
                    new ImageSize(-2, 2),
                    new ImageSize(2, -2),
                    new ImageSize(-2, -2),
                    new ImageSize(Integer.MIN_VALUE, 2)));
            if (shape.planar()) {
                sizes.addAll(List.of(new ImageSize(3, 2), new ImageSize(2, 3), new ImageSize(3, 3)));
            }
            for (ImageSize size : sizes) {
                String pair = "(" + size.width() + ", " + size.height() + ")";
                probe.refused(IllegalArgumentException.class, "length" + pair, () -> mode.length(size));
                probe.refused(
                        IllegalArgumentException.class,
                        "length of two numbers " + pair,
                        () -> mode.length(size.width(), size.height()));
            }
        });
        check(rule, "length(2147483647, 2147483647) of L, RGB and RGBA64", probe -> {
            int most = Integer.MAX_VALUE;
            probe.same("L", 4611686014132420609L, Mode.L.length(most, most));
            probe.same("JPEG_YV12", 6917529014756179974L, Mode.JPEG_YV12.length(most - 1, most - 1));
            for (Mode mode : List.of(Mode.RGB, Mode.RGBA64)) {
                probe.refused(IllegalArgumentException.class, mode.name(), () -> mode.length(most, most));
            }
        });
    }

    private static void unmodifiable(Probe probe, String where, Runnable change) {
        try {
            change.run();
        } catch (UnsupportedOperationException e) {
            return;
        }
        throw probe.violation(where, "UnsupportedOperationException", "no exception");
    }
}

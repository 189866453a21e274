package org.imageop.tck;

import java.util.EnumSet;
import java.util.List;
import org.imageop.Mode;

/** What the modes are. */
final class ModeRules {
    private static final String GROUP = "modes";

    private ModeRules() {}

    private interface Attribute {
        Object of(Mode mode);
    }

    private interface Expected {
        Object of(Shape shape);
    }

    static void addTo(List<Check> checks) {
        String table = "the table of the modes, SPEC.md appendix A";
        checks.add(new Check(
                Rule.of("P-1", "there are exactly 13 modes", "the constants of Mode, and whether MODES can be changed"),
                GROUP,
                "MODES",
                probe -> {
                    probe.same("values()", 13, Mode.values().length);
                    probe.same("MODES", EnumSet.allOf(Mode.class), Mode.MODES);
                    try {
                        Mode.MODES.clear();
                        throw probe.violation("MODES.clear()", "UnsupportedOperationException", "no exception");
                    } catch (UnsupportedOperationException e) {
                        probe.same("MODES after clear()", EnumSet.allOf(Mode.class), Mode.MODES);
                    }
                }));
        each(
                checks,
                "P-4",
                "components have at least 8 bits",
                table,
                "bitsPerComponent()",
                Mode::bitsPerComponent,
                Shape::bits);
        each(
                checks,
                "P-6",
                "names and number of the components",
                table,
                "componentNames()",
                Mode::componentNames,
                Shape::names);
        each(
                checks,
                "P-6",
                "names and number of the components",
                table,
                "components()",
                Mode::components,
                shape -> shape.names().size());
        each(checks, "P-8", "YV12 and JPEG_YV12 are planar", table, "planar()", Mode::planar, Shape::planar);
        each(
                checks,
                "P-9",
                "how many pixels share a sample",
                table,
                "subsampling()",
                Mode::subsampling,
                Shape::subsampling);
    }

    private static void each(
            List<Check> checks,
            String id,
            String intent,
            String hint,
            String what,
            Attribute attribute,
            Expected expected) {
        Rule rule = Rule.of(id, intent, hint);
        for (Mode mode : Mode.values()) {
            checks.add(new Check(
                    rule,
                    GROUP,
                    what + " of " + mode,
                    probe -> probe.same(what, expected.of(new Shape(mode, 2, 2)), attribute.of(mode))));
        }
    }
}

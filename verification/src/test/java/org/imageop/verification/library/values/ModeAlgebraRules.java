package org.imageop.verification.library.values;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imageop.ColorFamily;
import org.imageop.Mode;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;

/** Modes found by what they hold, and the nearest of some. */
public final class ModeAlgebraRules {
    private static final String GROUP = "modes";

    /** Name, family, bits and alpha of each mode. */
    private static final String TABLE = """
            L         GREY  8  opaque
            L16       GREY  16 opaque
            L32       GREY  32 opaque
            LA        GREY  8  alpha
            LA32      GREY  16 alpha
            RGB       RGB   8  opaque
            RGB48     RGB   16 opaque
            RGBA      RGB   8  alpha
            RGBA64    RGB   16 alpha
            JPEG_YV12 YCBCR 8  opaque
            CMYK      CMYK  8  opaque
            CMYK64    CMYK  16 opaque
            """;

    /** A mode, the nearest one, and from which it is taken: for each step of the rule two modes that differ there. */
    private static final String NEAREST = """
            LA     RGBA   L RGB RGBA
            L16    L16    L L16 RGB
            L16    L      L RGB RGB48 RGBA
            L      RGB    RGB RGBA CMYK
            RGBA   LA     L LA
            RGBA64 RGBA   L RGB RGBA RGB48
            CMYK   CMYK64 RGB CMYK64 RGBA
            YV12   RGB    L RGB RGBA
            L32    L16    L L16 RGB48
            L      L16    L16 L32
            RGB48  RGB    L16 RGB CMYK64
            """;

    private static final Rule ALGEBRA = Rule.of(
            "C-13",
            "a mode is its family, bits and alpha; each can be changed alone, and a mode that does not exist is refused",
            "the mode that of(family, bits, alpha) and the methods with… find",
            "P-1",
            "P-3",
            "P-4",
            "P-5",
            "P-6");
    private static final Rule NEAR = Rule.of(
            "C-14",
            "nearestIn keeps alpha, then colours, then needs no alpha, then has the bits; of equals it is the smallest",
            "the order in which modes are compared",
            "P-1",
            "P-3",
            "P-4",
            "P-5",
            "P-6");

    private ModeAlgebraRules() {}

    public static void addTo(List<Check> checks) {
        TABLE.lines().map(line -> line.split(" +")).forEach(row -> {
            Mode mode = Mode.valueOf(row[0]);
            checks.add(new Check(ALGEBRA, GROUP, "properties of " + mode, probe -> properties(probe, mode, row)));
        });
        checks.add(new Check(ALGEBRA, GROUP, "properties of YV12", ModeAlgebraRules::studioRange));
        for (Mode mode : Mode.values()) {
            checks.add(new Check(
                    NEAR,
                    GROUP,
                    "the nearest to " + mode + " of all modes",
                    probe -> probe.same("it", mode, mode.nearestIn(EnumSet.allOf(Mode.class)))));
        }
        NEAREST.lines().map(line -> line.split(" +", 3)).forEach(row -> {
            Mode mode = Mode.valueOf(row[0]);
            Set<Mode> from = EnumSet.noneOf(Mode.class);
            Arrays.stream(row[2].split(" ")).map(Mode::valueOf).forEach(from::add);
            checks.add(new Check(
                    NEAR,
                    GROUP,
                    "the nearest to " + mode + " of " + row[2],
                    probe -> probe.same("it", Mode.valueOf(row[1]), mode.nearestIn(from))));
        });
        checks.add(new Check(
                NEAR,
                GROUP,
                "the nearest of none",
                probe -> probe.refused(IllegalArgumentException.class, "nearestIn", () -> Mode.L.nearestIn(Set.of()))));
    }

    private interface Change {
        Mode made();
    }

    private static void properties(Probe probe, Mode mode, String[] row) {
        ColorFamily family = ColorFamily.valueOf(row[1]);
        int bits = Integer.parseInt(row[2]);
        boolean alpha = row[3].equals("alpha");
        probe.same("family()", family, mode.family());
        for (int other : new int[] {8, 16, 32, 4, 24}) {
            is(probe, "of " + other + " bits", find(row[1], other, row[3]), () -> Mode.of(family, other, alpha));
            is(probe, "withBits(" + other + ")", find(row[1], other, row[3]), () -> mode.withBits(other));
        }
        is(probe, "withAlpha()", find(row[1], bits, "alpha"), mode::withAlpha);
        is(probe, "withoutAlpha()", find(row[1], bits, "opaque"), mode::withoutAlpha);
        is(probe, "componentMode()", find("GREY", bits, "opaque"), mode::componentMode);
    }

    /** It is of the family of JPEG_YV12, which takes precedence, and stays itself where nothing changes. */
    private static void studioRange(Probe probe) {
        Mode mode = Mode.YV12;
        probe.same("family()", ColorFamily.YCBCR, mode.family());
        is(probe, "withBits(8)", Optional.of(mode), () -> mode.withBits(8));
        is(probe, "withBits(16)", Optional.empty(), () -> mode.withBits(16));
        is(probe, "withAlpha()", Optional.empty(), mode::withAlpha);
        is(probe, "withoutAlpha()", Optional.of(mode), mode::withoutAlpha);
        is(probe, "componentMode()", Optional.of(Mode.L), mode::componentMode);
    }

    private static Optional<Mode> find(String family, int bits, String alpha) {
        return TABLE.lines()
                .map(line -> line.split(" +"))
                .filter(row -> row[1].equals(family) && row[2].equals("" + bits) && row[3].equals(alpha))
                .map(row -> Mode.valueOf(row[0]))
                .findFirst();
    }

    private static void is(Probe probe, String where, Optional<Mode> expected, Change change) {
        if (expected.isPresent()) {
            probe.same(where, expected.get(), change.made());
        } else {
            String[] all = Arrays.stream(Mode.values()).map(Mode::name).toArray(String[]::new);
            probe.says(IllegalArgumentException.class, where, change::made, all);
        }
    }
}

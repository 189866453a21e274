package org.imageop.verification.library.sharing;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.imageop.AlphaType;
import org.imageop.ColorFamily;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.spi.HandingOn;
import org.imageop.spi.Losses;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.foreign.PhotoAdapter;
import org.imageop.verification.model.Place;

/** What a copy lost. */
public final class LossRules {
    private static final Rule COMPUTED = Rule.of(
            "S-12",
            "losses are found by comparing an image with its copy",
            "what is compared: colours, alpha, bits, ranges, premultiplied memory and profile");

    private static final Plane.Range UNIT = new Plane.Range(0, 1);

    private LossRules() {}

    public static void addTo(List<Check> checks) {
        for (Mode mode : Mode.values()) {
            lost(checks, mode + " in the same mode", () -> of(mode), () -> of(mode));
            lost(checks, "computed " + mode + " in memory", () -> computed(mode), () -> of(mode));
        }
        lost(checks, "grey in RGB", () -> of(Mode.L), () -> of(Mode.RGB));
        lost(checks, "grey in CMYK", () -> of(Mode.L), () -> of(Mode.CMYK));
        lost(checks, "RGB in RGBA", () -> of(Mode.RGB), () -> of(Mode.RGBA));
        lost(checks, "RGB in RGB48", () -> of(Mode.RGB), () -> of(Mode.RGB48));
        for (Mode[] pair :
                new Mode[][] {{Mode.RGB, Mode.L}, {Mode.CMYK, Mode.RGB}, {Mode.JPEG_YV12, Mode.RGB}, {Mode.YV12, Mode.L}
                }) {
            String colors = Losses.colors(pair[0].family(), pair[1].family());
            lost(checks, pair[0] + " in " + pair[1], () -> of(pair[0]), () -> of(pair[1]), colors);
        }
        lost(checks, "alpha in none", () -> of(Mode.RGBA), () -> of(Mode.RGB), Losses.ALPHA);
        lost(checks, "computed alpha in none", () -> computed(Mode.RGBA), () -> of(Mode.RGB), Losses.ALPHA);
        lost(checks, "16 bits in 8", () -> of(Mode.L16), () -> of(Mode.RGBA), Losses.bits(16, 8));
        lost(checks, "32 bits in 16", () -> of(Mode.L32), () -> of(Mode.L16), Losses.bits(32, 16));
        lost(checks, "computed 16 bits in 8", () -> computed(Mode.L16), () -> of(Mode.L), Losses.bits(16, 8));
        lost(checks, "565 in 565", () -> packed("R5G6B5"), () -> packed("R5G6B5"));
        lost(checks, "565 in 8 bits", () -> packed("R5G6B5"), () -> of(Mode.RGB));
        lost(checks, "565 in 555", () -> packed("R5G6B5"), () -> packed("X1R5G5B5"), Losses.bits(6, 5));
        lost(checks, "8 bits in 565", () -> of(Mode.RGB), () -> packed("R5G6B5"), Losses.bits(8, 5));
        lost(
                checks,
                "straight in premultiplied",
                () -> argb(AlphaType.STRAIGHT),
                LossRules::premultiplied,
                Losses.PREMULTIPLIED);
        lost(
                checks,
                "computed in premultiplied",
                () -> computed(Mode.RGBA),
                LossRules::premultiplied,
                Losses.PREMULTIPLIED);
        lost(checks, "premultiplied in premultiplied", LossRules::premultiplied, LossRules::premultiplied);
        lost(checks, "premultiplied in straight", LossRules::premultiplied, () -> argb(AlphaType.STRAIGHT));
        FloatBuffer floats = FloatBuffer.allocate(12);
        lost(checks, "floats in floats", () -> ranged(floats, UNIT), () -> ranged(FloatBuffer.allocate(12), UNIT));
        lost(checks, "floats in samples", () -> ranged(floats, UNIT), () -> of(Mode.L16), Losses.range(16));
        lost(checks, "floats in fewer bits", () -> ranged(floats, UNIT), () -> of(Mode.L), Losses.range(8));
        Plane.Range wider = new Plane.Range(0, 2);
        lost(
                checks,
                "floats of other ranges",
                () -> ranged(floats, UNIT),
                () -> ranged(floats, wider),
                Losses.OTHER_NUMBERS);
        ShortBuffer shorts = ShortBuffer.allocate(12);
        lost(checks, "floats in shorts", () -> ranged(floats, UNIT), () -> ranged(shorts, UNIT), Losses.OTHER_NUMBERS);
        lost(checks, "a profile in the same", () -> profiled(Mode.RGB, 1, 2), () -> profiled(Mode.RGB, 1, 2));
        lost(checks, "a profile in none", () -> profiled(Mode.RGB, 1, 2), () -> of(Mode.RGB), Losses.PROFILE);
        lost(
                checks,
                "a profile in another",
                () -> profiled(Mode.RGB, 1, 2),
                () -> profiled(Mode.RGB, 1, 3),
                Losses.PROFILE);
        lost(checks, "no profile in one", () -> of(Mode.RGB), () -> profiled(Mode.RGB, 1));
        add(checks, "several losses of an adapter's copy", LossRules::ofAnAdapter);
    }

    private static void add(List<Check> checks, String what, Check.Body body) {
        checks.add(new Check(COMPUTED, "losses", what, body));
    }

    private static void lost(
            List<Check> checks, String what, Supplier<ImageLike> before, Supplier<ImageLike> after, String... losses) {
        add(checks, what, probe -> probe.same("losses", List.of(losses), Losses.between(before.get(), after.get())));
    }

    private static ImageLike of(Mode mode) {
        return StandardImage.of(mode, 4, 2);
    }

    private static ImageLike computed(Mode mode) {
        return Place.COMPUTED.of(new Samples(new Shape(mode, 4, 2)));
    }

    private static ImageLike packed(String order) {
        return StandardImage.wrap(
                PixelLayout.packed(Mode.RGB, 4, 2, order, AlphaType.OPAQUE, ShortBuffer.allocate(8), 0, 4));
    }

    private static ImageLike argb(AlphaType alpha) {
        return StandardImage.wrap(PixelLayout.argb(IntBuffer.allocate(8), 4, 2, alpha));
    }

    private static ImageLike premultiplied() {
        return argb(AlphaType.PREMULTIPLIED);
    }

    private static ImageLike ranged(Buffer memory, Plane.Range range) {
        return StandardImage.wrap(PixelLayout.ranged(Mode.L16, 4, 2, "L", range, memory, 0, 4));
    }

    private static ImageLike profiled(Mode mode, int... profile) {
        ImageLike image = of(mode);
        byte[] bytes = new byte[profile.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) profile[i];
        }
        image.info().put(InfoKeys.ICC_PROFILE, bytes);
        return image;
    }

    /** A photo is grey bytes, and its adapter says nothing of losses. */
    private static void ofAnAdapter(Probe probe) {
        Transfer<PhotoAdapter.Photo> copied =
                HandingOn.transfer(new PhotoAdapter(), profiled(Mode.RGBA64, 1), Copy.IF_NEEDED);
        probe.same(
                "losses()",
                List.of(
                        Losses.colors(ColorFamily.RGB, ColorFamily.GREY),
                        Losses.ALPHA,
                        Losses.bits(16, 8),
                        Losses.PROFILE),
                copied.losses());
    }
}

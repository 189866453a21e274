package org.imageop.verification.library.colors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.imageop.ColorFamily;
import org.imageop.Copy;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.color.Profiles;
import org.imageop.color.RenderingIntent;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.source.OwnProfiles;
import org.imageop.verification.model.Place;

/** What numbers look like, and that profiles stay with them. */
public final class MeaningRules {
    private static final String GROUP = "colours";

    private static final Rule MEANING = Rule.of(
            "K-1",
            "mode and profile say what a sample looks like; without a profile RGB is sRGB, and grey has its curve",
            "Profiles.of, Profiles.isSrgb, and the header of the profile");
    private static final Rule KEPT = Rule.of(
            "K-2",
            "whatever is made of an image keeps its profile, if it fits the mode, and nothing else of its info",
            "where StandardImage and Views take the profile over",
            "K-1");

    private MeaningRules() {}

    public static void addTo(List<Check> checks) {
        for (Mode mode : Mode.values()) {
            add(checks, MEANING, "which profiles mode " + mode + " takes", probe -> takes(probe, mode));
            add(checks, KEPT, "what is made of an image in mode " + mode, probe -> kept(probe, mode));
        }
        add(checks, MEANING, "bytes that are not a profile", MeaningRules::isNotAProfile);
        add(checks, MEANING, "which profiles are sRGB", MeaningRules::isSrgb);
        add(checks, MEANING, "grey without a profile", MeaningRules::grey);
        add(checks, MEANING, "CMYK without a profile", MeaningRules::inks);
        add(checks, MEANING, "YCbCr with a profile of RGB", MeaningRules::planar);
        add(checks, KEPT, "a profile for other modes", MeaningRules::dropped);
        add(checks, KEPT, "samples that are moved", MeaningRules::moved);
    }

    private static void add(List<Check> checks, Rule rule, String what, Check.Body body) {
        checks.add(new Check(rule, GROUP, what, body));
    }

    /** Random samples, and a profile. */
    static StandardImage random(Mode mode, int width, int height, byte[] profile) {
        StandardImage image = StandardImage.of(mode, width, height);
        Samples.random(new Shape(mode, width, height), 5).write(image.buffer());
        image.info().put(InfoKeys.ICC_PROFILE, profile);
        return image;
    }

    private static void takes(Probe probe, Mode mode) {
        for (ColorFamily of : List.of(ColorFamily.GREY, ColorFamily.RGB, ColorFamily.CMYK)) {
            boolean fits = of == (mode.planar() ? ColorFamily.RGB : mode.family());
            byte[] profile = OwnProfiles.of(of);
            StandardImage image = random(mode, 2, 2, profile);
            probe.holds(
                    "Profiles.of has the profile of " + of + " if it fits",
                    Arrays.equals(fits ? profile : null, Profiles.of(image).orElse(null)));
            probe.same("Profiles.isSrgb with a profile of " + of, !fits, Profiles.isSrgb(image));
        }
    }

    private static void isNotAProfile(Probe probe) {
        StandardImage image = random(Mode.RGB, 2, 2, new byte[] {1, 2, 3});
        probe.holds("nobody can say that it does not fit", Profiles.of(image).isPresent());
        probe.holds("it is not sRGB", !Profiles.isSrgb(image));
        image.info().put(InfoKeys.ICC_PROFILE, "sRGB");
        probe.holds("what is not bytes is not a profile", Profiles.of(image).isEmpty());
    }

    private static void isSrgb(Probe probe) {
        probe.holds("Java's sRGB", Profiles.isSrgb(random(Mode.RGB, 2, 2, JavaColors.srgb())));
        probe.holds("Profiles.srgb()", Profiles.isSrgb(random(Mode.RGBA, 2, 2, Profiles.srgb())));
        probe.holds("Profiles.grey()", Profiles.isSrgb(random(Mode.L, 2, 2, Profiles.grey())));
        // gamma 2.2 leaves the curve of sRGB only in the darkest colours
        byte[] almost = OwnProfiles.rgb(
                2.2, new double[] {0.43607, 0.22249, 0.01392}, new double[] {0.38515, 0.71687, 0.09708}, new double[] {
                    0.14307, 0.06061, 0.71410
                });
        int[] cube = IntStream.range(0, 216)
                .flatMap(i -> IntStream.of(i / 36 * 51, i / 6 % 6 * 51, i % 6 * 51))
                .toArray();
        boolean same = JavaColors.near(cube, JavaColors.converted(cube, 8, almost, JavaColors.srgb()), 1);
        probe.same("the primaries of sRGB with gamma 2.2", same, Profiles.isSrgb(random(Mode.RGB, 2, 2, almost)));
        probe.holds("not linear RGB", !Profiles.isSrgb(random(Mode.RGB, 2, 2, JavaColors.linear())));
        probe.holds("not grey of gamma 2.2", !Profiles.isSrgb(random(Mode.L, 2, 2, OwnProfiles.grey(2.2))));
    }

    private static StandardImage ramp(Mode mode) {
        StandardImage ramp = StandardImage.of(mode, 256, 1);
        for (int i = 0; i < 256; i++) {
            ramp.set(i, 0, i);
        }
        return ramp;
    }

    private static void grey(Probe probe) {
        StandardImage ramp = ramp(Mode.L);
        int[] greys = JavaColors.spread(JavaColors.numbers(ramp));
        probe.same(
                "in sRGB",
                greys,
                JavaColors.numbers(Profiles.convert(ramp, JavaColors.srgb(), RenderingIntent.PERCEPTUAL)));
        int[] linear = JavaColors.converted(greys, 8, JavaColors.srgb(), JavaColors.linear());
        int[] found = JavaColors.numbers(Profiles.convert(ramp, JavaColors.linear(), RenderingIntent.PERCEPTUAL));
        probe.holds("in linear RGB, to a step", JavaColors.near(linear, found, 1));
    }

    /** Kernel M, by hand. */
    private static void inks(Probe probe) {
        StandardImage image = StandardImage.of(Mode.CMYK, 4, 1);
        int[][] inks = {{0, 0, 0, 0}, {255, 0, 0, 0}, {0, 0, 255, 51}, {10, 20, 30, 255}};
        int[][] colors = {{255, 255, 255}, {0, 255, 255}, {204, 204, 0}, {0, 0, 0}};
        for (int x = 0; x < 4; x++) {
            image.set(x, 0, inks[x]);
        }
        StandardImage srgb = Profiles.toSrgb(image);
        for (int x = 0; x < 4; x++) {
            probe.same("pixel " + x + " in sRGB", colors[x], srgb.get(x, 0).value());
        }
    }

    private static void planar(Probe probe) {
        for (Mode mode : new Mode[] {Mode.YV12, Mode.JPEG_YV12}) {
            StandardImage image = random(mode, 8, 6, OwnProfiles.adobe());
            int[] expected =
                    JavaColors.converted(StandardImage.from(image, Mode.RGB), OwnProfiles.adobe(), JavaColors.srgb());
            probe.same(mode + " in sRGB", expected, JavaColors.numbers(Profiles.toSrgb(image)));
        }
    }

    /** What keeps the profile; those that only one kind of mode has by their names. */
    private static Map<String, UnaryOperator<ImageLike>> makers(Mode mode) {
        Map<String, UnaryOperator<ImageLike>> makers = new LinkedHashMap<>();
        makers.put("StandardImage.from", StandardImage::from);
        makers.put("of another size", image -> StandardImage.from(image, 4, 2));
        makers.put("by a filter", image -> StandardImage.from(image, 4, 2, Filter.BOX));
        makers.put("in its mode", image -> StandardImage.from(image, mode));
        makers.put(
                "in a layout",
                image -> StandardImage.from(
                        image, StandardImage.of(mode, 8, 6).buffer().layout().orElseThrow()));
        makers.put("rotate90", image -> StandardImage.wrap(image).rotate90());
        makers.put("rotate180", image -> StandardImage.wrap(image).rotate180());
        makers.put("Views.crop", image -> Views.crop(image, 2, 2, 4, 2));
        makers.put("Views.transpose", Views::transpose);
        makers.put("Views.rotate270", Views::rotate270);
        makers.put("Views.flipLeftRight", Views::flipLeftRight);
        makers.put("Views.readOnly", Views::readOnly);
        makers.put(
                "a copy by transfer",
                image ->
                        Images.transfer(image, StandardImage.class, Copy.ALWAYS).image());
        if (!mode.planar()) {
            makers.put("Views.select", image -> Views.select(image, Slice.ALL.by(2), Slice.ALL));
            makers.put("an area", image -> StandardImage.wrap(image).get(Slice.of(1, 3), Slice.ALL));
            makers.put("rows", image -> StandardImage.wrap(image).get(Slice.of(1, 3)));
            makers.put("with 16 bits", image -> StandardImage.from(image, Mode.of(mode.family(), 16, mode.hasAlpha())));
        }
        if (mode == Mode.RGB) {
            makers.put("with alpha", image -> StandardImage.from(image, Mode.RGBA));
            makers.put("as YCbCr", image -> StandardImage.from(image, Mode.JPEG_YV12));
        }
        return makers;
    }

    private static void kept(Probe probe, Mode mode) {
        byte[] profile = OwnProfiles.of(mode.family());
        StandardImage image = random(mode, 8, 6, profile);
        image.info().put(InfoKeys.COMMENT, "the kit's");
        makers(mode).forEach((name, maker) -> {
            Map<String, Object> info = maker.apply(image).info();
            probe.same("keys of info() of " + name, List.of(InfoKeys.ICC_PROFILE), new ArrayList<>(info.keySet()));
            probe.holds(
                    "the profile of " + name,
                    info.get(InfoKeys.ICC_PROFILE) instanceof byte[] found && Arrays.equals(profile, found));
        });
    }

    private static void dropped(Probe probe) {
        StandardImage rgb = random(Mode.RGB, 8, 6, OwnProfiles.adobe());
        for (Mode mode : new Mode[] {Mode.L, Mode.LA, Mode.L32, Mode.CMYK}) {
            probe.same(
                    "info() in " + mode, Map.of(), StandardImage.from(rgb, mode).info());
        }
        probe.same("info() of a plane", Map.of(), rgb.plane("r").info());
        probe.same("info() of a component", Map.of(), Views.component(rgb, "g").info());
        StandardImage wrong = random(Mode.RGB, 8, 6, OwnProfiles.grey(2));
        makers(Mode.RGB)
                .forEach((name, maker) -> probe.same(
                        "info() of " + name, Map.of(), maker.apply(wrong).info()));
    }

    private static void moved(Probe probe) {
        ImageLike to = Place.PADDED.of(new Samples(new Shape(Mode.RGB, 8, 6)));
        Images.copy(random(Mode.RGB, 8, 6, OwnProfiles.adobe()), to);
        probe.same("info() after Images.copy", Map.of(), to.info());
        StandardImage mine = random(Mode.RGB, 8, 6, JavaColors.linear());
        byte[] before = Profiles.of(mine).orElseThrow();
        mine.set(Slice.of(0, 2), random(Mode.RGB, 8, 2, OwnProfiles.adobe()));
        probe.holds("the profile after an area is set", Profiles.of(mine).orElse(null) == before);
    }
}

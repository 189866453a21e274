package org.imageop.verification.library.colors;

import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
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

/** Conversion between profiles, beside that of Java's ColorConvertOp. */
public final class ProfileRules {
    private static final String GROUP = "profiles";

    private static final Rule CONVERTED = Rule.of(
            "K-3",
            "Profiles converts as the colour management does, alpha aside, in memory and while it is read",
            "strips, alpha, order and mode in ManagedRows, and the modes in Profiles.conversion",
            "K-1",
            "K-2");
    private static final Rule REFUSED = Rule.of(
            "K-6",
            "what cannot be converted is an IllegalArgumentException",
            "which profiles Profiles hands to the colour management",
            "K-1");
    private static final Rule SERVICE = Rule.of(
            "K-7",
            "without a service, conversion is an UnsupportedImageException, and what needs none works",
            "who asks ColorService for the colour management, and when",
            "K-1",
            "K-3");

    /** Wider than a strip of the conversion is high, and more pixels than one holds. */
    private static final Shape LARGE = new Shape(Mode.RGB, 130, 140);

    private ProfileRules() {}

    public static void addTo(List<Check> checks) {
        for (Mode mode : Mode.values()) {
            if (!mode.planar() && mode != Mode.L32) {
                for (ColorFamily family : List.of(ColorFamily.GREY, ColorFamily.RGB, ColorFamily.CMYK)) {
                    if (family != ColorFamily.CMYK || !mode.hasAlpha()) {
                        add(
                                checks,
                                CONVERTED,
                                "mode " + mode + " to a profile of " + family,
                                probe -> converts(probe, mode, OwnProfiles.of(family)));
                    }
                }
            }
            add(checks, CONVERTED, "mode " + mode + " to sRGB", probe -> toSrgb(probe, mode));
        }
        for (Place place : List.of(Place.TIGHT, Place.PADDED, Place.COMPUTED)) {
            add(checks, CONVERTED, "a large image " + place, probe -> large(probe, place));
        }
        add(checks, CONVERTED, "a view of an image that changes", ProfileRules::live);
        add(checks, CONVERTED, "an image that is sRGB", ProfileRules::isItself);
        profiles().forEach((name, profile) -> add(checks, REFUSED, name, probe -> refused(probe, profile)));
        add(checks, REFUSED, "a profile of CMYK for an image with alpha", ProfileRules::noAlpha);
        add(checks, SERVICE, "a library without adapters", ProfileRules::alone);
    }

    private static void add(List<Check> checks, Rule rule, String what, Check.Body body) {
        checks.add(new Check(rule, GROUP, what, body));
    }

    private static void converts(Probe probe, Mode mode, byte[] to) {
        byte[] from = OwnProfiles.of(mode.family());
        StandardImage image = MeaningRules.random(mode, 13, 7, from);
        int[] expected = JavaColors.converted(image, from, to);
        isIn(probe, "the copy", image, to, expected, Profiles.convert(image, to, RenderingIntent.PERCEPTUAL));
        StandardImage view = Profiles.view(image, to, RenderingIntent.PERCEPTUAL);
        isIn(probe, "the view", image, to, expected, view);
        probe.holds("the view is computed", view.buffer().layout().isEmpty());
        isIn(probe, "a copy of the view", image, to, expected, StandardImage.from(view));
    }

    private static void isIn(
            Probe probe, String name, ImageLike image, byte[] profile, int[] expected, StandardImage found) {
        Mode mode = image.mode();
        int colors = ICC_Profile.getInstance(profile).getNumComponents();
        Mode wanted = Mode.of(
                colors == 1 ? ColorFamily.GREY : colors == 3 ? ColorFamily.RGB : ColorFamily.CMYK,
                mode.bitsPerComponent(),
                mode.hasAlpha());
        probe.same("mode of " + name, wanted, found.mode());
        probe.same("colours of " + name, expected, JavaColors.numbers(found));
        probe.holds(
                "profile of " + name,
                found.info().get(InfoKeys.ICC_PROFILE) instanceof byte[] bytes && Arrays.equals(profile, bytes));
        sameAlpha(probe, name, image, found);
    }

    private static void sameAlpha(Probe probe, String name, ImageLike image, ImageLike found) {
        int alpha = image.mode().components() - 1;
        int last = found.mode().components() - 1;
        for (int i = 0; image.mode().hasAlpha() && i < image.width() * image.height(); i++) {
            int x = i % image.width();
            int y = i / image.width();
            probe.same(
                    "alpha of " + name + " at (" + x + "," + y + ")",
                    image.get(x, y).value()[alpha],
                    found.get(x, y).value()[last]);
        }
    }

    private static void toSrgb(Probe probe, Mode mode) {
        byte[] own = OwnProfiles.of(mode.family());
        StandardImage image = MeaningRules.random(mode, 8, 6, own);
        boolean grey = mode.family() == ColorFamily.GREY;
        Mode wanted = Mode.of(
                grey ? ColorFamily.GREY : ColorFamily.RGB, Math.min(16, mode.bitsPerComponent()), mode.hasAlpha());
        // of other depths and planes, what the conversion of modes makes first
        ImageLike plain = mode == Mode.L32 || mode.planar() ? StandardImage.from(image, wanted) : image;
        int[] expected = JavaColors.converted(plain, own, JavaColors.srgb());
        Map<String, ImageLike> made = new LinkedHashMap<>();
        made.put("the copy", Profiles.toSrgb(image));
        made.put("the view", Profiles.viewAsSrgb(image));
        made.forEach((name, found) -> {
            probe.same("mode of " + name, wanted, found.mode());
            probe.same("info() of " + name, Map.of(), found.info());
            int[] numbers = JavaColors.numbers(found);
            int[] colors = grey ? JavaColors.spread(numbers) : numbers;
            // Java has no profile of grey with the curve of sRGB: equal colours of sRGB, but for rounding
            int step = !grey ? 0 : wanted.bitsPerComponent() == 8 ? 1 : 40;
            probe.holds("colours of " + name + " are those of Java", JavaColors.near(expected, colors, step));
            sameAlpha(probe, name, image, found);
        });
    }

    private static void large(Probe probe, Place place) {
        ImageLike image = place.of(Samples.random(LARGE, 9));
        image.info().put(InfoKeys.ICC_PROFILE, OwnProfiles.adobe());
        int[] expected = JavaColors.converted(image, OwnProfiles.adobe(), JavaColors.srgb());
        probe.same("colours of the copy", expected, JavaColors.numbers(Profiles.toSrgb(image)));
        probe.same("colours of the view", expected, JavaColors.numbers(Profiles.viewAsSrgb(image)));
        ImageLike turned = Views.rotate180(image);
        int[] other = JavaColors.converted(turned, OwnProfiles.adobe(), JavaColors.srgb());
        probe.same("colours of its turned copy", other, JavaColors.numbers(Profiles.toSrgb(turned)));
    }

    private static void live(Probe probe) {
        StandardImage image = MeaningRules.random(Mode.RGB, 8, 6, OwnProfiles.adobe());
        StandardImage view = Profiles.view(image, JavaColors.srgb(), RenderingIntent.PERCEPTUAL);
        image.set(3, 2, 50, 200, 30);
        int[] expected = JavaColors.converted(image, OwnProfiles.adobe(), JavaColors.srgb());
        probe.same("colours of the view", expected, JavaColors.numbers(view));
        probe.holds("it is read-only", view.buffer().readOnly());
    }

    private static void isItself(Probe probe) {
        for (byte[] profile : new byte[][] {null, JavaColors.srgb(), OwnProfiles.grey(3)}) {
            StandardImage image = MeaningRules.random(Mode.RGB, 8, 6, OwnProfiles.adobe());
            image.info().clear();
            if (profile != null) {
                image.info().put(InfoKeys.ICC_PROFILE, profile);
            }
            probe.holds("viewAsSrgb is the image itself", Profiles.viewAsSrgb(image) == image);
            StandardImage copy = Profiles.toSrgb(image);
            probe.same("numbers of the copy", JavaColors.numbers(image), JavaColors.numbers(copy));
            probe.same("info() of the copy", Map.of(), copy.info());
            int[] before = JavaColors.numbers(image);
            copy.set(1, 1, 1, 2, 3);
            probe.same("numbers of the image after the copy was written", before, JavaColors.numbers(image));
        }
    }

    /** Bytes that nobody can convert from. */
    private static Map<String, byte[]> profiles() {
        Map<String, byte[]> profiles = new LinkedHashMap<>();
        profiles.put("three bytes", new byte[] {1, 2, 3});
        profiles.put("no bytes", new byte[0]);
        profiles.put("a header", OwnProfiles.damaged(ColorFamily.RGB));
        profiles.put("half a profile", Arrays.copyOf(OwnProfiles.adobe(), 300));
        return profiles;
    }

    private static void refused(Probe probe, byte[] profile) {
        StandardImage image = MeaningRules.random(Mode.RGB, 4, 2, profile);
        StandardImage whole = MeaningRules.random(Mode.RGB, 4, 2, OwnProfiles.adobe());
        byte[] srgb = JavaColors.srgb();
        Map<String, Probe.Action> actions = new LinkedHashMap<>();
        actions.put("toSrgb", () -> Profiles.toSrgb(image));
        actions.put("viewAsSrgb", () -> Profiles.viewAsSrgb(image));
        actions.put("convert from it", () -> Profiles.convert(image, srgb, RenderingIntent.PERCEPTUAL));
        actions.put("convert to it", () -> Profiles.convert(whole, profile, RenderingIntent.PERCEPTUAL));
        actions.put("view in it", () -> Profiles.view(whole, profile, RenderingIntent.PERCEPTUAL));
        actions.forEach((name, action) -> {
            probe.says(IllegalArgumentException.class, name, action, "[errors.md#");
            notUnsupported(probe, name, action);
        });
    }

    /** That is the word for a conversion that nobody is there for. */
    private static void notUnsupported(Probe probe, String name, Probe.Action action) {
        try {
            action.run();
        } catch (Exception e) {
            probe.holds(name + " does not throw UnsupportedImageException", !(e instanceof UnsupportedImageException));
        }
    }

    private static void noAlpha(Probe probe) {
        byte[] inks = OwnProfiles.cmyk();
        for (Mode mode : new Mode[] {Mode.LA, Mode.RGBA, Mode.RGBA64}) {
            StandardImage image = MeaningRules.random(mode, 4, 2, OwnProfiles.of(mode.family()));
            probe.says(
                    IllegalArgumentException.class,
                    "convert " + mode,
                    () -> Profiles.convert(image, inks, RenderingIntent.PERCEPTUAL),
                    "has alpha",
                    "#profile-without-alpha]");
        }
    }

    private static void alone(Probe probe) throws Exception {
        for (String[] answer : LibraryAlone.answers()) {
            probe.same(answer[0] + ", without a service", answer[1], answer[2]);
        }
    }
}

package org.imageop.verification.library.colors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.ColorFamily;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.HandingOn;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Losses;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.source.OwnProfiles;
import org.imageop.verification.foreign.PhotoAdapter;
import org.imageop.verification.foreign.PhotoAdapter.Photo;
import org.imageop.verification.foreign.ScreenAdapter;
import org.imageop.verification.foreign.TintAdapter;
import org.imageop.verification.foreign.TintAdapter.Tint;

/** Colours that are handed on: to a class that knows only sRGB, to one that knows none, and to one that keeps profiles. */
public final class HandedOnRules {
    private static final String GROUP = "handing on colours";

    private static final Rule SRGB_ONLY = Rule.of(
            "K-4",
            "a copy for a class that knows only sRGB is converted by the profile, and says so",
            "what HandingOn gives to copy and to losses, and which loss it adds",
            "K-1",
            "K-3");
    private static final Rule SHARED = Rule.of(
            "K-5",
            "what is shared keeps its numbers and names the profile, unless it is sRGB or the other side knows it",
            "the losses of shared memory in HandingOn, and Losses.profileLost",
            "K-1",
            "K-2",
            "K-4");
    private static final Rule DAMAGED = Rule.of(
            "K-6",
            "with a profile that cannot be read, numbers are copied and the profile is named",
            "what HandingOn does where the conversion fails",
            "K-2",
            "K-4",
            "K-5");

    private HandedOnRules() {}

    public static void addTo(List<Check> checks) {
        for (boolean screen : new boolean[] {true, false}) {
            ImageAdapter<Photo> adapter = screen ? new ScreenAdapter() : new PhotoAdapter();
            String to = screen ? " to a screen" : " to what knows no colours";
            for (Copy copy : Copy.values()) {
                add(checks, SHARED, "grey under " + copy + to, probe -> greys(probe, adapter, copy));
                add(checks, DAMAGED, "grey under " + copy + to, probe -> damaged(probe, adapter, copy));
            }
            add(checks, SRGB_ONLY, "colours" + to, probe -> copied(probe, adapter, screen));
        }
        for (Copy copy : Copy.values()) {
            add(checks, SHARED, "grey under " + copy + " to what keeps profiles", probe -> kept(probe, copy));
        }
        add(checks, SHARED, "what its adapter cannot wrap", HandedOnRules::unwrappable);
        add(checks, SRGB_ONLY, "an image that is sRGB", HandedOnRules::isSrgb);
    }

    private static void add(List<Check> checks, Rule rule, String what, Check.Body body) {
        checks.add(new Check(rule, GROUP, what, body));
    }

    private static int[] numbers(Photo photo) {
        int[] numbers = new int[photo.width() * photo.height()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = photo.at(i % photo.width(), i / photo.width());
        }
        return numbers;
    }

    /** Memory that can be shared is shared, if it may be; a copy for a screen is converted. */
    private static void greys(Probe probe, ImageAdapter<Photo> adapter, Copy copy) {
        Map<byte[], Boolean> lost = new LinkedHashMap<>();
        lost.put(OwnProfiles.grey(1.5), true);
        lost.put(OwnProfiles.adobe(), false);
        lost.forEach((profile, named) -> {
            StandardImage image = MeaningRules.random(Mode.L, 5, 3, profile);
            int[] before = JavaColors.numbers(image);
            Transfer<Photo> transfer = HandingOn.transfer(adapter, image, copy);
            probe.same("shared()", copy != Copy.ALWAYS, transfer.shared());
            boolean converted = adapter.srgbOnly() && copy == Copy.ALWAYS;
            List<String> losses = !named ? List.of() : converted ? List.of(Losses.TO_SRGB) : List.of(Losses.PROFILE);
            probe.same("losses()", losses, transfer.losses());
            if (!converted) {
                probe.same("numbers", before, numbers(transfer.image()));
            }
            probe.same("numbers of the image", before, JavaColors.numbers(image));
        });
    }

    private static void copied(Probe probe, ImageAdapter<Photo> adapter, boolean screen) {
        StandardImage image = MeaningRules.random(Mode.RGB, 6, 4, OwnProfiles.adobe());
        StandardImage colors = StandardImage.of(Mode.RGB, 6, 4);
        int[] srgb = screen
                ? JavaColors.converted(image, OwnProfiles.adobe(), JavaColors.srgb())
                : JavaColors.numbers(image);
        for (int i = 0; i < 24; i++) {
            colors.set(i % 6, i / 6, srgb[3 * i], srgb[3 * i + 1], srgb[3 * i + 2]);
        }
        for (Copy copy : new Copy[] {Copy.IF_NEEDED, Copy.ALWAYS}) {
            Transfer<Photo> transfer = HandingOn.transfer(adapter, image, copy);
            probe.same(
                    "numbers of the copy",
                    JavaColors.numbers(StandardImage.from(colors, Mode.L)),
                    numbers(transfer.image()));
            String grey = Losses.colors(ColorFamily.RGB, ColorFamily.GREY);
            probe.same(
                    "losses()",
                    screen ? List.of(Losses.TO_SRGB, grey) : List.of(grey, Losses.PROFILE),
                    transfer.losses());
        }
    }

    private static void isSrgb(Probe probe) {
        StandardImage image = MeaningRules.random(Mode.RGB, 6, 4, JavaColors.srgb());
        Transfer<Photo> transfer = HandingOn.transfer(new ScreenAdapter(), image, Copy.ALWAYS);
        probe.same("losses()", List.of(Losses.colors(ColorFamily.RGB, ColorFamily.GREY)), transfer.losses());
        probe.same(
                "numbers of the copy",
                JavaColors.numbers(StandardImage.from(image, Mode.L)),
                numbers(transfer.image()));
    }

    private static void damaged(Probe probe, ImageAdapter<Photo> adapter, Copy copy) {
        for (byte[] profile : List.of(OwnProfiles.damaged(ColorFamily.GREY), new byte[] {1, 2, 3})) {
            StandardImage image = MeaningRules.random(Mode.L, 5, 3, profile);
            Transfer<Photo> transfer = HandingOn.transfer(adapter, image, copy);
            probe.same("losses()", List.of(Losses.PROFILE), transfer.losses());
            probe.same("numbers", JavaColors.numbers(image), numbers(transfer.image()));
        }
    }

    /** Shares what it could not wrap without being told more, as ImgLib2's does with components. */
    private static final class OneWay extends PhotoAdapter {
        @Override
        public ImageLike wrap(Photo photo) {
            throw new UnsupportedImageException("Nobody knows what this photo shows");
        }

        @Override
        public List<String> losses(ImageLike image, Photo copy) {
            return List.of(Losses.PROFILE, "another loss");
        }
    }

    private static void unwrappable(Probe probe) {
        StandardImage image = MeaningRules.random(Mode.L, 5, 3, OwnProfiles.grey(1.5));
        Transfer<Photo> transfer = HandingOn.transfer(new OneWay(), image, Copy.NEVER);
        probe.holds("shared()", transfer.shared());
        probe.same("losses()", List.of(Losses.PROFILE), transfer.losses());
        image.info().clear();
        probe.same(
                "losses() without a profile",
                List.of(),
                HandingOn.transfer(new OneWay(), image, Copy.NEVER).losses());
    }

    private static void kept(Probe probe, Copy copy) {
        List<byte[]> profiles = new ArrayList<>(List.of(OwnProfiles.grey(3), OwnProfiles.damaged(ColorFamily.GREY)));
        for (byte[] profile : profiles) {
            ImageLike image = MeaningRules.random(Mode.L, 5, 3, profile);
            Transfer<Tint> transfer = HandingOn.transfer(new TintAdapter(), image, copy);
            probe.same("losses()", List.of(), transfer.losses());
            probe.holds(
                    "its profile", transfer.image().profile() == image.info().get(InfoKeys.ICC_PROFILE));
        }
    }
}

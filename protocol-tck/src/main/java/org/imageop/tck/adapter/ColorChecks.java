package org.imageop.tck.adapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.color.Profiles;
import org.imageop.spi.HandingOn;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Losses;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.source.AdapterSource;
import org.imageop.tck.source.OwnProfiles;

/**
 * What becomes of the colours that an image's profile gives to its numbers. Most is tried with a profile that nobody can use, so
 * that no colour management is needed.
 */
final class ColorChecks<T> {
    private static final List<String> SOUND =
            List.of("A-4", "A-5", "A-7", "A-8", "L-2", "A-10", "L-7", "L-9", "S-5", "S-7", "K-1");

    private static final Rule MEANING = new Rule(
            "K-1",
            "the image of an object has the profile that gives the object's numbers their colours",
            "whether wrap puts the profile into info() under icc_profile, also of what share and copy made",
            SOUND);
    private static final Rule SRGB_ONLY = new Rule(
            "K-4",
            "a class that knows only sRGB gets copies that were converted, and has no place for a profile",
            "what srgbOnly() returns, and whether copy takes any image that the library hands to it",
            SOUND);
    private static final Rule DAMAGED = new Rule(
            "K-6",
            "an image with a profile that nobody can use is handed on by its numbers, and the loss is named",
            "whether copy fails where the profile cannot be read, and whether losses() names Losses.PROFILE",
            SOUND);
    private static final Rule SHARED = new Rule(
            "K-5",
            "memory is shared whatever the profile; numbers stay, and the loss of the profile is named",
            "whether share looks at the profile, and whether wrap shows one that the object does not have",
            plus(SOUND, "K-6"));

    static final List<Rule> RULES = List.of(MEANING, SRGB_ONLY, SHARED, DAMAGED);

    private static final Copy[] COPIES = {Copy.IF_NEEDED, Copy.ALWAYS};

    private final AdapterSource<T> source;
    private final ImageAdapter<T> adapter;
    private final List<Check> checks = new ArrayList<>();

    ColorChecks(AdapterSource<T> source, ImageAdapter<T> adapter) {
        this.source = source;
        this.adapter = adapter;
    }

    private static List<String> plus(List<String> ids, String id) {
        List<String> more = new ArrayList<>(ids);
        more.add(id);
        return more;
    }

    List<Check> all() {
        source.objects().forEach(this::addObject);
        source.readOnlyObjects().forEach(this::addObject);
        List<Offer> offers = new ArrayList<>(Offer.ofAuthor(source));
        for (Offer offer : offers) {
            add(DAMAGED, offer, "losses of a damaged profile and ", probe -> isNamed(probe, offer));
            if (offer.fate() == Offer.Fate.SHARED) {
                add(SHARED, offer, "NEVER with a profile and ", probe -> shares(probe, offer));
            }
        }
        offers.addAll(Offer.others(source));
        for (Offer offer : offers) {
            for (Copy copy : COPIES) {
                add(MEANING, offer, copy + " with a profile and ", probe -> showsItsProfile(probe, offer, copy));
            }
            add(SRGB_ONLY, offer, "ALWAYS with a profile and ", probe -> isConverted(probe, offer));
            add(DAMAGED, offer, "ALWAYS with a damaged profile and ", probe -> isCopied(probe, offer));
        }
        return checks;
    }

    private void add(Rule rule, Offer offer, String what, Check.Body body) {
        checks.add(new Check(
                rule,
                offer.group(),
                what + offer.name(),
                probe -> Refusal.allowed(probe, adapter, offer.image(probe), () -> body.run(probe))));
    }

    private void addObject(String name, Supplier<? extends T> maker) {
        checks.add(new Check(MEANING, name, "profile of " + name, probe -> sameProfile(probe, maker.get())));
    }

    /** An image that is offered, with a profile. */
    private ImageLike offered(Probe probe, Offer offer, boolean damaged) {
        ImageLike image = offer.image(probe);
        Endpoint side = Endpoint.of(image);
        side.writer().accept(Samples.random(side.shape(), 3));
        byte[] profile = damaged
                ? OwnProfiles.damaged(image.mode().family())
                : OwnProfiles.of(image.mode().family());
        try {
            image.info().put(InfoKeys.ICC_PROFILE, profile);
        } catch (UnsupportedOperationException e) {
            throw probe.doesNotApply("info() cannot be changed");
        }
        return image;
    }

    private ImageLike seen(Probe probe, T object) {
        try {
            return adapter.wrap(object);
        } catch (UnsupportedImageException e) {
            throw probe.doesNotApply("wrap refuses what the adapter makes");
        }
    }

    private void sameProfile(Probe probe, T object) {
        probe.same(
                "profile of its image, as the source has that of the object",
                hex(source.profile(object)),
                hex(Profiles.of(seen(probe, object))));
    }

    private static String hex(Optional<byte[]> profile) {
        return profile.map(bytes -> bytes.length + " bytes "
                        + HexFormat.of().formatHex(bytes, 0, Math.min(20, bytes.length)) + " … "
                        + Integer.toHexString(Arrays.hashCode(bytes)))
                .orElse("none");
    }

    private void showsItsProfile(Probe probe, Offer offer, Copy copy) {
        sameProfile(
                probe,
                HandingOn.transfer(adapter, offered(probe, offer, false), copy).image());
    }

    private void shares(Probe probe, Offer offer) {
        for (boolean damaged : new boolean[] {false, true}) {
            ImageLike image = offered(probe, offer, damaged);
            Transfer<T> transfer = HandingOn.transfer(adapter, image, Copy.NEVER);
            Endpoint.same(
                    probe, "as it is shared", Endpoint.of(image), Endpoint.of(probe, source, transfer.image(), image));
            boolean known = sameBytes(Profiles.of(image), source.profile(transfer.image()));
            probe.same("losses()", known ? List.of() : List.of(Losses.PROFILE), transfer.losses());
        }
    }

    private static boolean sameBytes(Optional<byte[]> one, Optional<byte[]> other) {
        return Arrays.equals(one.orElse(null), other.orElse(null));
    }

    private void isConverted(Probe probe, Offer offer) {
        probe.same("second srgbOnly()", adapter.srgbOnly(), adapter.srgbOnly());
        if (!adapter.srgbOnly()) {
            throw probe.doesNotApply("srgbOnly() is false");
        }
        for (boolean damaged : new boolean[] {true, false}) {
            ImageLike image = offered(probe, offer, damaged);
            T copy = HandingOn.transfer(adapter, image, Copy.ALWAYS).image();
            probe.same("profile of the object, as the source has it", "none", hex(source.profile(copy)));
            if (!damaged) {
                StandardImage converted = srgb(probe, image);
                probe.same(
                        "the copy, beside that of the image in sRGB",
                        numbers(probe, adapter.copy(converted), converted),
                        numbers(probe, copy, image));
            }
        }
    }

    private static StandardImage srgb(Probe probe, ImageLike image) {
        try {
            return Profiles.toSrgb(image);
        } catch (UnsupportedImageException e) {
            throw probe.doesNotApply("nobody is there to convert colours; add a ColorManagement to the tests");
        }
    }

    private void isCopied(Probe probe, Offer offer) {
        ImageLike image = offered(probe, offer, true);
        Transfer<T> transfer = HandingOn.transfer(adapter, image, Copy.ALWAYS);
        Samples found = numbers(probe, transfer.image(), image);
        image.info().remove(InfoKeys.ICC_PROFILE);
        T plain = HandingOn.transfer(adapter, image, Copy.ALWAYS).image();
        probe.same("the copy, beside that of the same image without a profile", numbers(probe, plain, image), found);
    }

    private void isNamed(Probe probe, Offer offer) {
        ImageLike image = offered(probe, offer, true);
        Transfer<T> transfer = HandingOn.transfer(adapter, image, Copy.ALWAYS);
        boolean known = sameBytes(Profiles.of(image), source.profile(transfer.image()));
        probe.same("losses() has the profile", !known, transfer.losses().contains(Losses.PROFILE));
    }

    private Samples numbers(Probe probe, T object, ImageLike image) {
        return Endpoint.of(probe, source, object, image).reader().get();
    }
}

package org.imageop.tck.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.HandingOn;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.source.AdapterSource;

/** Whether an adapter shares, copies or refuses what it should. */
final class PolicyChecks<T> {
    private static final Rule REFUSAL = Rule.of(
            "A-2",
            "an image that cannot become the class, not even as a copy, is refused by UnsupportedImageException",
            "which exception share and copy throw, and whether its message names what would help");
    private static final Rule POLICY = Rule.of(
            "S-5",
            "NEVER shares or throws CopyRequiredException, IF_NEEDED shares where possible, ALWAYS copies",
            "when share returns an object; and whether copy makes memory of its own",
            "A-4",
            "A-5",
            "A-7",
            "A-8",
            "L-2",
            "A-10",
            "L-7",
            "L-9");
    private static final Rule RESULT = Rule.of(
            "S-4",
            "Images.transfer gives what share or copy gave",
            "whether two calls of share or copy do the same",
            "A-3",
            "A-5",
            "A-7",
            "S-5",
            "S-7");
    private static final Rule BRIEF = Rule.of(
            "S-10",
            "Images.to is Images.transfer with IF_NEEDED",
            "whether two calls of share or copy do the same",
            "A-3",
            "A-5",
            "A-7",
            "S-4",
            "S-5",
            "S-6",
            "S-7");
    private static final Rule UNCHANGED = Rule.of(
            "E-3",
            "what is refused changes nothing",
            "whether share or copy write to the image, or convert it in place",
            "A-2",
            "A-8",
            "S-5",
            "S-7");

    static final List<Rule> RULES = List.of(REFUSAL, POLICY, RESULT, BRIEF, UNCHANGED);

    private final AdapterSource<T> source;
    private final ImageAdapter<T> adapter;
    private final List<Check> checks = new ArrayList<>();

    PolicyChecks(AdapterSource<T> source, ImageAdapter<T> adapter) {
        this.source = source;
        this.adapter = adapter;
    }

    List<Check> all() {
        List<Offer> own = Offer.ofAuthor(source);
        if (!own.isEmpty()) {
            source.objects().forEach(this::addObject);
            source.readOnlyObjects().forEach(this::addObject);
        }
        own.forEach(this::addOwn);
        Offer.variants(source).forEach(this::addNever);
        Offer.others(source).forEach(offer -> {
            addNever(offer);
            add(POLICY, offer, "ALWAYS with ", probe -> {
                ImageLike image = offer.image(probe);
                Refusal.allowed(probe, adapter, image, () -> isAnother(probe, image));
            });
        });
        source.unsupportedImages().forEach(this::addUnsupported);
        return checks;
    }

    private void add(Rule rule, Offer offer, String what, Check.Body body) {
        checks.add(new Check(rule, offer.group(), what + offer.name(), body));
    }

    private void addOwn(Offer offer) {
        boolean shares = offer.fate() == Offer.Fate.SHARED;
        if (shares) {
            add(POLICY, offer, "NEVER with ", probe -> decides(probe, offer.image(probe), Copy.NEVER, true));
        } else {
            add(POLICY, offer, "NEVER with ", probe -> {
                ImageLike image = offer.image(probe);
                probe.refused(
                        CopyRequiredException.class, "transfer", () -> HandingOn.transfer(adapter, image, Copy.NEVER));
            });
            checks.add(new Check(
                    UNCHANGED,
                    offer.group(),
                    offer.name() + " refused under NEVER",
                    probe -> unchanged(probe, offer.image(probe), Copy.NEVER)));
        }
        add(POLICY, offer, "IF_NEEDED with ", probe -> decides(probe, offer.image(probe), Copy.IF_NEEDED, shares));
        add(POLICY, offer, "ALWAYS with ", probe -> isAnother(probe, offer.image(probe)));
        if (source.registered()) {
            for (Copy copy : Copy.values()) {
                if (shares || copy != Copy.NEVER) {
                    add(
                            RESULT,
                            offer,
                            "Images.transfer under " + copy + " of ",
                            probe -> transfers(probe, offer.image(probe), copy));
                }
            }
            add(BRIEF, offer, "Images.to of ", probe -> brief(probe, offer.image(probe)));
        }
    }

    private void addObject(String name, Supplier<? extends T> maker) {
        checks.add(new Check(POLICY, name, "ALWAYS with " + name, probe -> {
            T object = maker.get();
            ImageLike image = adapter.wrap(object);
            probe.holds(
                    "it is another object",
                    HandingOn.transfer(adapter, image, Copy.ALWAYS).image() != object);
            isAnother(probe, image);
        }));
        if (source.registered()) {
            checks.add(new Check(BRIEF, name, "unwrapping " + name, probe -> {
                ImageLike image = adapter.wrap(maker.get());
                if (image instanceof StandardImage wrapped
                        && wrapped.source().isPresent()
                        && wrapped.snapshotReason().isEmpty()) {
                    probe.holds(
                            "Images.to gives the object",
                            Images.to(image, adapter.type()) == wrapped.source().orElse(null));
                }
            }));
        }
    }

    private void addNever(Offer offer) {
        add(POLICY, offer, "NEVER with ", probe -> either(probe, offer.image(probe)));
    }

    private void addUnsupported(String name, Supplier<? extends ImageLike> maker) {
        for (Copy copy : Copy.values()) {
            checks.add(new Check(
                    REFUSAL,
                    name,
                    copy + " with " + name,
                    probe -> probe.refused(
                            UnsupportedImageException.class,
                            "transfer",
                            () -> HandingOn.transfer(adapter, maker.get(), copy))));
        }
        checks.add(
                new Check(UNCHANGED, name, name + " refused", probe -> unchanged(probe, maker.get(), Copy.IF_NEEDED)));
    }

    private void decides(Probe probe, ImageLike image, Copy copy, boolean shared) {
        probe.same("shared()", shared, HandingOn.transfer(adapter, image, copy).shared());
    }

    /** Under NEVER an image that may or may not be shared is shared or refused. */
    private void either(Probe probe, ImageLike image) {
        try {
            decides(probe, image, Copy.NEVER, true);
        } catch (CopyRequiredException | UnsupportedImageException e) {
            probe.refused(e.getClass(), "transfer", () -> HandingOn.transfer(adapter, image, Copy.NEVER));
        }
    }

    /** What is written to a copy does not change the image. */
    private void isAnother(Probe probe, ImageLike image) {
        T copy = HandingOn.transfer(adapter, image, Copy.ALWAYS).image();
        Endpoint.independent(probe, Endpoint.of(source.madeOf(image), copy), Endpoint.of(image));
    }

    private void unchanged(Probe probe, ImageLike image, Copy copy) {
        Endpoint side = Endpoint.of(image);
        Samples before = side.reader().get();
        probe.refused(RuntimeException.class, "transfer", () -> HandingOn.transfer(adapter, image, copy));
        side.expect(probe, "after it was refused", before);
    }

    private void transfers(Probe probe, ImageLike image, Copy copy) {
        Transfer<T> expected = HandingOn.transfer(adapter, image, copy);
        Transfer<T> found = Images.transfer(image, adapter.type(), copy);
        probe.same("shared()", expected.shared(), found.shared());
        probe.same("writable()", expected.writable(), found.writable());
        probe.same("reason()", expected.reason(), found.reason());
        probe.same("losses()", expected.losses(), found.losses());
    }

    private void brief(Probe probe, ImageLike image) {
        boolean shared = HandingOn.transfer(adapter, image, Copy.IF_NEEDED).shared();
        T object = Images.to(image, adapter.type());
        Endpoint written = Endpoint.of(image);
        Endpoint read = Endpoint.of(probe, source, object, image);
        if (shared) {
            Endpoint.follows(probe, written, read, written, read);
        } else {
            Endpoint.independent(probe, written, read);
        }
    }
}

package org.imageop.tck.adapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
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
import org.jspecify.annotations.Nullable;

/** What is tried on the foreign objects that an adapter makes of images. */
final class HandingOnChecks<T> {
    private static final Rule MADE = Rule.of(
            "A-5",
            "a class is made by the adapter of that type(), which is not Object",
            "whether export makes an instance of type()",
            "A-4",
            "A-8");
    private static final Rule NULL = Rule.of(
            "A-8", "wrap and export return something", "which branch of wrap or export returns null, or throws");
    private static final Rule RESULT = Rule.of(
            "S-4",
            "Images.transfer tells what the adapter told",
            "whether two calls of export tell the same",
            "A-3",
            "A-5",
            "S-5",
            "S-7");
    private static final Rule POLICY = Rule.of(
            "S-5",
            "NEVER shares or throws CopyRequiredException, IF_NEEDED shares where possible, ALWAYS copies",
            "which branch export takes for each Copy",
            "A-8");
    private static final Rule HONESTY = Rule.of(
            "S-7",
            "shared() is true if and only if both sides show the same pixels; a copy has a reason, and tells each loss",
            "what Transfer.shared and Transfer.copied are given, and where the object keeps each sample",
            "A-5",
            "A-8",
            "S-5");
    private static final Rule BRIEF = Rule.of(
            "S-10",
            "Images.to is Images.transfer with IF_NEEDED",
            "whether two calls of export do the same",
            "A-3",
            "S-4",
            "S-6");
    private static final Rule UNCHANGED = Rule.of(
            "E-3",
            "what is refused changes nothing",
            "whether export writes to the image, or converts it in place",
            "A-2",
            "S-5");

    static final List<Rule> RULES = List.of(MADE, NULL, RESULT, POLICY, HONESTY, BRIEF, UNCHANGED);

    private final AdapterSource<T> source;
    private final ImageAdapter<T> adapter;
    private final List<Check> checks = new ArrayList<>();

    HandingOnChecks(AdapterSource<T> source, ImageAdapter<T> adapter) {
        this.source = source;
        this.adapter = adapter;
    }

    List<Check> all() {
        source.objects().forEach(this::addObject);
        source.readOnlyObjects().forEach(this::addObject);
        source.shareable().forEach((name, maker) -> {
            add(POLICY, "NEVER with " + name, probe -> decides(probe, maker.get(), Copy.NEVER, true));
            add(POLICY, "IF_NEEDED with " + name, probe -> decides(probe, maker.get(), Copy.IF_NEEDED, true));
            addImage(name, maker);
            addLibrary(name, maker, Copy.values());
        });
        source.unshareable().forEach((name, maker) -> {
            add(POLICY, "NEVER with " + name, probe -> {
                ImageLike image = maker.get();
                probe.refused(
                        CopyRequiredException.class, "export", () -> HandingOn.transfer(adapter, image, Copy.NEVER));
            });
            add(UNCHANGED, name + " refused under NEVER", probe -> unchanged(probe, maker.get(), Copy.NEVER));
            add(POLICY, "IF_NEEDED with " + name, probe -> decides(probe, maker.get(), Copy.IF_NEEDED, false));
            addImage(name, maker);
            addLibrary(name, maker, Copy.IF_NEEDED, Copy.ALWAYS);
        });
        source.unsupportedImages()
                .forEach((name, maker) ->
                        add(UNCHANGED, name + " refused", probe -> unchanged(probe, maker.get(), Copy.IF_NEEDED)));
        for (Mode mode : Mode.values()) {
            add(POLICY, "NEVER with an image in mode " + mode, probe -> decides(probe, AdapterChecks.any(mode)));
            add(HONESTY, "an image in mode " + mode, probe -> {
                ImageLike image = AdapterChecks.any(mode);
                if (!refused(probe, image)) {
                    honest(probe, image, Copy.IF_NEEDED);
                    honest(probe, AdapterChecks.any(mode), Copy.ALWAYS);
                }
            });
        }
        return checks;
    }

    private void add(Rule rule, String what, Check.Body body) {
        checks.add(AdapterChecks.check(rule, what, body));
    }

    private void addObject(String name, Supplier<? extends T> maker) {
        add(NULL, "wrap of " + name, probe -> probe.holds("it is there", given(adapter.wrap(maker.get()))));
        if (source.shareable().isEmpty() && source.unshareable().isEmpty()) {
            return;
        }
        add(POLICY, "ALWAYS with " + name, probe -> {
            T object = maker.get();
            Transfer<T> transfer = HandingOn.transfer(adapter, adapter.wrap(object), Copy.ALWAYS);
            probe.same("shared()", false, transfer.shared());
            probe.holds("it is another object", transfer.image() != object);
        });
        add(HONESTY, "copying " + name, probe -> honest(probe, adapter.wrap(maker.get()), Copy.ALWAYS));
        if (source.registered()) {
            add(BRIEF, "unwrapping " + name, probe -> {
                ImageLike image = adapter.wrap(maker.get());
                if (image instanceof StandardImage wrapped && wrapped.source().isPresent()) {
                    probe.holds(
                            "Images.to gives the object",
                            Images.to(image, adapter.type()) == wrapped.source().orElse(null));
                }
            });
        }
    }

    private void addImage(String name, Supplier<? extends ImageLike> maker) {
        add(POLICY, "ALWAYS with " + name, probe -> decides(probe, maker.get(), Copy.ALWAYS, false));
        for (Copy copy : new Copy[] {Copy.IF_NEEDED, Copy.ALWAYS}) {
            add(
                    NULL,
                    "export of " + name + " under " + copy,
                    probe -> probe.holds("it is there", given(HandingOn.transfer(adapter, maker.get(), copy))));
            add(MADE, "export of " + name + " under " + copy, probe -> made(probe, maker.get(), copy));
            add(HONESTY, copy + " with " + name, probe -> honest(probe, maker.get(), copy));
            add(HONESTY, copy + " with black and white in " + name, probe -> keeps(probe, maker.get(), copy));
            add(HONESTY, copy + " with red, green and blue in " + name, probe -> keepsHues(probe, maker.get(), copy));
        }
        ForeignImage.views().forEach((view, of) -> {
            String what = name + ", " + view;
            add(POLICY, "NEVER with " + what, probe -> decides(probe, of.apply(probe, maker.get())));
            add(HONESTY, "IF_NEEDED with " + what, probe -> {
                ImageLike image = of.apply(probe, maker.get());
                if (!refused(probe, image)) {
                    honest(probe, image, Copy.IF_NEEDED);
                }
            });
        });
        addOther(name + ", of a class of the kit's", maker, (image, probe) -> ForeignImage.of(image, false));
        addOther(name + ", read-only, of a class of the kit's", maker, (image, probe) -> ForeignImage.of(image, true));
        addOther(
                name + ", on read-only memory",
                maker,
                (image, probe) -> ForeignImage.onReadOnlyMemory(image)
                        .orElseThrow(() -> probe.doesNotApply("the image has no layout")));
    }

    /** What an adapter's author does not make: whether it is shared or copied is the adapter's choice. */
    private void addOther(
            String name, Supplier<? extends ImageLike> maker, BiFunction<ImageLike, Probe, ImageLike> other) {
        add(POLICY, "NEVER with " + name, probe -> decides(probe, other.apply(maker.get(), probe)));
        add(HONESTY, "IF_NEEDED with " + name, probe -> {
            ImageLike image = maker.get();
            Side.of(image).writer().accept(Samples.random(Side.of(image).shape(), 1));
            ImageLike seen = other.apply(image, probe);
            honest(probe, seen, image, HandingOn.transfer(adapter, seen, Copy.IF_NEEDED));
        });
    }

    private void addLibrary(String name, Supplier<? extends ImageLike> maker, Copy... policies) {
        if (!source.registered()) {
            return;
        }
        for (Copy copy : policies) {
            add(RESULT, "Images.transfer of " + name + " under " + copy, probe -> {
                ImageLike image = maker.get();
                Transfer<T> expected = HandingOn.transfer(adapter, image, copy);
                Transfer<T> found = Images.transfer(image, adapter.type(), copy);
                probe.same("shared()", expected.shared(), found.shared());
                probe.same("writable()", expected.writable(), found.writable());
                probe.same("reason()", expected.reason(), found.reason());
                probe.same("losses()", expected.losses(), found.losses());
                honest(probe, image, image, found);
            });
        }
        add(BRIEF, "Images.to of " + name, probe -> {
            ImageLike image = maker.get();
            boolean shared = HandingOn.transfer(adapter, image, Copy.IF_NEEDED).shared();
            T object = Images.to(image, adapter.type());
            Side written = Side.of(image);
            Side read = Side.of(probe, source, object, image);
            if (shared) {
                Side.follows(probe, written, read, written, read);
            } else {
                Side.independent(probe, written, read);
            }
        });
    }

    private static boolean given(@Nullable Object object) {
        return object != null;
    }

    private void made(Probe probe, ImageLike image, Copy copy) {
        Object made = HandingOn.transfer(adapter, image, copy).image();
        if (adapter.type() == (Class<?>) Object.class || !adapter.type().isInstance(made)) {
            throw probe.violation(
                    "class of the result",
                    "an instance of type(), which is " + adapter.type().getName() + " and not Object",
                    made.getClass().getName());
        }
    }

    private void decides(Probe probe, ImageLike image, Copy copy, boolean shared) {
        probe.same("shared()", shared, HandingOn.transfer(adapter, image, copy).shared());
    }

    /** Under NEVER an image that may or may not be shared is shared or refused. */
    private void decides(Probe probe, ImageLike image) {
        try {
            probe.same(
                    "shared()",
                    true,
                    HandingOn.transfer(adapter, image, Copy.NEVER).shared());
        } catch (CopyRequiredException | UnsupportedImageException e) {
            probe.refused(e.getClass(), "export", () -> HandingOn.transfer(adapter, image, Copy.NEVER));
        }
    }

    private boolean refused(Probe probe, ImageLike image) {
        try {
            HandingOn.transfer(adapter, image, Copy.IF_NEEDED);
            return false;
        } catch (UnsupportedImageException e) {
            probe.refused(
                    UnsupportedImageException.class,
                    "export",
                    () -> HandingOn.transfer(adapter, image, Copy.IF_NEEDED));
            return true;
        }
    }

    private void unchanged(Probe probe, ImageLike image, Copy copy) {
        Side side = Side.of(image);
        Samples before = side.reader().get();
        probe.refused(RuntimeException.class, "export", () -> HandingOn.transfer(adapter, image, copy));
        side.expect(probe, "after it was refused", before);
    }

    private void honest(Probe probe, ImageLike image, Copy copy) {
        if (!image.buffer().readOnly()) {
            Side side = Side.of(image);
            side.writer().accept(Samples.random(side.shape(), 1));
        }
        Samples before = Side.of(image).reader().get();
        Transfer<T> transfer = HandingOn.transfer(adapter, image, copy);
        Side.of(image).expect(probe, "after it was handed on", before);
        honest(probe, image, image, transfer);
    }

    /** Whatever is lost, black and white are not, nor what is fully transparent, if both sides know that. */
    private void keeps(Probe probe, ImageLike image, Copy copy) {
        Side side = Side.of(image);
        side.writer().accept(side.blackAndWhite(false));
        Side foreign =
                Side.of(probe, source, HandingOn.transfer(adapter, image, copy).image(), image);
        Side.kept(probe, "whatever is lost", side, foreign);
        if (side.shape().hasAlpha() && foreign.shape().hasAlpha()) {
            side.writer().accept(side.blackAndWhite(true));
            foreign = Side.of(
                    probe, source, HandingOn.transfer(adapter, image, copy).image(), image);
            Side.kept(probe, "whatever is lost", side, foreign);
        }
    }

    /** Whatever is lost, red does not become blue: the largest component stays the largest. */
    private void keepsHues(Probe probe, ImageLike image, Copy copy) {
        Side side = Side.of(image);
        if (!side.shape().names().contains("r")) {
            throw probe.doesNotApply("the image has no red, green and blue");
        }
        Samples hues = new Samples(side.shape());
        hues.each((c, x, y) -> hues.of[c][y][x] =
                c == 3 || c == (x + y) % 3 ? (int) side.shape().max() : 0);
        side.writer().accept(hues);
        Side foreign =
                Side.of(probe, source, HandingOn.transfer(adapter, image, copy).image(), image);
        if (!foreign.shape().names().contains("r")) {
            throw probe.doesNotApply("the foreign object has no red, green and blue");
        }
        Samples found = foreign.reader().get();
        found.each(0, (c, x, y) -> {
            int[] pixel = found.pixel(x, y);
            int most = (x + y) % 3;
            for (int other = 0; other < 3; other++) {
                if (other != most && Integer.compareUnsigned(pixel[other], pixel[most]) >= 0) {
                    throw probe.violation(
                            "the pixel (" + x + "," + y + ") of the foreign object, whatever is lost",
                            "most of all " + foreign.shape().names().get(most),
                            Arrays.toString(pixel));
                }
            }
        });
    }

    /**
     * Whether what a transfer says of itself is so.
     *
     * @param image what was handed on
     * @param original the same pixels, writable if anything is
     */
    private void honest(Probe probe, ImageLike image, ImageLike original, Transfer<T> transfer) {
        Side mine = Side.of(original);
        Side foreign = Side.of(probe, source, transfer.image(), image);
        boolean writable = !original.buffer().readOnly();
        if (transfer.shared()) {
            Side.same(probe, "at first", mine, foreign);
            Side.lossless(probe, "as it is shared", mine, foreign);
            probe.same("losses()", List.of(), transfer.losses());
            if (writable) {
                Side.follows(probe, mine, foreign, mine, foreign);
            }
            if (transfer.writable()) {
                probe.same(
                        "buffer().readOnly() of the image that writable() reaches",
                        false,
                        image.buffer().readOnly());
                Side.follows(probe, foreign, mine, mine, foreign);
            } else {
                doesNotReach(probe, foreign, mine);
            }
        } else {
            probe.holds("reason() says why", !transfer.reason().orElse("").isBlank());
            probe.holds("losses() says which", transfer.losses().stream().noneMatch(String::isBlank));
            probe.same("writable()", true, transfer.writable());
            if (transfer.losses().isEmpty()) {
                Side.lossless(probe, "as no loss is told", mine, foreign);
            }
            if (writable) {
                Side.independent(probe, mine, foreign);
            }
            Side.follows(probe, foreign, foreign, foreign, foreign);
            Side.independent(probe, foreign, mine);
        }
    }

    /** What is not writable may refuse to be written, in whatever way the foreign class does, or lose it. */
    private static void doesNotReach(Probe probe, Side foreign, Side image) {
        Samples before = image.reader().get();
        for (Samples pattern : foreign.patterns()) {
            try {
                foreign.writer().accept(pattern);
            } catch (RuntimeException e) {
                image.expect(probe, "after the foreign object refused to be written", before);
                return;
            }
            image.expect(probe, "after the foreign object was written, as writable() is false", before);
        }
    }
}

package org.imageop.verification.library.sharing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.ImageMixin;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.tck.adapter.Endpoint;
import org.imageop.tck.adapter.ForeignImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.Place;

/** Handing on by the library itself, and what it passes on of adapters. */
public final class TransferRules {
    private static final String GROUP = "transfer";

    private static final Rule RESULT = Rule.of(
            "S-4",
            "Images.transfer reports what the adapter returned: image, shared, writable, reason and losses",
            "what becomes of the adapter's Transfer",
            "A-3",
            "A-5",
            "A-8");
    private static final Rule POLICY = Rule.of(
            "S-5",
            "NEVER shares or throws CopyRequiredException, ALWAYS copies, also to the library's own types",
            "what is asked of the image and of the adapter for each Copy",
            "A-3",
            "A-8");
    private static final Rule IDENTITY = Rule.of(
            "S-6",
            "an image of the class is handed back itself, and one that wraps such an object gives that object",
            "in which order object, source and image are tried");
    private static final Rule STANDARD = Rule.of(
            "S-8",
            "ImageLike, ImageMixin and StandardImage are made by the library, which shares unless a copy is demanded",
            "what a StandardImage of an image takes over: pixels, info and the object that is wrapped",
            "S-4",
            "S-5");
    private static final Rule BRIEF =
            Rule.of("S-10", "Images.to is Images.transfer with IF_NEEDED", "which Copy Images.to passes", "S-4", "S-5");

    private static final Rule SNAPSHOT = Rule.of(
            "S-13",
            "an object that was copied when it was wrapped, and its snapshot, are handed on as copies with the reason",
            "what becomes of StandardImage.snapshotReason in HandingOn and in the lookup",
            "A-3",
            "A-8",
            "S-4",
            "S-5",
            "S-8",
            "S-10");

    private static final List<Class<? extends ImageLike>> OWN =
            List.of(ImageLike.class, ImageMixin.class, StandardImage.class);

    private TransferRules() {}

    public static void addTo(List<Check> checks) {
        for (Copy copy : Copy.values()) {
            add(checks, RESULT, "an adapter's transfer under " + copy, probe -> passedOn(probe, copy));
        }
        add(
                checks,
                POLICY,
                "what an adapter cannot share under NEVER",
                probe -> new PluginLoader("CopyingSettable").run(() -> {
                    probe.says(
                            CopyRequiredException.class,
                            "Images.transfer",
                            () -> Images.transfer(grey(), AtomicInteger.class, Copy.NEVER),
                            "1×1 L32",
                            "AtomicInteger",
                            "the kit says so");
                    return probe;
                }));
        add(
                checks,
                BRIEF,
                "to a class that an adapter makes",
                probe -> probe.same(
                        "the adapter's answer to IF_NEEDED",
                        1,
                        within(() -> Images.to(grey(), AtomicInteger.class)).get()));
        add(
                checks,
                IDENTITY,
                "what is not an image",
                probe -> probe.refused(
                        UnsupportedImageException.class, "Images.to", () -> Images.to("text", String.class)));
        images().forEach((name, maker) -> {
            for (Class<? extends ImageLike> type : OWN) {
                String what = name + " as " + type.getSimpleName();
                for (Copy copy : new Copy[] {Copy.NEVER, Copy.IF_NEEDED}) {
                    add(checks, STANDARD, what + " under " + copy, probe -> {
                        ImageLike image = maker.get();
                        shared(probe, image, type, Images.transfer(image, type, copy));
                    });
                }
                add(checks, POLICY, what + " under ALWAYS", probe -> {
                    ImageLike image = maker.get();
                    copied(probe, image, Images.transfer(image, type, Copy.ALWAYS));
                });
                add(checks, BRIEF, what, probe -> {
                    ImageLike image = maker.get();
                    boolean writable = !image.buffer().readOnly();
                    shared(probe, image, type, Transfer.shared(Images.to(image, type), writable));
                });
            }
        });
        for (Class<?> type : List.of(ImageLike.class, StandardImage.class, AtomicInteger.class)) {
            add(checks, SNAPSHOT, "a snapshot as " + type.getSimpleName(), probe -> snapshot(probe, type));
        }
        add(checks, SNAPSHOT, "what a snapshot is", TransferRules::isSnapshot);
        add(checks, STANDARD, "what a standard image of a wrapped number wraps", TransferRules::keepsSource);
        add(checks, STANDARD, "info of a standard image of another image", probe -> {
            ImageLike image = Place.IN_A_FOREIGN_BUFFER.of(new Samples(new Shape(Mode.RGB, 6, 4)));
            Map<String, Object> info = new LinkedHashMap<>(Map.of("comment", "the kit's"));
            StandardImage made = standard(new Annotated(image, info).image());
            probe.same("info()", info, made.info());
        });
    }

    private static void add(List<Check> checks, Rule rule, String what, Check.Body body) {
        checks.add(new Check(rule, GROUP, what, body));
    }

    private static StandardImage grey() {
        return StandardImage.of(Mode.L32, 1, 1);
    }

    private static <R> R within(Callable<R> work) throws Exception {
        return new PluginLoader("OfSettable").run(work);
    }

    /** Images of several classes, one of which implements nothing but the interface. */
    private static Map<String, Supplier<ImageLike>> images() {
        Map<String, Supplier<ImageLike>> images = new LinkedHashMap<>();
        Shape shape = new Shape(Mode.RGB, 3, 2);
        for (Place place : List.of(Place.PADDED, Place.COMPUTED, Place.IN_A_FOREIGN_BUFFER)) {
            images.put("an image " + place, () -> place.of(Samples.random(shape, 1)));
        }
        images.put(
                "an image that is only ImageLike",
                () -> new Annotated(Place.TIGHT.of(Samples.random(shape, 1)), Map.of()).image());
        images.put("a read-only image", () -> ForeignImage.of(Place.TIGHT.of(Samples.random(shape, 1)), true));
        return images;
    }

    /** An image of a class of its own, with an info of its own. */
    private record Annotated(ImageLike pixels, Map<String, Object> info) {
        ImageLike image() {
            return (ImageLike) Proxy.newProxyInstance(
                    ImageLike.class.getClassLoader(), new Class<?>[] {ImageLike.class}, (self, method, arguments) -> {
                        if (method.getName().equals("info")) {
                            return info;
                        }
                        try {
                            return method.invoke(pixels, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    private static void passedOn(Probe probe, Copy copy) throws Exception {
        if (copy == Copy.NEVER) {
            AtomicInteger number = new AtomicInteger();
            Transfer<AtomicInteger> same = within(() -> Images.transfer(Images.of(number), AtomicInteger.class, copy));
            probe.holds("image() is the object that is wrapped", same.image() == number);
            return;
        }
        Transfer<AtomicInteger> transfer = within(() -> Images.transfer(grey(), AtomicInteger.class, copy));
        boolean shared = copy == Copy.IF_NEEDED;
        probe.same("image()", shared ? 1 : 2, transfer.image().get());
        probe.same("shared()", shared, transfer.shared());
        probe.same("writable()", !shared, transfer.writable());
        probe.same(
                "reason()",
                shared ? "" : "a copy was asked for",
                transfer.reason().orElse(""));
        probe.same("losses()", shared ? List.of() : List.of("colour", "size"), transfer.losses());
    }

    private static void shared(
            Probe probe, ImageLike image, Class<? extends ImageLike> type, Transfer<? extends ImageLike> transfer) {
        ImageLike made = transfer.image();
        boolean writable = !image.buffer().readOnly();
        probe.holds("image() is a " + type.getSimpleName(), type.isInstance(made));
        if (type.isInstance(image)) {
            probe.holds("image() is the image itself", made == image);
        }
        probe.same("shared()", true, transfer.shared());
        probe.same("writable()", writable, transfer.writable());
        probe.same("reason()", "", transfer.reason().orElse(""));
        probe.same("losses()", List.of(), transfer.losses());
        Endpoint.same(probe, "at first", Endpoint.of(image), Endpoint.of(made));
        if (writable) {
            Endpoint.follows(probe, Endpoint.of(image), Endpoint.of(made), Endpoint.of(image), Endpoint.of(made));
            Endpoint.follows(probe, Endpoint.of(made), Endpoint.of(image), Endpoint.of(image), Endpoint.of(made));
        } else {
            probe.same("readOnly() of the result", true, made.buffer().readOnly());
        }
    }

    private static void copied(Probe probe, ImageLike image, Transfer<? extends ImageLike> transfer) {
        ImageLike made = transfer.image();
        probe.same("shared()", false, transfer.shared());
        probe.same("writable()", true, transfer.writable());
        probe.holds("reason() says why", !transfer.reason().orElse("").isBlank());
        probe.same("losses()", List.of(), transfer.losses());
        Endpoint.same(probe, "at first", Endpoint.of(image), Endpoint.of(made));
        Endpoint.independent(probe, Endpoint.of(made), Endpoint.of(image));
    }

    private static StandardImage standard(ImageLike image) {
        return Images.transfer(image, StandardImage.class, Copy.IF_NEEDED).image();
    }

    private static void keepsSource(Probe probe) {
        AtomicInteger number = new AtomicInteger();
        ImageLike wrapped = NumberAdapters.image(probe, number);
        StandardImage standard = standard(wrapped);
        Transfer<AtomicInteger> settable = Images.transfer(standard, AtomicInteger.class, Copy.IF_NEEDED);
        probe.holds("the number of its standard image", settable.image() == number);
        Transfer<Number> transfer = Images.transfer(standard, Number.class, Copy.NEVER);
        probe.holds("it as a Number under NEVER", transfer.image() == number);
        probe.same("shared()", true, transfer.shared());
    }

    /** A long that its adapter copies is handed on as another class. */
    private static void snapshot(Probe probe, Class<?> type) throws Exception {
        AtomicLong hidden = new AtomicLong(7);
        new PluginLoader("OfSettable", "OfHidden").run(() -> {
            ImageLike image = Images.of(hidden);
            boolean own = type.isInstance(image);
            for (Object object : own ? List.of(hidden) : List.of(hidden, image)) {
                probe.says(
                        CopyRequiredException.class,
                        "Images.transfer under NEVER",
                        () -> Images.transfer(object, type, Copy.NEVER),
                        NumberAdapters.HIDDEN);
                Transfer<?> copy = Images.transfer(object, type, Copy.IF_NEEDED);
                probe.same("shared()", false, copy.shared());
                probe.same("writable()", true, copy.writable());
                probe.same("reason()", NumberAdapters.HIDDEN, copy.reason().orElse(""));
            }
            if (own) {
                probe.holds(
                        "a snapshot as its own class",
                        Images.transfer(image, type, Copy.NEVER).image() == image);
            }
            probe.holds(
                    "the object as its own class",
                    Images.transfer(hidden, AtomicLong.class, Copy.NEVER).image() == hidden);
            Transfer<Number> back = Images.transfer(image, Number.class, Copy.IF_NEEDED);
            probe.holds("the snapshot does not lead back to the object", back.image() != hidden);
            probe.same("shared() of a snapshot as a Number", false, back.shared());
            probe.holds("unwrap does", Images.unwrap(image, AtomicLong.class).orElse(null) == hidden);
            return probe;
        });
    }

    private static void isSnapshot(Probe probe) {
        StandardImage pixels = StandardImage.filled(Mode.L, 1, 1, 7);
        pixels.info().put("comment", "the kit's");
        StandardImage snapshot = StandardImage.snapshot("the object", pixels, "it hides");
        probe.same("source()", "the object", snapshot.source().orElse(""));
        probe.same("snapshotReason()", "it hides", snapshot.snapshotReason().orElse(""));
        probe.same("info()", pixels.info(), snapshot.info());
        probe.same("readOnly()", true, snapshot.buffer().readOnly());
        probe.same("its pixel", 7, snapshot.get(0, 0).l());
        probe.same(
                "snapshotReason() of an image that is not a snapshot",
                "",
                pixels.snapshotReason().orElse(""));
    }
}

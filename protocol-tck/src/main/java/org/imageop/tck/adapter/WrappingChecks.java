package org.imageop.tck.adapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.HandingOn;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.source.AdapterSource;

/** The checks of the images that an adapter makes of foreign objects. */
final class WrappingChecks<T> {
    private static final Rule REFUSAL = Rule.of(
            "A-2",
            "an object that cannot be an image is refused by UnsupportedImageException",
            "which exception wrap throws, and whether its message names what would help");
    private static final Rule NULL = Rule.of(
            "A-8", "wrap returns an image", "which branch of wrap returns null, or throws for an object that it knows");
    private static final Rule WRAP = Rule.of(
            "A-7",
            "wrap never copies: the image is on the foreign object's pixels",
            "whether wrap reads pixels; and mode and size of the image",
            "A-4",
            "A-8");
    private static final Rule POSITION = Rule.of(
            "L-2",
            "each sample is where the layout places it",
            "offset, strides (in elements), order of the planes, shifts and byte order of the layout that wrap makes",
            "A-4",
            "A-7",
            "A-8");
    private static final Rule ROWS = Rule.of(
            "A-10",
            "rows read and write each sample of the object, in the order of the mode's components",
            "x, y, and the order of components in read and write of the rows that wrap makes",
            "A-4",
            "A-7",
            "A-8");
    private static final Rule DEPTH = Rule.of(
            "L-7",
            "fields of fewer bits are scaled to 0 … M, and all bits of a number are kept",
            "how many bits of the object's numbers the image has, and from which bit on",
            "A-7",
            "A-8",
            "L-2",
            "A-10");
    private static final Rule ALPHA = Rule.of(
            "L-9",
            "the layout states whether colours are multiplied by alpha; rows are straight",
            "the alpha type of the layout, or whether rows divide and multiply by alpha",
            "A-7",
            "A-8",
            "L-2",
            "A-10",
            "L-7");

    /** What must hold of an object's image before it is tried with others. */
    static final List<String> SOUND = List.of("A-4", "A-7", "A-8", "L-2", "A-10", "L-7", "L-9");

    private static final Rule IDENTITY = new Rule(
            "S-6",
            "unwrapping gives back the same object",
            "whether StandardImage.wrapping was given the foreign object",
            SOUND);
    private static final Rule READ_ONLY = new Rule(
            "B-5",
            "the image of an object that cannot be written is read-only, and every write is refused",
            "whether the layout's buffers, or SampleRows, are read-only where the object is",
            SOUND);
    private static final Rule OVERLAP = new Rule(
            "S-9",
            "an object can be mirrored onto itself: its images know that they share its pixels",
            "what foundations() of the rows name: the same each time that the object is wrapped",
            SOUND);

    private static final Rule SNAPSHOT = new Rule(
            "S-13",
            "an object that hides its pixels is wrapped by StandardImage.snapshot: a new copy each time, with a reason",
            "whether the pixels of a snapshot are in memory of its own, read when the object is wrapped",
            SOUND);

    static final List<Rule> RULES =
            List.of(REFUSAL, NULL, WRAP, POSITION, ROWS, DEPTH, ALPHA, IDENTITY, READ_ONLY, OVERLAP, SNAPSHOT);

    /** Chroma samples that are cut cannot be mirrored, so planar images have even sides. */
    private static final List<ViewKind> MIRRORS = ViewKind.all(true).stream()
            .filter(view -> view.name().startsWith("flip"))
            .toList();

    private final AdapterSource<T> source;
    private final ImageAdapter<T> adapter;
    private final List<Check> checks = new ArrayList<>();

    WrappingChecks(AdapterSource<T> source, ImageAdapter<T> adapter) {
        this.source = source;
        this.adapter = adapter;
    }

    List<Check> all() {
        source.objects().forEach((name, maker) -> {
            addImage(name, maker, true);
            for (ViewKind mirror : MIRRORS) {
                add(
                        OVERLAP,
                        name,
                        mirror.name() + " of " + name + " onto itself",
                        probe -> mirrored(probe, mirror, maker.get()));
            }
        });
        source.readOnlyObjects().forEach((name, maker) -> {
            addImage(name, maker, false);
            add(READ_ONLY, name, "writing " + name, probe -> refuses(probe, maker.get()));
            add(SNAPSHOT, name, "a snapshot of " + name, probe -> isFrozen(probe, maker.get()));
        });
        source.unsupportedObjects()
                .forEach((name, maker) -> add(
                        REFUSAL,
                        name,
                        "wrap of " + name,
                        probe -> probe.refused(
                                UnsupportedImageException.class, "wrap", () -> adapter.wrap(maker.get()))));
        return checks;
    }

    private void add(Rule rule, String name, String what, Check.Body body) {
        checks.add(new Check(rule, name, what, body));
    }

    private void addImage(String name, Supplier<? extends T> maker, boolean writable) {
        add(NULL, name, "wrap of " + name, probe -> {
            ImageLike image = adapter.wrap(maker.get());
            if (image == null) {
                throw probe.violation("wrap", "an image", "null");
            }
        });
        add(
                WRAP,
                name,
                "wrap of " + name,
                probe -> wrapped(probe, maker, writable).reaches());
        add(POSITION, name, "samples of " + name, probe -> {
            Wrapped<T> wrapped = wrapped(probe, maker, writable);
            if (!wrapped.hasLayout) {
                throw probe.doesNotApply("the image has no layout");
            }
            wrapped.isInPlace();
        });
        add(ROWS, name, "samples of " + name, probe -> {
            Wrapped<T> wrapped = wrapped(probe, maker, writable);
            if (wrapped.hasLayout) {
                throw probe.doesNotApply("the image has a layout");
            }
            wrapped.isInPlace();
        });
        add(
                DEPTH,
                name,
                "bits of " + name,
                probe -> wrapped(probe, maker, writable).isAsDeep());
        add(
                ALPHA,
                name,
                "colours and alpha of " + name,
                probe -> wrapped(probe, maker, writable).isAsTranslucent());
        add(IDENTITY, name, "unwrapping " + name, probe -> unwraps(probe, maker.get()));
    }

    private Wrapped<T> wrapped(Probe probe, Supplier<? extends T> maker, boolean writable) {
        return new Wrapped<>(probe, source, maker.get(), writable);
    }

    /** One image of an object is copied into another, mirrored. */
    private void mirrored(Probe probe, ViewKind mirror, T object) {
        ImageLike from = adapter.wrap(object);
        ImageLike to = adapter.wrap(object);
        Endpoint image = Endpoint.of(to);
        Shape shape = image.shape();
        if (shape.planar() && (shape.width() % 2 != 0 || shape.height() % 2 != 0)) {
            throw probe.doesNotApply("chroma samples at the edge of odd sides cannot be mirrored");
        }
        for (Samples pattern : image.patterns()) {
            image.writer().accept(pattern);
            Samples before = image.reader().get();
            Images.copy(mirror.of().of(from), to);
            image.expect(probe, "after its " + mirror.name() + " was copied to it", mirror.of(before));
        }
    }

    private void unwraps(Probe probe, T object) {
        ImageLike image = adapter.wrap(object);
        if (image instanceof StandardImage wrapped && wrapped.source().isPresent()) {
            probe.holds("source() is the object", wrapped.source().orElse(null) == object);
            if (wrapped.snapshotReason().isPresent()) {
                return; // handing it on is a copy
            }
            for (Copy copy : new Copy[] {Copy.NEVER, Copy.IF_NEEDED}) {
                Transfer<T> back = Images.transfer(image, adapter.type(), copy);
                probe.holds(copy + " gives the object", back.image() == object);
                probe.holds(copy + " gives it shared", back.shared());
                probe.same("writable() under " + copy, !image.buffer().readOnly(), back.writable());
            }
        }
    }

    private void isFrozen(Probe probe, T object) {
        ImageLike image = adapter.wrap(object);
        String reason =
                HandingOn.snapshotReason(image).orElseThrow(() -> probe.doesNotApply("the image is not a snapshot"));
        probe.holds("snapshotReason() says why", !reason.isBlank());
        probe.says(
                CopyRequiredException.class,
                "handing it on under NEVER",
                () -> HandingOn.transfer(adapter, image, Copy.NEVER),
                reason);
        if (!Wrapped.ownerWrites(source, object)) {
            throw probe.doesNotApply("nobody can write the object, so that nobody sees whether the snapshot follows");
        }
        Endpoint snapshot = Endpoint.of(image);
        Endpoint foreign = Endpoint.of(probe, source, object, image);
        Samples before = snapshot.reader().get();
        for (Samples pattern : foreign.patterns()) {
            foreign.writer().accept(pattern);
            snapshot.expect(probe, "after the foreign object was written", before);
            Endpoint.same(probe, "as it is wrapped again", Endpoint.of(adapter.wrap(object)), foreign);
        }
    }

    private void refuses(Probe probe, T object) {
        ImageLike image = adapter.wrap(object);
        Endpoint foreign = Endpoint.of(probe, source, object, image);
        Samples before = foreign.reader().get();
        int[] white = new int[image.mode().components()];
        Arrays.fill(white, (int) image.mode().maxValue());
        StandardImage other = StandardImage.filled(
                image.mode(), image.size().width(), image.size().height(), white);
        Map<String, Probe.Action> writes = Map.of(
                "buffer().set", () -> image.buffer().set(0, 255),
                "map", () -> image.map(value -> 255),
                "Images.copy", () -> Images.copy(other, image));
        probe.holds("buffer().readOnly()", image.buffer().readOnly());
        writes.forEach((name, write) -> {
            probe.refused(ReadOnlyImageException.class, name, write);
            foreign.expect(probe, "after " + name + " was refused", before);
        });
    }
}

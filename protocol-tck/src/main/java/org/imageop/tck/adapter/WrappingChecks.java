package org.imageop.tck.adapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.imageop.Copy;
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

/** What is tried on the images that an adapter makes of foreign objects. */
final class WrappingChecks<T> {
    private static final Rule REFUSAL = Rule.of(
            "A-2",
            "what cannot be an image, or cannot become the class, is refused by UnsupportedImageException",
            "which exception wrap and export throw, and whether its message says what would help");
    private static final Rule WRAP = Rule.of(
            "A-7",
            "wrap never copies: the image is on the foreign object's pixels",
            "whether wrap reads pixels, and where it looks for each",
            "A-8");
    private static final Rule IDENTITY = Rule.of(
            "S-6",
            "unwrapping gives back the same object",
            "whether StandardImage.wrapping was given the foreign object",
            "A-4",
            "A-7",
            "A-8");
    private static final Rule READ_ONLY = Rule.of(
            "B-5",
            "the image of an object that cannot be written is read-only, and every write is refused",
            "whether the layout's buffers, or SampleRows, are read-only where the object is",
            "A-7",
            "A-8");

    private static final Rule OVERLAP = Rule.of(
            "S-9",
            "an object can be mirrored onto itself: its images know that they share its pixels",
            "what foundations() of the rows name: the same each time that the object is wrapped",
            "A-7",
            "A-8");

    static final List<Rule> RULES = List.of(REFUSAL, WRAP, IDENTITY, READ_ONLY, OVERLAP);

    /** Chroma samples that are cut cannot be mirrored, so planar images have even sides. */
    private static final List<ViewKind> MIRRORS = ViewKind.all(true).stream()
            .filter(view -> view.name().startsWith("flip"))
            .toList();

    private final AdapterSource<T> source;
    private final ImageAdapter<T> adapter;

    WrappingChecks(AdapterSource<T> source, ImageAdapter<T> adapter) {
        this.source = source;
        this.adapter = adapter;
    }

    List<Check> all() {
        List<Check> checks = new ArrayList<>();
        source.objects().forEach((name, maker) -> {
            checks.add(AdapterChecks.check(WRAP, "wrap of " + name, probe -> mirrors(probe, maker.get())));
            checks.add(AdapterChecks.check(IDENTITY, "unwrapping " + name, probe -> unwraps(probe, maker.get())));
            for (ViewKind mirror : MIRRORS) {
                checks.add(AdapterChecks.check(
                        OVERLAP,
                        mirror.name() + " of " + name + " onto itself",
                        probe -> mirrored(probe, mirror, maker.get())));
            }
        });
        source.readOnlyObjects().forEach((name, maker) -> {
            checks.add(AdapterChecks.check(WRAP, "wrap of " + name, probe -> shows(probe, maker.get())));
            checks.add(AdapterChecks.check(IDENTITY, "unwrapping " + name, probe -> unwraps(probe, maker.get())));
            checks.add(AdapterChecks.check(READ_ONLY, "writing " + name, probe -> refuses(probe, maker.get())));
        });
        source.unsupportedObjects()
                .forEach((name, maker) -> checks.add(AdapterChecks.check(
                        REFUSAL,
                        "wrap of " + name,
                        probe -> probe.refused(
                                UnsupportedImageException.class, "wrap", () -> adapter.wrap(maker.get())))));
        for (Copy copy : Copy.values()) {
            source.unsupportedImages()
                    .forEach((name, maker) -> checks.add(AdapterChecks.check(
                            REFUSAL,
                            "export of " + name + " under " + copy,
                            probe -> probe.refused(
                                    UnsupportedImageException.class,
                                    "export",
                                    () -> HandingOn.transfer(adapter, maker.get(), copy)))));
        }
        return checks;
    }

    /** The two sides show the same, and what is written to one shows on the other. */
    private void mirrors(Probe probe, T object) {
        ImageLike accepted = adapter.wrap(object);
        Side image = Side.of(accepted);
        Side foreign = Side.of(probe, source, object, accepted);
        alike(probe, image, foreign, source.pixel(object, 0, 0));
        Side.follows(probe, image, foreign, image, foreign);
        Side.follows(probe, foreign, image, image, foreign);
        // any values, translucent ones too: 0 and M are the same in every byte order, and multiplied by alpha or not
        image.writer().accept(Samples.random(image.shape(), 7));
        Side.same(probe, "after any samples were written to the image", image, foreign);
        Side again = Side.of(adapter.wrap(object));
        Side.same(probe, "as a second image shows it", again, foreign);
    }

    /** One image of an object is copied into another, mirrored. */
    private void mirrored(Probe probe, ViewKind mirror, T object) {
        ImageLike from = adapter.wrap(object);
        ImageLike to = adapter.wrap(object);
        Side image = Side.of(to);
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

    /** The two sides show the same, also after the object's owner has written it, if that is possible. */
    private void shows(Probe probe, T object) {
        ImageLike accepted = adapter.wrap(object);
        Side image = Side.of(accepted);
        Side foreign = Side.of(probe, source, object, accepted);
        alike(probe, image, foreign, source.pixel(object, 0, 0));
        if (canBeWritten(object)) {
            Side.follows(probe, foreign, image, image, foreign);
        }
    }

    private static void alike(Probe probe, Side image, Side foreign, int[] pixel) {
        probe.same(
                "mode(), as the source says it",
                foreign.shape().mode(),
                image.shape().mode());
        probe.same(
                "the source's numbers in pixel(0, 0)", foreign.shape().names().size(), pixel.length);
        Side.same(probe, "at first", image, foreign);
    }

    private boolean canBeWritten(T object) {
        try {
            source.setPixel(object, 0, 0, source.pixel(object, 0, 0));
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private void unwraps(Probe probe, T object) {
        ImageLike image = adapter.wrap(object);
        if (image instanceof StandardImage wrapped && wrapped.source().isPresent()) {
            probe.holds("source() is the object", wrapped.source().orElse(null) == object);
            for (Copy copy : new Copy[] {Copy.NEVER, Copy.IF_NEEDED}) {
                Transfer<T> back = Images.transfer(image, adapter.type(), copy);
                probe.holds(copy + " gives the object", back.image() == object);
                probe.holds(copy + " gives it shared", back.shared());
                probe.same("writable() under " + copy, !image.buffer().readOnly(), back.writable());
            }
        }
    }

    private void refuses(Probe probe, T object) {
        ImageLike image = adapter.wrap(object);
        Side foreign = Side.of(probe, source, object, image);
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

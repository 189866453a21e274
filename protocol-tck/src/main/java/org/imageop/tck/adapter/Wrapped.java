package org.imageop.tck.adapter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.imageop.ImageLike;
import org.imageop.spi.HandingOn;
import org.imageop.tck.engine.Difference;
import org.imageop.tck.engine.Difference.Kind;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.source.AdapterSource;

/** A foreign object and the image that an adapter made of it. */
final class Wrapped<T> {
    final Probe probe;
    final T object;
    final Endpoint image;
    final Endpoint foreign;

    /** Whether the image can be written. */
    final boolean writable;

    final boolean hasLayout;

    /** Whether the image is a copy, and is called one (S-13). */
    private final boolean snapshot;

    private final AdapterSource<T> source;

    Wrapped(Probe probe, AdapterSource<T> source, T object, boolean writable) {
        ImageLike made = source.adapter().wrap(object);
        this.probe = probe;
        this.object = object;
        this.image = Endpoint.of(made);
        this.foreign = Endpoint.of(probe, source, object, made);
        this.writable = writable;
        this.hasLayout = made.buffer().layout().isPresent();
        this.snapshot = HandingOn.snapshotReason(made).isPresent();
        this.source = source;
    }

    /** Whether what the object's owner writes should show: not in a snapshot, and not if nobody can write it. */
    private boolean follows() {
        return writable || (!snapshot && ownerWrites(source, object));
    }

    /** Whether a read-only object's owner can write it. */
    static <T> boolean ownerWrites(AdapterSource<T> source, T object) {
        try {
            source.setPixel(object, 0, 0, source.pixel(object, 0, 0));
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** Checks mode and size, and that whatever is written to one side changes the other; where, is not asked here. */
    void reaches() {
        probe.same(
                "mode(), as the source has it",
                foreign.shape().mode(),
                image.shape().mode());
        probe.same(
                "the source's numbers in pixel(0, 0)",
                foreign.shape().names().size(),
                source.pixel(object, 0, 0).length);
        if (writable) {
            changes(image, foreign);
        }
        if (follows()) {
            changes(foreign, image);
        }
    }

    private void changes(Endpoint written, Endpoint read) {
        Samples first = read.reader().get();
        for (Samples pattern : written.patterns()) {
            written.writer().accept(pattern);
            if (first.firstDifference(read.reader().get()).length > 0) {
                return;
            }
        }
        throw probe.violation(
                read.name() + " while " + written.name() + " was written with 0 and M", "changes", "nothing changes");
    }

    /** Checks that each sample is where it should be; lost bits and translucent colours are not asked here. */
    void isInPlace() {
        alike("at first");
        if (writable) {
            follows(image, foreign);
            image.writer().accept(Samples.random(image.shape(), 7).opaque());
            alike("after opaque samples were written to the image");
        }
        if (follows()) {
            follows(foreign, image);
        }
        Endpoint again = Endpoint.of(source.adapter().wrap(object));
        again.expect(probe, "as a second image shows it", image.reader().get());
    }

    private void follows(Endpoint written, Endpoint read) {
        Endpoint.Changes changes = new Endpoint.Changes(probe, written, read);
        for (Samples pattern : written.patterns()) {
            written.writer().accept(pattern);
            changes.see();
            alike("after " + written.name() + " was written");
        }
        changes.expectEverywhere();
    }

    private void alike(String when) {
        difference()
                .filter(difference -> difference.kind() != Kind.LOW_BITS && difference.kind() != Kind.TRANSLUCENT)
                .ifPresent(difference -> fail(difference, when));
    }

    /** Checks that the image has all bits of the object's numbers. */
    void isAsDeep() {
        deep("at first");
        if (writable) {
            image.writer().accept(Samples.random(image.shape(), 7).opaque());
            deep("after opaque samples were written to the image");
        }
    }

    private void deep(String when) {
        difference()
                .filter(difference -> difference.kind() == Kind.LOW_BITS)
                .ifPresent(difference -> fail(difference, when));
        // one field of the image may be scaled by the object in its own way, but always in the same
        Samples numbers = foreign.reader().get();
        Samples fields = foreign.inFields(numbers);
        Map<Long, Integer> numberOf = new HashMap<>();
        numbers.each((c, x, y) -> {
            Integer other = numberOf.putIfAbsent((long) c << 32 | fields.of[c][y][x], numbers.of[c][y][x]);
            if (other != null && other != numbers.of[c][y][x]) {
                throw probe.violation(
                        "component " + foreign.shape().names().get(c) + " of the foreign object at (" + x + "," + y
                                + ") " + when,
                        other + ", as at another pixel for which the image has the same field of "
                                + Long.bitCount(foreign.fields()[c]) + " bits",
                        numbers.of[c][y][x]);
            }
        });
    }

    /** Checks colours of translucent pixels. */
    void isAsTranslucent() {
        if (!image.shape().hasAlpha() || !writable) {
            throw probe.doesNotApply("no translucent pixel can be written");
        }
        image.writer().accept(Samples.random(image.shape(), 7));
        difference().ifPresent(difference -> fail(difference, "after translucent samples were written to the image"));
    }

    /** What differs, but for bits that fields lack. */
    private Optional<Difference> difference() {
        return Difference.of(
                foreign.inFields(foreign.reader().get()),
                foreign.inFields(image.reader().get()));
    }

    private void fail(Difference difference, String when) {
        Shape shape = image.shape();
        throw probe.violation(
                difference.where(shape, "the image, a " + shape + ",") + " " + when,
                difference.expected(foreign.reader().get()),
                difference.found(image.reader().get()));
    }
}

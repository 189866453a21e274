package org.imageop.tck.adapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Transfer;
import org.imageop.spi.HandingOn;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Losses;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.source.AdapterSource;

/** Whether what is reported of a foreign object is so: it is shared, or a copy with these losses. */
final class HonestyChecks<T> {
    private static final Rule HONESTY = Rule.of(
            "S-7",
            "shared() is true if and only if both sides show the same pixels; a copy has a reason, and reports each loss",
            "which images share accepts (order, bits, shifts, strides, alpha, ranges), and where share and copy put each"
                    + " sample",
            "A-4",
            "A-5",
            "A-7",
            "A-8",
            "L-2",
            "A-10",
            "L-7",
            "L-9",
            "S-5");

    static final List<Rule> RULES = List.of(HONESTY);

    private final AdapterSource<T> source;
    private final ImageAdapter<T> adapter;
    private final List<Check> checks = new ArrayList<>();

    HonestyChecks(AdapterSource<T> source, ImageAdapter<T> adapter) {
        this.source = source;
        this.adapter = adapter;
    }

    List<Check> all() {
        List<Offer> own = Offer.ofAuthor(source);
        if (!own.isEmpty()) {
            source.objects().forEach(this::addObject);
            source.readOnlyObjects().forEach(this::addObject);
        }
        for (Offer offer : own) {
            for (Copy copy : new Copy[] {Copy.IF_NEEDED, Copy.ALWAYS}) {
                add(offer, copy + " with ", probe -> honest(probe, offer, copy));
                add(offer, copy + " with black and white in ", probe -> keeps(probe, offer.image(probe), copy));
                add(offer, copy + " with red, green and blue in ", probe -> keepsHues(probe, offer.image(probe), copy));
            }
        }
        for (Offer offer : Offer.others(source)) {
            addOther(offer, Copy.IF_NEEDED);
            addOther(offer, Copy.ALWAYS);
        }
        Offer.variants(source).forEach(offer -> addOther(offer, Copy.IF_NEEDED));
        Offer.large().forEach(offer -> addOther(offer, Copy.IF_NEEDED));
        return checks;
    }

    private void addOther(Offer offer, Copy copy) {
        add(offer, copy + " with ", probe -> {
            Offer.Made made = offer.maker().make(probe);
            Refusal.allowed(probe, adapter, made.image(), () -> honest(probe, made, copy));
        });
    }

    private void add(Offer offer, String what, Check.Body body) {
        checks.add(new Check(HONESTY, offer.group(), what + offer.name(), body));
    }

    private void addObject(String name, Supplier<? extends T> maker) {
        checks.add(new Check(HONESTY, name, "copying " + name, probe -> {
            ImageLike image = adapter.wrap(maker.get());
            honest(probe, new Offer.Made(image, image), Copy.ALWAYS);
        }));
    }

    private void honest(Probe probe, Offer offer, Copy copy) {
        honest(probe, offer.maker().make(probe), copy);
    }

    private void honest(Probe probe, Offer.Made made, Copy copy) {
        if (!made.original().buffer().readOnly()) {
            Endpoint side = Endpoint.of(made.original());
            side.writer().accept(Samples.random(side.shape(), 1));
        }
        Samples before = Endpoint.of(made.image()).reader().get();
        Transfer<T> transfer = HandingOn.transfer(adapter, made.image(), copy);
        Endpoint.of(made.image()).expect(probe, "after the transfer", before);
        Endpoint mine = Endpoint.of(made.original());
        Endpoint foreign = Endpoint.of(probe, source, transfer.image(), made.image());
        if (transfer.shared()) {
            shares(probe, made, transfer, mine, foreign);
        } else {
            copies(probe, made, transfer, mine, foreign);
        }
    }

    private void shares(Probe probe, Offer.Made made, Transfer<T> transfer, Endpoint mine, Endpoint foreign) {
        Endpoint.same(probe, "at first", mine, foreign);
        Endpoint.lossless(probe, "as it is shared", mine, foreign);
        List<String> others = transfer.losses().stream()
                .filter(loss -> !loss.equals(Losses.PROFILE))
                .toList();
        probe.same("losses() but for the colours", List.of(), others);
        if (!made.original().buffer().readOnly()) {
            Endpoint.follows(probe, mine, foreign, mine, foreign);
        }
        if (transfer.writable()) {
            probe.same(
                    "buffer().readOnly() of the image that writable() reaches",
                    false,
                    made.image().buffer().readOnly());
            Endpoint.follows(probe, foreign, mine, mine, foreign);
        } else {
            doesNotReach(probe, foreign, mine);
        }
    }

    private void copies(Probe probe, Offer.Made made, Transfer<T> transfer, Endpoint mine, Endpoint foreign) {
        probe.holds("reason() says why", !transfer.reason().orElse("").isBlank());
        probe.holds("losses() says which", transfer.losses().stream().noneMatch(String::isBlank));
        probe.same("writable()", true, transfer.writable());
        if (transfer.losses().isEmpty()) {
            boolean ranged = isRanged(made.image());
            if (ranged) {
                keepsNumbers(probe, made.image(), transfer.image());
            }
            if (ranged && bits(foreign) < bits(mine)) {
                // samples of fewer bits may stand for the same numbers
                Endpoint.kept(probe, "as no loss is reported", mine, foreign);
            } else {
                Endpoint.lossless(probe, "as no loss is reported", mine, foreign);
            }
        }
        if (!made.original().buffer().readOnly()) {
            Endpoint.independent(probe, mine, foreign);
        }
        Endpoint.follows(probe, foreign, foreign, foreign, foreign);
        Endpoint.independent(probe, foreign, mine);
    }

    private static int bits(Endpoint side) {
        return side.shape().mode().bitsPerComponent();
    }

    /** Samples in 0 … M do not hold all of a number, and wrap cannot see numbers whose range only the author knows. */
    private void keepsNumbers(Probe probe, ImageLike image, T copy) {
        if (source.madeOf(image) == source) {
            probe.same(
                    "losses() of numbers of a range that the library finds, as none is reported",
                    List.of(),
                    Losses.between(image, adapter.wrap(copy)));
        }
    }

    private static boolean isRanged(ImageLike image) {
        return image.buffer()
                .layout()
                .filter(layout -> layout.planes().stream().anyMatch(plane -> plane.range() != null))
                .isPresent();
    }

    /** A read-only object may refuse to be written, in whatever way the foreign class does, or lose the value. */
    private static void doesNotReach(Probe probe, Endpoint foreign, Endpoint image) {
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

    /** A copy always keeps black, white and fully transparent pixels, if both sides have alpha. */
    private void keeps(Probe probe, ImageLike image, Copy copy) {
        Endpoint side = Endpoint.of(image);
        side.writer().accept(side.blackAndWhite(false));
        Endpoint foreign = handedOn(probe, image, copy);
        Endpoint.kept(probe, "whatever is lost", side, foreign);
        if (side.shape().hasAlpha() && foreign.shape().hasAlpha()) {
            side.writer().accept(side.blackAndWhite(true));
            Endpoint.kept(probe, "whatever is lost", side, handedOn(probe, image, copy));
        }
    }

    private Endpoint handedOn(Probe probe, ImageLike image, Copy copy) {
        return Endpoint.of(
                probe, source, HandingOn.transfer(adapter, image, copy).image(), image);
    }

    /** Red never becomes blue: the largest component stays the largest. */
    private void keepsHues(Probe probe, ImageLike image, Copy copy) {
        Endpoint side = Endpoint.of(image);
        if (!side.shape().names().contains("r")) {
            throw probe.doesNotApply("the image has no red, green and blue");
        }
        Samples hues = new Samples(side.shape());
        hues.each((c, x, y) -> hues.of[c][y][x] =
                c == 3 || c == (x + y) % 3 ? (int) side.shape().max() : 0);
        side.writer().accept(hues);
        Endpoint foreign = handedOn(probe, image, copy);
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
}
